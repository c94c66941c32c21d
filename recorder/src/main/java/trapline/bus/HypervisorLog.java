package trapline.bus;

/** The hypervisor's own log, as a device model that belongs to the hypervisor writes to it. */
public interface HypervisorLog {
    int ERROR = 0;
    int WARNING = 1;
    int INFO = 2;
    int DEBUG = 3;

    /** Drops everything. */
    HypervisorLog NONE =
            new HypervisorLog() {
                @Override
                public boolean enabled(int level) {
                    return false;
                }

                @Override
                public void line(int level, String text) {
                    // Nobody reads this log.
                }
            };

    /**
     * Whether a line of this level would be kept: a caller asks first, so that a dropped line costs
     * nothing.
     */
    boolean enabled(int level);

    /** One line, without its end. */
    void line(int level, String text);
}
