package trapline.machine.boot;

/**
 * An image, device tree or symbol file that cannot be used. The message is one line for the user.
 */
public final class ImageException extends Exception {
    private static final long serialVersionUID = 1L;

    public ImageException(String line) {
        super(line);
    }

    public ImageException(String line, Throwable cause) {
        super(line, cause);
    }
}
