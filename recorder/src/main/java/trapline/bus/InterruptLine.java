package trapline.bus;

/** A wire into an interrupt controller. */
@FunctionalInterface
public interface InterruptLine {
    /** A wire that ends nowhere. */
    InterruptLine NONE = level -> {};

    void set(boolean level);
}
