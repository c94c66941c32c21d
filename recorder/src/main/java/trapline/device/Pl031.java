package trapline.device;

import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.one;
import static trapline.device.RegisterTable.row;

import java.util.List;
import trapline.bus.Access;
import trapline.bus.Deadline;
import trapline.bus.Device;
import trapline.bus.InterruptLine;
import trapline.bus.Scheduler;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Arm PrimeCell real-time clock (PL031), DDI 0224: a 32-bit counter of virtual seconds from a
 * configured start, and one match interrupt. The counter always runs.
 */
public final class Pl031 implements Device {
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final int[] IDS = {0x31, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

    private final InterruptLine line;
    private final Scheduler clock;
    private final HardwareFrame frame;

    /** Counter minus whole virtual seconds since reset. */
    private int offset;

    private int match;
    private int load;
    private boolean mask;
    private boolean raw;

    private final Deadline alarm =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return true;
                }

                @Override
                public void fire() {
                    raw = true;
                    update();
                }
            };

    /**
     * @param startSeconds the counter at the machine's reset; its low 32 bits count
     */
    public Pl031(InterruptLine line, Scheduler clock, long startSeconds) {
        this.line = line;
        this.clock = clock;
        offset = (int) startSeconds;
        load = offset;
        clock.register(alarm);
        frame = new HardwareFrame("pl031", HardwareFrame.Banks.ACCESSOR);
        frame.table(new RegisterTable(0x1000, frame, rows()));
    }

    private List<RegisterTable.Row> rows() {
        // @formatter:off
        return List.of(
                one(0x000, "RTCDR",   W32, (_, _) -> counter(), WI),
                one(0x004, "RTCMR",   W32, (_, _) -> match, (_, _, v, _) -> {
                    match = (int) v;
                    arm();
                }),
                one(0x008, "RTCLR",   W32, (_, _) -> load, (_, _, v, _) -> {
                    load = (int) v;
                    offset += load - counter();
                    arm();
                }),
                one(0x00c, "RTCCR",   W32, (_, _) -> 1, WI),
                one(0x010, "RTCIMSC", W32, (_, _) -> mask ? 1 : 0, (_, _, v, _) -> {
                    mask = (v & 1) != 0;
                    update();
                }),
                one(0x014, "RTCRIS",  W32, (_, _) -> raw ? 1 : 0, WI),
                one(0x018, "RTCMIS",  W32, (_, _) -> raw && mask ? 1 : 0, WI),
                one(0x01c, "RTCICR",  W32, RAZ, (_, _, v, _) -> {
                    raw &= (v & 1) == 0;
                    update();
                }),
                row(0xfe0, 0xfff, "RTCPeriphID", W32, (_, o) -> IDS[(o - 0xfe0) / 4], WI));
        // @formatter:on
    }

    private int counter() {
        return offset + (int) (clock.nanos() / NANOS_A_SECOND);
    }

    /** Sets the alarm for the next moment at which the counter becomes the match value. */
    private void arm() {
        long seconds = match - counter() & 0xffffffffL;
        if (seconds == 0) {
            alarm.set(Deadline.NEVER);
            raw = true;
            update();
        } else {
            alarm.set((clock.nanos() / NANOS_A_SECOND + seconds) * NANOS_A_SECOND);
        }
    }

    private void update() {
        line.set(raw && mask);
    }

    @Override
    public String name() {
        return "pl031";
    }

    @Override
    public void access(long at, Access a) {
        frame.access(at, a);
    }

    @Override
    public void save(StateWriter w) {
        w.i32(offset).i32(match).i32(load).bool(mask).bool(raw).i64(alarm.at());
        frame.save(w);
    }

    @Override
    public void load(StateReader r) {
        offset = r.i32();
        match = r.i32();
        load = r.i32();
        mask = r.bool();
        raw = r.bool();
        alarm.set(r.i64());
        frame.load(r);
    }
}
