package trapline.cli;

/** What the user gave cannot be used: one line and exit code 2. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String line) {
        super(line);
    }
}
