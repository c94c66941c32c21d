package trapline.device;

import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.one;

import java.util.List;
import trapline.bus.Access;
import trapline.bus.Device;
import trapline.bus.GuestDma;
import trapline.bus.InterruptLine;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * The virtio-mmio transport, version 2: Virtual I/O Device 1.2, 4.2. No legacy interface, no shared
 * memory.
 */
public final class VirtioMmio implements Device {
    private static final int MAGIC = 0x74726976;
    private static final int VERSION = 2;
    private static final int VENDOR = 0x4c505254;
    private static final int CONFIG = 0x100;

    private static final long RING_INDIRECT = 1L << 28;
    private static final long VERSION_1 = 1L << 32;

    private static final int STATUS_FEATURES_OK = 8;
    private static final int STATUS_DRIVER_OK = 4;
    private static final int STATUS_NEEDS_RESET = 64;

    private static final int INT_USED = 1;
    private static final int INT_CONFIG = 2;

    private final InterruptLine line;
    private final VirtioDevice device;
    private final Virtqueue[] queues;
    private final HardwareFrame frame;
    private final long offered;

    private int featureSelect;
    private int driverSelect;
    private long accepted;
    private int queueSelect;
    private int interrupts;
    private int status;

    VirtioMmio(VirtioDevice device, InterruptLine line, GuestDma dma) {
        this.device = device;
        this.line = line;
        offered = device.features() | RING_INDIRECT | VERSION_1;
        queues = new Virtqueue[device.queues()];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new Virtqueue(dma);
        }
        frame = new HardwareFrame(device.name(), HardwareFrame.Banks.ACCESSOR);
        frame.table(new RegisterTable(CONFIG, frame, rows()));
    }

    /** A disk; {@code name} is unique in the machine. */
    public static VirtioMmio block(
            String name,
            BlockBackend disk,
            InterruptLine line,
            GuestDma dma,
            trapline.bus.Scheduler clock) {
        VirtioBlock b = new VirtioBlock(name, disk, dma, clock);
        VirtioMmio t = new VirtioMmio(b, line, dma);
        b.attach(t);
        return t;
    }

    /** A console of one port. */
    public static VirtioMmio console(
            String name, trapline.bus.ConsoleSink sink, InterruptLine line, GuestDma dma) {
        VirtioConsole c = new VirtioConsole(name, sink, dma);
        VirtioMmio t = new VirtioMmio(c, line, dma);
        c.attach(t);
        return t;
    }

    /** Where bytes for the guest go, for a console. */
    public ConsoleInput input() {
        if (device instanceof VirtioConsole c) {
            return c;
        }
        throw new IllegalStateException(device.name() + " is not a console");
    }

    private List<RegisterTable.Row> rows() {
        // @formatter:off
        return List.of(
                one(0x000, "MagicValue",        W32, (_, _) -> MAGIC, WI),
                one(0x004, "Version",           W32, (_, _) -> VERSION, WI),
                one(0x008, "DeviceID",          W32, (_, _) -> device.type(), WI),
                one(0x00c, "VendorID",          W32, (_, _) -> VENDOR, WI),
                one(0x010, "DeviceFeatures",    W32, (_, _) -> half(offered, featureSelect), WI),
                one(0x014, "DeviceFeaturesSel", W32, RAZ, (_, _, v, _) -> featureSelect = (int) v),
                one(0x020, "DriverFeatures",    W32, RAZ, (_, _, v, _) -> accept((int) v)),
                one(0x024, "DriverFeaturesSel", W32, RAZ, (_, _, v, _) -> driverSelect = (int) v),
                one(0x030, "QueueSel",          W32, RAZ, (_, _, v, _) -> queueSelect = (int) v),
                one(0x034, "QueueNumMax",       W32, (_, _) -> selected() ? Virtqueue.MAX : 0, WI),
                one(0x038, "QueueNum",          W32, RAZ, queue((q, v) -> q.size = v)),
                one(0x044, "QueueReady",        W32, (_, _) -> selected() && queues[queueSelect].ready ? 1 : 0,
                        (_, _, v, _) -> ready((v & 1) != 0)),
                one(0x050, "QueueNotify",       W32, RAZ, (_, _, v, _) -> notified((int) v)),
                one(0x060, "InterruptStatus",   W32, (_, _) -> interrupts, WI),
                one(0x064, "InterruptACK",      W32, RAZ, (_, _, v, _) -> acknowledge((int) v)),
                one(0x070, "Status",            W32, (_, _) -> status, (_, _, v, _) -> status((int) v)),
                one(0x080, "QueueDescLow",      W32, RAZ, queue((q, v) -> q.descriptors = low(q.descriptors, v))),
                one(0x084, "QueueDescHigh",     W32, RAZ, queue((q, v) -> q.descriptors = high(q.descriptors, v))),
                one(0x090, "QueueDriverLow",    W32, RAZ, queue((q, v) -> q.driver = low(q.driver, v))),
                one(0x094, "QueueDriverHigh",   W32, RAZ, queue((q, v) -> q.driver = high(q.driver, v))),
                one(0x0a0, "QueueDeviceLow",    W32, RAZ, queue((q, v) -> q.device = low(q.device, v))),
                one(0x0a4, "QueueDeviceHigh",   W32, RAZ, queue((q, v) -> q.device = high(q.device, v))),
                one(0x0b0, "SHMLenLow",         W32, (_, _) -> -1, WI),
                one(0x0b4, "SHMLenHigh",        W32, (_, _) -> -1, WI),
                one(0x0fc, "ConfigGeneration",  W32, RAZ, WI));
        // @formatter:on
    }

    private static long half(long v, int select) {
        return select == 0 ? v & 0xffffffffL : select == 1 ? v >>> 32 : 0;
    }

    private static long low(long was, int v) {
        return was & 0xffffffff00000000L | v & 0xffffffffL;
    }

    private static long high(long was, int v) {
        return was & 0xffffffffL | (long) v << 32;
    }

    private boolean selected() {
        return queueSelect >= 0 && queueSelect < queues.length;
    }

    private interface QueueWrite {
        void apply(Virtqueue q, int value);
    }

    /** A register of the selected queue, which must not be changed while the queue is live. */
    private RegisterTable.Write queue(QueueWrite w) {
        return (_, _, v, _) -> {
            if (selected() && !queues[queueSelect].ready) {
                w.apply(queues[queueSelect], (int) v);
            }
        };
    }

    private void accept(int v) {
        if ((status & STATUS_FEATURES_OK) == 0 && (driverSelect == 0 || driverSelect == 1)) {
            accepted = driverSelect == 0 ? low(accepted, v) : high(accepted, v);
        }
    }

    private void ready(boolean on) {
        if (!selected()) {
            return;
        }
        Virtqueue q = queues[queueSelect];
        try {
            if (on) {
                q.start();
            } else {
                q.ready = false;
            }
        } catch (Virtqueue.Broken e) {
            broken();
        }
    }

    private void notified(int index) {
        if (index < 0 || index >= queues.length || !working()) {
            return;
        }
        try {
            device.notified(this, index);
        } catch (Virtqueue.Broken e) {
            broken();
        }
    }

    /** Whether the driver is up and has broken nothing. */
    boolean working() {
        return (status & (STATUS_DRIVER_OK | STATUS_NEEDS_RESET)) == STATUS_DRIVER_OK;
    }

    Virtqueue queue(int index) {
        return queues[index];
    }

    /** The guest broke a queue: nothing more happens until it resets the device. */
    void broken() {
        status |= STATUS_NEEDS_RESET;
        raise(INT_CONFIG);
    }

    /** Buffers were used. */
    void usedBuffers() {
        raise(INT_USED);
    }

    private void raise(int bit) {
        interrupts |= bit;
        // Again for each event: an interrupt controller that counts events must see each.
        line.set(true);
    }

    private void acknowledge(int v) {
        interrupts &= ~v;
        if (interrupts == 0) {
            line.set(false);
        }
    }

    private void status(int v) {
        if (v == 0) {
            reset();
            return;
        }
        int s = v & 0xff | status & STATUS_NEEDS_RESET;
        // Without version 1, or with features that were not offered, the driver does not get its
        // FEATURES_OK.
        if ((s & ~status & STATUS_FEATURES_OK) != 0
                && ((accepted & ~offered) != 0 || (accepted & VERSION_1) == 0)) {
            s &= ~STATUS_FEATURES_OK;
        }
        status = s;
    }

    private void reset() {
        featureSelect = 0;
        driverSelect = 0;
        accepted = 0;
        queueSelect = 0;
        status = 0;
        for (Virtqueue q : queues) {
            q.reset();
        }
        device.reset();
        interrupts = 0;
        line.set(false);
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public void access(long offset, Access a) {
        if (offset < CONFIG) {
            frame.access(offset, a);
            return;
        }
        int at = (int) offset - CONFIG;
        byte[] c = device.configuration();
        if (a.write) {
            device.configure(at, a.bytes, (int) a.value);
            return;
        }
        a.value = 0;
        for (int i = 0; i < a.bytes && at + i < c.length; i++) {
            a.value |= (c[at + i] & 0xffL) << (8 * i);
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(featureSelect)
                .i32(driverSelect)
                .i64(accepted)
                .i32(queueSelect)
                .i32(interrupts)
                .i32(status);
        for (Virtqueue q : queues) {
            q.save(w);
        }
        device.save(w);
        frame.save(w);
    }

    @Override
    public void load(StateReader r) {
        featureSelect = r.i32();
        driverSelect = r.i32();
        accepted = r.i64();
        queueSelect = r.i32();
        interrupts = r.i32();
        status = r.i32();
        for (Virtqueue q : queues) {
            q.load(r);
        }
        device.load(r);
        frame.load(r);
    }
}
