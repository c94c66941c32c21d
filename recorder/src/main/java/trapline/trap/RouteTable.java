package trapline.trap;

import static trapline.trap.Routing.COMPLETE;
import static trapline.trap.Routing.TRAP_EL1;
import static trapline.trap.Routing.TRAP_EL2;
import static trapline.trap.Routing.UNDEF;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trapline.isa.SysReg;

/**
 * The control tables compiled for one implementation: for each slot (a register, a level and a
 * direction) a run of tests on control registers, and the outcome when none of them holds.
 *
 * <p>Slot = {@code index << 2 | level << 1 | (read ? 1 : 0)}. Its run is {@code [start[slot],
 * start[slot + 1])} in the parallel arrays; a test holds when {@code (sys[reg] & mask) == value},
 * unless {@code reg} is one of the negative kinds, which compare a PMU event counter's number.
 */
final class RouteTable {
    /**
     * PMSELR_EL0.SEL names no counter that exists; {@code value} is a SEL exempt from that, or -1.
     */
    static final int SELECTED_ABSENT = -1;

    /** Counter {@code mask} is one that MDCR_EL2.HPMN keeps for EL2. */
    static final int COUNTER_RESERVED = -2;

    /** The counter that PMSELR_EL0.SEL names is; {@code value} as for {@link #SELECTED_ABSENT}. */
    static final int SELECTED_RESERVED = -3;

    private static final int SLOTS = SysReg.COUNT * 4;
    private static final int EC_SYSREG = 0x18;

    /** SEL 31 makes PMXEVTYPER_EL0 the cycle counter's filter, which is always there. */
    private static final int SEL_CYCLE_COUNTER = 31;

    private record Test(int slot, int reg, long mask, long value, int outcome, String control) {}

    final int[] start = new int[SLOTS + 1];
    final short[] otherwise = new short[SLOTS];
    final short[] reg;
    final long[] mask;
    final long[] value;
    final short[] outcome;
    final String[] control;

    /** Registers that some outcome depends on, by index; PMSELR_EL0 is not among them. */
    final boolean[] isInput = new boolean[SysReg.COUNT];

    private final Implementation cpu;
    private final Map<String, Integer> indexOfName = new HashMap<>(SysReg.COUNT * 2);
    private final Map<String, Boolean> gates = new HashMap<>();
    private final List<Test> tests = new ArrayList<>(4096);

    RouteTable(Implementation cpu) {
        this.cpu = cpu;
        for (int i = 0; i < SysReg.COUNT; i++) {
            indexOfName.put(SysReg.name(i, true).replace(' ', '.'), i);
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            otherwise[slot] = (short) withoutControls(slot >> 2, slot >> 1 & 1, (slot & 1) != 0);
        }
        addAbsentCounters();
        for (String row : rows(Controls.EL1)) {
            addControl(row);
        }
        for (String row : rows(Controls.EL2)) {
            addControl(row);
        }
        if (cpu.has("FGT")) {
            for (String row : rows(FineGrainedControls.EL2)) {
                addFineGrained(row);
            }
        }
        addReservedCounters();
        int count = tests.size();
        reg = new short[count];
        mask = new long[count];
        value = new long[count];
        outcome = new short[count];
        control = new String[count];
        storeBySlot();
        isInput[SysReg.HCR_EL2] = true; // TGE redirects what goes to EL1
        tests.clear();
        indexOfName.clear();
        gates.clear();
    }

    // Plain loops and splits on one character, here and below: the first lambda and the first
    // regular
    // expression of a process cost it milliseconds.

    private static String[] rows(String table) {
        return table.stripTrailing().split("\n", -1);
    }

    /** The columns of a row, the last of them being what follows the colon. */
    private static String[] fields(String row, int count) {
        String[] fields = new String[count];
        int at = 0;
        for (String word : row.split(" ", -1)) {
            if (word.equals(":")) {
                break;
            }
            if (!word.isEmpty()) {
                fields[at++] = word;
            }
        }
        fields[at++] = row.substring(row.indexOf(" : ") + 3);
        if (at != count) {
            throw new IllegalStateException(
                    "columns: expected=" + count + " actual=" + at + " " + row);
        }
        return fields;
    }

    static int slot(int index, boolean read, int el) {
        return index << 2 | el << 1 | (read ? 1 : 0);
    }

    /** The outcome that no control register can change, or COMPLETE. */
    private int withoutControls(int index, int el, boolean read) {
        int key = SysReg.keyOf(index);
        if (read ? !SysReg.isReadable(index) : !SysReg.isWritable(index)) {
            return UNDEF;
        }
        int idRegister = read && isIdSpace(key) && cpu.has("IDST") ? TRAP_EL1 | EC_SYSREG : UNDEF;
        Boolean implemented = gates.get(SysReg.gate(index));
        if (implemented == null) {
            implemented = SysReg.isImplemented(index, cpu.features());
            gates.put(SysReg.gate(index), implemented);
        }
        if (!implemented || isBeyondSize(index)) {
            // Identification registers that a feature adds outside op1 0:
            // UnimplementedIDRegister().
            return SysReg.op1(key) == 1 ? idRegister : UNDEF;
        }
        int minEl = SysReg.minEl(index, read);
        if (minEl > 1) {
            return UNDEF;
        }
        return el < minEl ? idRegister : COMPLETE;
    }

    /** The encodings whose EL0 reads FEAT_IDST reports as trapped accesses. */
    static boolean isIdSpace(int key) {
        return SysReg.op0(key) == 3 && SysReg.op1(key) <= 1 && SysReg.crn(key) == 0;
    }

    private boolean isBeyondSize(int index) {
        int key = SysReg.keyOf(index);
        if (SysReg.op0(key) == 2 && SysReg.op1(key) == 0 && SysReg.crn(key) == 0) {
            int number = SysReg.crm(key);
            return switch (SysReg.op2(key)) {
                case 4, 5 -> number >= cpu.breakpoints();
                case 6, 7 -> number >= cpu.watchpoints();
                default -> false;
            };
        }
        return switch (index) {
            case SysReg.ICC_AP0R1_EL1, SysReg.ICC_AP1R1_EL1 -> cpu.gicPriorityBits() < 6;
            case SysReg.ICC_AP0R2_EL1,
                    SysReg.ICC_AP0R3_EL1,
                    SysReg.ICC_AP1R2_EL1,
                    SysReg.ICC_AP1R3_EL1 ->
                    cpu.gicPriorityBits() < 7;
            // CONSTRAINED UNPREDICTABLE without FEAT_FGT; UNDEFINED is a permitted choice.
            default -> eventCounter(key) >= cpu.eventCounters();
        };
    }

    /** The n of PMEVCNTRn_EL0 and PMEVTYPERn_EL0, else -1. */
    private static int eventCounter(int key) {
        int number = (SysReg.crm(key) & 3) << 3 | SysReg.op2(key);
        boolean numbered =
                SysReg.op0(key) == 3
                        && SysReg.op1(key) == 3
                        && SysReg.crn(key) == 14
                        && SysReg.crm(key) >= 8;
        return numbered && number != SEL_CYCLE_COUNTER ? number : -1;
    }

    private void addAbsentCounters() {
        for (int low = 0; low < 4; low++) {
            add(SysReg.PMXEVCNTR_EL0 << 2 | low, SELECTED_ABSENT, 0, -1, UNDEF, "PMCR_EL0.N");
            int typer = SysReg.PMXEVTYPER_EL0 << 2 | low;
            add(typer, SELECTED_ABSENT, 0, SEL_CYCLE_COUNTER, UNDEF, "PMCR_EL0.N");
        }
    }

    /** Without FEAT_FGT these too are CONSTRAINED UNPREDICTABLE, and UNDEFINED here. */
    private void addReservedCounters() {
        int result = cpu.has("FGT") ? TRAP_EL2 | EC_SYSREG : UNDEF;
        String name = "MDCR_EL2.HPMN";
        for (int slot = 0; slot < SysReg.REGISTERS * 4; slot++) {
            int index = slot >> 2;
            int number = eventCounter(SysReg.keyOf(index));
            if (index == SysReg.PMXEVCNTR_EL0) {
                add(slot, SELECTED_RESERVED, 0, -1, result, name);
            } else if (index == SysReg.PMXEVTYPER_EL0) {
                add(slot, SELECTED_RESERVED, 0, SEL_CYCLE_COUNTER, result, name);
            } else if (number >= 0) {
                add(slot, COUNTER_RESERVED, number, -1, result, name);
            }
        }
        isInput[SysReg.MDCR_EL2] = true;
    }

    private void addControl(String row) {
        String[] field = fields(row, 8);
        String gate = field[6];
        if (!gate.equals("-") && !cpu.has(gate)) {
            return;
        }
        String name = field[0];
        int register = index(name.substring(0, name.indexOf('.')));
        int target = field[4].equals("EL1") ? TRAP_EL1 : TRAP_EL2;
        int result = target | Integer.parseInt(field[5], 16);
        for (String alternative : field[1].split(",", -1)) {
            long bits = 0;
            long wanted = 0;
            for (String term : alternative.split("&", -1)) {
                int equals = term.indexOf('=');
                long bit = 1L << Integer.parseInt(term.substring(0, equals));
                bits |= bit;
                wanted |= term.endsWith("=1") ? bit : 0;
            }
            for (String registers : field[7].split(" ", -1)) {
                addRow(registers, field[2], field[3], register, bits, wanted, result, name);
            }
        }
    }

    private void addFineGrained(String row) {
        String[] field = fields(row, 6);
        if (!field[4].equals("-") && !cpu.has(field[4])) {
            return;
        }
        long bit = 1L << Integer.parseInt(field[2]);
        for (int i = 0; i < field[1].length(); i++) {
            String direction = field[1].substring(i, i + 1);
            String register =
                    switch (field[0]) {
                        case "HFG" -> direction.equals("r") ? "HFGRTR_EL2" : "HFGWTR_EL2";
                        case "HDFG" -> direction.equals("r") ? "HDFGRTR_EL2" : "HDFGWTR_EL2";
                        case "HFGI" -> "HFGITR_EL2";
                        default -> throw new IllegalStateException("group of row: " + row);
                    };
            int index = index(register);
            String name = register + "." + field[3];
            for (String registers : field[5].split(" ", -1)) {
                addRow(registers, direction, "01", index, bit, bit, TRAP_EL2 | EC_SYSREG, name);
            }
        }
    }

    private void addRow(
            String pattern,
            String directions,
            String levels,
            int register,
            long bits,
            long wanted,
            int result,
            String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            addRow(index(pattern), directions, levels, register, bits, wanted, result, name);
            return;
        }
        String prefix = pattern.substring(0, star).replace('.', ' ');
        String suffix = pattern.substring(star + 1);
        char first = prefix.charAt(0);
        boolean found = false;
        for (int i = 0; i < SysReg.COUNT; i++) {
            String candidate = SysReg.name(i, true);
            if (candidate.charAt(0) == first
                    && candidate.startsWith(prefix)
                    && candidate.endsWith(suffix)) {
                addRow(i, directions, levels, register, bits, wanted, result, name);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("pattern of " + name + " matches nothing: " + pattern);
        }
    }

    private void addRow(
            int index,
            String directions,
            String levels,
            int register,
            long bits,
            long wanted,
            int result,
            String name) {
        for (int low = 0; low < 4; low++) {
            boolean read = (low & 1) != 0;
            if (directions.indexOf(read ? 'r' : 'w') >= 0
                    && levels.indexOf('0' + (low >> 1)) >= 0) {
                add(index << 2 | low, register, bits, wanted, result, name);
            }
        }
    }

    private void add(int slot, int reg, long mask, long value, int outcome, String control) {
        // Nothing traps where the access is not COMPLETE to begin with.
        if (otherwise[slot] == COMPLETE) {
            tests.add(new Test(slot, reg, mask, value, outcome, control));
            if (reg >= 0) {
                isInput[reg] = true;
            }
        }
    }

    private int index(String name) {
        Integer index = indexOfName.get(name);
        if (index == null) {
            throw new IllegalStateException("no such register: " + name);
        }
        return index;
    }

    private void storeBySlot() {
        for (Test test : tests) {
            start[test.slot + 1]++;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            start[slot + 1] += start[slot];
        }
        int[] next = start.clone();
        for (Test test : tests) {
            int at = next[test.slot]++;
            reg[at] = (short) test.reg;
            mask[at] = test.mask;
            value[at] = test.value;
            outcome[at] = (short) test.outcome;
            control[at] = test.control;
        }
    }
}
