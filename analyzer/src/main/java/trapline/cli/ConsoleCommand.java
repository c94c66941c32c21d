package trapline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.Neutral;
import trapline.inspect.KernelLog;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.machine.linux.PrintkLog;

/** What the guest wrote. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description =
                "Prints what the guest wrote. Control bytes are shown, not sent to the terminal.",
        footer = {"", "Example: trapline console /tmp/on"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:damaged", "2:not a session", "3:missing"})
final class ConsoleCommand implements Callable<Integer> {
    /** Where guest output comes from. The order is that of the ports' numbers. */
    enum Port {
        UART,
        VIRTIO,
        DCC,
        ALL
    }

    @Mixin private SessionArgument session;
    @Mixin private Output output;

    @Option(names = "--raw", description = "Every byte as the guest wrote it.")
    private boolean raw;

    @Option(names = "--log", description = "The hypervisor's own lines instead.")
    private boolean log;

    @Option(
            names = "--port",
            paramLabel = "uart|virtio|dcc|all",
            defaultValue = "all",
            description = "Which output (default: ${DEFAULT-VALUE}, in the order of writing).")
    private Port port = Port.ALL;

    @Option(
            names = "--kernel-log",
            description =
                    "Linux's printk buffer from the guest's memory, whether a console showed it or not.")
    private boolean kernelLog;

    @Option(
            names = "--at",
            paramLabel = "TRAP",
            description = "With --kernel-log: as it was at this trap (default: at the end).")
    private @Nullable Long at;

    @Override
    public Integer call() throws IOException {
        if (at != null && !kernelLog) {
            throw new BadInput("--at goes with --kernel-log");
        }
        if (kernelLog) {
            return printk();
        }
        if (log) {
            return hypervisorLog();
        }
        if (output.json()) {
            StringBuilder text = new StringBuilder();
            Neutral n = new Neutral(text);
            long bytes = walk(n::accept);
            n.end();
            output.json(new Fields().put("bytes", bytes).put("text", text.toString()));
        } else if (raw) {
            output.out().flush();
            OutputStream bytes = new BufferedOutputStream(System.out, 1 << 16);
            walk(
                    b -> {
                        try {
                            bytes.write(b);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            bytes.flush();
        } else {
            PrintWriter out = output.out();
            Neutral n = new Neutral(out);
            int[] last = {'\n'};
            walk(
                    b -> {
                        last[0] = b;
                        n.accept(b);
                    });
            n.end();
            if (last[0] != '\n') {
                out.println();
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    private long walk(IntConsumer bytes) {
        long count = 0;
        try (Cursor c = session.open().cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.CONSOLE && (port == Port.ALL || port.ordinal() == c.port())) {
                    bytes.accept(c.value());
                    count++;
                }
            }
        }
        return count;
    }

    private int printk() {
        Session s = session.open();
        List<PrintkLog.Line> records =
                at == null
                        ? KernelLog.atEnd(s, Engines.DEFAULT)
                        : KernelLog.atTrap(s, at, Engines.DEFAULT);
        if (output.json()) {
            output.json(
                    new Fields()
                            .put(
                                    "rows",
                                    records.stream()
                                            .map(
                                                    r ->
                                                            new Fields()
                                                                    .put("seq", r.seq())
                                                                    .put("guestNanos", r.nanos())
                                                                    .put("facility", r.facility())
                                                                    .put("level", r.level())
                                                                    .put("text", r.text())
                                                                    .map())
                                            .toList()));
        } else {
            records.forEach(
                    r -> r.lines().lines().forEach(l -> output.out().println(Neutral.line(l))));
        }
        output.out().flush();
        return ExitCode.DONE;
    }

    private int hypervisorLog() {
        java.util.List<java.util.Map<String, @org.jspecify.annotations.Nullable Object>> rows =
                new java.util.ArrayList<>();
        try (Cursor c = session.open().cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e != Cursor.Event.LOG) {
                    continue;
                }
                if (output.json()) {
                    rows.add(
                            new Fields()
                                    .put("retired", c.retired())
                                    .put("virtualNanos", c.virtualNanos())
                                    .put("line", c.text())
                                    .map());
                } else {
                    output.out().println(Neutral.line(c.text()));
                }
            }
        }
        if (output.json()) {
            output.json(new Fields().put("rows", rows));
        }
        output.out().flush();
        return ExitCode.DONE;
    }
}
