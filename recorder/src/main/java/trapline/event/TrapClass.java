package trapline.event;

/**
 * Classes of traps, in the words of the JSON contract. The order is part of the journal's format.
 */
public enum TrapClass {
    SYSREG,
    HVC,
    SMC,
    WFX,
    DATA_ABORT,
    INSTRUCTION_ABORT,
    FP,
    OTHER;

    private static final TrapClass[] ALL = values();

    public static TrapClass of(int ordinal) {
        return ALL[ordinal];
    }
}
