package trapline.machine;

import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.mmu.Walker;
import trapline.vcpu.Vcpu;

/**
 * Copies between EL2 and guest memory: by virtual address as EL1 sees it, or by physical address.
 */
public final class GuestCopy {
    private GuestCopy() {}

    /**
     * Reads {@code length} bytes at a virtual address; false, and nothing read, when one of them is
     * not memory.
     */
    static boolean read(Machine m, Vcpu c, long va, byte[] into, int length) {
        return copy(m, c, va, into, length, false, false)
                && copy(m, c, va, into, length, false, true);
    }

    /** Writes likewise. */
    static boolean write(Machine m, Vcpu c, long va, byte[] from, int length) {
        return copy(m, c, va, from, length, true, false)
                && copy(m, c, va, from, length, true, true);
    }

    private static boolean copy(
            Machine m, Vcpu c, long va, byte[] bytes, int length, boolean write, boolean really) {
        int done = 0;
        while (done < length) {
            long at = va + done;
            int n = (int) Math.min(length - done, PhysMemory.FRAME - (at & PhysMemory.FRAME - 1));
            Walker w = c.mmu.walkFor(at);
            if (w.fault >= 0 || (write && !w.privWrite) || !m.memory.contains(w.pa, n)) {
                return false;
            }
            if (really && write) {
                toPhysical(m, w.pa, bytes, done, n);
            } else if (really) {
                Native.read(m.memory.hostOf(w.pa), bytes, done, n);
            }
            done += n;
        }
        return true;
    }

    /**
     * Writes a range that is all memory, frame by frame, with everything that a store would do to
     * watched frames.
     */
    public static void toPhysical(Machine m, long pa, byte[] from, int off, int length) {
        int done = 0;
        while (done < length) {
            long at = pa + done;
            int inFrame = (int) at & PhysMemory.FRAME - 1;
            int n = Math.min(length - done, PhysMemory.FRAME - inFrame);
            int frame = m.memory.frameOf(at);
            m.memorySystem.hostWrite(frame, inFrame, n);
            Native.write(m.memory.host(frame) + inFrame, from, off + done, n);
            done += n;
        }
    }

    /** Reads a range that is all memory. */
    public static void fromPhysical(Machine m, long pa, byte[] to, int off, int length) {
        int done = 0;
        while (done < length) {
            long at = pa + done;
            int inFrame = (int) at & PhysMemory.FRAME - 1;
            int n = Math.min(length - done, PhysMemory.FRAME - inFrame);
            Native.read(m.memory.hostOf(at), to, off + done, n);
            done += n;
        }
    }
}
