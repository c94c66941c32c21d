package trapline.journal.bench;

import java.util.SplittableRandom;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Names;

/** Traps as a guest makes them, prepared so that handing one out costs little. */
final class TrapStream {
    static final Names NAMES =
            new Names() {
                @Override
                public String rule(int index) {
                    return "xen/sysreg/REGISTER_" + index + "/read";
                }

                @Override
                public String device(int index) {
                    return "device" + index;
                }

                @Override
                public String flag(int index) {
                    return "partial-emulation";
                }
            };

    private static final int SIZE = 1 << 16;

    private final Trap[] prepared = new Trap[SIZE];
    private final long[] gap = new long[SIZE];
    private final Trap trap = new Trap();
    private int at;
    private long nextId = 1;
    private long retired;
    private long virtualNanos;

    /**
     * @param kind {@code polls}: one register at constant intervals; {@code loop}: a driver's loop
     *     over eleven sites with values and intervals that vary; {@code mixed}: the same, with
     *     every fourth trap at one of forty other sites
     */
    TrapStream(String kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SIZE; i++) {
            boolean polls = kind.equals("polls");
            int site = polls ? 3 : i % 11;
            if (kind.equals("mixed") && random.nextInt(4) == 0) {
                site = random.nextInt(40);
            }
            prepared[i] = at(site, polls, random);
            gap[i] = polls ? 12 : random.nextInt(8, 60);
        }
    }

    private static Trap at(int site, boolean poll, SplittableRandom random) {
        Trap t = new Trap();
        boolean mmio = site % 3 != 0;
        t.pc = 0xffff800080010000L + 4L * site;
        t.el = 1;
        t.cls = mmio ? TrapClass.DATA_ABORT : TrapClass.SYSREG;
        t.esr = mmio ? 0x93800006L : 0x62300000L + site;
        t.register = mmio ? Trap.NONE : 0xc000 + site;
        t.device = mmio ? site % 4 : Trap.NONE;
        t.read = site % 2 == 0;
        t.hasValue = true;
        t.value = poll ? 0x20000000 : random.nextInt(200);
        if (mmio) {
            t.far = 0xffff800008000000L + 4L * random.nextInt(2);
            t.ipa = 0x22000000L + (t.far & 0xfff);
            t.offset = t.far & 0xfff;
        }
        t.rule = site;
        t.action = mmio ? Action.EMULATE : Action.VALUE;
        t.costNanos = 700;
        t.hostNanos = 180L + random.nextInt(25) + random.nextInt(25);
        if (random.nextInt(100) == 0) {
            t.hostNanos += random.nextInt(5000);
        }
        return t;
    }

    /** The next trap; the object is reused. */
    Trap next() {
        int i = at;
        at = (i + 1) & SIZE - 1;
        Trap t = trap;
        t.copyFrom(prepared[i]);
        retired += gap[i];
        virtualNanos += gap[i];
        t.id = nextId++;
        t.retired = retired;
        t.virtualNanos = virtualNanos;
        virtualNanos += t.costNanos;
        return t;
    }

    long retired() {
        return retired;
    }

    long virtualNanos() {
        return virtualNanos;
    }

    /** Starts a new session: ids from 1, times from 0. */
    void restart() {
        nextId = 1;
        retired = 0;
        virtualNanos = 0;
    }
}
