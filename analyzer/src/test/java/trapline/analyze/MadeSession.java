package trapline.analyze;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trapline.event.Action;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.SysReg;
import trapline.journal.JournalWriter;
import trapline.journal.Names;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;

/** A session written by hand, so that a test knows every figure in it. */
public final class MadeSession implements AutoCloseable {
    /** MDCCSR_EL0 and the register that is DBGDTRTX_EL0 when written. */
    public static final int MDCCSR = SysReg.key(2, 3, 0, 1, 0);

    public static final int DBGDTR = SysReg.key(2, 3, 0, 5, 0);

    /** Modelled cost of every trap in here. */
    public static final long COST = 700;

    private final SessionWriter writer;
    private final JournalWriter journal;
    private final List<String> rules;
    private final Trap trap = new Trap();
    private long retired;
    private long nanos;
    private long id = 1;

    private MadeSession(SessionWriter writer, List<String> rules) {
        this.writer = writer;
        this.rules = rules;
        SessionConfig.Builder config = SessionConfig.builder();
        config.guest = "made";
        config.config.put("PARTIAL_EMULATION", "y");
        journal = writer.begin(config.build(), new Texts(rules), null);
    }

    /** Begins a session in {@code dir}. */
    public static MadeSession in(Path dir) {
        return new MadeSession(SessionWriter.create(dir), new ArrayList<>());
    }

    private record Texts(List<String> rules) implements Names {
        @Override
        public String rule(int index) {
            return rules.get(index);
        }

        @Override
        public String device(int index) {
            return "uart" + index;
        }

        @Override
        public String flag(int index) {
            return "partial-emulation";
        }
    }

    private int rule(String id) {
        if (!rules.contains(id)) {
            rules.add(id);
        }
        return rules.indexOf(id);
    }

    private Trap next(TrapClass cls, long pc) {
        Trap t = trap;
        t.copyFrom(new Trap());
        retired += 10;
        nanos += 10;
        t.id = id++;
        t.retired = retired;
        t.virtualNanos = nanos;
        t.pc = pc;
        t.el = 1;
        t.cls = cls;
        t.costNanos = COST;
        t.hostNanos = 100;
        return t;
    }

    private MadeSession put(long hostNanos) {
        trap.hostNanos = hostNanos;
        journal.trap(trap);
        nanos += COST;
        return this;
    }

    /** {@code n} reads of MDCCSR_EL0 at one address. */
    public MadeSession polls(int n, long pc, long value, long hostNanos) {
        for (int i = 0; i < n; i++) {
            read(MDCCSR, pc, value, "xen/sysreg/MDCCSR_EL0/read/partial-emulation=on", hostNanos);
        }
        return this;
    }

    /** A read of a register that is answered with a value. */
    public MadeSession read(int register, long pc, long value, String rule, long hostNanos) {
        Trap t = next(TrapClass.SYSREG, pc);
        t.register = register;
        t.read = true;
        t.esr = 0x62000001L;
        t.hasValue = true;
        t.value = value;
        t.action = Action.VALUE;
        t.rule = rule(rule);
        return put(hostNanos);
    }

    /** A write of a register: ignored, or answered with an Undefined exception. */
    public MadeSession write(int register, long pc, long value, boolean undef, String rule) {
        Trap t = next(TrapClass.SYSREG, pc);
        t.register = register;
        t.esr = 0x62000000L;
        t.hasValue = true;
        t.value = value;
        t.action = undef ? Action.UNDEF : Action.WI;
        t.injectedEsr = undef ? 0x02000000L : 0;
        t.rule = rule(rule);
        t.flags = undef ? 1 : 3;
        return put(100);
    }

    /** A store to a device. */
    public MadeSession store(int device, long offset, long pc, long value) {
        Trap t = next(TrapClass.DATA_ABORT, pc);
        t.device = device;
        t.offset = offset;
        t.ipa = 0x22000000L + offset;
        t.far = t.ipa;
        t.esr = 0x93800045L;
        t.hasValue = true;
        t.value = value;
        t.action = Action.EMULATE;
        t.rule = rule("xen/data_abort/device/write");
        return put(100);
    }

    /** Guest output without traps. */
    public MadeSession print(String text) {
        return print(text.getBytes(StandardCharsets.UTF_8));
    }

    public MadeSession print(byte[] bytes) {
        for (byte b : bytes) {
            journal.console(0, b & 0xff, retired, nanos);
        }
        return this;
    }

    public MadeSession log(String line) {
        journal.log(retired, nanos, line);
        return this;
    }

    /** Ends the run and seals the session. */
    public Session end(Outcome.Kind kind, String detail) {
        journal.outcome(retired, nanos, new Outcome(kind, detail.isEmpty() ? null : detail));
        Path dir = writer.dir();
        writer.finish(retired, nanos, 7, 9);
        return Session.open(dir);
    }

    /** Commits what was written and leaves the session unsealed. */
    @Override
    public void close() {
        journal.commit();
        writer.close();
    }
}
