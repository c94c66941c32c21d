package trapline.replay;

/** Stops a machine at the first fact that it did not reproduce. */
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Mismatch mismatch;

    Divergence(Mismatch mismatch) {
        super(mismatch.toString(), null, false, false);
        this.mismatch = mismatch;
    }

    Mismatch mismatch() {
        return mismatch;
    }
}
