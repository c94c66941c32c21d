package trapline.mmu;

/**
 * Watchpoints: asked about each data access once its translation has succeeded, before it happens.
 */
public interface AccessWatch {
    /** No watched byte is touched. */
    int NONE = -1;

    /**
     * The lowest watched byte of an access.
     *
     * @param va virtual address of the first byte
     * @param bytes 1 or more
     * @param el level whose rights the access is made with: 0 for LDTR and STTR, wherever executed
     * @return its distance from {@code va}, or {@link #NONE}
     */
    int firstWatched(long va, int bytes, boolean write, int el);
}
