package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

/**
 * The table against the reference's; a row is skipped only where the reference says that there is
 * no such trap.
 */
@DisplayName("KVM's register table: the rows of kvm-sysregs.csv that can trap")
class KvmRegistersReferenceTest {
    private static final Pattern NUMBER = Pattern.compile("^0x([0-9a-fA-F]+)\\b.*");

    private final CpuModel cpu = CpuModel.CORTEX_A57;
    private final Personality kvm = new KvmPersonality(cpu, 3);
    private final Trap trap = new Trap();
    private final Decision decision = new Decision();
    private int checked;
    private int computed;

    @Test
    void everyRowThatTrapsHoldsInBothDirections() {
        List<Map<String, String>> rows = Reference.csv("kvm-sysregs.csv");
        int untrapped = 0;
        for (Map<String, String> row : rows) {
            if (row.get("register").startsWith("<") || !traps(row.get("trapped_by"))) {
                untrapped++;
                continue;
            }
            check(row, true, row.get("read_result"));
            check(row, false, row.get("write_result"));
        }
        System.out.printf(
                "kvm-sysregs.csv: %d rows, %d never trap as EC 0x18 here, %d answers compared, %d of them by kind only%n",
                rows.size(), untrapped, checked, computed);
        assertThat(checked).isGreaterThan(700);
    }

    private static boolean traps(String by) {
        return !by.startsWith("not trapped")
                && !by.contains("EC 0x19")
                && !by.contains("EC 0x1D")
                && !by.contains("only without a vGICv3")
                && !by.contains("host with FEAT_RAS only");
    }

    private static int key(Map<String, String> row) {
        return SysReg.key(
                Integer.parseInt(row.get("op0")),
                Integer.parseInt(row.get("op1")),
                Integer.parseInt(row.get("crn")),
                Integer.parseInt(row.get("crm")),
                Integer.parseInt(row.get("op2")));
    }

    private void check(Map<String, String> row, boolean read, String full) {
        String says =
                full.replaceFirst(
                                "^(without vPMU|no S1PIE|no S1POE|no TCRX|vGICv3|VM lacks[^:]*): ",
                                "")
                        .replaceFirst(";.*", "");
        if (says.startsWith("UNDEFINED") || says.equals("not readable")) {
            return;
        }
        int key = key(row);
        trap.cls = TrapClass.SYSREG;
        trap.register = key;
        trap.read = read;
        trap.el = 1;
        trap.esr = Bench.sysregEsr(key, read, 3);
        kvm.decide(trap, decision);
        checked++;
        String what = row.get("register") + (read ? " read: " : " write: ") + says;
        Matcher number = NUMBER.matcher(says);
        if (says.startsWith("0x8 after reset")) {
            is(what, Action.VALUE, Effect.REGISTER_READ);
        } else if (says.contains("if the VM has FEAT_LOR")) {
            is(what, Action.UNDEF, Effect.UNDEF); // this core has none
        } else if (read && number.matches()) {
            returns(what, Long.parseUnsignedLong(number.group(1), 16));
        } else if (says.startsWith("inject undefined") || says.startsWith("WARN once")) {
            is(what, Action.UNDEF, Effect.UNDEF);
            boolean logged = says.startsWith("WARN once") || full.contains(" log");
            if (!row.get("trapped_by").contains("TPM")) {
                assertThat(decision.log != 0).as(what + " is logged").isEqualTo(logged);
            }
        } else if (says.startsWith("ignored")) {
            is(what, Action.WI, Effect.SKIP);
        } else {
            byKind(what, says, key, read);
        }
    }

    /** Rows whose value the reference describes in words: the kind of answer is compared. */
    private void byKind(String what, String says, int key, boolean read) {
        computed++;
        if (SysReg.nameOfKey(key, read).startsWith("CNTP")) {
            assertThat(decision.effect).as(what).isIn(Effect.TIMER_READ, Effect.TIMER_WRITE);
        } else if (says.startsWith("reads never trap")) {
            is(what, Action.CRASH, Effect.HOST_PANIC);
        } else if (says.startsWith("stored to the register")) {
            is(what, Action.STORE, Effect.VM_CONTROL_WRITE);
        } else if (says.startsWith("stored") || says.startsWith("bit 0 copied")) {
            if (read) {
                assertThat(decision.effect).as(what).isIn(Effect.REGISTER_READ, Effect.KEPT_READ);
                assertThat(decision.needsGuest).as(what).isTrue();
            } else {
                assertThat(decision.effect)
                        .as(what)
                        .isIn(Effect.DEBUG_WRITE, Effect.KEPT_WRITE, Effect.REGISTER_WRITE);
            }
        } else if (says.contains("host value")
                || says.contains("host sanitised")
                || says.contains("of the host value")
                || says.startsWith("per-VM")) {
            assertThat(decision.effect).as(what).isEqualTo(Effect.VALUE);
            long model = cpu.idRegister(SysReg.nameOfKey(key, true));
            assertThat(decision.value & ~model)
                    .as(what + " announces nothing that the core lacks")
                    .isZero();
        } else if (says.startsWith("value of the physical register")
                || says.startsWith("physical ACTLR")) {
            returns(what, 0);
        } else if (says.startsWith("SGI queued")) {
            is(what, Action.EMULATE, Effect.SGI);
        } else if (says.startsWith("made up from CTR_EL0")) {
            returns(what, 0x0920_0003L); // IDC=DIC=0
        } else if (says.startsWith("log2(line)")) {
            is(what, Action.VALUE, Effect.CACHE_GEOMETRY);
        } else if (says.contains("set/way") || says.contains("flush") || says.contains("clean")) {
            is(what, Action.EMULATE, Effect.SET_WAY);
        } else {
            throw new AssertionError(what + ": the reference says something new");
        }
    }

    private void returns(String what, long value) {
        is(what, value == 0 ? Action.RAZ : Action.VALUE, Effect.VALUE);
        assertThat(decision.value).as(what).isEqualTo(value);
    }

    private void is(String what, Action action, Effect effect) {
        assertThat(decision.action).as(what).isEqualTo(action);
        assertThat(decision.effect).as(what).isEqualTo(effect);
    }
}
