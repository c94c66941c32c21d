package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nPart;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setPart;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/** Integer operations of one vector: DDI 0487, C4.1, "Advanced SIMD two-register miscellaneous". */
public final class SimdMisc {
    private SimdMisc() {}

    private static long words(int lo, int hi) {
        return lo & Operand.WORD | (long) hi << 32;
    }

    public static void REV64_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.rev64(sz, n0(c, insn)), q(insn) ? Lanes.rev64(sz, n1(c, insn)) : 0);
    }

    public static void REV32_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.rev32(sz, n0(c, insn)), q(insn) ? Lanes.rev32(sz, n1(c, insn)) : 0);
    }

    public static void REV16_asimdmisc_R(Vcpu c, int insn) {
        set(c, insn, Lanes.rev16(n0(c, insn)), q(insn) ? Lanes.rev16(n1(c, insn)) : 0);
    }

    public static void CLS_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.cls(sz, n0(c, insn)), q(insn) ? Lanes.cls(sz, n1(c, insn)) : 0);
    }

    public static void CLZ_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.clz(sz, n0(c, insn)), q(insn) ? Lanes.clz(sz, n1(c, insn)) : 0);
    }

    public static void CNT_asimdmisc_R(Vcpu c, int insn) {
        set(c, insn, Lanes.cnt(n0(c, insn)), q(insn) ? Lanes.cnt(n1(c, insn)) : 0);
    }

    public static void ABS_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.abs(sz, n0(c, insn)), q(insn) ? Lanes.abs(sz, n1(c, insn)) : 0);
    }

    public static void NEG_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.neg(sz, n0(c, insn)), q(insn) ? Lanes.neg(sz, n1(c, insn)) : 0);
    }

    public static void NOT_asimdmisc_R(Vcpu c, int insn) {
        set(c, insn, ~n0(c, insn), q(insn) ? ~n1(c, insn) : 0);
    }

    public static void RBIT_asimdmisc_R(Vcpu c, int insn) {
        set(c, insn, Lanes.rbit(n0(c, insn)), q(insn) ? Lanes.rbit(n1(c, insn)) : 0);
    }

    public static void SADDLP_asimdmisc_P(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.saddlp(sz, n0(c, insn)), q(insn) ? Lanes.saddlp(sz, n1(c, insn)) : 0);
    }

    public static void SADALP_asimdmisc_P(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, d0(c, insn), Lanes.saddlp(sz, n0(c, insn))),
                q(insn) ? Lanes.add(sz + 1, d1(c, insn), Lanes.saddlp(sz, n1(c, insn))) : 0);
    }

    public static void UADDLP_asimdmisc_P(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.uaddlp(sz, n0(c, insn)), q(insn) ? Lanes.uaddlp(sz, n1(c, insn)) : 0);
    }

    public static void UADALP_asimdmisc_P(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, d0(c, insn), Lanes.uaddlp(sz, n0(c, insn))),
                q(insn) ? Lanes.add(sz + 1, d1(c, insn), Lanes.uaddlp(sz, n1(c, insn))) : 0);
    }

    public static void SUQADD_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.suqadd(s, sz, d0(c, insn), n0(c, insn)),
                q(insn) ? SatLanes.suqadd(s, sz, d1(c, insn), n1(c, insn)) : 0);
    }

    public static void USQADD_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.usqadd(s, sz, d0(c, insn), n0(c, insn)),
                q(insn) ? SatLanes.usqadd(s, sz, d1(c, insn), n1(c, insn)) : 0);
    }

    public static void SQABS_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqabs(s, sz, n0(c, insn)),
                q(insn) ? SatLanes.sqabs(s, sz, n1(c, insn)) : 0);
    }

    public static void SQNEG_asimdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqneg(s, sz, n0(c, insn)),
                q(insn) ? SatLanes.sqneg(s, sz, n1(c, insn)) : 0);
    }

    public static void CMGT_asimdmisc_Z(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.cmgt(sz, n0(c, insn), 0), q(insn) ? Lanes.cmgt(sz, n1(c, insn), 0) : 0);
    }

    public static void CMEQ_asimdmisc_Z(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.cmeq(sz, n0(c, insn), 0), q(insn) ? Lanes.cmeq(sz, n1(c, insn), 0) : 0);
    }

    public static void CMLT_asimdmisc_Z(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.negative(sz, n0(c, insn)),
                q(insn) ? Lanes.negative(sz, n1(c, insn)) : 0);
    }

    public static void CMGE_asimdmisc_Z(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.cmge(sz, n0(c, insn), 0), q(insn) ? Lanes.cmge(sz, n1(c, insn), 0) : 0);
    }

    public static void CMLE_asimdmisc_Z(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, Lanes.cmge(sz, 0, n0(c, insn)), q(insn) ? Lanes.cmge(sz, 0, n1(c, insn)) : 0);
    }

    public static void XTN_asimdmisc_N(Vcpu c, int insn) {
        setPart(c, insn, Lanes.uzp1(size(insn), n0(c, insn), n1(c, insn)));
    }

    public static void SQXTN_asimdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long lo = SatLanes.sqxtn(s, sz, n0(c, insn), 0, false);
        setPart(c, insn, lo | SatLanes.sqxtn(s, sz, n1(c, insn), 0, false) << 32);
    }

    public static void UQXTN_asimdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long lo = SatLanes.uqxtn(s, sz, n0(c, insn), 0, false);
        setPart(c, insn, lo | SatLanes.uqxtn(s, sz, n1(c, insn), 0, false) << 32);
    }

    public static void SQXTUN_asimdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long lo = SatLanes.sqxtun(s, sz, n0(c, insn), 0, false);
        setPart(c, insn, lo | SatLanes.sqxtun(s, sz, n1(c, insn), 0, false) << 32);
    }

    public static void SHLL_asimdmisc_S(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        set(c, insn, Lanes.uxtl(sz, a) << (8 << sz), Lanes.uxtl(sz, a >>> 32) << (8 << sz));
    }

    public static void URECPE_asimdmisc_R(Vcpu c, int insn) {
        set(
                c,
                insn,
                words(
                        FpEstimate.unsignedRecip((int) n0(c, insn)),
                        FpEstimate.unsignedRecip((int) (n0(c, insn) >>> 32))),
                q(insn)
                        ? words(
                                FpEstimate.unsignedRecip((int) n1(c, insn)),
                                FpEstimate.unsignedRecip((int) (n1(c, insn) >>> 32)))
                        : 0);
    }

    public static void URSQRTE_asimdmisc_R(Vcpu c, int insn) {
        set(
                c,
                insn,
                words(
                        FpEstimate.unsignedRsqrt((int) n0(c, insn)),
                        FpEstimate.unsignedRsqrt((int) (n0(c, insn) >>> 32))),
                q(insn)
                        ? words(
                                FpEstimate.unsignedRsqrt((int) n1(c, insn)),
                                FpEstimate.unsignedRsqrt((int) (n1(c, insn) >>> 32)))
                        : 0);
    }
}
