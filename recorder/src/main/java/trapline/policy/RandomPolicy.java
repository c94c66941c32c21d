package trapline.policy;

/**
 * Policy files made up from a seed, for tests of screening and of flipped replay: one seed gives
 * one text. The rules are about registers that a common guest touches under the {@code xen}
 * personality.
 */
public final class RandomPolicy {
    // @formatter:off
    private static final String[] REGISTERS = {
        "MDCCSR_EL0", "DBGDTR_EL0", "DBGDTRTX_EL0", "DBGDTRRX_EL0", "MDSCR_EL1", "OSLAR_EL1", "OSLSR_EL1", "OSDLR_EL1",
        "MDRAR_EL1", "DBGBVR0_EL1", "DBGBCR0_EL1", "DBGWVR0_EL1", "DBGWCR0_EL1", "PMCR_EL0", "PMUSERENR_EL0",
        "PMCNTENSET_EL0", "PMCCNTR_EL0", "PMEVCNTR0_EL0", "ACTLR_EL1", "ID_AA64PFR0_EL1", "ID_AA64DFR0_EL1",
        "ID_AA64ISAR0_EL1", "ID_AA64MMFR0_EL1", "MDCCINT_EL1", "DBGAUTHSTATUS_EL1",
    };
    private static final String[] ACTIONS = {"undef", "raz", "wi", "raz-wi", "value", "store"};
    // @formatter:on

    private long state;

    private RandomPolicy(long seed) {
        state = seed;
    }

    /**
     * Makes up a policy file.
     *
     * @param rules number of rules, at least 1
     */
    public static String text(long seed, int rules) {
        return new RandomPolicy(seed).write(rules);
    }

    private String write(int rules) {
        StringBuilder s = new StringBuilder("name = \"random\"\n\n[flags]\n");
        s.append("first = ")
                .append(below(2) == 0)
                .append("\nsecond = ")
                .append(below(2) == 0)
                .append('\n');
        for (int k = 0; k < rules; k++) {
            String action = ACTIONS[below(ACTIONS.length)];
            s.append("\n[[rule]]\nregister = \"").append(REGISTERS[below(REGISTERS.length)]);
            s.append("\"\naction = \"").append(action).append("\"\n");
            if (action.equals("value")) {
                s.append("value = \"0x").append(Long.toHexString(next())).append("\"\n");
            }
            if (below(4) == 0) {
                s.append("el = ").append(below(2)).append('\n');
            }
            if (below(3) == 0) {
                s.append("flag = \"")
                        .append(below(2) == 0 ? "" : "!")
                        .append(below(2) == 0 ? "first" : "second");
                s.append("\"\n");
            }
            if (below(4) == 0) {
                s.append("after = ").append(below(100)).append('\n');
            }
            if (below(4) == 0) {
                s.append("times = ").append(1 + below(100)).append('\n');
            }
        }
        return s.toString();
    }

    private int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** SplitMix64. */
    private long next() {
        state += 0x9e37_79b9_7f4a_7c15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }
}
