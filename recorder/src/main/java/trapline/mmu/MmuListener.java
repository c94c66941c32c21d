package trapline.mmu;

/** What the memory system tells the rest of the machine. */
public interface MmuListener {
    /**
     * A store is about to hit a frame that holds decoded instructions.
     *
     * @param frame the frame
     * @param offset byte offset of the store in it
     * @param bytes its width
     */
    void codeWrite(int frame, int offset, int bytes);
}
