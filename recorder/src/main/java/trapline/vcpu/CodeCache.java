package trapline.vcpu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.mmu.MemorySystem;
import trapline.mmu.MmuListener;

/**
 * Decoded pages by frame, shared by all vCPUs of a machine. A store to a line that holds decoded
 * instructions drops them before it happens, so that no stale instruction is ever executed and IC
 * has nothing left to do.
 */
public final class CodeCache implements MmuListener {
    /** Row that stands for an unallocated word. */
    public static final short UNALLOCATED = (short) A64.ROWS;

    /** Row that stands for the probed instruction. */
    public static final short PROBED = UNALLOCATED + 1;

    private static final int LINE_SHIFT = 6;
    private static final int SLOTS_A_LINE = 16;

    private final MemorySystem system;
    private final A64Decoder decoder;
    private final @Nullable DecodedPage[] pages;

    /** Told of dropped lines, so that translations of them go too. */
    public interface Invalidation {
        void dropped(DecodedPage page, long lines);
    }

    private Invalidation invalidation = (page, lines) -> {};
    private int probeFrame = -1;
    private int probeSlot;
    private Probe probe = c -> {};

    public CodeCache(MemorySystem system, A64Decoder decoder) {
        this.system = system;
        this.decoder = decoder;
        this.pages = new DecodedPage[system.memory.frames()];
        system.setListener(this);
    }

    public void onInvalidation(Invalidation i) {
        invalidation = i;
    }

    /** The page of a frame, made on first use. */
    public DecodedPage page(int frame) {
        DecodedPage p = pages[frame];
        if (p == null) {
            p = new DecodedPage(frame, system.memory.host(frame));
            pages[frame] = p;
        }
        return p;
    }

    /** The decoder of the model. */
    public A64Decoder decoder() {
        return decoder;
    }

    /** Told when the probed instruction is about to be executed. */
    @FunctionalInterface
    public interface Probe {
        void reached(Vcpu c);
    }

    /**
     * Reports, once, that the instruction at this guest-physical address is about to be executed.
     *
     * @param pa a multiple of 4, in memory
     */
    public void probe(long pa, Probe told) {
        disarm();
        probeFrame = system.memory.frameOf(pa);
        probeSlot = (int) pa >>> 2 & DecodedPage.SLOTS - 1;
        probe = told;
        page(probeFrame).row[probeSlot] = 0;
    }

    /** Reports nothing any more. */
    public void disarm() {
        if (probeFrame >= 0) {
            page(probeFrame).row[probeSlot] = 0;
            probeFrame = -1;
        }
    }

    /** Slot of this page that is probed, or -1; a translator leaves it to the interpreter. */
    public int probed(DecodedPage p) {
        return p.frame == probeFrame ? probeSlot : -1;
    }

    /** The interpreter stands at the probed instruction: the next time it executes it. */
    void reached(Vcpu c) {
        Probe told = probe;
        disarm();
        told.reached(c);
    }

    /** Watches these lines of a page from now on: something was made of their instructions. */
    public void watch(DecodedPage p, long lines) {
        if ((system.memory.flags(p.frame) & PhysMemory.CODE) == 0) {
            system.watchCode(p.frame);
        }
        p.lines |= lines;
    }

    /** Decodes a slot and watches its line from now on. */
    public short decode(DecodedPage p, int slot) {
        watch(p, 1L << (slot / SLOTS_A_LINE));
        int word = Native.getInt(p.host + ((long) slot << 2));
        p.word[slot] = word;
        int row = decoder.decode(word);
        short r = row == A64.UNDEFINED ? UNALLOCATED : (short) row;
        if (p.frame == probeFrame && slot == probeSlot) {
            r = PROBED;
        }
        p.row[slot] = r;
        return r;
    }

    @Override
    public void codeWrite(int frame, int offset, int bytes) {
        DecodedPage p = pages[frame];
        if (p == null) {
            return;
        }
        int first = offset >>> LINE_SHIFT;
        int last = Math.min(63, offset + bytes - 1 >>> LINE_SHIFT);
        long hit = 0;
        for (int line = first; line <= last; line++) {
            if ((p.lines >>> line & 1) != 0) {
                hit |= 1L << line;
                Arrays.fill(p.row, line * SLOTS_A_LINE, (line + 1) * SLOTS_A_LINE, (short) 0);
                Arrays.fill(p.heat, line * SLOTS_A_LINE, (line + 1) * SLOTS_A_LINE, (short) 0);
            }
        }
        if (hit != 0) {
            p.lines &= ~hit;
            p.version++;
            invalidation.dropped(p, hit);
            if (p.lines == 0) {
                system.memory.clear(frame, PhysMemory.CODE);
            }
        }
    }

    /** Forgets everything: memory was replaced from outside. */
    public void clear() {
        for (int f = 0; f < pages.length; f++) {
            DecodedPage p = pages[f];
            if (p != null) {
                Arrays.fill(p.row, (short) 0);
                Arrays.fill(p.heat, (short) 0);
                long lines = p.lines;
                p.lines = 0;
                p.version++;
                invalidation.dropped(p, lines);
                system.memory.clear(f, PhysMemory.CODE);
            }
        }
    }
}
