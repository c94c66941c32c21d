package trapline.device;

/**
 * The registers that every distributor has for a run of interrupts, as reads and writes over {@link
 * Interrupts}. A register belongs to a <em>rank</em> of 32 interrupts; ranks that the machine does
 * not have read as zero and ignore writes.
 */
final class RankRegisters {
    private final Gic gic;
    private final Interrupts irqs;

    RankRegisters(Gic gic) {
        this.gic = gic;
        irqs = gic.irqs;
    }

    /** One bit an interrupt, from {@code words}. */
    RegisterTable.Read bits(int base, int[] words) {
        return (cpu, offset) -> {
            int w = irqs.rank(cpu, (offset - base) / 4);
            return w < 0 ? 0 : words[w];
        };
    }

    /** What to do with the written bits of a word. */
    interface WordWrite {
        void apply(int cpu, int word, int bits);
    }

    RegisterTable.Write bits(int base, WordWrite to) {
        return (cpu, offset, value, mask) -> {
            int w = irqs.rank(cpu, (offset - base) / 4);
            if (w >= 0 && value != 0) {
                to.apply(cpu, w, (int) value);
                changed(w);
            }
        };
    }

    /** Pending bits as the architecture shows them. */
    RegisterTable.Read pending(int base) {
        return (cpu, offset) -> {
            int w = irqs.rank(cpu, (offset - base) / 4);
            return w < 0 ? 0 : irqs.pending(w);
        };
    }

    RegisterTable.Write enable(int base) {
        return bits(base, irqs::enable);
    }

    RegisterTable.Write disable(int base) {
        return bits(base, (_, w, bits) -> irqs.disable(w, bits));
    }

    RegisterTable.Write setPending(int base) {
        return bits(base, irqs::setPending);
    }

    RegisterTable.Write clearPending(int base) {
        return bits(base, (_, w, bits) -> irqs.clearPending(w, bits));
    }

    RegisterTable.Write setActive(int base) {
        return bits(base, (_, w, bits) -> irqs.active[w] |= bits);
    }

    RegisterTable.Write clearActive(int base) {
        return bits(base, (_, w, bits) -> irqs.active[w] &= ~bits);
    }

    /** IGROUPR: written as a whole, not by setting bits. */
    RegisterTable.Write group(int base) {
        return (cpu, offset, value, mask) -> {
            int w = irqs.rank(cpu, (offset - base) / 4);
            if (w >= 0) {
                irqs.group[w] = irqs.group[w] & ~(int) mask | (int) value;
                changed(w);
            }
        };
    }

    /** Four priorities a register. */
    RegisterTable.Read priorities(int base) {
        return (cpu, offset) -> {
            int intid = offset - base;
            int w = irqs.rank(cpu, intid >> 5);
            if (w < 0) {
                return 0;
            }
            int i = w * 32 + (intid & 31);
            return irqs.priority[i] & 0xff
                    | (irqs.priority[i + 1] & 0xff) << 8
                    | (irqs.priority[i + 2] & 0xff) << 16
                    | (irqs.priority[i + 3] & 0xffL) << 24;
        };
    }

    /**
     * @param kept the bits of a priority that are writable
     */
    RegisterTable.Write priorities(int base, int kept) {
        return (cpu, offset, value, mask) -> {
            int intid = offset - base;
            int w = irqs.rank(cpu, intid >> 5);
            if (w < 0) {
                return;
            }
            for (int b = 0; b < 4; b++) {
                if ((mask >>> (8 * b) & 0xff) != 0) {
                    irqs.priority[w * 32 + (intid & 31) + b] = (byte) (value >>> (8 * b) & kept);
                }
            }
            changed(w);
        };
    }

    /** ICFGR, two bits an interrupt; bit 1 says edge-triggered. */
    RegisterTable.Read configuration(int base) {
        return (cpu, offset) -> {
            int first = (offset - base) * 4;
            int w = irqs.rank(cpu, first >> 5);
            return w < 0 ? 0 : spread(irqs.edge[w] >>> (first & 31)) & 0xffffffffL;
        };
    }

    RegisterTable.Write configuration(int base, int writable) {
        return (cpu, offset, value, mask) -> {
            int first = (offset - base) * 4;
            int w = irqs.rank(cpu, first >> 5);
            if (w >= 0) {
                int m = gather((int) mask & writable) << (first & 31);
                irqs.edge[w] = irqs.edge[w] & ~m | gather((int) value) << (first & 31) & m;
                changed(w);
            }
        };
    }

    /** 16 bits to the odd bits of 32. */
    private static int spread(int half) {
        int r = 0;
        for (int i = 0; i < 16; i++) {
            r |= (half >>> i & 1) << (2 * i + 1);
        }
        return r;
    }

    /** The odd bits of 32 to 16 bits. */
    private static int gather(int full) {
        int r = 0;
        for (int i = 0; i < 16; i++) {
            r |= (full >>> (2 * i + 1) & 1) << i;
        }
        return r;
    }

    private void changed(int w) {
        if (w < irqs.cpus) {
            gic.update(w);
        } else {
            gic.updateAll();
        }
    }
}
