package trapline.vcpu;

/**
 * Loads and stores of SIMD structures: LD1 to LD4, ST1 to ST4, LD1R to LD4R, whole registers and
 * single lanes, with and without writeback (DDI 0487, C7.2, "Advanced SIMD load/store").
 */
public final class SimdStructures {
    private SimdStructures() {}

    /** Any row of the classes asisdlse, asisdlsep, asisdlso and asisdlsop. */
    static void exec(Vcpu c, int i) {
        if ((i >>> 24 & 1) == 0) {
            multiple(c, i);
        } else {
            single(c, i);
        }
    }

    private static void writeBack(Vcpu c, int i, long base, long total) {
        if ((i >>> 23 & 1) != 0) {
            int m = i >>> 16 & 31;
            c.x[i >>> 5 & 31] = base + (m == 31 ? total : c.x[m]);
        }
    }

    /** Faults now if one of the accesses would, so that none of them happens then. */
    private static void probe(Vcpu c, long base, int elementBytes, int total, boolean load) {
        if ((base & elementBytes - 1) != 0) {
            c.mmu.requireAligned(base, elementBytes, !load);
        }
        if (load) {
            c.mmu.probeLoad(base, total);
        } else {
            c.mmu.probeStore(base, total);
        }
    }

    private static void multiple(Vcpu c, int i) {
        int opcode = i >>> 12 & 15;
        int repeat;
        int elements;
        switch (opcode) {
            case 0b0000 -> {
                repeat = 1;
                elements = 4;
            }
            case 0b0010 -> {
                repeat = 4;
                elements = 1;
            }
            case 0b0100 -> {
                repeat = 1;
                elements = 3;
            }
            case 0b0110 -> {
                repeat = 3;
                elements = 1;
            }
            case 0b0111 -> {
                repeat = 1;
                elements = 1;
            }
            case 0b1000 -> {
                repeat = 1;
                elements = 2;
            }
            default -> {
                repeat = 2;
                elements = 1;
            }
        }
        int size = i >>> 10 & 3;
        boolean quad = (i >>> 30 & 1) != 0;
        boolean load = (i >>> 22 & 1) != 0;
        int t = i & 31;
        int registerBytes = quad ? 16 : 8;
        int total = registerBytes * repeat * elements;
        long base = LoadStore.base(c, i);
        probe(c, base, 1 << size, total, load);
        // Elements are accessed one by one, so that only their own alignment is ever asked for.
        if (elements == 1 && (base & 7) == 0 && !c.mmu.bigEndian()) {
            whole(c, base, t, repeat, quad, load);
        } else {
            for (int r = 0; r < repeat; r++) {
                long from = base + (long) r * registerBytes;
                interleaved(c, from, t + r, elements, size, registerBytes, load);
            }
        }
        writeBack(c, i, base, total);
    }

    private static void whole(Vcpu c, long base, int t, int count, boolean quad, boolean load) {
        long va = base;
        for (int r = 0; r < count; r++) {
            int v = (t + r & 31) << 1;
            if (load) {
                c.v[v] = c.mmu.load64(va);
                c.v[v + 1] = quad ? c.mmu.load64(va + 8) : 0;
            } else {
                c.mmu.store64(va, c.v[v]);
                if (quad) {
                    c.mmu.store64(va + 8, c.v[v + 1]);
                }
            }
            va += quad ? 16 : 8;
        }
    }

    private static void interleaved(
            Vcpu c, long base, int t, int elements, int size, int registerBytes, boolean load) {
        int lanes = registerBytes >>> size;
        long va = base;
        if (load) {
            for (int s = 0; s < elements; s++) {
                int v = (t + s & 31) << 1;
                c.v[v + 1] = 0;
                if (registerBytes == 8) {
                    c.v[v] = 0;
                }
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            for (int s = 0; s < elements; s++) {
                int r = t + s & 31;
                if (load) {
                    setLane(c, r, size, lane, Atomics.load(c, va, size));
                } else {
                    Atomics.store(c, va, size, lane(c, r, size, lane));
                }
                va += 1L << size;
            }
        }
    }

    private static void single(Vcpu c, int i) {
        int opcode = i >>> 13 & 7;
        int elements = ((opcode & 1) << 1 | i >>> 21 & 1) + 1;
        boolean load = (i >>> 22 & 1) != 0;
        boolean quad = (i >>> 30 & 1) != 0;
        int s = i >>> 12 & 1;
        int sizeField = i >>> 10 & 3;
        int scale = opcode >>> 1;
        boolean replicate = scale == 3;
        int index = (quad ? 8 : 0) | s << 2 | sizeField;
        int size;
        if (replicate) {
            size = sizeField;
        } else if (scale == 0) {
            size = 0;
        } else if (scale == 1) {
            size = 1;
            index >>>= 1;
        } else if ((sizeField & 1) == 0) {
            size = 2;
            index >>>= 2;
        } else {
            size = 3;
            index >>>= 3;
        }
        if (size == 0) {
            index &= 15;
        }
        int total = elements << size;
        long base = LoadStore.base(c, i);
        probe(c, base, 1 << size, total, load);
        long va = base;
        for (int e = 0; e < elements; e++) {
            int r = (i & 31) + e & 31;
            if (replicate) {
                long v = spread(Atomics.load(c, va, size), size);
                SimdLoadStore.set(c, r, v, quad ? v : 0);
            } else if (load) {
                setLane(c, r, size, index, Atomics.load(c, va, size));
            } else {
                Atomics.store(c, va, size, lane(c, r, size, index));
            }
            va += 1L << size;
        }
        writeBack(c, i, base, total);
    }

    private static long spread(long v, int size) {
        return switch (size) {
            case 0 -> (v & 0xff) * 0x0101_0101_0101_0101L;
            case 1 -> (v & 0xffff) * 0x0001_0001_0001_0001L;
            case 2 -> v << 32 | v & 0xffff_ffffL;
            default -> v;
        };
    }

    private static long lane(Vcpu c, int r, int size, int lane) {
        int bit = lane << size + 3;
        return c.v[(r << 1) + (bit >>> 6)] >>> (bit & 63);
    }

    private static void setLane(Vcpu c, int r, int size, int lane, long value) {
        int bit = lane << size + 3;
        int at = (r << 1) + (bit >>> 6);
        if (size == 3) {
            c.v[at] = value;
            return;
        }
        long mask = (1L << (8 << size)) - 1;
        c.v[at] = c.v[at] & ~(mask << (bit & 63)) | (value & mask) << (bit & 63);
    }
}
