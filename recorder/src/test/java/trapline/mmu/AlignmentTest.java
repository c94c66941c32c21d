package trapline.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.mmu.MmuRig.RAM;
import static trapline.mmu.Tables.AF;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Alignment faults and page crossings (DDI 0487, B2.5 and D8.12)")
class AlignmentTest {
    private static final int ALIGNMENT = 0b100001;
    private static final long NORMAL = 0x1000;
    private static final long DEVICE = 0x5000;

    private final MmuRig rig = new MmuRig();
    private final Mmu mmu = rig.mmu;

    @BeforeEach
    void map() {
        Tables t = rig.low(12, 39);
        t.map(NORMAL, RAM + 0x1000, 3, AF);
        t.map(NORMAL + 0x1000, RAM + 0x8000, 3, AF);
        t.map(DEVICE, RAM + 0x5000, 3, AF | Tables.DEVICE);
        t.map(DEVICE - 0x1000, RAM + 0x3000, 3, AF);
        t.map(0x8000, RAM + 0x6000, 3, AF);
        t.map(0x9000, RAM + 0x7000, 3, AF | Tables.AP_PRIV_RO);
    }

    @Test
    void normalMemoryTakesAnyAlignment() {
        for (int k = 1; k < 8; k++) {
            mmu.store64(NORMAL + k, 0x0102_0304_0506_0708L);
            assertThat(mmu.load64(NORMAL + k)).isEqualTo(0x0102_0304_0506_0708L);
            assertThat(mmu.load32(NORMAL + k + 3)).isEqualTo(0x0203_0405);
            assertThat(mmu.load16(NORMAL + k)).isEqualTo(0x0708);
        }
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {2, 4, 8})
    void anUnalignedAccessToDeviceMemoryFaultsEvenAfterAlignedOnes(int bytes) {
        long va = DEVICE + bytes;
        store(va, bytes);
        load(va, bytes);
        assertThat(rig.faultOf(() -> load(va + 1, bytes))).isEqualTo(ALIGNMENT);
        assertThat(mmu.faultVa).isEqualTo(va + 1);
        assertThat(mmu.faultWrite).isFalse();
        assertThat(rig.faultOf(() -> store(va + bytes / 2, bytes))).isEqualTo(ALIGNMENT);
        assertThat(mmu.faultWrite).isTrue();
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {2, 4, 8})
    void sctlrAAsksForAlignmentEverywhere(int bytes) {
        load(NORMAL + 1, bytes);
        mmu.regime.sctlr |= 2;
        mmu.regimeChanged();
        load(NORMAL + bytes, bytes);
        store(NORMAL + bytes, bytes);
        assertThat(rig.faultOf(() -> load(NORMAL + 1, bytes))).isEqualTo(ALIGNMENT);
        assertThat(rig.faultOf(() -> store(NORMAL + 1, bytes))).isEqualTo(ALIGNMENT);
    }

    @Test
    void sctlrAComesBeforeTranslationDeviceMemoryAfterPermissions() {
        mmu.regime.sctlr |= 2;
        mmu.regimeChanged();
        assertThat(rig.faultOf(() -> mmu.load64(0xdead_0001L))).as("unmapped").isEqualTo(ALIGNMENT);
        assertThat(rig.faultOf(() -> mmu.store32(0x9001, 0))).as("read-only").isEqualTo(ALIGNMENT);
        mmu.regime.sctlr &= ~2;
        mmu.regimeChanged();
        assertThat(rig.faultOf(() -> mmu.load64(0xdead_0001L))).isEqualTo(0b000101);
        mmu.setLevel(0, false);
        assertThat(rig.faultOf(() -> mmu.load64(DEVICE + 1))).isEqualTo(0b001111);
    }

    @Test
    void aCrossingAccessTouchesTwoFramesThatNeedNotBeNeighbours() {
        long va = NORMAL + 0xffd;
        mmu.store64(va, 0x8877_6655_4433_2211L);
        assertThat(rig.peek(RAM + 0x1ff8) >>> 40).isEqualTo(0x33_2211);
        assertThat(rig.peek(RAM + 0x8000)).isEqualTo(0x88_7766_5544L);
        assertThat(mmu.load64(va)).isEqualTo(0x8877_6655_4433_2211L);
        assertThat(mmu.load32(va)).isEqualTo(0x4433_2211);
        assertThat(mmu.load16(va + 2)).isEqualTo(0x4433);
    }

    @Test
    void aCrossingAccessFaultsAtTheFirstByteThatCannotBeAccessed() {
        assertThat(rig.faultOf(() -> mmu.load64(NORMAL + 0x1ffc))).isEqualTo(0b000111);
        assertThat(mmu.faultVa).isEqualTo(NORMAL + 0x2000);
        assertThat(rig.faultOf(() -> mmu.load64(NORMAL - 4))).isEqualTo(0b000111);
        assertThat(mmu.faultVa).isEqualTo(NORMAL - 4);
    }

    @Test
    void aCrossingStoreThatFaultsChangesNothing() {
        rig.poke(RAM + 0x6ff8, -1);
        rig.poke(RAM + 0x7000, -1);
        assertThat(rig.faultOf(() -> mmu.store64(0x8ffc, 0))).isEqualTo(0b001111);
        assertThat(mmu.faultVa).isEqualTo(0x9000);
        assertThat(rig.peek(RAM + 0x6ff8)).isEqualTo(-1);
        assertThat(rig.faultOf(() -> mmu.storePair64(0x8ff8, 0, 0))).isEqualTo(0b001111);
        assertThat(mmu.faultVa).isEqualTo(0x9000);
        assertThat(rig.peek(RAM + 0x6ff8)).isEqualTo(-1);
        assertThat(rig.peek(RAM + 0x7000)).isEqualTo(-1);
    }

    @Test
    void aCrossingIntoDeviceMemoryFaultsThere() {
        assertThat(rig.faultOf(() -> mmu.load64(DEVICE - 4))).isEqualTo(ALIGNMENT);
        assertThat(mmu.faultVa).isEqualTo(DEVICE);
        rig.poke(RAM + 0x3ff8, -1);
        assertThat(rig.faultOf(() -> mmu.store64(DEVICE - 4, 0))).isEqualTo(ALIGNMENT);
        assertThat(rig.peek(RAM + 0x3ff8)).isEqualTo(-1);
    }

    private void load(long va, int bytes) {
        switch (bytes) {
            case 2 -> mmu.load16(va);
            case 4 -> mmu.load32(va);
            default -> mmu.load64(va);
        }
    }

    private void store(long va, int bytes) {
        switch (bytes) {
            case 2 -> mmu.store16(va, 0);
            case 4 -> mmu.store32(va, 0);
            default -> mmu.store64(va, 0);
        }
    }
}
