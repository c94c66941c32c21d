package trapline.journal;

import org.jspecify.annotations.Nullable;

/**
 * Whether a session is whole.
 *
 * @param whole everything was read, and everything agrees
 * @param sealed the session's last seal was found intact
 * @param exitCode 0 when whole, else as {@link SessionException} has them
 * @param line the answer in one line
 * @param stretches sealed stretches that are intact, from the first on
 * @param firstBadStretch number of the first stretch that is damaged or not sealed, or -1
 * @param lastTrap id of the last trap that is intact
 * @param facts facts and inputs that are intact
 * @param journalDamaged whether the journal itself is damaged, and not only unsealed
 * @param repairable whether a repair can make it whole
 */
public record CheckReport(
        boolean whole,
        boolean sealed,
        int exitCode,
        String line,
        int stretches,
        int firstBadStretch,
        long lastTrap,
        long facts,
        boolean journalDamaged,
        boolean repairable,
        @Nullable Seal seal) {}
