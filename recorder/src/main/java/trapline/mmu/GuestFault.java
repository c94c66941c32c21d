package trapline.mmu;

/**
 * Leaves an instruction whose memory access faulted. One instance, without a stack trace: what
 * happened stands in the fields of the {@link Mmu} that threw it.
 */
public final class GuestFault extends RuntimeException {
    /** The only instance: no stack trace to be wrong, and nothing allocated for a fault. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    public static final GuestFault INSTANCE = new GuestFault();

    private static final long serialVersionUID = 1L;

    private GuestFault() {
        super(null, null, false, false);
    }
}
