package trapline.analyze;

import java.util.Arrays;

/**
 * Gives each distinct tuple of longs a small number, from 0 in the order of first appearance;
 * allocates only to grow.
 */
final class Interner {
    private final int width;
    private long[] words;
    private int[] slots = new int[256];
    private int size;

    /**
     * @param width longs in a tuple
     */
    Interner(int width) {
        this.width = width;
        words = new long[64 * width];
    }

    /** The number of {@code tuple}; the array is not kept. */
    int of(long[] tuple) {
        int mask = slots.length - 1;
        int slot = hash(tuple, 0) & mask;
        while (slots[slot] != 0) {
            int k = slots[slot] - 1;
            if (Arrays.equals(words, k * width, (k + 1) * width, tuple, 0, width)) {
                return k;
            }
            slot = slot + 1 & mask;
        }
        return add(tuple, slot);
    }

    private int add(long[] tuple, int slot) {
        int k = size++;
        if (size * width > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        System.arraycopy(tuple, 0, words, k * width, width);
        slots[slot] = size;
        if (2 * size > slots.length) {
            grow();
        }
        return k;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int k = 0; k < size; k++) {
            int slot = hash(words, k * width) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = k + 1;
        }
    }

    private int hash(long[] from, int at) {
        long h = 0;
        for (int i = 0; i < width; i++) {
            h = (h ^ from[at + i]) * 0x9e3779b97f4a7c15L;
            h ^= h >>> 29;
        }
        return (int) (h ^ h >>> 32);
    }

    /** Long {@code i} of tuple {@code k}. */
    long word(int k, int i) {
        return words[k * width + i];
    }

    int size() {
        return size;
    }
}
