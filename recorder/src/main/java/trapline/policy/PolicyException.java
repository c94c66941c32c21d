package trapline.policy;

/**
 * A setting, option value or policy file that cannot be used; the message is one line for the user.
 */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyException(String message) {
        super(message);
    }
}
