package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The table against the reference's statement of what {@code do_sysreg} does, a row of it at a
 * time.
 */
@DisplayName("Xen's register table: every row of xen-sysregs.csv")
class XenRegistersReferenceTest {
    private static final String FILE = "xen-sysregs.csv";
    private static final Pattern FIELD = Pattern.compile("\\[(\\d+):(\\d+)\\]=0");
    private static final Pattern NUMBER = Pattern.compile("^0x([0-9a-f]+)\\b.*");

    private final CpuModel cpu = CpuModel.NEOVERSE_N1;
    private final Trap trap = new Trap();
    private final Decision decision = new Decision();
    private int checked;

    private static Personality xen(CpuModel cpu, boolean partialEmulation) {
        return new XenPersonality(
                XenSettings.standard().withPartialEmulation(partialEmulation), cpu);
    }

    @Test
    void everyRowHoldsInBothDirectionsAtBothLevelsWithTheOptionOffAndOn() {
        List<Map<String, String>> rows = Reference.csv(FILE);
        Set<Integer> named = new HashSet<>();
        int wildcards = 0;
        for (boolean option : new boolean[] {false, true}) {
            Personality p = xen(cpu, option);
            named.clear();
            wildcards = 0;
            for (Map<String, String> row : rows) {
                if (row.get("register").startsWith("<")) {
                    wildcards++;
                    wildcard(p, row, named);
                } else {
                    named.add(key(row));
                    for (boolean read : new boolean[] {true, false}) {
                        for (int el = 0; el < 2; el++) {
                            check(p, row, read, el, option);
                        }
                    }
                }
            }
        }
        System.out.printf(
                "xen-sysregs.csv: %d rows (%d registers, %d wildcards), %d decisions compared%n",
                rows.size(), named.size(), wildcards, checked);
        assertThat(rows).hasSize(243);
    }

    private static int key(Map<String, String> row) {
        return SysReg.key(
                Integer.parseInt(row.get("op0")),
                Integer.parseInt(row.get("op1")),
                Integer.parseInt(row.get("crn")),
                Integer.parseInt(row.get("crm")),
                Integer.parseInt(row.get("op2")));
    }

    private void decide(Personality p, int key, boolean read, int el) {
        trap.cls = TrapClass.SYSREG;
        trap.register = key;
        trap.read = read;
        trap.el = el;
        trap.esr = Bench.sysregEsr(key, read, 3);
        p.decide(trap, decision);
        checked++;
    }

    private void check(
            Personality p, Map<String, String> row, boolean read, int el, boolean option) {
        String says = row.get(read ? "read_result" : "write_result");
        if (says.startsWith("(same encoding")
                || says.startsWith("n/a")
                || row.get("trapped_by").startsWith("not trapped")) {
            return; // the other direction's row, or no trap
        }
        if (says.contains(" if partial-emulation else ")) {
            String[] sides = says.split(" if partial-emulation else ");
            says = sides[option ? 0 : 1];
        }
        if (says.startsWith("EL1: ignored. EL0: ")) {
            says = el == 1 ? "ignored" : "inject undefined";
        } else if (el == 0 && row.get("min_el").startsWith("1")) {
            // Bugs, set/way and the registers without a helper do not look at the level; EL0 never
            // reaches them.
            boolean helper =
                    says.startsWith("0x")
                            || says.startsWith("ignored")
                            || says.startsWith("host-wide");
            if (!helper) {
                return;
            }
            says = "inject undefined";
        }
        decide(p, key(row), read, el);
        String what =
                row.get("register")
                        + (read ? " read" : " write")
                        + " at EL"
                        + el
                        + ", option "
                        + option;
        expect(what, says, row);
    }

    private void expect(String what, String says, Map<String, String> row) {
        Matcher number = NUMBER.matcher(says);
        if (number.matches()) {
            returns(what, Long.parseUnsignedLong(number.group(1), 16));
        } else if (says.startsWith("host-wide sanitised value")
                || says.startsWith("boot CPU value")) {
            returns(what, cpu.idRegister(row.get("register")) & ~hidden(says));
        } else if (says.startsWith("v->arch.actlr")) {
            returns(what, cpu.idRegister("ACTLR_EL1"));
        } else if (says.startsWith("ignored")) {
            is(what, Action.WI, Effect.SKIP);
        } else if (says.contains("inject undefined") && says.indexOf("inject undefined") < 30) {
            is(what, Action.UNDEF, Effect.UNDEF);
            boolean logged = says.contains("log") || isLoggedFailure(row);
            assertThat(decision.log != 0).as(what + " is logged").isEqualTo(logged);
            assertThat(decision.injectedEsr).as(what).isEqualTo(0x0200_0000L);
        } else if (says.startsWith("reads never trap")) {
            is(what, Action.CRASH, Effect.HOST_PANIC);
        } else if (says.startsWith("written through")) {
            is(what, Action.STORE, Effect.VM_CONTROL_WRITE);
        } else if (says.startsWith("not readable")) {
            is(what, Action.WI, Effect.SKIP);
        } else if (says.startsWith("no IOMMU page-table sharing")) {
            is(what, Action.EMULATE, Effect.SET_WAY);
        } else if (says.startsWith("EL1 always")) {
            assertThat(decision.effect).as(what).isIn(Effect.TIMER_READ, Effect.TIMER_WRITE);
        } else if (says.startsWith("forwarded to vgic")) {
            is(what, Action.EMULATE, Effect.SGI);
        } else {
            throw new AssertionError(what + ": the reference says something new: " + says);
        }
    }

    /**
     * The fail path of the DBGDTR family logs; the reference says so in the columns for the option.
     */
    private static boolean isLoggedFailure(Map<String, String> row) {
        return row.get("partial_emulation_off").startsWith("inject undefined (debug build logs");
    }

    private static long hidden(String says) {
        long mask = 0;
        for (Matcher m = FIELD.matcher(says); m.find(); ) {
            int high = Integer.parseInt(m.group(1));
            int low = Integer.parseInt(m.group(2));
            mask |= (-1L >>> 63 - high) & -1L << low;
        }
        return mask;
    }

    private void returns(String what, long value) {
        is(what, value == 0 ? Action.RAZ : Action.VALUE, Effect.VALUE);
        assertThat(decision.hasValue).as(what).isTrue();
        assertThat(decision.value).as(what).isEqualTo(value);
    }

    private void is(String what, Action action, Effect effect) {
        assertThat(decision.action).as(what).isEqualTo(action);
        assertThat(decision.effect).as(what).isEqualTo(effect);
    }

    private void wildcard(Personality p, Map<String, String> row, Set<Integer> named) {
        for (int op0 : Reference.numbers(row.get("op0"), 4)) {
            for (int op1 : Reference.numbers(row.get("op1"), 8)) {
                for (int crn : Reference.numbers(row.get("crn"), 16)) {
                    for (int crm : Reference.numbers(row.get("crm"), 16)) {
                        for (int op2 : Reference.numbers(row.get("op2"), 8)) {
                            int key = SysReg.key(op0, op1, crn, crm, op2);
                            if (!named.contains(key)) {
                                decide(p, key, true, 1);
                                is(
                                        row.get("register") + " " + SysReg.nameOfKey(key, true),
                                        Action.UNDEF,
                                        Effect.UNDEF);
                                assertThat(decision.log).isEqualTo(XenLog.UNHANDLED_REGISTER);
                                decide(p, key, false, 1);
                                is(
                                        row.get("register") + " " + SysReg.nameOfKey(key, false),
                                        Action.UNDEF,
                                        Effect.UNDEF);
                                assertThat(decision.log).isEqualTo(XenLog.UNHANDLED_REGISTER);
                            }
                        }
                    }
                }
            }
        }
    }
}
