package trapline.trap;

/**
 * Values of ESR_EL1 and ESR_EL2 for exceptions taken from AArch64: class in bits 31:26, IL in bit
 * 25 (always 1: every A64 instruction has 32 bits), ISS in bits 24:0.
 *
 * <p>Source: DDI 0487, D24, "ESR_EL1, Exception Syndrome Register" and its ISS encodings.
 */
public final class Esr {
    /** ISS of a trapped FP or SIMD instruction, class 0x07: CV 1, COND 0b1110. */
    public static final int FP_ISS = 0x01e0_0000;

    /** ISS of debug exceptions: IFSC or DFSC 0b100010. */
    public static final int DEBUG_FSC = 0x22;

    /** UNDEFINED, class 0x00: "Unknown reason". */
    public static final long UNKNOWN = 0x0200_0000L;

    /** Data abort: bits 23:14 say which register was loaded or stored. */
    public static final int ISV = 1 << 24;

    /** Data abort: the fault is from cache maintenance or address translation. */
    public static final int CM = 1 << 8;

    /** Data and instruction abort: a stage 2 fault of a stage 1 table walk. */
    public static final int S1PTW = 1 << 7;

    /** Data abort and watchpoint: a write. */
    public static final int WNR = 1 << 6;

    private static final long IL = 1L << 25;
    private static final int STEP_ISV = 1 << 24;
    private static final int STEP_EX = 1 << 6;

    private static final int SAS_SHIFT = 22;
    private static final int SSE = 1 << 21;
    private static final int SRT_SHIFT = 16;
    private static final int SF = 1 << 15;
    private static final int AR = 1 << 14;

    private Esr() {}

    /** A syndrome from its class (0..0x3f) and ISS (25 bits). */
    public static long of(int ec, int iss) {
        return (long) ec << 26 | IL | (iss & 0x1ff_ffffL);
    }

    /**
     * A syndrome whose class differs between an exception from a lower Exception level and one from
     * the level that takes it: aborts 0x20 and 0x24, breakpoint 0x30, software step 0x32,
     * watchpoint 0x34.
     */
    public static long of(int ec, boolean sameLevel, int iss) {
        return of(sameLevel ? ec | 1 : ec, iss);
    }

    /**
     * Class 0x18, a trapped MSR, MRS, SYS, SYSL or MSR (immediate), from its word: Op0, Op2, Op1,
     * CRn, Rt, CRm and direction in bits 21:0.
     */
    public static long sysReg(int insn) {
        int iss =
                (insn >>> 19 & 3) << 20
                        | (insn >>> 5 & 7) << 17
                        | (insn >>> 16 & 7) << 14
                        | (insn >>> 12 & 15) << 10
                        | (insn & 31) << 5
                        | (insn >>> 8 & 15) << 1
                        | (insn >>> 21 & 1);
        return of(0x18, iss);
    }

    /** Class 0x01: 0x07E00000 for WFI, 0x07E00001 for WFE. */
    public static long wfx(boolean forEvent) {
        return of(0x01, FP_ISS | (forEvent ? 1 : 0));
    }

    /**
     * Class 0x32 or 0x33, software step.
     *
     * @param stepped an instruction was stepped, so that {@code exclusive} is known
     * @param exclusive that instruction was a Load-Exclusive
     */
    public static long softwareStep(boolean sameLevel, boolean stepped, boolean exclusive) {
        int iss = (stepped ? STEP_ISV : 0) | (stepped && exclusive ? STEP_EX : 0) | DEBUG_FSC;
        return of(0x32, sameLevel, iss);
    }

    /** Class 0x34 or 0x35, watchpoint. */
    public static long watchpoint(boolean sameLevel, boolean maintenance, boolean write) {
        // Cache maintenance is reported as a write.
        int iss = (maintenance ? CM | WNR : 0) | (write ? WNR : 0) | DEBUG_FSC;
        return of(0x34, sameLevel, iss);
    }

    /** Class 0x30 or 0x31, breakpoint. */
    public static long breakpoint(boolean sameLevel) {
        return of(0x30, sameLevel, DEBUG_FSC);
    }

    /**
     * ISV with SAS, SSE, SRT, SF and AR of the load or store in a word, for a stage 2 data abort:
     * ISS bits 24:14. Zero for what has no valid ISS: pairs, exclusives, atomics, forms with
     * writeback, FP and SIMD, prefetches and everything that is not a load or store.
     */
    public static int loadStoreIss(int insn) {
        int size = insn >>> 30;
        int opc = insn >>> 22 & 3;
        return switch (insn >>> 24 & 0x3f) {
            // Unscaled, unprivileged, register offset; LDAPR sits among the atomics.
            case 0b111000 -> {
                boolean indexed = (insn & 1 << 21) != 0;
                int form = insn >>> 10 & 3;
                if (indexed ? form == 2 : (form & 1) == 0) {
                    yield plain(insn, size, opc);
                }
                boolean ldapr = (insn & 0x3fff_fc00) == 0x38bf_c000;
                yield ldapr ? iss(insn, size, false, size == 3) | AR : 0;
            }
            // Unsigned offset.
            case 0b111001 -> plain(insn, size, opc);
            // Literal: opc stands where size does elsewhere; 3 is PRFM.
            case 0b011000 -> size == 3 ? 0 : iss(insn, size == 1 ? 3 : 2, size == 2, size != 0);
            // LDAPUR, STLUR.
            case 0b011001 -> {
                boolean unscaled = (insn & (1 << 21 | 3 << 10)) == 0;
                int iss = unscaled ? plain(insn, size, opc) : 0;
                yield iss == 0 ? 0 : iss | AR;
            }
            // LDAR, STLR, LDLAR, STLLR: o2 1, not a compare and swap.
            case 0b001000 -> {
                boolean ordered = (insn & (1 << 23 | 1 << 21)) == 1 << 23;
                yield ordered ? iss(insn, size, false, size == 3) | AR : 0;
            }
            default -> 0;
        };
    }

    private static int plain(int insn, int size, int opc) {
        return switch (opc) {
            case 0, 1 -> iss(insn, size, false, size == 3);
            case 2 -> size == 3 ? 0 : iss(insn, size, true, true); // size 3 is PRFM
            default -> size >= 2 ? 0 : iss(insn, size, true, false);
        };
    }

    private static int iss(int insn, int size, boolean signed, boolean is64) {
        return ISV
                | size << SAS_SHIFT
                | (signed ? SSE : 0)
                | (insn & 31) << SRT_SHIFT
                | (is64 ? SF : 0);
    }
}
