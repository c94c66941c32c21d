package trapline.analyze;

import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.SysReg;
import trapline.journal.Names;

/**
 * What traps are counted by: which access, from where, and what was decided. In the words of the
 * JSON contract.
 *
 * @param cls trap class
 * @param register system register, or null
 * @param device device, or null
 * @param offset in the device, or -1
 * @param direction {@code read}, {@code write}, or null where there is none
 * @param el exception level trapped from: 0 or 1
 * @param action decision
 * @param rule rule id
 */
public record TrapKey(
        TrapClass cls,
        @Nullable String register,
        @Nullable String device,
        long offset,
        @Nullable String direction,
        int el,
        String action,
        String rule) {

    /** The key of one trap. */
    static TrapKey of(Trap t, Names names) {
        boolean device = t.device != Trap.NONE;
        return new TrapKey(
                t.cls,
                registerName(t),
                device ? names.device(t.device) : null,
                device ? t.offset : -1,
                direction(t),
                t.el,
                t.action.text(),
                names.rule(t.rule));
    }

    /** The register that a trap is about, or null. */
    public static @Nullable String registerName(Trap t) {
        return t.register == Trap.NONE ? null : SysReg.nameOfKey(t.register, t.read);
    }

    /** {@code read} or {@code write} for register and memory accesses, else null. */
    public static @Nullable String direction(Trap t) {
        return switch (t.cls) {
            case SYSREG, DATA_ABORT -> t.read ? "read" : "write";
            case HVC, SMC, WFX, INSTRUCTION_ABORT, FP, OTHER -> null;
        };
    }

    /** The fields of the contract, in its order. */
    public Fields fields() {
        return new Fields()
                .put("class", cls.name())
                .put("register", register)
                .put("device", device)
                .hex("offset", offset < 0 ? null : offset)
                .put("direction", direction)
                .put("el", el)
                .put("action", action)
                .put("rule", rule);
    }

    /**
     * What was accessed, in a few words: a register, a device and offset, or what the rule is named
     * after.
     */
    public String subject() {
        if (register != null) {
            return register;
        }
        if (device != null) {
            return device + "+" + Fields.hex(offset);
        }
        return ruleSubject(rule);
    }

    /** The third part of a rule id: what the rule is about. */
    static String ruleSubject(String rule) {
        String[] parts = rule.split("/", 5);
        return parts.length > 2 ? parts[2] : rule;
    }
}
