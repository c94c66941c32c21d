package trapline.machine;

import java.util.Arrays;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.bus.StateWriter;

/**
 * Digest of a machine's state, 128 bits. Memory enters as a sum over frames of a hash of number and
 * contents, blank frames counting nothing, so that a digest costs what changed; everything else
 * enters as the bytes that a snapshot would save.
 *
 * <p>The hash guards against our own faults, not against an adversary: a multiply-mix of 64-bit
 * words, two lanes.
 */
public final class StateDigest {
    private static final long K0 = 0x9E37_79B9_7F4A_7C15L;
    private static final long K1 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long K2 = 0x1656_67B1_9E37_79F9L;

    private final PhysMemory memory;
    private final long[] frameHigh;
    private final long[] frameLow;
    private long sumHigh;
    private long sumLow;

    /** Last digest. */
    public long high;

    public long low;

    public StateDigest(PhysMemory memory) {
        this.memory = memory;
        frameHigh = new long[memory.frames()];
        frameLow = new long[memory.frames()];
    }

    /** Rehashes the dirty frames, clears their mark, and combines with the other state. */
    public void update(StateWriter state) {
        rehashDirty();
        int frames = memory.frames();
        for (int f = 0; f < frames; f++) {
            if ((memory.flags(f) & PhysMemory.DIRTY) != 0) {
                memory.clear(f, PhysMemory.DIRTY);
            }
        }
        combine(state);
    }

    /** Rehashes the dirty frames and leaves their mark. */
    void rehashDirty() {
        int frames = memory.frames();
        for (int f = 0; f < frames; f++) {
            if ((memory.flags(f) & PhysMemory.DIRTY) != 0) {
                rehash(f);
            }
        }
    }

    /** Upper half of the hash of all memory, as far as it has been rehashed. */
    public long memoryHigh() {
        return sumHigh;
    }

    /** Lower half. */
    public long memoryLow() {
        return sumLow;
    }

    /** Both halves mixed: enough to tell that memory changed. */
    long memory() {
        return sumHigh ^ Long.rotateLeft(sumLow, 32);
    }

    private void combine(StateWriter state) {
        long h = sumHigh ^ K1;
        long l = sumLow ^ K2;
        byte[] b = state.array();
        int n = state.length();
        for (int i = 0; i < n; i += 8) {
            long w = 0;
            for (int k = Math.min(8, n - i) - 1; k >= 0; k--) {
                w = w << 8 | b[i + k] & 0xff;
            }
            h = mix(h ^ w, K0);
            l = mix(l + w, K1);
        }
        high = mix(h ^ n, K2);
        low = mix(l ^ n, K0);
    }

    /** Rehashes one frame whose contents were replaced. */
    public void rehash(int frame) {
        long h = frameHigh[frame];
        long l = frameLow[frame];
        adopt(frame);
        sumHigh += frameHigh[frame] - h;
        sumLow += frameLow[frame] - l;
    }

    /** Starts from a memory whose hash is known and none of whose frames is there yet. */
    public void start(long memoryHigh, long memoryLow) {
        Arrays.fill(frameHigh, 0);
        Arrays.fill(frameLow, 0);
        sumHigh = memoryHigh;
        sumLow = memoryLow;
    }

    /** Takes note of a frame that the hash of all memory covers already. */
    public void adopt(int frame) {
        long at = memory.host(frame);
        long h = K0 * (frame + 1L);
        long l = K1 * (frame + 1L);
        long blank = memory.blank(frame);
        long any = 0;
        for (int k = 0; k < PhysMemory.FRAME; k += 16) {
            long a = Native.getLong(at + k);
            long b = Native.getLong(at + k + 8);
            any |= a ^ blank | b ^ blank;
            h = mix(h ^ a, b ^ K2);
            l = (l ^ b) * K1 + Long.rotateLeft(a, 29);
        }
        if (any == 0) {
            h = 0;
            l = 0;
        } else {
            l = mix(l, K0);
        }
        frameHigh[frame] = h;
        frameLow[frame] = l;
    }

    private static long mix(long a, long b) {
        long x = a ^ K0;
        long y = b ^ K1;
        return x * y ^ Math.unsignedMultiplyHigh(x, y) ^ Long.rotateLeft(a, 23);
    }

    /** Hash of one frame as last digested; zero while it is {@link PhysMemory#ABSENT}. */
    public long frame(int frame) {
        return frameHigh[frame] ^ Long.rotateLeft(frameLow[frame], 32);
    }
}
