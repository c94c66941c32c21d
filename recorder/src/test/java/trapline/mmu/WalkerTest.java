package trapline.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.mmu.MmuRig.RAM;
import static trapline.mmu.Tables.AF;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Stage 1 walk: geometry and fault levels of DDI 0487, D8.2")
class WalkerTest {
    private static final long MARK = 0x1122_3344_5566_7788L;

    private final MmuRig rig = new MmuRig();
    private final Mmu mmu = rig.mmu;

    /** Low addresses: where the walk starts, and what a page, a block and a hole there give. */
    @ParameterizedTest(name = "granule 2^{0}, {1} input bits: starts at level {2}")
    @CsvSource(
            textBlock =
                    """
                    12, 48, 0, 0x0000123456789000
                    12, 48, 0, 0x0000ffffffffe000
                    12, 40, 0, 0x000000ffffffe000
                    12, 39, 1, 0x0000007654321000
                    12, 31, 1, 0x000000007ffff000
                    12, 30, 2, 0x000000003ffff000
                    12, 25, 2, 0x0000000001fff000
                    14, 48, 0, 0x0000fedcba984000
                    14, 47, 1, 0x00007edcba984000
                    14, 37, 1, 0x0000001edcb98000
                    14, 36, 2, 0x0000000fdcb98000
                    14, 26, 2, 0x0000000003ffc000
                    14, 25, 3, 0x0000000001ff8000
                    16, 48, 1, 0x0000fedcba980000
                    16, 43, 1, 0x000007dcba980000
                    16, 42, 2, 0x000003dcba980000
                    16, 30, 2, 0x000000003fff0000
                    16, 29, 3, 0x000000001fff0000
                    16, 25, 3, 0x0000000001ff0000
                    """)
    void aPageIsFoundInBothRangesAndAHoleFaultsAtItsLevel(
            int granule, int inputBits, int start, String address) {
        long va = Long.decode(address);
        for (boolean high : new boolean[] {false, true}) {
            MmuRig r = new MmuRig();
            Tables t = high ? r.high(granule, inputBits) : r.low(granule, inputBits);
            assertThat(t.startLevel()).isEqualTo(start);
            long at = high ? va | -1L << inputBits : va;
            long hole = at ^ 1L << granule;
            t.map(at, RAM + 0x1_0000, 3, AF);
            r.poke(RAM + 0x1_0000 + 0x238, MARK);
            assertThat(r.mmu.load64(at + 0x238)).isEqualTo(MARK);
            assertThat(r.faultOf(() -> r.mmu.load64(hole))).as("hole").isEqualTo(0b000111);
            assertThat(r.mmu.faultVa).isEqualTo(hole);
            // Another entry of the first table: nothing below it exists.
            long elsewhere = at ^ 1L << (inputBits - 1);
            assertThat(r.faultOf(() -> r.mmu.load64(elsewhere)))
                    .as("elsewhere")
                    .isEqualTo(0b000100 | start);
            // One bit beyond the input size belongs to no table: level 0.
            long beyond = at ^ 1L << inputBits;
            if (inputBits < 55) {
                assertThat(r.faultOf(() -> r.mmu.load64(beyond))).as("beyond").isEqualTo(0b000100);
            }
        }
    }

    @ParameterizedTest(name = "granule 2^{0}: a level {1} block maps 2^{2} bytes")
    @CsvSource({"12, 1, 30", "12, 2, 21", "14, 2, 25", "16, 2, 29"})
    void aBlockMapsItsWholeSize(int granule, int level, int bits) {
        Tables t = rig.low(granule, 48);
        long va = 5L << bits;
        long base = RAM >>> bits << bits;
        t.map(va, base, level, AF);
        rig.poke(RAM + 0x12_3450, MARK);
        assertThat(mmu.load64(va + (RAM - base) + 0x12_3450)).isEqualTo(MARK);
        assertThat(mmu.walkFor(va).blockBits).isEqualTo(bits);
        assertThat(mmu.walkFor(va).level).isEqualTo(level);
        assertThat(mmu.walkFor(va + (1L << bits) - 1).pa).isEqualTo(base + (1L << bits) - 1);
        assertThat(rig.faultOf(() -> mmu.load64(va + (1L << bits)))).isEqualTo(0b000100 | level);
    }

    @ParameterizedTest(name = "granule 2^{0}: bits 1:0 = 0b01 at level {1} are reserved")
    @CsvSource({"12, 0", "12, 3", "14, 0", "14, 1", "14, 3", "16, 1", "16, 3"})
    void aBlockWhereNoneCanBeIsInvalid(int granule, int level) {
        Tables t = rig.low(granule, 48);
        long va = 0x7000_0000L;
        t.write(t.descriptor(va, level), 1 | AF);
        assertThat(rig.faultOf(() -> mmu.load64(va))).isEqualTo(0b000100 | level);
    }

    @Test
    void theContiguousBitChangesNothingThatAGuestSees() {
        Tables t = rig.low(12, 48);
        for (int k = 0; k < 16; k++) {
            t.map(0x1_0000 + k * 0x1000L, RAM + 0x2_0000 + k * 0x1000L, 3, AF | Tables.CONTIGUOUS);
            rig.poke(RAM + 0x2_0000 + k * 0x1000L, k);
        }
        for (int k = 0; k < 16; k++) {
            assertThat(mmu.load64(0x1_0000 + k * 0x1000L)).isEqualTo(k);
        }
    }

    @ParameterizedTest(name = "T0SZ {0} is taken as {1}")
    @CsvSource({"0, 16", "15, 16", "16, 16", "39, 39", "40, 39", "63, 39"})
    void inputSizesOutsideTheRangeAreClamped(int t0sz, int effective) {
        Tables t = rig.low(12, 64 - effective);
        mmu.regime.tcr = mmu.regime.tcr & ~0x3fL | t0sz;
        mmu.regimeChanged();
        long va = (1L << (64 - effective)) - 0x1000;
        t.map(va, RAM, 3, AF);
        rig.poke(RAM, MARK);
        assertThat(mmu.load64(va)).isEqualTo(MARK);
        assertThat(rig.faultOf(() -> mmu.load64(va + 0x1000))).isEqualTo(0b000100);
    }

    @Test
    void aDisabledRangeFaultsAtLevelZero() {
        Tables t = rig.low(12, 39);
        t.map(0x1000, RAM, 3, AF);
        assertThat(rig.faultOf(() -> mmu.load64(-0x1000))).as("EPD1").isEqualTo(0b000100);
        mmu.load64(0x1000);
        mmu.regime.tcr |= 1 << 7;
        mmu.regimeChanged();
        assertThat(rig.faultOf(() -> mmu.load64(0x1000))).as("EPD0").isEqualTo(0b000100);
    }

    @Test
    void theTopByteIsIgnoredOnlyWhereTbiSaysSo() {
        Tables t = rig.low(12, 39);
        t.map(0x1000, RAM, 3, AF);
        rig.poke(RAM + 8, MARK);
        long tagged = 0x5a00_0000_0000_1008L;
        assertThat(rig.faultOf(() -> mmu.load64(tagged))).isEqualTo(0b000100);
        assertThat(mmu.faultVa).isEqualTo(tagged);
        mmu.regime.tcr |= 1L << 37;
        mmu.regimeChanged();
        assertThat(mmu.load64(tagged)).isEqualTo(MARK);
        assertThat(mmu.load64(0x1008)).isEqualTo(MARK);
        assertThat(rig.faultOf(() -> mmu.load64(tagged | 1L << 54)))
                .as("bit 54 is no tag")
                .isEqualTo(0b000100);
        assertThat(rig.faultOf(() -> mmu.load64(tagged + 0x1000))).isEqualTo(0b000111);
        assertThat(mmu.faultVa).as("the tag stays in FAR").isEqualTo(tagged + 0x1000);
    }

    @Test
    void theRangeIsChosenByBit55() {
        Tables t = rig.high(12, 39);
        mmu.regime.tcr |= 1L << 38;
        mmu.regimeChanged();
        t.map(-0x1000, RAM, 3, AF);
        rig.poke(RAM, MARK);
        assertThat(mmu.load64(0x12ff_ffff_ffff_f000L)).isEqualTo(MARK);
        assertThat(rig.faultOf(() -> mmu.load64(0xff7f_ffff_ffff_f000L))).isEqualTo(0b000100);
    }

    @Test
    void anAddressAboveTheConfiguredSizeIsAnAddressSizeFaultAtItsLevel() {
        Tables t = rig.low(12, 48);
        mmu.regime.tcr &= ~(7L << 32); // IPS 32 bits
        mmu.regimeChanged();
        t.map(0x1000, 1L << 32, 3, AF);
        assertThat(rig.faultOf(() -> mmu.load64(0x1000))).as("page").isEqualTo(0b000011);
        t.write(t.descriptor(0x4000_0000L, 1), Tables.leaf(1L << 32, 1, AF));
        assertThat(rig.faultOf(() -> mmu.load64(0x4000_0000L))).as("block").isEqualTo(0b000001);
        t.write(t.descriptor(0x80_0000_0000L, 0), 1L << 40 | 3);
        assertThat(rig.faultOf(() -> mmu.load64(0x80_0000_0000L))).as("table").isEqualTo(0b000000);
        mmu.regime.ttbr0 = t.root | 1L << 36;
        mmu.regimeChanged();
        assertThat(rig.faultOf(() -> mmu.load64(0x1000))).as("TTBR0").isEqualTo(0b000000);
    }

    @Test
    void aSizeAboveTheImplementedOneIsTheImplementedOne() {
        Tables t = rig.low(12, 48);
        mmu.regime.paBits = 40;
        mmu.regime.tcr |= 5L << 32; // IPS 48 bits
        mmu.regimeChanged();
        t.map(0x1000, 1L << 40, 3, AF);
        assertThat(rig.faultOf(() -> mmu.load64(0x1000))).isEqualTo(0b000011);
    }

    @Test
    void theAddressSizeFaultComesBeforeTheAccessFlag() {
        Tables t = rig.low(12, 48);
        t.map(0x1000, 1L << 44, 3, 0);
        assertThat(rig.faultOf(() -> mmu.load64(0x1000))).isEqualTo(0b000011);
    }

    @ParameterizedTest(name = "at level {0}")
    @CsvSource({"1", "2", "3"})
    void aClearAccessFlagFaultsAtTheLeafsLevelWhateverThePermissions(int level) {
        Tables t = rig.low(12, 48);
        t.map(0x40_0000_0000L, 0x4000_0000L, level, Tables.AP_PRIV_RO);
        assertThat(rig.faultOf(() -> mmu.store64(0x40_0000_0000L, 0))).isEqualTo(0b001000 | level);
        assertThat(mmu.faultWrite).isTrue();
    }

    @Test
    void theTableBaseIgnoresItsLowBits() {
        Tables t = rig.low(12, 48);
        t.map(0x1000, RAM, 3, AF);
        rig.poke(RAM, MARK);
        mmu.regime.ttbr0 = t.root | 0xabcL | 0x1234L << 48; // CnP, RES0 bits and an ASID
        mmu.regimeChanged();
        assertThat(mmu.load64(0x1000)).isEqualTo(MARK);
    }

    @Test
    void aSmallFirstTableNeedsOnlyItsOwnAlignment() {
        // 25 input bits at level 2 of the 4 KiB granule: 16 entries, 128 bytes.
        Tables t = rig.low(12, 25);
        long base = t.root + 0x480;
        t.write(base + 8 * 15, Tables.leaf(RAM & -1L << 21, 2, AF));
        rig.poke(RAM + 0x18, MARK);
        mmu.regime.ttbr0 = base;
        mmu.regimeChanged();
        assertThat(mmu.load64(0x1e0_0018)).isEqualTo(MARK);
    }

    @Test
    void stageOneOffMapsFlatAndChecksTheAddressSizeOnly() {
        rig.poke(RAM + 0x10, MARK);
        assertThat(mmu.load64(RAM + 0x10)).isEqualTo(MARK);
        assertThat(rig.faultOf(() -> mmu.load64(RAM | 1L << 44))).isEqualTo(0b000000);
        assertThat(mmu.faultStage2).isFalse();
        assertThat(rig.faultOf(() -> mmu.load64(0x5a00_0000_4000_0010L))).isEqualTo(0b000000);
        mmu.regime.tcr |= 1L << 37;
        mmu.regimeChanged();
        assertThat(mmu.load64(0x5a00_0000_4000_0010L)).isEqualTo(MARK);
        assertThat(rig.faultOf(() -> mmu.load32(RAM + 2))).as("Device-nGnRnE").isEqualTo(0b100001);
    }
}
