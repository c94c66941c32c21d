package trapline.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.mmu.Tables.AF;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.PhysMemory;

@DisplayName("Stage 2: what is not memory is a translation fault with its level and address")
class Stage2Test {
    private final MmuRig rig = new MmuRig();
    private final Mmu mmu = rig.mmu;

    /** RAM is 16 MiB at 1 GiB; 44 bits of IPA, walk from level 0. */
    @ParameterizedTest(name = "{0}: level {1}")
    @CsvSource({
        "0x41000000, 2", // RAM's level 1 entry, another 2 MiB
        "0x3ffff000, 1", // the gigabyte below
        "0x22000000, 1",
        "0x80000000, 1",
        "0x7fffffffff, 1",
        "0x8000000000, 0",
        "0x80000000000, 0",
        "0x100000000000, 0"
    })
    void theLevelFollowsFromTheTablesThatTheMapNeeds(String ipa, int level) {
        long address = Long.decode(ipa);
        assertThat(rig.system.stage2.faultStatus(address)).isEqualTo(0b000100 | level);
    }

    @Test
    void aHoleOfPagesIsLevelThree() {
        PhysMemory m = new PhysMemory();
        m.add("low", 0x4000_0000L, 0x3000, false);
        Stage2 s = new Stage2(m, 40, 1);
        assertThat(s.faultStatus(0x4000_3000L)).isEqualTo(0b000111);
        assertThat(s.faultStatus(0x4020_0000L)).isEqualTo(0b000110);
        assertThat(s.faultStatus(0x8000_0000L)).isEqualTo(0b000101);
        assertThat(s.faultStatus(1L << 40)).isEqualTo(0b000100);
    }

    @Test
    void anAccessReportsItsIpaAndValueButNeitherReadsNorWrites() {
        assertThat(rig.faultOf(() -> mmu.store32(0x2200_0018L, 0x1_2345_6789L)))
                .isEqualTo(0b000101);
        assertThat(mmu.faultStage2).isTrue();
        assertThat(mmu.faultOnWalk).isFalse();
        assertThat(mmu.faultIpa).isEqualTo(0x2200_0018L);
        assertThat(mmu.faultVa).isEqualTo(0x2200_0018L);
        assertThat(mmu.faultWrite).isTrue();
        assertThat(mmu.faultBytes).isEqualTo(4);
        Tables t = rig.low(12, 39);
        t.map(0x7000, 0x2200_0000L, 3, AF | Tables.DEVICE);
        assertThat(rig.faultOf(() -> mmu.load16(0x7ffe))).isEqualTo(0b000101);
        assertThat(mmu.faultVa).isEqualTo(0x7ffe);
        assertThat(mmu.faultIpa).isEqualTo(0x2200_0ffeL);
        assertThat(mmu.faultWrite).isFalse();
        assertThat(rig.faultOf(() -> mmu.fetch(0x7ffc))).isEqualTo(0b000101);
        assertThat(mmu.faultIpa).isEqualTo(0x2200_0ffcL);
    }

    @Test
    void aDescriptorThatIsNotInMemoryFaultsOnTheWalk() {
        Tables t = rig.low(12, 39);
        t.write(t.descriptor(0x4000_0000L, 1), 0x2200_0000L | 3);
        assertThat(rig.faultOf(() -> mmu.load64(0x4020_1000L))).isEqualTo(0b000101);
        assertThat(mmu.faultStage2).isTrue();
        assertThat(mmu.faultOnWalk).isTrue();
        assertThat(mmu.faultIpa).as("of the descriptor").isEqualTo(0x2200_0000L + 8);
        assertThat(mmu.faultVa).isEqualTo(0x4020_1000L);
        assertThat(rig.faultOf(() -> mmu.fetch(0x4020_1000L))).isEqualTo(0b000101);
        assertThat(mmu.faultOnWalk).isTrue();
        mmu.regime.ttbr0 = 0x80_0000_0000L;
        mmu.contextChanged();
        assertThat(rig.faultOf(() -> mmu.load64(0x40_0000_0000L))).isEqualTo(0b000100);
        assertThat(mmu.faultOnWalk).isTrue();
        assertThat(mmu.faultIpa).isEqualTo(0x80_0000_0000L + 8 * 0x100);
    }

    @Test
    void stageOnesFaultsComeFirst() {
        Tables t = rig.low(12, 39);
        t.map(0x7000, 0x2200_0000L, 3, AF | Tables.DEVICE | Tables.AP_PRIV_RO);
        assertThat(rig.faultOf(() -> mmu.store64(0x7000, 0))).isEqualTo(0b001111);
        assertThat(mmu.faultStage2).isFalse();
        assertThat(rig.faultOf(() -> mmu.load64(0x7001))).isEqualTo(0b100001);
        assertThat(mmu.faultStage2).isFalse();
    }

    @Test
    void aStoreToReadOnlyMemoryIsAPermissionFaultAndReadsComplete() {
        PhysMemory m = new PhysMemory();
        m.add("flash", 0, 0x2000, true);
        Mmu u = new Mmu(new MemorySystem(m, new Stage2(m, 40, 1), (_, _, _) -> {}));
        assertThat(u.load64(0x1000)).isZero();
        try {
            u.store64(0x1008, 5);
        } catch (GuestFault e) {
            assertThat(u.faultStage2).isTrue();
            assertThat(u.faultStatus).isEqualTo(0b001111);
            assertThat(u.faultIpa).isEqualTo(0x1008);
            assertThat(u.load64(0x1008)).isZero();
            return;
        }
        throw new AssertionError("stored into flash");
    }
}
