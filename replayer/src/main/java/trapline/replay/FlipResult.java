package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.journal.SessionFile;

/**
 * What a flipped replay found.
 *
 * @param proved the other run is identical, without having been executed
 * @param decisions decisions compared and found equal
 * @param screeningNanos host time of the screening
 * @param fromStart why the other run was made from the start, or null when it left the recorded
 *     past
 * @param fork first trap with another decision, or null
 * @param retiredRestored instructions that did not have to be executed thanks to a snapshot
 * @param inputsAttached interactive bytes delivered after the fork: the outcome may depend on when
 * @param session the other run, or null when proved identical
 */
public record FlipResult(
        boolean proved,
        long decisions,
        long screeningNanos,
        @Nullable String fromStart,
        @Nullable Trap fork,
        long retiredRestored,
        long inputsAttached,
        @Nullable SessionFile session) {}
