package trapline.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.mmu.MmuRig.RAM;
import static trapline.mmu.Tables.AF;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Permissions of stage 1: AP, XN, WXN, PAN, hierarchical controls (DDI 0487, D8.4)")
class PermissionTest {
    private static final long VA = 0x40_0000L;
    private static final int PERMISSION = 0b001111;

    private final MmuRig rig = new MmuRig();
    private final Mmu mmu = rig.mmu;

    /** r, w, x at EL1, then at EL0; x as it is with PXN and UXN clear. */
    @ParameterizedTest(name = "AP {0}, APTable {1}, WXN {2}: EL1 {3}, EL0 {4}")
    @CsvSource(
            textBlock =
                    """
                    0b00, 0b00, 0, rwx, --x
                    0b01, 0b00, 0, rw-, rwx
                    0b10, 0b00, 0, r-x, --x
                    0b11, 0b00, 0, r-x, r-x
                    0b00, 0b01, 0, rwx, --x
                    0b01, 0b01, 0, rwx, --x
                    0b10, 0b01, 0, r-x, --x
                    0b11, 0b01, 0, r-x, --x
                    0b00, 0b10, 0, r-x, --x
                    0b01, 0b10, 0, r-x, r-x
                    0b11, 0b10, 0, r-x, r-x
                    0b01, 0b11, 0, r-x, --x
                    0b00, 0b00, 1, rw-, --x
                    0b01, 0b00, 1, rw-, rw-
                    0b10, 0b00, 1, r-x, --x
                    0b11, 0b00, 1, r-x, r-x
                    0b01, 0b01, 1, rw-, --x
                    0b01, 0b10, 1, r-x, r-x
                    """)
    void whoMayDoWhat(String ap, String apTable, int wxn, String el1, String el0) {
        Tables t = rig.low(12, 39);
        t.tableBits = Long.parseLong(apTable.substring(2), 2) << 61;
        t.map(VA, RAM, 3, AF | Long.parseLong(ap.substring(2), 2) << 6);
        mmu.regime.sctlr |= (long) wxn << 19;
        mmu.regimeChanged();
        assertThat(allowed(1)).as("EL1").isEqualTo(el1);
        assertThat(allowed(0)).as("EL0").isEqualTo(el0);
    }

    @ParameterizedTest(name = "PXN {0}, UXN {1}, PXNTable {2}, UXNTable {3}: EL1 {4}, EL0 {5}")
    @CsvSource({
        "0,0,0,0,x,x",
        "1,0,0,0,-,x",
        "0,1,0,0,x,-",
        "0,0,1,0,-,x",
        "0,0,0,1,x,-",
        "1,1,0,0,-,-"
    })
    void executeNever(int pxn, int uxn, int pxnTable, int uxnTable, String el1, String el0) {
        Tables t = rig.low(12, 39);
        t.tableBits = (long) pxnTable << 59 | (long) uxnTable << 60;
        t.map(VA, RAM, 3, AF | Tables.AP_BOTH_RO | (long) pxn << 53 | (long) uxn << 54);
        assertThat(allowed(1)).isEqualTo("r-" + el1);
        assertThat(allowed(0)).isEqualTo("r-" + el0);
    }

    private String allowed(int el) {
        mmu.setLevel(el, false);
        return letter("r", () -> mmu.load8(VA), false)
                + letter("w", () -> mmu.store8(VA, 0), true)
                + letter("x", () -> mmu.fetch(VA), false);
    }

    private String letter(String letter, Runnable access, boolean write) {
        try {
            access.run();
            access.run();
            return letter;
        } catch (GuestFault e) {
            assertThat(mmu.faultStatus).isEqualTo(PERMISSION);
            assertThat(mmu.faultVa).isEqualTo(VA);
            assertThat(mmu.faultWrite).isEqualTo(write);
            assertThat(mmu.faultStage2).isFalse();
            return "-";
        }
    }

    @ParameterizedTest(name = "at level {0}")
    @CsvSource({"1", "2", "3"})
    void thePermissionFaultNamesTheLeafsLevel(int level) {
        Tables t = rig.low(12, 48);
        t.map(0x40_0000_0000L, 0x4000_0000L, level, AF | Tables.AP_PRIV_RO);
        assertThat(rig.faultOf(() -> mmu.store64(0x40_0000_0000L, 0))).isEqualTo(0b001100 | level);
    }

    @Test
    void hierarchicalControlsAreOffUnderHpdWhereTheModelHasIt() {
        Tables t = rig.low(12, 39);
        t.tableBits =
                Tables.AP_TABLE_RO | Tables.AP_TABLE_NO_EL0 | Tables.PXN_TABLE | Tables.UXN_TABLE;
        t.map(VA, RAM, 3, AF | Tables.AP_BOTH_RW);
        mmu.regime.tcr |= 1L << 41;
        mmu.regimeChanged();
        assertThat(allowed(0)).isEqualTo("---");
        mmu.regime.hpds = true;
        mmu.regimeChanged();
        assertThat(allowed(0)).isEqualTo("rwx");
    }

    @Test
    void panKeepsEl1FromWhatEl0MayRead() {
        Tables t = rig.low(12, 39);
        t.map(VA, RAM, 3, AF | Tables.AP_BOTH_RW);
        t.map(VA + 0x1000, RAM + 0x1000, 3, AF | Tables.AP_BOTH_RO);
        t.map(VA + 0x2000, RAM + 0x2000, 3, AF | Tables.AP_PRIV_RW);
        mmu.load8(VA);
        mmu.store8(VA, 1);
        mmu.setLevel(1, true);
        assertThat(rig.faultOf(() -> mmu.load8(VA))).isEqualTo(PERMISSION);
        assertThat(rig.faultOf(() -> mmu.store8(VA, 1))).isEqualTo(PERMISSION);
        assertThat(rig.faultOf(() -> mmu.load8(VA + 0x1000))).isEqualTo(PERMISSION);
        mmu.load8(VA + 0x2000);
        mmu.store8(VA + 0x2000, 1);
        mmu.fetch(VA + 0x1000);
        // LDTR and STTR have EL0's permissions, which PAN does not touch.
        mmu.storeUnprivileged(VA, 8, 0x1234);
        assertThat(mmu.loadUnprivileged(VA, 8)).isEqualTo(0x1234);
        assertThat(rig.faultOf(() -> mmu.storeUnprivileged(VA + 0x1000, 8, 0)))
                .isEqualTo(PERMISSION);
        assertThat(rig.faultOf(() -> mmu.loadUnprivileged(VA + 0x2000, 8))).isEqualTo(PERMISSION);
        mmu.setLevel(1, false);
        mmu.load8(VA);
        mmu.setLevel(0, true);
        assertThat(mmu.load16(VA)).as("EL0 under PAN").isEqualTo(0x1234);
    }

    @Test
    void aBankOfOneLevelServesNoOther() {
        Tables t = rig.low(12, 39);
        t.map(VA, RAM, 3, AF | Tables.AP_PRIV_RW);
        mmu.store64(VA, 7);
        assertThat(mmu.load64(VA)).isEqualTo(7);
        mmu.setLevel(0, false);
        assertThat(rig.faultOf(() -> mmu.load64(VA))).isEqualTo(PERMISSION);
        mmu.setLevel(1, false);
        assertThat(rig.faultOf(() -> mmu.loadUnprivileged(VA, 8))).isEqualTo(PERMISSION);
        assertThat(mmu.load64(VA)).isEqualTo(7);
    }
}
