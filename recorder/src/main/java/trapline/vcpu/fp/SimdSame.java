package trapline.vcpu.fp;

import static trapline.vcpu.fp.Lanes.uzp1;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.m1;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/**
 * Integer operations of two vectors, three registers the same: DDI 0487, C4.1, "Advanced SIMD three
 * same" and "three same extra".
 */
public final class SimdSame {
    private SimdSame() {}

    public static void SHADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.shadd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.shadd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SRHADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.srhadd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.srhadd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SHSUB_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.shsub(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.shsub(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMGT_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmgt(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmgt(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMGE_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmge(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmge(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.sshl(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.sshl(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SRSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.srshl(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.srshl(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SMAX_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.smax(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.smax(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SMIN_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.smin(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.smin(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SABD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.sabd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.sabd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void ADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.add(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.add(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMTST_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmtst(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmtst(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void MUL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.mul(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.mul(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UHADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.uhadd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.uhadd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void URHADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.urhadd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.urhadd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UHSUB_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.uhsub(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.uhsub(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMHI_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmhi(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmhi(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMHS_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmhs(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmhs(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void USHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.ushl(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.ushl(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void URSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.urshl(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.urshl(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UMAX_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.umax(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.umax(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UMIN_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.umin(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.umin(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UABD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.uabd(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.uabd(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SUB_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.sub(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.sub(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void CMEQ_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.cmeq(sz, n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.cmeq(sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SQADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqadd(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? SatLanes.sqadd(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SQSUB_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqsub(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? SatLanes.sqsub(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UQADD_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.uqadd(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? SatLanes.uqadd(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void UQSUB_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.uqsub(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? SatLanes.uqsub(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SQSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqshlr(s, sz, n0(c, insn), m0(c, insn), false),
                q(insn) ? SatLanes.sqshlr(s, sz, n1(c, insn), m1(c, insn), false) : 0);
    }

    public static void SQRSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqshlr(s, sz, n0(c, insn), m0(c, insn), true),
                q(insn) ? SatLanes.sqshlr(s, sz, n1(c, insn), m1(c, insn), true) : 0);
    }

    public static void UQSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.uqshlr(s, sz, n0(c, insn), m0(c, insn), false),
                q(insn) ? SatLanes.uqshlr(s, sz, n1(c, insn), m1(c, insn), false) : 0);
    }

    public static void UQRSHL_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.uqshlr(s, sz, n0(c, insn), m0(c, insn), true),
                q(insn) ? SatLanes.uqshlr(s, sz, n1(c, insn), m1(c, insn), true) : 0);
    }

    public static void SQDMULH_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqdmulh(s, sz, n0(c, insn), m0(c, insn), false),
                q(insn) ? SatLanes.sqdmulh(s, sz, n1(c, insn), m1(c, insn), false) : 0);
    }

    public static void SQRDMULH_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqdmulh(s, sz, n0(c, insn), m0(c, insn), true),
                q(insn) ? SatLanes.sqdmulh(s, sz, n1(c, insn), m1(c, insn), true) : 0);
    }

    public static void SQRDMLAH_asimdsame2_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqrdmlah(s, sz, d0(c, insn), n0(c, insn), m0(c, insn), false),
                q(insn)
                        ? SatLanes.sqrdmlah(s, sz, d1(c, insn), n1(c, insn), m1(c, insn), false)
                        : 0);
    }

    public static void SQRDMLSH_asimdsame2_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqrdmlah(s, sz, d0(c, insn), n0(c, insn), m0(c, insn), true),
                q(insn)
                        ? SatLanes.sqrdmlah(s, sz, d1(c, insn), n1(c, insn), m1(c, insn), true)
                        : 0);
    }

    public static void SABA_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.sabd(sz, n0(c, insn), m0(c, insn))),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.sabd(sz, n1(c, insn), m1(c, insn))) : 0);
    }

    public static void UABA_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.uabd(sz, n0(c, insn), m0(c, insn))),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.uabd(sz, n1(c, insn), m1(c, insn))) : 0);
    }

    public static void MLA_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.mla(sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.mla(sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void MLS_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                Lanes.mls(sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.mls(sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void SDOT_asimdsame2_D(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.add(2, d0(c, insn), Lanes.sdot(n0(c, insn), m0(c, insn))),
                q(insn) ? Lanes.add(2, d1(c, insn), Lanes.sdot(n1(c, insn), m1(c, insn))) : 0);
    }

    public static void UDOT_asimdsame2_D(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.add(2, d0(c, insn), Lanes.udot(n0(c, insn), m0(c, insn))),
                q(insn) ? Lanes.add(2, d1(c, insn), Lanes.udot(n1(c, insn), m1(c, insn))) : 0);
    }

    public static void PMUL_asimdsame_only(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.pmul(n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.pmul(n1(c, insn), m1(c, insn)) : 0);
    }

    public static void AND_asimdsame_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) & m0(c, insn), q(insn) ? n1(c, insn) & m1(c, insn) : 0);
    }

    public static void BIC_asimdsame_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) & ~m0(c, insn), q(insn) ? n1(c, insn) & ~m1(c, insn) : 0);
    }

    public static void ORR_asimdsame_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) | m0(c, insn), q(insn) ? n1(c, insn) | m1(c, insn) : 0);
    }

    public static void ORN_asimdsame_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) | ~m0(c, insn), q(insn) ? n1(c, insn) | ~m1(c, insn) : 0);
    }

    public static void EOR_asimdsame_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) ^ m0(c, insn), q(insn) ? n1(c, insn) ^ m1(c, insn) : 0);
    }

    public static void BSL_asimdsame_only(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.select(d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? Lanes.select(d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void BIT_asimdsame_only(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.select(m0(c, insn), n0(c, insn), d0(c, insn)),
                q(insn) ? Lanes.select(m1(c, insn), n1(c, insn), d1(c, insn)) : 0);
    }

    public static void BIF_asimdsame_only(Vcpu c, int insn) {
        set(
                c,
                insn,
                Lanes.select(m0(c, insn), d0(c, insn), n0(c, insn)),
                q(insn) ? Lanes.select(m1(c, insn), d1(c, insn), n1(c, insn)) : 0);
    }

    public static void SMAXP_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        int width = 8 << sz;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (!q(insn)) {
            set(
                    c,
                    insn,
                    uzp1(sz, Lanes.smax(sz, a, a >>> width), Lanes.smax(sz, b, b >>> width)),
                    0);
            return;
        }
        long a1 = n1(c, insn);
        long b1 = m1(c, insn);
        set(
                c,
                insn,
                uzp1(sz, Lanes.smax(sz, a, a >>> width), Lanes.smax(sz, a1, a1 >>> width)),
                uzp1(sz, Lanes.smax(sz, b, b >>> width), Lanes.smax(sz, b1, b1 >>> width)));
    }

    public static void SMINP_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        int width = 8 << sz;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (!q(insn)) {
            set(
                    c,
                    insn,
                    uzp1(sz, Lanes.smin(sz, a, a >>> width), Lanes.smin(sz, b, b >>> width)),
                    0);
            return;
        }
        long a1 = n1(c, insn);
        long b1 = m1(c, insn);
        set(
                c,
                insn,
                uzp1(sz, Lanes.smin(sz, a, a >>> width), Lanes.smin(sz, a1, a1 >>> width)),
                uzp1(sz, Lanes.smin(sz, b, b >>> width), Lanes.smin(sz, b1, b1 >>> width)));
    }

    public static void UMAXP_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        int width = 8 << sz;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (!q(insn)) {
            set(
                    c,
                    insn,
                    uzp1(sz, Lanes.umax(sz, a, a >>> width), Lanes.umax(sz, b, b >>> width)),
                    0);
            return;
        }
        long a1 = n1(c, insn);
        long b1 = m1(c, insn);
        set(
                c,
                insn,
                uzp1(sz, Lanes.umax(sz, a, a >>> width), Lanes.umax(sz, a1, a1 >>> width)),
                uzp1(sz, Lanes.umax(sz, b, b >>> width), Lanes.umax(sz, b1, b1 >>> width)));
    }

    public static void UMINP_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        int width = 8 << sz;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (!q(insn)) {
            set(
                    c,
                    insn,
                    uzp1(sz, Lanes.umin(sz, a, a >>> width), Lanes.umin(sz, b, b >>> width)),
                    0);
            return;
        }
        long a1 = n1(c, insn);
        long b1 = m1(c, insn);
        set(
                c,
                insn,
                uzp1(sz, Lanes.umin(sz, a, a >>> width), Lanes.umin(sz, a1, a1 >>> width)),
                uzp1(sz, Lanes.umin(sz, b, b >>> width), Lanes.umin(sz, b1, b1 >>> width)));
    }

    public static void ADDP_asimdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        int width = 8 << sz;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (sz == 3) {
            set(c, insn, a + n1(c, insn), b + m1(c, insn));
            return;
        }
        if (!q(insn)) {
            set(c, insn, uzp1(sz, Lanes.add(sz, a, a >>> width), Lanes.add(sz, b, b >>> width)), 0);
            return;
        }
        long a1 = n1(c, insn);
        long b1 = m1(c, insn);
        set(
                c,
                insn,
                uzp1(sz, Lanes.add(sz, a, a >>> width), Lanes.add(sz, a1, a1 >>> width)),
                uzp1(sz, Lanes.add(sz, b, b >>> width), Lanes.add(sz, b1, b1 >>> width)));
    }
}
