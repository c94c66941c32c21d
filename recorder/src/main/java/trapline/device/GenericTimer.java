package trapline.device;

import trapline.bus.Deadline;
import trapline.bus.InterruptLine;
import trapline.bus.Scheduler;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * One vCPU's generic timer: the counters, and the EL1 virtual and physical timers. DDI 0487, D12
 * "The Generic Timer in AArch64 state". A tick is {@value #NANOS_A_TICK} virtual nanoseconds:
 * CNTFRQ_EL0 is {@value #FREQUENCY}.
 *
 * <p>Over {@link GicPersonality#XEN} both timers are as Xen gives them ({@code
 * xen/arch/arm/vtimer.c}, {@code time.c}): when the virtual timer fires, Xen sets IMASK in
 * CNTV_CTL_EL0 and injects the interrupt, so the guest must unmask; the physical timer is emulated,
 * its ISTATUS is set only once Xen's own timer has fired, and stays until the timer is programmed
 * again.
 */
public final class GenericTimer implements Snapshottable {
    public static final int FREQUENCY = 62_500_000;
    public static final int NANOS_A_TICK = 16;

    public static final int CNTFRQ_EL0 = key(3, 14, 0, 0);
    public static final int CNTPCT_EL0 = key(3, 14, 0, 1);
    public static final int CNTVCT_EL0 = key(3, 14, 0, 2);
    public static final int CNTP_TVAL_EL0 = key(3, 14, 2, 0);
    public static final int CNTP_CTL_EL0 = key(3, 14, 2, 1);
    public static final int CNTP_CVAL_EL0 = key(3, 14, 2, 2);
    public static final int CNTV_TVAL_EL0 = key(3, 14, 3, 0);
    public static final int CNTV_CTL_EL0 = key(3, 14, 3, 1);
    public static final int CNTV_CVAL_EL0 = key(3, 14, 3, 2);
    public static final int CNTKCTL_EL1 = key(0, 14, 1, 0);

    private static final int ENABLE = 1;
    private static final int IMASK = 2;
    private static final int ISTATUS = 4;

    private final Scheduler clock;
    private final InterruptLine virtualLine;
    private final InterruptLine physicalLine;
    private final boolean xen;
    private final long physicalBase;
    private final long virtualOffset;

    private int cntvCtl;
    private long cntvCval;
    private int cntpCtl;
    private long cntpCval;
    private long cntkctl;
    private boolean virtualLevel;
    private boolean physicalLevel;

    private final Deadline virtualDeadline =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return true;
                }

                @Override
                public void fire() {
                    updateVirtual();
                }
            };

    private final Deadline physicalDeadline =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return true;
                }

                @Override
                public void fire() {
                    if (xen) {
                        xenPhysicalExpired();
                    } else {
                        updatePhysical();
                    }
                }
            };

    /**
     * @param virtualLine PPI 27
     * @param physicalLine PPI 30
     * @param physicalBase CNTPCT_EL0 at the machine's reset, in ticks
     * @param virtualOffset CNTVOFF_EL2 in ticks
     */
    public GenericTimer(
            GicPersonality personality,
            Scheduler clock,
            InterruptLine virtualLine,
            InterruptLine physicalLine,
            long physicalBase,
            long virtualOffset) {
        xen = personality == GicPersonality.XEN;
        this.clock = clock;
        this.virtualLine = virtualLine;
        this.physicalLine = physicalLine;
        this.physicalBase = physicalBase;
        this.virtualOffset = virtualOffset;
        clock.register(virtualDeadline);
        clock.register(physicalDeadline);
    }

    private static int key(int op1, int crn, int crm, int op2) {
        return 3 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /** CNTPCT_EL0. */
    public long physicalCount() {
        return physicalBase + clock.nanos() / NANOS_A_TICK;
    }

    /** CNTVCT_EL0. */
    public long virtualCount() {
        return physicalCount() - virtualOffset;
    }

    /** CNTVOFF_EL2, in ticks. */
    public long virtualOffset() {
        return virtualOffset;
    }

    /** Reads a timer register by its key {@code op0<<14|op1<<11|CRn<<7|CRm<<3|op2}. */
    public long read(int sysKey) {
        return switch (sysKey & 0x3fff) {
            case 3 << 11 | 14 << 7 -> FREQUENCY;
            case 3 << 11 | 14 << 7 | 1 -> physicalCount();
            case 3 << 11 | 14 << 7 | 2 -> virtualCount();
            case 3 << 11 | 14 << 7 | 2 << 3 -> cntpCval - physicalCount() & 0xffffffffL;
            case 3 << 11 | 14 << 7 | 2 << 3 | 1 -> readPhysicalControl();
            case 3 << 11 | 14 << 7 | 2 << 3 | 2 -> cntpCval;
            case 3 << 11 | 14 << 7 | 3 << 3 -> cntvCval - virtualCount() & 0xffffffffL;
            case 3 << 11 | 14 << 7 | 3 << 3 | 1 ->
                    cntvCtl | status(cntvCtl, cntvCval, virtualCount());
            case 3 << 11 | 14 << 7 | 3 << 3 | 2 -> cntvCval;
            case 14 << 7 | 1 << 3 -> cntkctl;
            default ->
                    throw new IllegalArgumentException(
                            "not a timer register: 0x" + Integer.toHexString(sysKey));
        };
    }

    /** Writes a timer register; the counters and CNTFRQ_EL0 ignore it. */
    public void write(int sysKey, long value) {
        switch (sysKey & 0x3fff) {
            case 3 << 11 | 14 << 7, 3 << 11 | 14 << 7 | 1, 3 << 11 | 14 << 7 | 2 -> {
                // Read-only at EL1.
            }
            case 3 << 11 | 14 << 7 | 2 << 3 -> {
                cntpCval = physicalCount() + (int) value;
                physicalReprogrammed();
            }
            case 3 << 11 | 14 << 7 | 2 << 3 | 1 -> writePhysicalControl((int) value);
            case 3 << 11 | 14 << 7 | 2 << 3 | 2 -> {
                cntpCval = value;
                physicalReprogrammed();
            }
            case 3 << 11 | 14 << 7 | 3 << 3 -> {
                cntvCval = virtualCount() + (int) value;
                updateVirtual();
            }
            case 3 << 11 | 14 << 7 | 3 << 3 | 1 -> {
                cntvCtl = (int) value & (ENABLE | IMASK);
                updateVirtual();
            }
            case 3 << 11 | 14 << 7 | 3 << 3 | 2 -> {
                cntvCval = value;
                updateVirtual();
            }
            case 14 << 7 | 1 << 3 -> cntkctl = value;
            default ->
                    throw new IllegalArgumentException(
                            "not a timer register: 0x" + Integer.toHexString(sysKey));
        }
    }

    /**
     * The timer condition, with an unsigned compare value; the bit is 0 while the timer is
     * disabled.
     */
    private static int status(int ctl, long cval, long count) {
        return (ctl & ENABLE) != 0 && Long.compareUnsigned(count, cval) >= 0 ? ISTATUS : 0;
    }

    private long readPhysicalControl() {
        return xen ? cntpCtl & 0xffffffffL : cntpCtl | status(cntpCtl, cntpCval, physicalCount());
    }

    private void writePhysicalControl(int v) {
        if (!xen) {
            cntpCtl = v & (ENABLE | IMASK);
            updatePhysical();
            return;
        }
        // Xen keeps the whole word but ISTATUS, which lasts only while the timer stays enabled.
        cntpCtl = v & ~ISTATUS | ((v & ENABLE) != 0 ? cntpCtl & ISTATUS : 0);
        armXenPhysical();
    }

    private void physicalReprogrammed() {
        if (!xen) {
            updatePhysical();
        } else if ((cntpCtl & ENABLE) != 0) {
            cntpCtl &= ~ISTATUS;
            armXenPhysical();
        }
    }

    private void armXenPhysical() {
        physicalDeadline.set(
                (cntpCtl & ENABLE) != 0 ? when(cntpCval, physicalCount()) : Deadline.NEVER);
    }

    private void xenPhysicalExpired() {
        cntpCtl |= ISTATUS;
        if ((cntpCtl & IMASK) == 0) {
            physicalLine.set(true);
        }
    }

    /** Virtual nanoseconds at which a counter that now shows {@code count} reaches {@code cval}. */
    private long when(long cval, long count) {
        long now = clock.nanos();
        if (Long.compareUnsigned(count, cval) >= 0) {
            return now;
        }
        long ticks = cval - count;
        long nowTicks = now / NANOS_A_TICK;
        return Long.compareUnsigned(ticks, Long.MAX_VALUE / NANOS_A_TICK - nowTicks) >= 0
                ? Deadline.NEVER
                : (nowTicks + ticks) * NANOS_A_TICK;
    }

    private void updateVirtual() {
        boolean armed = (cntvCtl & (ENABLE | IMASK)) == ENABLE;
        boolean due = armed && status(cntvCtl, cntvCval, virtualCount()) != 0;
        virtualDeadline.set(armed && !due ? when(cntvCval, virtualCount()) : Deadline.NEVER);
        if (xen) {
            if (due) {
                cntvCtl |= IMASK;
                virtualLine.set(true);
            }
        } else if (due != virtualLevel) {
            virtualLevel = due;
            virtualLine.set(due);
        }
    }

    private void updatePhysical() {
        boolean armed = (cntpCtl & (ENABLE | IMASK)) == ENABLE;
        boolean due = armed && status(cntpCtl, cntpCval, physicalCount()) != 0;
        physicalDeadline.set(armed && !due ? when(cntpCval, physicalCount()) : Deadline.NEVER);
        if (due != physicalLevel) {
            physicalLevel = due;
            physicalLine.set(due);
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(cntvCtl).i64(cntvCval).i32(cntpCtl).i64(cntpCval).i64(cntkctl);
        w.bool(virtualLevel)
                .bool(physicalLevel)
                .i64(virtualDeadline.at())
                .i64(physicalDeadline.at());
    }

    @Override
    public void load(StateReader r) {
        cntvCtl = r.i32();
        cntvCval = r.i64();
        cntpCtl = r.i32();
        cntpCval = r.i64();
        cntkctl = r.i64();
        virtualLevel = r.bool();
        physicalLevel = r.bool();
        virtualDeadline.set(r.i64());
        physicalDeadline.set(r.i64());
    }
}
