package trapline.vcpu.fp;

/**
 * Floating-point operations on all elements of one 64-bit half: four half, two single or one double
 * precision number by {@code sz}. Written out for each operation, so that translated code inlines
 * to the arithmetic itself.
 */
final class FpLanes {
    private static final long WORD = 0xffff_ffffL;
    private static final long HALF = 0xffffL;

    private FpLanes() {}

    static long add(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.add(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.add(s, 2, a & WORD, b & WORD)
                    | FpArith.add(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.add(s, 1, a & HALF, b & HALF)
                | FpArith.add(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.add(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.add(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long sub(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.sub(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.sub(s, 2, a & WORD, b & WORD)
                    | FpArith.sub(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.sub(s, 1, a & HALF, b & HALF)
                | FpArith.sub(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.sub(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.sub(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long abd(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.abd(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.abd(s, 2, a & WORD, b & WORD)
                    | FpArith.abd(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.abd(s, 1, a & HALF, b & HALF)
                | FpArith.abd(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.abd(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.abd(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long mul(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.mul(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.mul(s, 2, a & WORD, b & WORD)
                    | FpArith.mul(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.mul(s, 1, a & HALF, b & HALF)
                | FpArith.mul(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.mul(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.mul(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long mulx(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.mulx(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.mulx(s, 2, a & WORD, b & WORD)
                    | FpArith.mulx(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.mulx(s, 1, a & HALF, b & HALF)
                | FpArith.mulx(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.mulx(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.mulx(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long div(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpArith.div(s, 3, a, b);
        }
        if (sz == 2) {
            return FpArith.div(s, 2, a & WORD, b & WORD)
                    | FpArith.div(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpArith.div(s, 1, a & HALF, b & HALF)
                | FpArith.div(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpArith.div(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpArith.div(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long sqrt(FpState s, int sz, long a) {
        if (sz == 3) {
            return FpArith.sqrt(s, 3, a);
        }
        if (sz == 2) {
            return FpArith.sqrt(s, 2, a & WORD) | FpArith.sqrt(s, 2, a >>> 32) << 32;
        }
        return FpArith.sqrt(s, 1, a & HALF)
                | FpArith.sqrt(s, 1, a >>> 16 & HALF) << 16
                | FpArith.sqrt(s, 1, a >>> 32 & HALF) << 32
                | FpArith.sqrt(s, 1, a >>> 48) << 48;
    }

    static long mulAdd(FpState s, int sz, long addend, long a, long b) {
        if (sz == 3) {
            return FpFused.mulAdd(s, 3, addend, a, b);
        }
        if (sz == 2) {
            return FpFused.mulAdd(s, 2, addend & WORD, a & WORD, b & WORD)
                    | FpFused.mulAdd(s, 2, addend >>> 32, a >>> 32, b >>> 32) << 32;
        }
        return FpFused.mulAdd(s, 1, addend & HALF, a & HALF, b & HALF)
                | FpFused.mulAdd(s, 1, addend >>> 16 & HALF, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpFused.mulAdd(s, 1, addend >>> 32 & HALF, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpFused.mulAdd(s, 1, addend >>> 48, a >>> 48, b >>> 48) << 48;
    }

    static long mulSub(FpState s, int sz, long addend, long a, long b) {
        if (sz == 3) {
            return FpFused.mulSub(s, 3, addend, a, b);
        }
        if (sz == 2) {
            return FpFused.mulSub(s, 2, addend & WORD, a & WORD, b & WORD)
                    | FpFused.mulSub(s, 2, addend >>> 32, a >>> 32, b >>> 32) << 32;
        }
        return FpFused.mulSub(s, 1, addend & HALF, a & HALF, b & HALF)
                | FpFused.mulSub(s, 1, addend >>> 16 & HALF, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpFused.mulSub(s, 1, addend >>> 32 & HALF, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpFused.mulSub(s, 1, addend >>> 48, a >>> 48, b >>> 48) << 48;
    }

    static long recipStep(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpFused.recipStep(s, 3, a, b);
        }
        if (sz == 2) {
            return FpFused.recipStep(s, 2, a & WORD, b & WORD)
                    | FpFused.recipStep(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpFused.recipStep(s, 1, a & HALF, b & HALF)
                | FpFused.recipStep(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpFused.recipStep(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpFused.recipStep(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long rsqrtStep(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpFused.rsqrtStep(s, 3, a, b);
        }
        if (sz == 2) {
            return FpFused.rsqrtStep(s, 2, a & WORD, b & WORD)
                    | FpFused.rsqrtStep(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpFused.rsqrtStep(s, 1, a & HALF, b & HALF)
                | FpFused.rsqrtStep(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpFused.rsqrtStep(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpFused.rsqrtStep(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long max(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.max(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.max(s, 2, a & WORD, b & WORD)
                    | FpCompare.max(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.max(s, 1, a & HALF, b & HALF)
                | FpCompare.max(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.max(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.max(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long min(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.min(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.min(s, 2, a & WORD, b & WORD)
                    | FpCompare.min(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.min(s, 1, a & HALF, b & HALF)
                | FpCompare.min(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.min(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.min(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long maxnm(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.maxnm(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.maxnm(s, 2, a & WORD, b & WORD)
                    | FpCompare.maxnm(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.maxnm(s, 1, a & HALF, b & HALF)
                | FpCompare.maxnm(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.maxnm(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.maxnm(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long minnm(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.minnm(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.minnm(s, 2, a & WORD, b & WORD)
                    | FpCompare.minnm(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.minnm(s, 1, a & HALF, b & HALF)
                | FpCompare.minnm(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.minnm(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.minnm(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long cmeq(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.cmeq(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.cmeq(s, 2, a & WORD, b & WORD)
                    | FpCompare.cmeq(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.cmeq(s, 1, a & HALF, b & HALF)
                | FpCompare.cmeq(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.cmeq(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.cmeq(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long cmge(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.cmge(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.cmge(s, 2, a & WORD, b & WORD)
                    | FpCompare.cmge(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.cmge(s, 1, a & HALF, b & HALF)
                | FpCompare.cmge(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.cmge(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.cmge(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long cmgt(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.cmgt(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.cmgt(s, 2, a & WORD, b & WORD)
                    | FpCompare.cmgt(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.cmgt(s, 1, a & HALF, b & HALF)
                | FpCompare.cmgt(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.cmgt(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.cmgt(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long acge(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.acge(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.acge(s, 2, a & WORD, b & WORD)
                    | FpCompare.acge(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.acge(s, 1, a & HALF, b & HALF)
                | FpCompare.acge(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.acge(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.acge(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long acgt(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return FpCompare.acgt(s, 3, a, b);
        }
        if (sz == 2) {
            return FpCompare.acgt(s, 2, a & WORD, b & WORD)
                    | FpCompare.acgt(s, 2, a >>> 32, b >>> 32) << 32;
        }
        return FpCompare.acgt(s, 1, a & HALF, b & HALF)
                | FpCompare.acgt(s, 1, a >>> 16 & HALF, b >>> 16 & HALF) << 16
                | FpCompare.acgt(s, 1, a >>> 32 & HALF, b >>> 32 & HALF) << 32
                | FpCompare.acgt(s, 1, a >>> 48, b >>> 48) << 48;
    }

    static long recip(FpState s, int sz, long a) {
        if (sz == 3) {
            return FpEstimate.recip(s, 3, a);
        }
        if (sz == 2) {
            return FpEstimate.recip(s, 2, a & WORD) | FpEstimate.recip(s, 2, a >>> 32) << 32;
        }
        return FpEstimate.recip(s, 1, a & HALF)
                | FpEstimate.recip(s, 1, a >>> 16 & HALF) << 16
                | FpEstimate.recip(s, 1, a >>> 32 & HALF) << 32
                | FpEstimate.recip(s, 1, a >>> 48) << 48;
    }

    static long rsqrt(FpState s, int sz, long a) {
        if (sz == 3) {
            return FpEstimate.rsqrt(s, 3, a);
        }
        if (sz == 2) {
            return FpEstimate.rsqrt(s, 2, a & WORD) | FpEstimate.rsqrt(s, 2, a >>> 32) << 32;
        }
        return FpEstimate.rsqrt(s, 1, a & HALF)
                | FpEstimate.rsqrt(s, 1, a >>> 16 & HALF) << 16
                | FpEstimate.rsqrt(s, 1, a >>> 32 & HALF) << 32
                | FpEstimate.rsqrt(s, 1, a >>> 48) << 48;
    }

    static long integral(FpState s, int sz, long a, int rmode, boolean exact) {
        if (sz == 3) {
            return FpConvert.integral(s, 3, a, rmode, exact);
        }
        if (sz == 2) {
            return FpConvert.integral(s, 2, a & WORD, rmode, exact)
                    | FpConvert.integral(s, 2, a >>> 32, rmode, exact) << 32;
        }
        return FpConvert.integral(s, 1, a & HALF, rmode, exact)
                | FpConvert.integral(s, 1, a >>> 16 & HALF, rmode, exact) << 16
                | FpConvert.integral(s, 1, a >>> 32 & HALF, rmode, exact) << 32
                | FpConvert.integral(s, 1, a >>> 48, rmode, exact) << 48;
    }

    /** To integers of the element's width. */
    static long toFixed(FpState s, int sz, long a, int fbits, boolean unsigned, int rmode) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a >>> i & Operand.element(sz);
            result |= FpConvert.toFixed(s, sz, e, width, fbits, unsigned, rmode) << i;
        }
        return result;
    }

    /** From integers of the element's width. */
    static long fromFixed(FpState s, int sz, long a, int fbits, boolean unsigned) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a << 64 - width - i;
            e = unsigned ? e >>> 64 - width : e >> 64 - width;
            result |= FpConvert.fromFixed(s, sz, e, fbits, unsigned) << i;
        }
        return result;
    }

    /** The low 32 bits' elements of {@code sz}, 1 or 2, in the next wider format. */
    static long widen(FpState s, int sz, long a) {
        if (sz == 2) {
            return FpConvert.precision(s, 2, 3, a & WORD);
        }
        return FpConvert.precision(s, 1, 2, a & HALF)
                | FpConvert.precision(s, 1, 2, a >>> 16 & HALF) << 32;
    }

    /** The half's elements in the next narrower format {@code sz}, 1 or 2, in the low 32 bits. */
    static long narrow(FpState s, int sz, long a) {
        if (sz == 2) {
            return FpConvert.precision(s, 3, 2, a);
        }
        return FpConvert.precision(s, 2, 1, a & WORD)
                | FpConvert.precision(s, 2, 1, a >>> 32) << 16;
    }
}
