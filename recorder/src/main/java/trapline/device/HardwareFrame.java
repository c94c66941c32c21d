package trapline.device;

import trapline.bus.Access;
import trapline.bus.Device;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A frame of registers of a device that is hardware: what is not there reads as zero, ignores
 * writes, and is counted. The state belongs to the device, which saves it through its first frame.
 */
final class HardwareFrame implements Device, RegisterTable.Refusals {
    /** Which vCPU's registers an offset belongs to, and where within them. */
    interface Banks {
        Banks ACCESSOR = new Banks() {};

        /** vCPU whose registers are at {@code offset}; negative when there is none. */
        default int vcpu(long offset, int accessor) {
            return accessor;
        }

        default int offset(long offset) {
            return (int) offset;
        }
    }

    private final String name;
    private final Banks banks;
    private RegisterTable table = new RegisterTable(0, this, java.util.List.of());
    private long unimplemented;

    HardwareFrame(String name, Banks banks) {
        this.name = name;
        this.banks = banks;
    }

    void table(RegisterTable t) {
        table = t;
    }

    /** Accesses that nothing answered. */
    long unimplemented() {
        return unimplemented;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void access(long offset, Access a) {
        int vcpu = banks.vcpu(offset, a.vcpu);
        if (vcpu < 0) {
            unknown(0, a);
            return;
        }
        table.access(vcpu, banks.offset(offset), a);
    }

    @Override
    public void unknown(int offset, Access a) {
        unimplemented++;
        if (!a.write) {
            a.value = 0;
        }
    }

    @Override
    public void badWidth(int offset, Access a) {
        unknown(offset, a);
    }

    @Override
    public void refused(int offset, Access a) {
        unknown(offset, a);
    }

    @Override
    public void save(StateWriter w) {
        w.i64(unimplemented);
    }

    @Override
    public void load(StateReader r) {
        unimplemented = r.i64();
    }
}
