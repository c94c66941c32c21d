package trapline.machine.linux;

/** Guest memory as the guest's kernel addresses it. */
public interface KernelMemory {
    /**
     * Reads bytes at a kernel virtual address; false, and nothing useful read, when one of them is
     * not there.
     */
    boolean read(long va, byte[] to, int length);

    /**
     * Visits memory that may hold something else than zeroes, piece by piece, each of whole 8-byte
     * words, in ascending order of physical address.
     */
    void scan(Piece piece);

    /** Takes one piece of memory. */
    @FunctionalInterface
    interface Piece {
        /**
         * Called once a piece.
         *
         * @param host address of the piece in the host's memory, for {@link trapline.bus.Native}
         * @param bytes of the piece
         * @param readable bytes that can be read there, zeroes behind the piece included
         * @return false to end the scan
         */
        boolean look(long host, long bytes, long readable);
    }
}
