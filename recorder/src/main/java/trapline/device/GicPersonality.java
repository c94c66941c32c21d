package trapline.device;

/** Whose interrupt controller a guest sees. */
public enum GicPersonality {
    /** The architecture's, with a single security state: {@code qemu-virt}. */
    HARDWARE,

    /**
     * Xen's default vGIC with its quirks, over the hardware's virtual CPU interface: {@code
     * xen-domu}.
     */
    XEN
}
