package trapline.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers as users write them. */
final class Quantity {
    private static final String BINARY = "KMGT";

    private Quantity() {}

    /** Bytes: digits with K, M, G or T for powers of 1024. */
    static long bytes(String option, String text) {
        String t = text.strip().toUpperCase(Locale.ROOT);
        int unit = t.isEmpty() ? -1 : BINARY.indexOf(t.charAt(t.length() - 1));
        String digits = unit < 0 ? t : t.substring(0, t.length() - 1);
        if (!digits.matches("[0-9]{1,9}") && !(unit < 0 && digits.matches("[0-9]{1,15}"))) {
            throw new BadInput(option + " '" + text + "': expected a number of bytes such as 512M");
        }
        return Long.parseLong(digits) << 10 * (unit + 1);
    }

    /** A count: digits, with underscores, k, M, G for powers of 1000, or as 1e9. */
    static long count(String option, String text) {
        String t = text.strip().replace("_", "").replace(",", "");
        int scale = 0;
        if (!t.isEmpty()) {
            scale =
                    switch (t.charAt(t.length() - 1)) {
                        case 'k', 'K' -> 3;
                        case 'm', 'M' -> 6;
                        case 'g', 'G' -> 9;
                        default -> 0;
                    };
        }
        String digits = scale == 0 ? t : t.substring(0, t.length() - 1);
        if (digits.matches("[0-9]{1,18}|[0-9]{1,6}(\\.[0-9]{1,6})?([eE][0-9]{1,2})?")) {
            try {
                return new BigDecimal(digits).scaleByPowerOfTen(scale).longValueExact();
            } catch (ArithmeticException e) {
                // out of range, or a fraction is left: reported below
            }
        }
        throw new BadInput(
                option
                        + " '"
                        + text
                        + "': expected a number such as 1000000, 1_000_000, 1M or 1e6");
    }

    /** Seconds since 1970: digits, or a moment such as 2025-01-01T00:00:00Z. */
    static long seconds(String option, String text) {
        if (text.matches("[0-9]{1,10}")) {
            return Long.parseLong(text);
        }
        try {
            long s = Instant.parse(text.matches(".*Z$") ? text : text + "Z").getEpochSecond();
            if (s >= 0 && s <= 0xffffffffL) {
                return s;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        throw new BadInput(
                option
                        + " '"
                        + text
                        + "': expected host, seconds since 1970, or 2025-01-01T00:00:00Z");
    }

    /** An address: hexadecimal with 0x, or decimal. */
    static long address(String option, String text) {
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new BadInput(option + " '" + text + "': expected a number such as 0x40001234");
        }
    }
}
