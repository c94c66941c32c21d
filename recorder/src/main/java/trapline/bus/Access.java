package trapline.bus;

/** One device access, reused by its vCPU so that an access allocates nothing. */
public final class Access {
    /** Index of the vCPU that makes the access: banked registers depend on it. */
    public int vcpu;

    /** True for a store. */
    public boolean write;

    /** Width in bytes: 1, 2, 4 or 8. */
    public int bytes;

    /**
     * Number of the general-purpose register loaded or stored; 31 is the zero register. Only log
     * lines show it.
     */
    public int register;

    /** The value stored, or the value read (zero-extended). */
    public long value;

    /** Set by the device when it refuses the access; EL2 then answers with an abort. */
    public boolean abort;
}
