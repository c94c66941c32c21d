package trapline.mmu;

import static org.assertj.core.api.Assertions.fail;

import trapline.bus.Native;
import trapline.bus.PhysMemory;

/** One MMU over a little memory, with the regime's registers set directly. */
final class MmuRig {
    /** 16 MiB of RAM; the upper half is for tables. */
    static final long RAM = 0x4000_0000L;

    static final long SIZE = 16 << 20;
    static final long POOL = RAM + (SIZE >> 1);

    /** EL1 without PAN, as {@link Mmu#setLevel} has it. */
    static final int EL0 = 0;

    static final int EL1 = 1;

    final PhysMemory memory = new PhysMemory();
    final MemorySystem system;
    final Mmu mmu;

    MmuRig() {
        memory.add("ram", RAM, SIZE, false);
        system = new MemorySystem(memory, new Stage2(memory, 44, 0), (frame, offset, bytes) -> {});
        mmu = new Mmu(system);
        mmu.regime.paBits = 44;
        mmu.regime.mair = Tables.MAIR;
    }

    /** TG0 or TG1 field for a granule of 12, 14 or 16 bits, in place. */
    static long granuleField(boolean high, int granule) {
        if (high) {
            return (granule == 12 ? 2L : granule == 14 ? 1L : 3L) << 30;
        }
        return (granule == 12 ? 0L : granule == 14 ? 2L : 1L) << 14;
    }

    /** Turns stage 1 on for one range, the other disabled by EPD; IPS 44 bits. */
    Tables low(int granule, int inputBits) {
        Tables t = new Tables(memory, granule, inputBits, POOL);
        mmu.regime.ttbr0 = t.root;
        mmu.regime.tcr = (64 - inputBits) | granuleField(false, granule) | 1 << 23 | 4L << 32;
        on();
        return t;
    }

    Tables high(int granule, int inputBits) {
        Tables t = new Tables(memory, granule, inputBits, POOL);
        mmu.regime.ttbr1 = t.root;
        mmu.regime.tcr =
                (long) (64 - inputBits) << 16 | granuleField(true, granule) | 1 << 7 | 4L << 32;
        on();
        return t;
    }

    void on() {
        mmu.regime.sctlr |= 1;
        mmu.regimeChanged();
    }

    /** Puts a value into memory as a loader does. */
    void poke(long pa, long value) {
        Native.putLong(memory.hostOf(pa), value);
    }

    long peek(long pa) {
        return Native.getLong(memory.hostOf(pa));
    }

    /** Runs an access that must fault; returns its status code. */
    int faultOf(Runnable access) {
        mmu.faultStatus = -1;
        mmu.faultVa = 0xdead;
        try {
            access.run();
        } catch (GuestFault e) {
            return mmu.faultStatus;
        }
        return fail("no fault");
    }
}
