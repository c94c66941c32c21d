package trapline.inspect;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.machine.boot.BootPlatform;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.KernelImage;
import trapline.machine.boot.SymbolTable;
import trapline.machine.linux.Kallsyms;
import trapline.record.MachineFactory;

/**
 * The names of a session's guest addresses: those of {@code --symbols}, else of an ELF kernel, else
 * those that a Linux kernel carries. They hold where the code ran: at the addresses of a kernel
 * that moved itself (KASLR), and at physical addresses, where it ran before it switched translation
 * on.
 */
public final class SessionSymbols {
    /**
     * Linux's one function with its HVC to firmware: its first trap with translation on tells how
     * far the kernel moved.
     */
    private static final String CALL = "__arm_smccc_hvc";

    private static final int CALL_BYTES = 64;

    /** A kernel moves itself by multiples of this. */
    private static final long STEP = 1 << 16;

    /** The call comes early; so many traps are looked at. */
    private static final int TRAPS_MAX = 1 << 16;

    private SessionSymbols() {}

    /**
     * The session's symbols; an empty table when there are none, or when the file they were in
     * cannot be used now.
     */
    public static SymbolTable of(Session session) {
        SessionConfig config = session.config();
        KernelImage kernel = kernel(session);
        SymbolTable table = given(session, config.symbols());
        if (table == null) {
            table = kernel == null ? SymbolTable.EMPTY : own(kernel);
        }
        if (table.size() == 0
                || kernel == null
                || kernel.format() != KernelImage.Format.LINUX_IMAGE) {
            return table;
        }
        SymbolTable placed = table.shifted(moved(session, table));
        long text = placed.find("_text");
        return text == -1
                ? placed
                : placed.alsoAt(kernel.start(), kernel.end() - kernel.start(), text);
    }

    private static @Nullable SymbolTable given(
            Session session, SessionConfig.@Nullable Image image) {
        try {
            return image == null
                    ? null
                    : SymbolTable.read(Files.readAllBytes(session.image(image)), image.path());
        } catch (ImageException | IOException | SessionException e) {
            return null;
        }
    }

    private static @Nullable KernelImage kernel(Session session) {
        SessionConfig config = session.config();
        SessionConfig.Image image = config.image("kernel");
        if (image == null) {
            return null;
        }
        try {
            BootPlatform platform = MachineFactory.platform(config);
            return KernelImage.load(
                    Files.readAllBytes(session.image(image)),
                    image.path(),
                    platform,
                    platform.banks(config.memoryBytes()));
        } catch (ImageException | IOException | SessionException e) {
            return null; // names are a help: commands that need the kernel itself say why it cannot
            // be read
        }
    }

    private static SymbolTable own(KernelImage kernel) {
        if (kernel.format() != KernelImage.Format.LINUX_IMAGE) {
            return kernel.symbols();
        }
        KernelImage.Segment s = kernel.segments().getFirst();
        SymbolTable t = Kallsyms.find(s.data(), s.offset(), s.length());
        return t == null ? SymbolTable.EMPTY : t;
    }

    /** How far above its link address the kernel ran. */
    static long moved(Session session, SymbolTable table) {
        long call = table.find(CALL);
        if (call == -1) {
            return 0;
        }
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.RUNS)) {
            int left = TRAPS_MAX;
            for (Cursor.Event e = c.next(); e != Cursor.Event.END && left > 0; e = c.next()) {
                if (e != Cursor.Event.TRAP) {
                    continue;
                }
                left--;
                Trap t = c.trap();
                long distance = t.pc - call;
                boolean kernel = t.cls == TrapClass.HVC && t.el == 1 && t.pc < 0;
                if (kernel && (distance & STEP - 1) < CALL_BYTES) {
                    return distance & -STEP;
                }
            }
        }
        return 0;
    }
}
