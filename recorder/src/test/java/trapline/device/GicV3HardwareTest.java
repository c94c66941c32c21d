package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;
import static trapline.device.GicV3.*;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.Access;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;

@DisplayName("GICv3 with one security state: IHI 0069")
class GicV3HardwareTest {
    private static final int SGI = 0x10000;
    private final Bench bench = new Bench();
    private GicV3 gic = gic();
    private Device d = gic.distributor();
    private Device r = gic.redistributors();

    private GicV3 gic() {
        return new GicV3(GicPersonality.HARDWARE, 2, 64, bench, HypervisorLog.NONE);
    }

    @BeforeEach
    void openEverything() {
        write(d, 0, 2);
        write(d, 0x84, -1);
        write(d, 0x88, -1);
        for (int c = 0; c < 2; c++) {
            write(r, c * 0x20000L + SGI + 0x80, -1);
            gic.writeIcc(c, ICC_PMR_EL1, 0xff);
            gic.writeIcc(c, ICC_IGRPEN1_EL1, 1);
        }
    }

    private void enable(int intid, int priority) {
        write(d, 0x100 + intid / 32 * 4, 1L << (intid % 32));
        store(d, 0, 0x400 + intid, 1, priority);
    }

    @Test
    void levelInterruptIsTakenActiveAndPendsAgainWhileItsLineStaysHigh() {
        enable(33, 0xa0);
        gic.spi(33).set(true);
        assertThat(bench.irq[0]).isTrue();
        assertThat(gic.highestPending(0)).isEqualTo(33);
        assertThat(gic.readIcc(0, ICC_HPPIR1_EL1)).isEqualTo(33);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(33);
        assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0xa0);
        assertThat(gic.readIcc(0, ICC_AP1R0_EL1)).isEqualTo(1L << (0xa0 >> 3));
        assertThat(bench.irq[0]).isFalse();
        assertThat(read(d, 0x304)).isEqualTo(2);
        assertThat(read(d, 0x204)).as("active and pending").isEqualTo(2);

        gic.writeIcc(0, ICC_EOIR1_EL1, 33);
        assertThat(bench.irq[0]).isTrue();
        gic.spi(33).set(false);
        assertThat(bench.irq[0]).isFalse();
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(1023);
        assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0xff);
    }

    @Test
    void edgeInterruptIsRememberedOnceAndASecondEdgePendsWhileActive() {
        enable(34, 0x80);
        write(d, 0xc08, 0b10 << 4);
        assertThat(read(d, 0xc08)).isEqualTo(0b10 << 4);
        gic.spi(34).set(true);
        gic.spi(34).set(true);
        gic.spi(34).set(false);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(34);
        gic.spi(34).set(true);
        gic.writeIcc(0, ICC_EOIR1_EL1, 34);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(34);
        gic.writeIcc(0, ICC_EOIR1_EL1, 34);
        assertThat(bench.irq[0]).isFalse();
    }

    @Test
    void higherPriorityPreemptsAndEqualOneWaits() {
        enable(40, 0x80);
        enable(41, 0x40);
        enable(42, 0x40);
        gic.spi(40).set(true);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(40);
        gic.spi(42).set(true);
        gic.spi(41).set(true);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).as("lowest INTID among equals").isEqualTo(41);
        assertThat(bench.irq[0]).isFalse();
        assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0x40);
        gic.spi(41).set(false);
        gic.writeIcc(0, ICC_EOIR1_EL1, 41);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(42);
    }

    @Test
    void binaryPointGroupsPrioritiesThatDoNotPreemptEachOther() {
        gic.writeIcc(0, ICC_BPR1_EL1, 7);
        assertThat(gic.readIcc(0, ICC_BPR1_EL1)).isEqualTo(7);
        enable(40, 0x70);
        enable(41, 0x40);
        gic.spi(40).set(true);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(40);
        gic.spi(41).set(true);
        assertThat(bench.irq[0]).as("both in the group 0x00 to 0x7f").isFalse();
        gic.writeIcc(0, ICC_BPR1_EL1, 0);
        assertThat(gic.readIcc(0, ICC_BPR1_EL1)).as("smallest with five bits").isEqualTo(3);
        assertThat(gic.readIcc(0, ICC_BPR0_EL1)).isEqualTo(2);
        gic.writeIcc(0, ICC_CTLR_EL1, 1);
        assertThat(gic.readIcc(0, ICC_BPR1_EL1)).as("common binary point").isEqualTo(3);
    }

    @Test
    void priorityMaskHoldsBackEqualAndLowerOnes() {
        gic.writeIcc(0, ICC_PMR_EL1, 0xa0);
        enable(40, 0xa0);
        gic.spi(40).set(true);
        assertThat(bench.irq[0]).isFalse();
        assertThat(gic.highestPending(0)).isEqualTo(1023);
        assertThat(gic.readIcc(0, ICC_HPPIR1_EL1)).as("the mask plays no part").isEqualTo(40);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(1023);
        gic.writeIcc(0, ICC_PMR_EL1, 0xff);
        assertThat(gic.readIcc(0, ICC_PMR_EL1)).isEqualTo(0xf8);
        assertThat(bench.irq[0]).isTrue();
    }

    @Test
    void endOfInterruptModeOneOnlyDropsThePriority() {
        gic.writeIcc(0, ICC_CTLR_EL1, 2);
        enable(40, 0x80);
        gic.spi(40).set(true);
        gic.readIcc(0, ICC_IAR1_EL1);
        gic.writeIcc(0, ICC_EOIR1_EL1, 40);
        assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0xff);
        assertThat(read(d, 0x304)).isEqualTo(1 << 8);
        assertThat(bench.irq[0]).isFalse();
        gic.writeIcc(0, ICC_DIR_EL1, 40);
        assertThat(bench.irq[0]).isTrue();
    }

    @Test
    void groupZeroIsAnFiqAndIsAcknowledgedByIar0() {
        write(d, 0, 3);
        write(d, 0x84, 0);
        gic.writeIcc(0, ICC_IGRPEN0_EL1, 1);
        enable(40, 0x80);
        gic.spi(40).set(true);
        assertThat(bench.fiq[0]).isTrue();
        assertThat(bench.irq[0]).isFalse();
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(1023);
        assertThat(gic.readIcc(0, ICC_IAR0_EL1)).isEqualTo(40);
        gic.writeIcc(0, ICC_EOIR1_EL1, 40);
        assertThat(gic.readIcc(0, ICC_RPR_EL1))
                .as("the other group's end does nothing")
                .isEqualTo(0x80);
    }

    @Test
    void routerSendsASharedInterruptToOneVcpu() {
        enable(50, 0x80);
        assertThat(store(d, 0, 0x6000 + 8 * 50, 8, 1).abort).isFalse();
        gic.spi(50).set(true);
        assertThat(bench.irq[0]).isFalse();
        assertThat(bench.irq[1]).isTrue();
        store(d, 0, 0x6000 + 8 * 50, 8, 5);
        assertThat(bench.irq[1]).as("no such vCPU").isFalse();
        assertThat(load(d, 0, 0x6000 + 8 * 50, 8).value).isEqualTo(5);
        assertThat(load(d, 0, 0x6000 + 8 * 50 + 4, 4).value).isZero();
    }

    @Test
    void softwareGeneratedInterruptsGoToAListOrToAllOthers() {
        write(r, 0x20000 + SGI + 0x100, 0xffff);
        write(r, SGI + 0x100, 0xffff);
        gic.writeIcc(0, ICC_SGI1R_EL1, 3L << 24 | 0b11);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(3);
        assertThat(gic.readIcc(1, ICC_IAR1_EL1)).isEqualTo(3);
        gic.writeIcc(0, ICC_EOIR1_EL1, 3);
        gic.writeIcc(1, ICC_EOIR1_EL1, 3);
        gic.writeIcc(1, ICC_SGI1R_EL1, 1L << 40 | 7L << 24);
        assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(7);
        assertThat(bench.irq[1]).isFalse();
        gic.writeIcc(1, ICC_SGI0R_EL1, 9L << 24 | 1);
        assertThat(read(r, SGI + 0x200))
                .as("configured in group 1, so a group 0 SGI is dropped")
                .isZero();
    }

    @Test
    void privateInterruptBelongsToItsRedistributor() {
        write(r, 0x20000 + SGI + 0x100, 1 << 27);
        gic.ppi(0, 27).set(true);
        gic.ppi(1, 27).set(true);
        assertThat(bench.irq[0]).isFalse();
        assertThat(bench.irq[1]).isTrue();
        assertThat(read(r, SGI + 0x200)).isEqualTo(1 << 27);
        assertThat(read(d, 0x200)).as("RAZ with affinity routing").isZero();
    }

    @Test
    void identificationAndReset() {
        GicV3 fresh = gic();
        assertThat(read(fresh.distributor(), 0)).isEqualTo(0x50);
        assertThat(read(d, 4)).isEqualTo(0x0378_0002);
        assertThat(read(d, 8)).isEqualTo(0x43b);
        assertThat(read(d, 0xffe8)).isEqualTo(0x3b);
        assertThat(load(r, 0, 8, 8).value).isEqualTo(0);
        assertThat(load(r, 0, 0x20008, 8).value).isEqualTo(1L << 32 | 1 << 8 | 1 << 4);
        assertThat(read(r, 0x14)).isEqualTo(6);
        write(r, 0x14, 0);
        assertThat(read(r, 0x14)).isZero();
        assertThat(gic.readIcc(0, ICC_SRE_EL1)).isEqualTo(7);
        assertThat(gic.readIcc(0, ICC_CTLR_EL1)).isEqualTo(0x8c00);
    }

    @Test
    void priorityHasFiveBitsAndTakesBytes() {
        store(d, 0, 0x400 + 45, 1, 0xff);
        assertThat(read(d, 0x400 + 44)).isEqualTo(0xf800);
        assertThat(load(d, 0, 0x400 + 45, 1).value).isEqualTo(0xf8);
    }

    @Test
    void unknownOffsetAndWidthReadZero() {
        Access a = load(d, 0, 0x20, 4);
        assertThat(a.abort).isFalse();
        assertThat(a.value).isZero();
        assertThat(load(d, 0, 4, 8).value).isZero();
        assertThat(((HardwareFrame) d).unimplemented()).isEqualTo(2);
        assertThat(load(r, 0, 0x40000, 4).abort).as("past the last redistributor").isFalse();
    }

    @Test
    void stateSurvivesASnapshot() {
        enable(40, 0x80);
        enable(41, 0x20);
        gic.spi(40).set(true);
        gic.readIcc(0, ICC_IAR1_EL1);
        gic.spi(41).set(true);
        Bench other = new Bench();
        GicV3 copy = new GicV3(GicPersonality.HARDWARE, 2, 64, other, HypervisorLog.NONE);
        Bench.copy(gic, copy);
        assertThat(other.irq[0]).isTrue();
        assertThat(copy.readIcc(0, ICC_RPR_EL1)).isEqualTo(0x80);
        assertThat(copy.readIcc(0, ICC_IAR1_EL1)).isEqualTo(41);
        copy.writeIcc(0, ICC_EOIR1_EL1, 41);
        copy.writeIcc(0, ICC_EOIR1_EL1, 40);
        assertThat(copy.readIcc(0, ICC_IAR1_EL1)).as("its line was saved too").isEqualTo(41);
    }
}
