package trapline.device;

import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W8_16_32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.one;
import static trapline.device.RegisterTable.row;

import java.util.List;
import trapline.bus.Access;
import trapline.bus.ConsoleSink;
import trapline.bus.Device;
import trapline.bus.InterruptLine;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Arm PrimeCell UART (PL011) r1p1, DDI 0183. Transmission takes no time, so the transmit FIFO is
 * always empty; a byte that waits raises the receive time-out interrupt at once, as if 32 bit
 * periods had passed. Modem lines are inactive, DMA is not wired, the IrDA registers keep nothing.
 */
public final class Pl011 implements Device, ConsoleInput {
    private static final int DEPTH = 16;
    private static final int[] IDS = {0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

    private static final int FR_RXFE = 1 << 4;
    private static final int FR_RXFF = 1 << 6;
    private static final int FR_TXFE = 1 << 7;

    private static final int LCR_FEN = 1 << 4;
    private static final int CR_LBE = 1 << 7;
    private static final int CR_TXE = 1 << 8;
    private static final int CR_RXE = 1 << 9;

    private static final int INT_RX = 1 << 4;
    private static final int INT_TX = 1 << 5;
    private static final int INT_RT = 1 << 6;
    private static final int INT_OE = 1 << 10;
    private static final int INT_ALL = 0x7ff;

    /** UARTDR: overrun. */
    private static final int DR_OE = 1 << 11;

    /**
     * Receive FIFO levels of UARTIFLS, in bytes: 1/8, 1/4, 1/2, 3/4, 7/8; the reserved codes as
     * 7/8.
     */
    private static final int[] LEVELS = {2, 4, 8, 12, 14, 14, 14, 14};

    private final InterruptLine line;
    private final ConsoleSink console;
    private final HardwareFrame frame;
    private final ByteFifo in = new ByteFifo(DEPTH);
    private int rsr;
    private int ilpr;
    private int ibrd;
    private int fbrd;
    private int lcr;
    private int cr = CR_RXE | CR_TXE;
    private int ifls = 0x12;
    private int mask;
    private int status;
    private int dmacr;
    private boolean overrun;

    public Pl011(InterruptLine line, ConsoleSink console) {
        this.line = line;
        this.console = console;
        frame = new HardwareFrame("pl011", HardwareFrame.Banks.ACCESSOR);
        frame.table(new RegisterTable(0x1000, frame, rows()));
    }

    private List<RegisterTable.Row> rows() {
        int w = W8_16_32;
        // @formatter:off
        return List.of(
                one(0x000, "UARTDR",    w, (_, _) -> receive(), (_, _, v, _) -> transmit((int) v & 0xff)),
                one(0x004, "UARTRSR",   w, (_, _) -> rsr, (_, _, _, _) -> rsr = 0),
                one(0x018, "UARTFR",    w, (_, _) -> flags(), WI),
                one(0x020, "UARTILPR",  w, (_, _) -> ilpr, (_, _, v, _) -> ilpr = (int) v & 0xff),
                one(0x024, "UARTIBRD",  w, (_, _) -> ibrd, (_, _, v, _) -> ibrd = (int) v & 0xffff),
                one(0x028, "UARTFBRD",  w, (_, _) -> fbrd, (_, _, v, _) -> fbrd = (int) v & 0x3f),
                one(0x02c, "UARTLCR_H", w, (_, _) -> lcr, (_, _, v, _) -> lineControl((int) v & 0xff)),
                one(0x030, "UARTCR",    w, (_, _) -> cr, (_, _, v, _) -> cr = (int) v & 0xffff),
                one(0x034, "UARTIFLS",  w, (_, _) -> ifls, (_, _, v, _) -> {
                    ifls = (int) v & 0x3f;
                    received();
                }),
                one(0x038, "UARTIMSC",  w, (_, _) -> mask, (_, _, v, _) -> {
                    mask = (int) v & INT_ALL;
                    update();
                }),
                one(0x03c, "UARTRIS",   w, (_, _) -> status, WI),
                one(0x040, "UARTMIS",   w, (_, _) -> status & mask, WI),
                one(0x044, "UARTICR",   w, RAZ, (_, _, v, _) -> {
                    status &= ~(int) v;
                    update();
                }),
                one(0x048, "UARTDMACR", w, (_, _) -> dmacr, (_, _, v, _) -> dmacr = (int) v & 7),
                row(0xfe0, 0xfff, "UARTPeriphID", w, (_, o) -> IDS[(o - 0xfe0) / 4], WI));
        // @formatter:on
    }

    @Override
    public String name() {
        return "pl011";
    }

    @Override
    public void access(long offset, Access a) {
        frame.access(offset, a);
    }

    /** Bytes that fit: a FIFO that is not enabled is one byte deep. */
    private int depth() {
        return (lcr & LCR_FEN) != 0 ? DEPTH : 1;
    }

    @Override
    public boolean offer(int value) {
        if (!in.offer(value, depth())) {
            return false;
        }
        received();
        return true;
    }

    @Override
    public boolean inputEmpty() {
        return in.isEmpty();
    }

    @Override
    public boolean interrupts() {
        return (mask & (INT_RX | INT_RT)) != 0;
    }

    private int flags() {
        if (in.isEmpty()) {
            console.emptyPoll();
        }
        return FR_TXFE | (in.isEmpty() ? FR_RXFE : 0) | (in.count() >= depth() ? FR_RXFF : 0);
    }

    private long receive() {
        if (in.isEmpty()) {
            console.emptyPoll();
            return 0;
        }
        int v = in.take() | (overrun ? DR_OE : 0);
        overrun = false;
        rsr = v >> 8;
        if (in.count() < receiveLevel()) {
            status &= ~INT_RX;
        }
        if (in.isEmpty()) {
            status &= ~INT_RT;
        }
        update();
        return v;
    }

    private int receiveLevel() {
        return (lcr & LCR_FEN) != 0 ? LEVELS[ifls >> 3 & 7] : 1;
    }

    private void received() {
        if (in.count() >= receiveLevel()) {
            status |= INT_RX;
        }
        if (!in.isEmpty()) {
            status |= INT_RT;
        }
        update();
    }

    private void transmit(int v) {
        if ((cr & CR_LBE) != 0) {
            if (!offer(v)) {
                overrun = true;
                status |= INT_OE;
            }
        } else {
            // A transmitter that is not enabled still drains here: firmware without a set-up
            // routine expects output.
            console.output(v);
        }
        status |= INT_TX;
        update();
    }

    private void lineControl(int v) {
        if (((lcr ^ v) & LCR_FEN) != 0) {
            in.clear();
            status &= ~(INT_RX | INT_RT);
        }
        lcr = v;
        update();
    }

    private void update() {
        line.set((status & mask) != 0);
    }

    @Override
    public void save(StateWriter w) {
        in.save(w);
        w.i32(rsr)
                .i32(ilpr)
                .i32(ibrd)
                .i32(fbrd)
                .i32(lcr)
                .i32(cr)
                .i32(ifls)
                .i32(mask)
                .i32(status)
                .i32(dmacr);
        w.bool(overrun);
        frame.save(w);
    }

    @Override
    public void load(StateReader r) {
        in.load(r);
        rsr = r.i32();
        ilpr = r.i32();
        ibrd = r.i32();
        fbrd = r.i32();
        lcr = r.i32();
        cr = r.i32();
        ifls = r.i32();
        mask = r.i32();
        status = r.i32();
        dmacr = r.i32();
        overrun = r.bool();
        frame.load(r);
    }
}
