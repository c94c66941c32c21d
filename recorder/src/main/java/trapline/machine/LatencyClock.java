package trapline.machine;

/**
 * Host time for latencies, handed in from above the recording boundary. It reaches no guest and no
 * fact.
 */
@FunctionalInterface
public interface LatencyClock {
    /** A clock that stands still: latencies are then absent. */
    LatencyClock NONE = () -> 0;

    /** Host nanoseconds from an arbitrary origin. */
    long nanos();
}
