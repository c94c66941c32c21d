package trapline.device;

/**
 * The blocks behind a virtual disk. Reads are of a fixed image plus what this session wrote; the
 * image itself is never changed. Calls come from the machine's thread and take effect at once:
 * latency is the device's to model.
 */
public interface BlockBackend {
    /** Bytes a sector. */
    int SECTOR = 512;

    /** Size in sectors. */
    long sectors();

    /** Whether writes are refused. */
    default boolean readOnly() {
        return false;
    }

    /**
     * Reads whole sectors.
     *
     * @param sectors how many; the range is known to lie in the disk
     * @return false for an input error, which the guest sees
     */
    boolean read(long sector, byte[] to, int off, int sectors);

    /** Writes whole sectors; as {@link #read}. */
    boolean write(long sector, byte[] from, int off, int sectors);

    /** Everything written so far must last; false for an error. */
    boolean flush();
}
