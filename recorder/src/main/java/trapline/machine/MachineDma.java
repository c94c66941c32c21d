package trapline.machine;

import trapline.bus.GuestDma;
import trapline.bus.PhysMemory;

/** A device's access to guest memory: RAM and nothing else. */
final class MachineDma implements GuestDma {
    private final Machine machine;

    MachineDma(Machine machine) {
        this.machine = machine;
    }

    @Override
    public boolean contains(long ipa, long len) {
        PhysMemory m = machine.memory;
        int frame = m.frameOf(ipa);
        return frame >= 0
                && len >= 0
                && m.contains(ipa, len)
                && (m.flags(frame) & PhysMemory.READ_ONLY) == 0;
    }

    @Override
    public void read(long ipa, byte[] to, int off, int len) {
        GuestCopy.fromPhysical(machine, ipa, to, off, len);
    }

    @Override
    public void write(long ipa, byte[] from, int off, int len) {
        GuestCopy.toPhysical(machine, ipa, from, off, len);
    }
}
