package trapline.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import trapline.event.Trap;

/**
 * Modelled hardware cost of a trap, in virtual nanoseconds, by what was trapped: a function of the
 * trap's inputs only, so that equal traps cost the same under every policy. It is a model, not a
 * measurement of this program.
 *
 * <p>Tables:
 *
 * <ul>
 *   <li>{@code altra}: KVM on Ampere Altra, Linux 6.12-rc1, kvm-unit-tests micro-bench: hvc 306 ns,
 *       in-kernel vGIC access 451 ns, user-space MMIO 1,683 ns. System registers and instruction
 *       aborts are taken as the vGIC access, which like them is decoded and answered in the kernel.
 *   <li>{@code juno}: the same on Arm Juno r2: hvc 4,530 ns, vGIC 7,053 ns, user-space MMIO 20,177
 *       ns; filled up likewise.
 *   <li>{@code apple}: a trapped MRS, decoded and completed, 703 to 760 ns (Hypervisor.framework):
 *       730 for everything.
 *   <li>{@code default}: 700 for system registers (the apple figure, rounded), aborts, FP and the
 *       rest; hvc and smc 306 as on {@code altra}; WFI and WFE 306, an exit and entry without
 *       decoding.
 *   <li>{@code none}: nothing costs anything. A guest that polls an emulated register for a period
 *       of time then traps on every few instructions of it.
 * </ul>
 */
public final class TrapCost {
    /** Names of the entries of a table, in order. */
    private static final List<String> CLASSES =
            List.of("sysreg", "hvc", "smc", "wfx", "mmio", "dabt", "iabt", "fp", "other");

    private static final int SYSREG = 0;
    private static final int HVC = 1;
    private static final int SMC = 2;
    private static final int WFX = 3;
    private static final int MMIO = 4;
    private static final int DATA_ABORT = 5;
    private static final int INSTRUCTION_ABORT = 6;
    private static final int FP = 7;
    private static final int OTHER = 8;

    // @formatter:off
    //                                       sysreg   hvc   smc   wfx   mmio   dabt  iabt    fp other
    private static final long[] DEFAULT = {    700,   306,  306,  306,   700,   700,  700,  700,  700};
    private static final long[] ALTRA   = {    451,   306,  306,  306,   451,   451,  451,  306,  451};
    private static final long[] JUNO    = {  7_053, 4_530, 4_530, 4_530, 7_053, 7_053, 7_053, 4_530, 7_053};
    private static final long[] APPLE   = {    730,   730,  730,  730,   730,   730,  730,  730,  730};
    private static final long[] NONE    = new long[9];
    // @formatter:on

    /** Most that one trap may cost: one virtual second. */
    private static final long LIMIT = 1_000_000_000;

    private final String text;
    private final long[] nanos;

    private TrapCost(String text, long[] nanos) {
        this.text = text;
        this.nanos = nanos;
    }

    /** The default table. */
    public static TrapCost standard() {
        return new TrapCost("default", DEFAULT);
    }

    /**
     * Reads the option's value: a table's name, or a list such as {@code sysreg=700,hvc=300}, which
     * changes entries of the default table; {@code altra,sysreg=900} changes entries of another.
     *
     * @throws PolicyException in one line, for a name that is not known or a number out of range (0
     *     to 1,000,000,000)
     */
    public static TrapCost parse(String value) {
        long[] table = DEFAULT.clone();
        String[] parts = value.split(",", -1);
        for (int k = 0; k < parts.length; k++) {
            String part = parts[k].strip();
            int equals = part.indexOf('=');
            if (equals < 0 && k == 0) {
                table = named(part, value).clone();
            } else {
                String name = equals < 0 ? part : part.substring(0, equals).strip();
                int at = CLASSES.indexOf(name.toLowerCase(Locale.ROOT));
                if (at < 0) {
                    throw new PolicyException(
                            "--trap-cost "
                                    + value
                                    + ": no class '"
                                    + name
                                    + "' ("
                                    + String.join(", ", CLASSES)
                                    + ")");
                }
                table[at] =
                        number(equals < 0 ? "" : part.substring(equals + 1).strip(), name, value);
            }
        }
        return new TrapCost(value, table);
    }

    private static long[] named(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "default" -> DEFAULT;
            case "altra" -> ALTRA;
            case "juno" -> JUNO;
            case "apple" -> APPLE;
            case "none" -> NONE;
            default ->
                    throw new PolicyException(
                            "--trap-cost "
                                    + value
                                    + ": no table '"
                                    + name
                                    + "' (default, altra, juno, apple, none)");
        };
    }

    private static long number(String digits, String name, String value) {
        try {
            long n = Long.parseLong(digits);
            if (n >= 0 && n <= LIMIT) {
                return n;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        throw new PolicyException(
                "--trap-cost "
                        + value
                        + ": '"
                        + digits
                        + "' is no cost of "
                        + name
                        + " (0 to "
                        + LIMIT
                        + " ns)");
    }

    /** Cost of a trap in virtual nanoseconds. */
    public long of(Trap t) {
        return nanos[entryOf(t)];
    }

    private static int entryOf(Trap t) {
        return switch (t.cls) {
            case SYSREG -> SYSREG;
            case HVC -> HVC;
            case SMC -> SMC;
            case WFX -> WFX;
            case DATA_ABORT -> t.device == Trap.NONE ? DATA_ABORT : MMIO;
            case INSTRUCTION_ABORT -> INSTRUCTION_ABORT;
            case FP -> FP;
            case OTHER -> OTHER;
        };
    }

    /** Whether both cost the same for every trap. */
    public boolean sameAs(TrapCost o) {
        return Arrays.equals(nanos, o.nanos);
    }

    /** As it was given, for a session's configuration; {@link #parse} takes it back. */
    @Override
    public String toString() {
        return text;
    }
}
