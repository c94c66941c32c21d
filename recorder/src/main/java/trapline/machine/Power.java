package trapline.machine;

/** What a vCPU is doing, as the scheduler sees it. The order is part of the snapshot format. */
enum Power {
    /** Not started, or PSCI CPU_OFF. */
    OFF,
    /** Gets its turns. */
    RUNNING,
    /** In WFI or PSCI CPU_SUSPEND until something pends. */
    BLOCKED,
    /** Takes exceptions for ever, without an instruction in between. */
    STUCK;

    private static final Power[] ALL = values();

    /** The number in a snapshot. */
    @SuppressWarnings("EnumOrdinal") // the declared order is the format
    int code() {
        return ordinal();
    }

    static Power of(int ordinal) {
        return ALL[ordinal];
    }
}
