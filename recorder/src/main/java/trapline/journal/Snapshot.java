package trapline.journal;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one snapshot.
 *
 * @param number from 0 in its queue
 * @param base number of the snapshot that it adds to; itself when it is full
 * @param machineRetired instructions retired by all vCPUs
 * @param nextTrap id of the first trap after it
 * @param facts facts and inputs before it
 * @param stateBytes bytes of the machine's state, pages apart
 * @param memory hash of all memory, so that it is known before the pages are; null in sessions of
 *     early builds
 */
public record Snapshot(
        long number,
        Kind kind,
        long base,
        long machineRetired,
        long virtualNanos,
        long nextTrap,
        long facts,
        int stateBytes,
        @Nullable MemoryHash memory) {

    /** What the recorder's state digest had for memory: 128 bits in two halves. */
    public record MemoryHash(long high, long low) {}

    /** What the pages of a snapshot add to. The order is part of the format. */
    public enum Kind {
        /** Nothing: every page that was stored to is in it. */
        FULL,
        /** The snapshot {@link #base()} of the same queue. */
        UPON_OWN,
        /** The snapshot {@link #base()} of the parent session. */
        UPON_PARENT
    }
}
