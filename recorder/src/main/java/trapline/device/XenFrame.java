package trapline.device;

import java.util.List;
import trapline.bus.Access;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A frame of registers that Xen emulates. A width that a register does not take is refused (EL2
 * injects a data abort) with an error line; an unknown offset is logged and, by the frame's rule,
 * refused or read as zero.
 */
final class XenFrame implements Device, RegisterTable.Refusals {
    /** Refusals that depend on the value written. */
    interface Guard {
        Guard NONE = (_, _, _) -> false;

        /** Whether {@code a} was answered here: with an abort, and a log line where Xen has one. */
        boolean refuses(XenFrame frame, int offset, Access a);
    }

    private final String name;
    private final String logName;
    private final HardwareFrame.Banks banks;
    private final boolean unknownAborts;
    private final HypervisorLog log;
    private Guard guard = Guard.NONE;
    private RegisterTable table = new RegisterTable(0, this, List.of());

    /**
     * @param logName the name that Xen's messages use, such as {@code vGICD}
     */
    XenFrame(
            String name,
            String logName,
            HardwareFrame.Banks banks,
            boolean unknownAborts,
            HypervisorLog log) {
        this.name = name;
        this.logName = logName;
        this.banks = banks;
        this.unknownAborts = unknownAborts;
        this.log = log;
    }

    void table(RegisterTable t) {
        table = t;
    }

    void guard(Guard g) {
        guard = g;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void access(long offset, Access a) {
        int vcpu = banks.vcpu(offset, a.vcpu);
        if (vcpu < 0) {
            a.abort = true;
            return;
        }
        int within = banks.offset(offset);
        if (!guard.refuses(this, within, a)) {
            table.access(vcpu, within, a);
        }
    }

    @Override
    public void unknown(int offset, Access a) {
        a.abort = unknownAborts;
        if (log.enabled(HypervisorLog.ERROR)) {
            log.line(
                    HypervisorLog.ERROR,
                    a.write
                            ? "d1v%d: %s: unhandled write r%d=%x offset %s"
                                    .formatted(a.vcpu, logName, a.register, a.value, hash(offset))
                            : "d1v%d: %s: unhandled read r%d offset %s"
                                    .formatted(a.vcpu, logName, a.register, hash(offset)));
        }
    }

    @Override
    public void badWidth(int offset, Access a) {
        a.abort = true;
        if (log.enabled(HypervisorLog.ERROR)) {
            int size = Integer.numberOfTrailingZeros(a.bytes);
            log.line(
                    HypervisorLog.ERROR,
                    a.write
                            ? "d1v%d: %s: bad write width %d r%d=%x offset %s"
                                    .formatted(
                                            a.vcpu,
                                            logName,
                                            size,
                                            a.register,
                                            a.value,
                                            hash(offset))
                            : "d1v%d: %s: bad read width %d r%d offset %s"
                                    .formatted(a.vcpu, logName, size, a.register, hash(offset)));
        }
    }

    @Override
    public void refused(int offset, Access a) {
        a.abort = true;
        if (log.enabled(HypervisorLog.ERROR)) {
            String register = table.nameAt(offset);
            log.line(
                    HypervisorLog.ERROR,
                    a.write
                            ? "d1v%d: %s: unhandled %s write %s to %s"
                                    .formatted(
                                            a.vcpu, logName, width(a), hashShort(a.value), register)
                            : "d1v%d: %s: unhandled read from %s"
                                    .formatted(a.vcpu, logName, register));
        }
    }

    @Override
    public void note(RegisterTable.Note note, int offset, Access a) {
        if (log.enabled(HypervisorLog.DEBUG)) {
            String what =
                    note == RegisterTable.Note.RESERVED ? "reserved" : "implementation defined";
            log.line(
                    HypervisorLog.DEBUG,
                    "d1v%d: %s: %s on %s register offset %s"
                            .formatted(
                                    a.vcpu, logName, a.write ? "WI" : "RAZ", what, hash(offset)));
        }
    }

    private static String width(Access a) {
        return a.bytes == 1 ? "byte" : "word";
    }

    /**
     * As C's {@code %#08x}: at least eight characters, the prefix among them; zero has no prefix.
     */
    static String hash(int v) {
        return v == 0 ? "00000000" : "0x%06x".formatted(v);
    }

    private static String hashShort(long v) {
        return v == 0 ? "0" : "0x" + Long.toHexString(v);
    }

    @Override
    public void save(StateWriter w) {
        // The interrupt controller saves the state that its frames share.
    }

    @Override
    public void load(StateReader r) {
        // The interrupt controller loads it.
    }
}
