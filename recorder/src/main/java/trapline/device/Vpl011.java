package trapline.device;

import trapline.bus.Access;
import trapline.bus.ConsoleSink;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.InterruptLine;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Xen's virtual UART with Xen itself at the other end: the SBSA subset of a PL011, {@code
 * xen/arch/arm/vpl011.c}. A 64-bit access is refused, except writes that are ignored before their
 * width is looked at. The interrupt is an event, injected only when a masked status bit appears
 * that was not there at the last look.
 */
public final class Vpl011 implements Device, ConsoleInput {
    /** Size of the receive ring; Xen's own ring is as large as the FIFO it claims to be. */
    private static final int FIFO = 32;

    private static final int TRIGGER = FIFO / 2;

    private static final int DR = 0x00;
    private static final int RSR = 0x04;
    private static final int FR = 0x18;
    private static final int IMSC = 0x38;
    private static final int RIS = 0x3c;
    private static final int MIS = 0x40;
    private static final int ICR = 0x44;

    private static final int FR_RXFE = 1 << 4;
    private static final int FR_RXFF = 1 << 6;
    private static final int FR_TXFE = 1 << 7;
    private static final int RXI = 1 << 4;
    private static final int TXI = 1 << 5;
    private static final int RTI = 1 << 6;

    private final InterruptLine line;
    private final ConsoleSink console;
    private final HypervisorLog log;
    private final ByteFifo in = new ByteFifo(FIFO);
    private int flags = FR_TXFE | FR_RXFE;
    private int status;
    private int mask;
    private int lastMasked;

    public Vpl011(InterruptLine line, ConsoleSink console, HypervisorLog log) {
        this.line = line;
        this.console = console;
        this.log = log;
    }

    @Override
    public String name() {
        return "vpl011";
    }

    @Override
    public boolean offer(int value) {
        if (!in.offer(value, FIFO)) {
            return false;
        }
        flags &= ~FR_RXFE;
        if (in.count() == FIFO) {
            flags |= FR_RXFF;
        }
        if (in.count() >= FIFO - TRIGGER) {
            status |= RXI;
        }
        status |= RTI; // no baud rate, hence no time-out to wait for
        update();
        return true;
    }

    @Override
    public boolean inputEmpty() {
        return in.isEmpty();
    }

    @Override
    public boolean interrupts() {
        return (mask & (RXI | RTI)) != 0;
    }

    @Override
    public void access(long offset, Access a) {
        if (a.write) {
            write((int) offset, a);
        } else {
            read((int) offset, a);
        }
    }

    private void read(int offset, Access a) {
        a.value = 0;
        switch (offset) {
            case DR, RSR, FR, IMSC, RIS, MIS -> {
                if (a.bytes == 8) {
                    badWidth(offset, a);
                    return;
                }
            }
            case ICR -> {
                if (a.bytes == 8) {
                    badWidth(offset, a);
                }
                a.abort = true;
                return;
            }
            default -> {
                if (log.enabled(HypervisorLog.ERROR)) {
                    log.line(
                            HypervisorLog.ERROR,
                            "d1v%d vpl011: unhandled read r%d offset %s"
                                    .formatted(a.vcpu, a.register, XenFrame.hash(offset)));
                }
                return;
            }
        }
        int v =
                switch (offset) {
                    case DR -> receive(a);
                    case FR -> pollFlags();
                    case IMSC -> mask;
                    case RIS -> status;
                    case MIS -> status & mask;
                    default -> 0; // RSR: a line without errors
                };
        a.value = v & ones(a);
    }

    private static long ones(Access a) {
        return (1L << (a.bytes * 8)) - 1;
    }

    private int pollFlags() {
        if (in.isEmpty()) {
            console.emptyPoll();
        }
        return flags;
    }

    private int receive(Access a) {
        int v = 0;
        if (in.isEmpty()) {
            if (log.enabled(HypervisorLog.ERROR)) {
                log.line(
                        HypervisorLog.ERROR,
                        "d1v%d vpl011: Unexpected IN ring buffer empty".formatted(a.vcpu));
            }
            console.emptyPoll();
        } else {
            v = in.take();
            if (in.isEmpty()) {
                flags |= FR_RXFE;
                status &= ~RTI;
            }
            if (in.count() < FIFO - TRIGGER) {
                status &= ~RXI;
            }
            update();
        }
        flags &= ~FR_RXFF;
        return v;
    }

    private void write(int offset, Access a) {
        switch (offset) {
            case DR, RSR, IMSC, ICR -> {
                if (a.bytes == 8) {
                    badWidth(offset, a);
                    return;
                }
            }
            case FR, RIS, MIS -> {
                return;
            }
            default -> {
                if (log.enabled(HypervisorLog.ERROR)) {
                    log.line(
                            HypervisorLog.ERROR,
                            "d1v%d vpl011: unhandled write r%d offset %s"
                                    .formatted(a.vcpu, a.register, XenFrame.hash(offset)));
                }
                return;
            }
        }
        int ones = (int) ones(a);
        int v = (int) a.value & ones;
        switch (offset) {
            case DR -> {
                console.output(v & 0xff);
                status |= TXI;
                flags |= FR_TXFE;
                update();
            }
            case IMSC -> {
                mask = mask & ~ones | v;
                update();
            }
            case ICR -> {
                status &= ~v;
                update();
            }
            default -> {
                // RSR: there are no errors to clear.
            }
        }
    }

    private void badWidth(int offset, Access a) {
        a.abort = true;
        if (log.enabled(HypervisorLog.ERROR)) {
            log.line(
                    HypervisorLog.ERROR,
                    "d1v%d vpl011: bad %s width %d r%d offset %s"
                            .formatted(
                                    a.vcpu,
                                    a.write ? "write" : "read",
                                    Integer.numberOfTrailingZeros(a.bytes),
                                    a.register,
                                    XenFrame.hash(offset)));
        }
    }

    private void update() {
        int masked = status & mask;
        if ((masked & ~lastMasked) != 0) {
            line.set(true);
        }
        lastMasked = masked;
    }

    @Override
    public void save(StateWriter w) {
        in.save(w);
        w.i32(flags).i32(status).i32(mask).i32(lastMasked);
    }

    @Override
    public void load(StateReader r) {
        in.load(r);
        flags = r.i32();
        status = r.i32();
        mask = r.i32();
        lastMasked = r.i32();
    }
}
