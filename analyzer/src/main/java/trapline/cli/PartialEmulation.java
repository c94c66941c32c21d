package trapline.cli;

import org.jspecify.annotations.Nullable;

/** The boot option {@code partial-emulation} as it stands in a Xen command line. */
final class PartialEmulation {
    private PartialEmulation() {}

    /**
     * The value of the last occurrence, as given; {@code true} for the bare name, {@code false} for
     * {@code no-partial-emulation}; null when it does not occur.
     */
    static @Nullable String valueIn(String xenArgs) {
        String found = null;
        for (String option : xenArgs.strip().split("\\s+")) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? option : option.substring(0, equals);
            if (key.equals(Settings.PARTIAL_EMULATION)) {
                found = equals < 0 ? "true" : option.substring(equals + 1);
            } else if (key.equals("no-" + Settings.PARTIAL_EMULATION)) {
                found = "false";
            }
        }
        return found;
    }
}
