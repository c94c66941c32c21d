package trapline.mmu;

/**
 * Fault status codes of instruction and data aborts: ISS bits 5:0 (DDI 0487, ESR_ELx). Level is
 * added where one exists.
 */
public final class Dfsc {
    /** Address size fault, level 0. */
    public static final int ADDRESS_SIZE = 0b000000;

    /** Translation fault, level 0. */
    public static final int TRANSLATION = 0b000100;

    /** Access flag fault, level 0. */
    public static final int ACCESS_FLAG = 0b001000;

    /** Permission fault, level 0. */
    public static final int PERMISSION = 0b001100;

    /** Synchronous External abort, not on a table walk. */
    public static final int EXTERNAL = 0b010000;

    /** Alignment fault. */
    public static final int ALIGNMENT = 0b100001;

    /** Watchpoint: no abort, reported under a class of its own. */
    public static final int DEBUG = 0b100010;

    /** Unsupported exclusive or atomic access. */
    public static final int UNSUPPORTED_ATOMIC = 0b110101;

    private Dfsc() {}
}
