package trapline.device;

import trapline.bus.Snapshottable;

/** What stands behind a virtio-mmio register block. */
interface VirtioDevice extends Snapshottable {
    /** Short name, unique in a machine. */
    String name();

    /** Device type: Virtual I/O Device 1.2, chapter 5. */
    int type();

    /** Feature bits 0 to 23, beyond those of the transport and the queues. */
    int features();

    /** Number of queues. */
    int queues();

    /** Configuration space; written only where {@link #configure} says. */
    byte[] configuration();

    /** The driver wrote configuration space. */
    void configure(int offset, int bytes, int value);

    /** The driver made buffers available in queue {@code index}. */
    void notified(VirtioMmio transport, int index) throws Virtqueue.Broken;

    /** The driver reset the device: forget everything that was under way. */
    void reset();
}
