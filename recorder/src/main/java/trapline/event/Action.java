package trapline.event;

/**
 * What EL2 does with a trap, in the words of the JSON contract. The order is part of the journal's
 * format.
 */
public enum Action {
    UNDEF("undef"),
    RAZ("raz"),
    WI("wi"),
    RAZ_WI("raz-wi"),
    VALUE("value"),
    STORE("store"),
    EMULATE("emulate"),
    ABORT("abort"),
    SERROR("serror"),
    BLOCK("block"),
    YIELD("yield"),
    RETRY("retry"),
    CRASH("crash");

    private static final Action[] ALL = values();
    private final String text;

    Action(String text) {
        this.text = text;
    }

    /** The word used in every output. */
    public String text() {
        return text;
    }

    public static Action of(int ordinal) {
        return ALL[ordinal];
    }
}
