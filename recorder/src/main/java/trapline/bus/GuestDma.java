package trapline.bus;

/**
 * A device's own access to guest memory, by intermediate physical address. The machine keeps dirty
 * pages and translated code right. An address outside memory is the guest's error: the device is
 * told, and decides what its specification says.
 */
public interface GuestDma {
    /** Whether all of {@code [ipa, ipa + len)} is memory. */
    boolean contains(long ipa, long len);

    /** Copies out of guest memory; the range is known to be {@linkplain #contains contained}. */
    void read(long ipa, byte[] to, int off, int len);

    /** Copies into guest memory; the range is known to be {@linkplain #contains contained}. */
    void write(long ipa, byte[] from, int off, int len);
}
