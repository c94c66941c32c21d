package trapline.trap;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

/**
 * What of a core decides whether an encoding exists, besides the control registers.
 *
 * @param features answers for Arm's feature names, such as {@code FEAT_PMUv3} or {@code FEAT_GICv3}
 * @param breakpoints hardware breakpoints, 2..16: ID_AA64DFR0_EL1.BRPs + 1
 * @param watchpoints hardware watchpoints, 2..16: ID_AA64DFR0_EL1.WRPs + 1
 * @param eventCounters PMU event counters without the cycle counter, 0..31: PMCR_EL0.N
 * @param gicPriorityBits preemption bits of the GIC CPU interface, 5..7: they decide how many
 *     active-priority registers there are
 */
public record Implementation(
        Predicate<String> features,
        int breakpoints,
        int watchpoints,
        int eventCounters,
        int gicPriorityBits) {

    /** What the virtual CPU interface of the modelled cores has. */
    private static final int GIC_PRIORITY_BITS = 5;

    /** Features that control or gate system registers and that the tables of this package cover. */
    static final Set<String> COVERED =
            Set.of(
                    "AA32EL1",
                    "CCIDX",
                    "CSV2_1p2",
                    "CSV2_2",
                    "DIT",
                    "DPB",
                    "DPB2",
                    "ECV",
                    "FGT",
                    "GICv3",
                    "LOR",
                    "MTE",
                    "MTE2",
                    "PAN",
                    "PAN2",
                    "PAuth",
                    "PMUv3",
                    "PMUv3p4",
                    "RAS",
                    "RASv1p1",
                    "RNG",
                    "SPE",
                    "SPECRES",
                    "SSBS2",
                    "TLBIOS",
                    "TLBIRANGE",
                    "TRF",
                    "UAO",
                    "VHE");

    public Implementation {
        requireRange("breakpoints", breakpoints, 2, 16);
        requireRange("watchpoints", watchpoints, 2, 16);
        requireRange("eventCounters", eventCounters, 0, 31);
        requireRange("gicPriorityBits", gicPriorityBits, 5, 7);
        Set<String> gates = new HashSet<>();
        for (int i = 0; i < SysReg.COUNT; i++) {
            gates.add(SysReg.gate(i));
        }
        Set<String> uncovered = new TreeSet<>();
        for (String gate : gates) {
            for (String name : gate.replace('&', '|').split("\\|", -1)) {
                if (!name.isEmpty() && !COVERED.contains(name) && features.test("FEAT_" + name)) {
                    uncovered.add("FEAT_" + name);
                }
            }
        }
        if (!uncovered.isEmpty()) {
            throw new IllegalArgumentException("no routing rules for " + uncovered);
        }
    }

    /**
     * The implementation that a modelled core is. It has the GICv3 system registers whatever
     * interrupt controller the guest sees: for a GICv2 guest EL2 keeps them shut
     * (ICC_SRE_EL2.Enable).
     */
    public static Implementation of(CpuModel model) {
        return new Implementation(
                name -> name.equals("FEAT_GICv3") || model.has(name),
                model.breakpoints(),
                model.watchpoints(),
                model.eventCounters(),
                GIC_PRIORITY_BITS);
    }

    private static void requireRange(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    what + ": expected=" + low + ".." + high + " actual=" + value);
        }
    }

    /** Whether a feature, named without {@code FEAT_}, is implemented. */
    boolean has(String name) {
        return features.test("FEAT_" + name);
    }
}
