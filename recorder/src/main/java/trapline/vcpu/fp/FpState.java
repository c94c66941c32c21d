package trapline.vcpu.fp;

/**
 * The floating-point control and status registers of one vCPU: all the state that floating-point
 * arithmetic reads or writes besides its operands. Source: DDI 0487, FPCR and FPSR register
 * descriptions.
 */
public final class FpState {
    /** FPSR.IOC: invalid operation. */
    public static final int IOC = 1;

    /** FPSR.DZC: division by zero. */
    public static final int DZC = 1 << 1;

    /** FPSR.OFC: overflow. */
    public static final int OFC = 1 << 2;

    /** FPSR.UFC: underflow, also a result flushed to zero. */
    public static final int UFC = 1 << 3;

    /** FPSR.IXC: inexact. */
    public static final int IXC = 1 << 4;

    /** FPSR.IDC: a single or double precision operand was flushed to zero. */
    public static final int IDC = 1 << 7;

    /** FPSR.QC: an Advanced SIMD integer operation saturated. */
    public static final int QC = 1 << 27;

    /**
     * FPCR.AHP: half precision conversions use the alternative format, without infinities and NaNs.
     */
    public static final int AHP = 1 << 26;

    /** FPCR.DN: each NaN result is the default NaN. */
    public static final int DN = 1 << 25;

    /** FPCR.FZ: single and double precision denormals are flushed to zero. */
    public static final int FZ = 1 << 24;

    /**
     * FPCR.FZ16: half precision denormals are flushed to zero, except by conversions between
     * precisions.
     */
    public static final int FZ16 = 1 << 19;

    /** Position of FPCR.RMode. */
    public static final int RMODE_SHIFT = 22;

    /** FPCR.RMode, bits 23:22. */
    public static final int RMODE = 3 << RMODE_SHIFT;

    /** To nearest, ties to even: FPCR.RMode 0b00. */
    public static final int RN = 0;

    /** Towards plus infinity: FPCR.RMode 0b01. */
    public static final int RP = 1;

    /** Towards minus infinity: FPCR.RMode 0b10. */
    public static final int RM = 2;

    /** Towards zero: FPCR.RMode 0b11. */
    public static final int RZ = 3;

    /** To nearest, ties away from zero: only by instructions that say so. */
    public static final int RA = 4;

    /** To odd, Von Neumann rounding: FCVTXN. */
    public static final int RO = 5;

    /** FPCR as the guest reads it. */
    public int fpcr;

    /** FPSR as the guest reads it. */
    public int fpsr;

    /** The rounding mode in FPCR, {@link #RN} to {@link #RZ}. */
    public int rmode() {
        return fpcr >>> RMODE_SHIFT & 3;
    }
}
