package trapline.journal;

import java.util.SplittableRandom;
import trapline.event.Action;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.event.TrapClass;

/**
 * A made-up guest: a pure function of its seed, with the kinds of events in the proportions that
 * real guests have.
 */
final class SyntheticRun {
    /** Texts for whatever index the run uses. */
    static final Names NAMES =
            new Names() {
                @Override
                public String rule(int index) {
                    return "xen/sysreg/R" + index + "/read";
                }

                @Override
                public String device(int index) {
                    return "device" + index;
                }

                @Override
                public String flag(int index) {
                    return "flag" + index;
                }
            };

    /** A sink that wants to hear of inputs as well. */
    interface InputSink extends FactSink {
        void input(Input in);
    }

    private final SplittableRandom random;
    private FactSink sink;
    private final Trap trap = new Trap();
    private final long[] retired = new long[4];
    private long machine;
    private long virtual;
    private long nextTrap;
    private int vcpu;

    SyntheticRun(long seed, FactSink sink) {
        this(seed, sink, 1);
    }

    SyntheticRun(long seed, FactSink sink, long firstTrap) {
        random = new SplittableRandom(seed);
        this.sink = sink;
        nextTrap = firstTrap;
    }

    /** Goes on into another sink. */
    void redirect(FactSink to) {
        sink = to;
    }

    long machine() {
        return machine;
    }

    long virtual() {
        return virtual;
    }

    /** One step: a run of polls, some traps, or another event. */
    void step() {
        switch (random.nextInt(12)) {
            case 0 -> polls(random.nextInt(1, 3000), random.nextInt(3));
            case 1 -> console(random.nextInt(1, 40));
            case 2 ->
                    sink.log(
                            machine, virtual, "(XEN) d1v0 line " + random.nextInt(100) + " \u00e4");
            case 3 -> interrupt();
            case 4 -> input();
            case 5 -> wild();
            case 6 -> vcpu = random.nextInt(4);
            default -> traps(random.nextInt(1, 60));
        }
    }

    void finish() {
        sink.outcome(
                machine,
                virtual,
                new Outcome(Outcome.Kind.POWERED_OFF, random.nextBoolean() ? null : "x"));
    }

    private void input() {
        Input in = new Input(Input.Kind.CONSOLE_BYTE, machine, virtual, random.nextInt(256));
        if (sink instanceof JournalWriter w) {
            w.input(in);
        } else if (sink instanceof InputSink t) {
            t.input(in);
        }
    }

    private void interrupt() {
        advance(random.nextInt(1000));
        sink.interrupt(
                vcpu,
                retired[vcpu],
                virtual,
                0xffff800080000000L + random.nextInt(1 << 20) * 4L,
                0,
                27);
    }

    void console(int n) {
        for (int i = 0; i < n; i++) {
            if (random.nextInt(4) == 0) {
                advance(random.nextInt(50));
            }
            sink.console(random.nextInt(8) == 0 ? 1 : 0, random.nextInt(256), machine, virtual);
        }
    }

    /**
     * The same poll n times; kind 0: constant interval, 1: small variation of instructions, 2: of
     * time as well.
     */
    void polls(int n, int kind) {
        shape(random.nextInt(6));
        for (int i = 0; i < n; i++) {
            advance(kind == 0 ? 12 : random.nextInt(8, 20));
            if (kind == 2) {
                virtual += random.nextInt(3);
            }
            emit();
        }
    }

    void traps(int n) {
        for (int i = 0; i < n; i++) {
            advance(random.nextInt(1, 400));
            shape(random.nextInt(40));
            vary();
            emit();
        }
    }

    /** A trap with random fields. */
    private void wild() {
        advance(random.nextInt(1, 1 << 30));
        shape(random.nextInt(5000));
        trap.esr = random.nextLong();
        trap.far = random.nextLong();
        trap.ipa = random.nextLong();
        trap.offset = random.nextLong();
        trap.value = random.nextLong();
        trap.arg1 = random.nextLong();
        trap.arg2 = random.nextLong();
        trap.arg3 = random.nextLong();
        trap.result = random.nextLong();
        trap.flags = random.nextInt();
        trap.register = Trap.NONE;
        trap.hostNanos = random.nextBoolean() ? -1 : random.nextLong(Long.MAX_VALUE);
        trap.id = nextTrap++;
        trap.vcpu = vcpu;
        trap.retired = retired[vcpu];
        trap.virtualNanos = virtual;
        sink.trap(trap);
        virtual += trap.costNanos;
    }

    private void vary() {
        if (random.nextInt(3) == 0) {
            trap.value = random.nextInt(256);
        }
        if (trap.cls == TrapClass.DATA_ABORT && random.nextInt(4) == 0) {
            long offset = random.nextInt(1024) * 4L;
            trap.far = 0xffff800008000000L + offset;
            trap.ipa = 0x22000000L + offset;
            trap.offset = offset;
        }
        if (trap.cls == TrapClass.HVC) {
            trap.arg1 = random.nextInt(4);
            trap.result = -random.nextInt(3);
        }
    }

    private void advance(long n) {
        retired[vcpu] += n;
        machine += n;
        virtual += n;
    }

    private void shape(int k) {
        trap.pc = 0xffff800080010000L + 4L * k;
        trap.el = k % 7 == 0 ? 0 : 1;
        trap.cls = TrapClass.of(k % 7);
        trap.esr = 0x62000000L | (long) k << 5;
        trap.register = trap.cls == TrapClass.SYSREG ? 0xc000 + k % 100 : Trap.NONE;
        trap.device = trap.cls == TrapClass.DATA_ABORT ? k % 5 : Trap.NONE;
        trap.far = 0;
        trap.ipa = 0;
        trap.offset = k % 3;
        trap.read = k % 2 == 0;
        trap.hasValue = k % 5 != 0;
        trap.value = k;
        trap.arg1 = 0;
        trap.arg2 = 0;
        trap.arg3 = 0;
        trap.result = 0;
        trap.action = Action.of(k % 13);
        trap.rule = k % 300;
        trap.flags = k % 4;
        trap.injectedEsr = trap.action == Action.UNDEF ? 0x02000000L : 0;
        trap.costNanos = 700L + k % 3;
    }

    private void emit() {
        trap.id = nextTrap++;
        trap.vcpu = vcpu;
        trap.retired = retired[vcpu];
        trap.virtualNanos = virtual;
        trap.hostNanos = latency();
        sink.trap(trap);
        virtual += trap.costNanos;
    }

    private long latency() {
        int r = random.nextInt(1000);
        if (r == 0) {
            return 5000L + random.nextInt(100_000);
        }
        return r == 1 ? -1 : 180 + random.nextInt(25) + random.nextInt(25);
    }
}
