package trapline.bus;

/** Where a UART's or a console device's output goes, and where its input comes from. */
public interface ConsoleSink {
    /** One byte written by the guest. */
    void output(int value);

    /** The guest looked into its empty receive FIFO: a moment at which a script may offer more. */
    void emptyPoll();
}
