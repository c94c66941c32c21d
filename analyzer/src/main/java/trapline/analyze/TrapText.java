package trapline.analyze;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.Disassembler;
import trapline.isa.SysReg;
import trapline.journal.Names;

/** Traps as text and as fields. */
public final class TrapText {
    /** ESR_EL1 exception class of a fault whose cause is unknown: Undefined. */
    private static final int EC_UNKNOWN = 0;

    private static final int EC_SHIFT = 26;

    // PSCI functions, DEN 0022
    private static final int PSCI_0_1_CPU_OFF = 1;
    private static final int CPU_OFF = 0x8400_0002;
    private static final int SYSTEM_OFF = 0x8400_0008;
    private static final int SYSTEM_RESET = 0x8400_0009;
    private static final int SYSTEM_SUSPEND = 0x8400_000e;
    private static final int SYSTEM_RESET2 = 0x8400_0012;

    /** Added to the ids of functions with 64-bit arguments. */
    private static final int SIXTY_FOUR = 0x4000_0000;

    private TrapText() {}

    /** Everything the journal has about one trap. */
    public static Fields fields(Trap t, Names names, Symbols symbols) {
        boolean call = t.cls == TrapClass.HVC || t.cls == TrapClass.SMC;
        boolean abort = t.cls == TrapClass.DATA_ABORT || t.cls == TrapClass.INSTRUCTION_ABORT;
        TrapKey key = TrapKey.of(t, names);
        Fields f =
                new Fields()
                        .put("trap", t.id)
                        .put("vcpu", t.vcpu)
                        .put("retired", t.retired)
                        .put("virtualNanos", t.virtualNanos)
                        .hex("pc", t.pc)
                        .put("symbol", symbols.at(t.pc));
        key.fields().map().forEach(f::put);
        f.hex("value", t.hasValue ? t.value : null)
                .put("flags", flags(t, names))
                .hex("esr", t.esr)
                .hex("far", abort ? t.far : null)
                .hex("ipa", abort ? t.ipa : null)
                .hex("injectedEsr", t.injectedEsr == 0 ? null : t.injectedEsr)
                .put("costNanos", t.costNanos)
                .put("hostNanos", t.hostNanos < 0 ? null : t.hostNanos);
        if (call) {
            f.hex("immediate", t.offset)
                    .hex("arg1", t.arg1)
                    .hex("arg2", t.arg2)
                    .hex("arg3", t.arg3)
                    .hex("result", returns(t) ? t.result : null);
        }
        return f;
    }

    /** The flags that the rule consulted, with their values. */
    static Map<String, @Nullable Object> flags(Trap t, Names names) {
        Map<String, @Nullable Object> found = new TreeMap<>();
        for (int k = 0; k < 16; k++) {
            int bits = t.flags >>> 2 * k & 3;
            if ((bits & 1) != 0) {
                found.put(names.flag(k), (bits & 2) != 0);
            }
        }
        return found;
    }

    /** One line for a person: where, what, and what was answered. */
    public static String line(Trap t, Names names, Symbols symbols, long count) {
        StringBuilder b = new StringBuilder();
        b.append(
                String.format(
                        Locale.ROOT, "%7d  vCPU %d EL%d  %,15d  ", t.id, t.vcpu, t.el, t.retired));
        b.append(symbols.describe(t.pc)).append("  ").append(instruction(t));
        String what = touched(t, names);
        if (!what.isEmpty()) {
            b.append("  [").append(what).append(']');
        }
        b.append("  ").append(answer(t)).append("  ").append(names.rule(t.rule));
        if (count > 1) {
            b.append(
                    String.format(
                            Locale.ROOT, "  (%,d times, to trap %d)", count, t.id + count - 1));
        }
        return b.toString();
    }

    private static String touched(Trap t, Names names) {
        return t.device == Trap.NONE ? "" : names.device(t.device) + "+" + Fields.hex(t.offset);
    }

    /** The guest's instruction, as far as the syndrome tells it. */
    public static String instruction(Trap t) {
        int iss = (int) t.esr & 0x1ffffff;
        return switch (t.cls) {
            case SYSREG -> systemInstruction(t, iss);
            case HVC -> "hvc #" + Fields.hex(t.offset);
            case SMC -> "smc #" + Fields.hex(t.offset);
            case WFX -> (iss & 1) != 0 ? "wfe" : "wfi";
            case DATA_ABORT -> memoryAccess(t, iss);
            case INSTRUCTION_ABORT -> "fetch from " + Fields.hex(t.ipa);
            case FP -> "FP or SIMD instruction";
            case OTHER -> "EC " + Fields.hex(t.esr >>> EC_SHIFT & 0x3f);
        };
    }

    /**
     * The word can be had back from ISS: DDI 0487, ISS encoding for MSR, MRS and System
     * instructions.
     */
    private static String systemInstruction(Trap t, int iss) {
        String register = TrapKey.registerName(t);
        if (t.esr >>> EC_SHIFT == 0x18 && t.register != Trap.NONE) {
            int rt = iss >>> 5 & 31;
            int word =
                    0xd5000000
                            | (iss & 1) << 21
                            | SysReg.op0(t.register) << 19
                            | SysReg.op1(t.register) << 16
                            | SysReg.crn(t.register) << 12
                            | SysReg.crm(t.register) << 8
                            | SysReg.op2(t.register) << 5
                            | rt;
            String text = Disassembler.text(t.pc, word);
            // The disassembler may not know a name that depends on the direction.
            return register == null
                            || text.contains(register.toLowerCase(Locale.ROOT))
                            || SysReg.op0(t.register) == 1
                    ? text
                    : (t.read ? "mrs x" + rt + ", " + register : "msr " + register + ", x" + rt);
        }
        return (t.read ? "read of " : "write of ") + register;
    }

    /**
     * Access size and register, when the syndrome is valid: DDI 0487, ISS encoding for an exception
     * from a Data Abort.
     */
    private static String memoryAccess(Trap t, int iss) {
        String verb = t.read ? "load" : "store";
        if ((iss >>> 24 & 1) == 0) {
            return verb + " at " + Fields.hex(t.ipa);
        }
        int bits = 8 << (iss >>> 22 & 3);
        int rt = iss >>> 16 & 31;
        String register = rt == 31 ? "zr" : Integer.toString(rt);
        boolean wide = (iss >>> 15 & 1) != 0;
        return bits + "-bit " + verb + (t.read ? " to " : " of ") + (wide ? "x" : "w") + register;
    }

    /** What was answered, in a few words. */
    public static String answer(Trap t) {
        String value = t.hasValue ? Fields.hex(t.value) : "";
        String text =
                switch (t.action) {
                    case UNDEF -> "Undefined exception";
                    case RAZ -> "reads zero";
                    case WI -> "write ignored";
                    case RAZ_WI -> t.read ? "reads zero" : "write ignored";
                    case VALUE -> "value " + value;
                    case STORE -> "stored " + value;
                    case EMULATE -> emulated(t, value);
                    case ABORT -> "abort";
                    case SERROR -> "SError";
                    case BLOCK -> "waits";
                    case YIELD -> "yields";
                    case RETRY -> "retried";
                    case CRASH -> "crash";
                };
        return t.injectedEsr == 0 ? text : text + " (ESR_EL1 " + esr(t.injectedEsr) + ")";
    }

    /**
     * Whether an HVC or SMC came back. Of some PSCI functions (DEN 0022) only an error does: what
     * they are called for is that the caller does not run on.
     */
    static boolean returns(Trap t) {
        boolean psci = t.action == Action.EMULATE && t.offset == 0 && t.result == 0;
        return !psci
                || switch ((int) t.value) {
                    case PSCI_0_1_CPU_OFF,
                            CPU_OFF,
                            SYSTEM_OFF,
                            SYSTEM_RESET,
                            SYSTEM_SUSPEND,
                            SYSTEM_SUSPEND | SIXTY_FOUR,
                            SYSTEM_RESET2,
                            SYSTEM_RESET2 | SIXTY_FOUR ->
                            false;
                    default -> true;
                };
    }

    private static String emulated(Trap t, String value) {
        if (t.cls == TrapClass.HVC || t.cls == TrapClass.SMC) {
            return "emulated: "
                    + value
                    + (returns(t) ? " gives " + Fields.hex(t.result) : " does not return");
        }
        return value.isEmpty()
                ? "emulated"
                : "emulated: " + (t.read ? "reads " : "writes ") + value;
    }

    /** ESR_EL1 as guests print it: eight digits. */
    public static String esr(long value) {
        return String.format(Locale.ROOT, "0x%08x", value);
    }

    /** What kind of exception an injected syndrome is. */
    public static String exception(long injectedEsr) {
        int ec = (int) (injectedEsr >>> EC_SHIFT) & 0x3f;
        return switch (ec) {
            case EC_UNKNOWN -> "an Undefined exception";
            case 0x20, 0x21 -> "an instruction abort";
            case 0x24, 0x25 -> "a data abort";
            case 0x2f -> "an SError";
            default -> "an exception of class " + Fields.hex(ec);
        };
    }
}
