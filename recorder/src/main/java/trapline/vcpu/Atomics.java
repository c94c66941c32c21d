package trapline.vcpu;

import trapline.isa.A64;

/**
 * Exclusive, ordered and atomic accesses (DDI 0487, B2.12, C3.2). One instruction completes before
 * the next vCPU runs, so acquire and release add nothing; what remains is that these accesses must
 * be aligned.
 *
 * <p>The local monitor tags the virtual address and the width; a store-exclusive elsewhere fails,
 * as the architecture allows. It opens on a store-exclusive, CLREX, an exception return, and when
 * another vCPU gets its turn, so that no store of another vCPU can go unseen.
 */
public final class Atomics {
    private static final long WORD = 0xffff_ffffL;

    private Atomics() {}

    /** Any row from {@code STXRB} to the last of the atomics. */
    static void exec(int row, Vcpu c, int i) {
        if (row < A64.STLRB_SL32_ldstord) {
            exclusive(c, i);
        } else if ((i & 0x3f00_0000) == 0x0800_0000 && (i >>> 21 & 5) == 4) {
            ordered(c, i);
        } else if ((i & 0x3f00_0000) == 0x0800_0000) {
            compareAndSwap(c, i);
        } else {
            memoryOperation(c, i);
        }
    }

    private static long address(Vcpu c, int i, int bytes, boolean write) {
        long va = LoadStore.base(c, i);
        if ((va & bytes - 1) != 0) {
            throw c.mmu.alignment(va, write, bytes);
        }
        return va;
    }

    static long load(Vcpu c, long va, int size) {
        return switch (size) {
            case 0 -> c.mmu.load8(va);
            case 1 -> c.mmu.load16(va);
            case 2 -> c.mmu.load32(va);
            default -> c.mmu.load64(va);
        };
    }

    static void store(Vcpu c, long va, int size, long v) {
        switch (size) {
            case 0 -> c.mmu.store8(va, v);
            case 1 -> c.mmu.store16(va, v);
            case 2 -> c.mmu.store32(va, v);
            default -> c.mmu.store64(va, v);
        }
    }

    private static void exclusive(Vcpu c, int i) {
        int size = i >>> 30;
        boolean pair = (i >>> 21 & 1) != 0;
        boolean isLoad = (i >>> 22 & 1) != 0;
        int bytes = (1 << size) * (pair ? 2 : 1);
        long va = address(c, i, bytes, !isLoad);
        if (isLoad) {
            if (pair) {
                long a = load(c, va, size);
                long b = load(c, va + (1 << size), size);
                c.x[LoadStore.w(i)] = a;
                c.x[LoadStore.w2(i)] = b;
            } else {
                c.x[LoadStore.w(i)] = load(c, va, size);
            }
            c.exclusiveAddress = va;
            c.exclusiveBytes = bytes;
            return;
        }
        int s = i >>> 16 & 31;
        int status = s + (s + 1 >> 5 << 1);
        if (c.exclusiveBytes != bytes || c.exclusiveAddress != va) {
            c.exclusiveBytes = 0;
            c.x[status] = 1;
            return;
        }
        if (pair && size == 3) {
            c.mmu.storePair64(va, c.x[LoadStore.t(i)], c.x[LoadStore.t2(i)]);
        } else if (pair) {
            c.mmu.storePair32(va, c.x[LoadStore.t(i)], c.x[LoadStore.t2(i)]);
        } else {
            store(c, va, size, c.x[LoadStore.t(i)]);
        }
        c.exclusiveBytes = 0;
        c.x[status] = 0;
    }

    /** LDAR, STLR and their FEAT_LOR forms. */
    private static void ordered(Vcpu c, int i) {
        int size = i >>> 30;
        boolean isLoad = (i >>> 22 & 1) != 0;
        long va = address(c, i, 1 << size, !isLoad);
        if (isLoad) {
            c.x[LoadStore.w(i)] = load(c, va, size);
        } else {
            store(c, va, size, c.x[LoadStore.t(i)]);
        }
    }

    /**
     * CAS and CASP: the store happens only on equality, but permission to write is needed either
     * way. What a read would run into is reported as a read (ESR_ELx.WnR of atomics), here and in
     * {@link #memoryOperation}.
     */
    private static void compareAndSwap(Vcpu c, int i) {
        int s = i >>> 16 & 31;
        if ((i >>> 23 & 1) == 0) {
            int size = 2 + (i >>> 30 & 1);
            int bytes = 1 << size;
            long va = address(c, i, 2 * bytes, false);
            long a = load(c, va, size);
            long b = load(c, va + bytes, size);
            c.mmu.probeStore(va, 2 * bytes);
            long mask = size == 3 ? -1 : WORD;
            int t = i & 31;
            if (a == (c.x[s] & mask) && b == (zero(c, s + 1) & mask)) {
                if (size == 3) {
                    c.mmu.storePair64(va, zero(c, t), zero(c, t + 1));
                } else {
                    c.mmu.storePair32(va, zero(c, t), zero(c, t + 1));
                }
            }
            c.x[s] = a;
            c.x[s == 30 ? 33 : s + 1] = b;
            return;
        }
        int size = i >>> 30;
        long va = address(c, i, 1 << size, false);
        long old = load(c, va, size);
        c.mmu.probeStore(va, 1 << size);
        long mask = size == 3 ? -1 : (1L << (8 << size)) - 1;
        if (old == (zero(c, s) & mask)) {
            store(c, va, size, c.x[LoadStore.t(i)]);
        }
        c.x[s + (s + 1 >> 5 << 1)] = old;
    }

    private static long zero(Vcpu c, int r) {
        return r >= 31 ? 0 : c.x[r];
    }

    /** LDADD to LDUMIN, SWP, and LDAPR. */
    private static void memoryOperation(Vcpu c, int i) {
        int size = i >>> 30;
        if ((i & 0x0020_fc00) == 0x0020_c000) {
            c.x[LoadStore.w(i)] = load(c, address(c, i, 1 << size, false), size);
            return;
        }
        long va = address(c, i, 1 << size, false);
        long old = load(c, va, size);
        c.mmu.probeStore(va, 1 << size);
        int s = i >>> 16 & 31;
        long v = zero(c, s);
        int shift = 64 - (8 << size);
        long result =
                switch (i >>> 12 & 15) {
                    case 0 -> old + v;
                    case 1 -> old & ~v;
                    case 2 -> old ^ v;
                    case 3 -> old | v;
                    case 4 -> old << shift > v << shift ? old : v;
                    case 5 -> old << shift < v << shift ? old : v;
                    case 6 -> Long.compareUnsigned(old << shift, v << shift) > 0 ? old : v;
                    case 7 -> Long.compareUnsigned(old << shift, v << shift) < 0 ? old : v;
                    default -> v; // SWP
                };
        store(c, va, size, result);
        c.x[LoadStore.w(i)] = old;
    }
}
