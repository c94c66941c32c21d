package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;
import static trapline.device.GicV3.*;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.Access;
import trapline.bus.Device;

@DisplayName("Xen's default vGIC: xen/arch/arm/vgic.c, vgic-v2.c, vgic-v3.c")
class XenGicTest {
    private static final int SGI = 0x10000;
    private final Bench bench = new Bench();

    @Nested
    class Version3 {
        private final GicV3 gic = new GicV3(GicPersonality.XEN, 2, 256, bench, bench);
        private final Device d = gic.distributor();
        private final Device r = gic.redistributors();

        @BeforeEach
        void open() {
            gic.online(1, true);
            for (int c = 0; c < 2; c++) {
                gic.writeIcc(c, ICC_PMR_EL1, 0xff);
                gic.writeIcc(c, ICC_IGRPEN1_EL1, 1);
            }
        }

        @ParameterizedTest(name = "{0}: {1} bytes at 0x{2} read {3}, {4}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                d | 4 | 0000 | 10               | GICD_CTLR: ARE
                d | 4 | 0004 | 480028           | TYPER: 2 vCPUs, 256 SPIs, 10 ID bits
                d | 4 | 0008 | 34c              | IIDR
                d | 4 | 0080 | 0                | IGROUPR
                d | 8 | 0020 | 0                | implementation defined takes any width
                d | 4 | 0200 | 0                | ISPENDR
                d | 4 | 0300 | 0                | ISACTIVER
                d | 4 | 0c00 | 0                | ICFGR0
                d | 4 | 0f00 | 0                | SGIR
                d | 4 | 0f10 | 0                | CPENDSGIR
                d | 8 | 6100 | 0                | IROUTER32
                d | 4 | ffe8 | 30               | PIDR2
                d | 4 | ffe0 | 0                | other identification registers
                d | 4 | 07fc | 0                | unknown offset reads zero
                r | 8 | 0008 | 0                | TYPER of the first
                r | 8 | 20008 | 100000110       | TYPER of the last
                r | 4 | 0014 | 0                | WAKER
                r | 4 | 00c0 | 1                | SYNCR: not busy
                r | 8 | 0040 | deadbeafdeadbeaf | SETLPIR is write-only
                r | 4 | 00a0 | deadbeaf         | INVLPIR is write-only
                r | 4 | ffe8 | 30               | PIDR2
                """)
        void readsAs(String frame, int bytes, String offset, String value, String what) {
            Access a = load(frame.equals("d") ? d : r, 0, Long.parseLong(offset, 16), bytes);
            assertThat(a.abort).isFalse();
            assertThat(a.value).isEqualTo(Long.parseUnsignedLong(value, 16));
        }

        @ParameterizedTest(name = "{0}: store={3} of {1} bytes at 0x{2}: {4}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                d | 8 | 0000 | false | CTLR takes words only
                d | 1 | 0100 | true  | ISENABLER takes words only
                d | 2 | 0420 | true  | IPRIORITYR takes bytes and words
                d | 1 | 6100 | false | IROUTER takes words and doublewords
                d | 4 | 0300 | true  | ISACTIVER write, even of zero
                d | 4 | 0f10 | true  | CPENDSGIR write
                d | 4 | 0f20 | true  | SPENDSGIR write
                r | 4 | 10300 | true | ISACTIVER0 write
                r | 8 | 10100 | true | ISENABLER0 takes words only
                r | 4 | 40000 | false | no third redistributor
                """)
        void aborts(String frame, int bytes, String offset, boolean write, String what) {
            Device f = frame.equals("d") ? d : r;
            long at = Long.parseLong(offset, 16);
            assertThat((write ? store(f, 0, at, bytes, 0) : load(f, 0, at, bytes)).abort).isTrue();
        }

        @Test
        void onlyGroupOneEnableIsWritableAndDeliveryDoesNotDependOnIt() {
            write(d, 0, -1);
            assertThat(read(d, 0)).isEqualTo(0x12);
            write(d, 0, 0);
            assertThat(read(d, 0)).isEqualTo(0x10);
            write(d, 0x104, 1);
            gic.spi(32).set(true);
            assertThat(bench.irq[0]).isTrue();
        }

        @Test
        void fallingLineIsIgnored() {
            write(d, 0x104, 1);
            gic.spi(32).set(true);
            gic.spi(32).set(false);
            assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(32);
            gic.writeIcc(0, ICC_EOIR1_EL1, 32);
            assertThat(bench.irq[0]).isFalse();
        }

        @Test
        void aLineThatStaysHighGivesOneInterruptAnEvent() {
            write(d, 0x104, 1);
            gic.spi(32).set(true);
            assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(32);
            gic.writeIcc(0, ICC_EOIR1_EL1, 32);
            assertThat(bench.irq[0]).isFalse();
        }

        @Test
        void anEventWhileActivePendsOnce() {
            write(d, 0x104, 1);
            gic.spi(32).set(true);
            gic.readIcc(0, ICC_IAR1_EL1);
            gic.spi(32).set(true);
            gic.spi(32).set(true);
            gic.writeIcc(0, ICC_EOIR1_EL1, 32);
            assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(32);
            gic.writeIcc(0, ICC_EOIR1_EL1, 32);
            assertThat(bench.irq[0]).isFalse();
        }

        @Test
        void disablingDoesNotTakeBackWhatIsInAListRegister() {
            write(d, 0x104, 1);
            gic.spi(32).set(true);
            write(d, 0x184, 1);
            assertThat(read(d, 0x104)).isZero();
            assertThat(bench.irq[0]).isTrue();
        }

        @Test
        void whatComesWhileDisabledIsDeliveredWhenEnabledWithThePriorityItCameWith() {
            store(d, 0, 0x420, 1, 0x60);
            gic.spi(32).set(true);
            assertThat(bench.irq[0]).isFalse();
            store(d, 0, 0x420, 1, 0x10);
            assertThat(load(d, 0, 0x420, 1).value).isEqualTo(0x10);
            write(d, 0x104, 1);
            gic.readIcc(0, ICC_IAR1_EL1);
            assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0x60);
        }

        @Test
        void priorityKeepsAllEightBitsInTheRegister() {
            store(d, 0, 0x421, 1, 0xff);
            assertThat(read(d, 0x420)).isEqualTo(0xff00);
        }

        @Test
        void routerShowsOneVcpuAndKeepsTheOldOneForAnAbsentTarget() {
            store(d, 0, 0x6100, 8, 1);
            assertThat(load(d, 0, 0x6100, 8).value).isEqualTo(1);
            store(d, 0, 0x6100, 8, 0x300);
            assertThat(load(d, 0, 0x6100, 8).value).isEqualTo(1);
            store(d, 0, 0x6100, 8, 1L << 31);
            assertThat(load(d, 0, 0x6100, 8).value).as("any vCPU is vCPU 0").isZero();
        }

        @Test
        void softwareInterruptToAnOfflineVcpuIsSkippedWithAWarning() {
            gic.online(1, false);
            write(r, 0x20000 + SGI + 0x100, 0xffff);
            gic.writeIcc(0, ICC_SGI1R_EL1, 5L << 24 | 0b10);
            assertThat(bench.irq[1]).isFalse();
            assertThat(bench.log)
                    .containsExactly(
                            "d1v0 vGIC: write 0x5000002, target->list=0x2, bad target vcpu1");
            gic.online(1, true);
            gic.writeIcc(0, ICC_SGI1R_EL1, 1L << 40 | 6L << 24);
            assertThat(gic.readIcc(1, ICC_IAR1_EL1)).isEqualTo(6);
        }

        @Test
        void setPendingInjectsAndClearPendingOnlyWarns() {
            write(r, SGI + 0x100, 1 << 20);
            write(r, SGI + 0x200, 1 << 20);
            write(r, SGI + 0x280, 1 << 20);
            assertThat(bench.log).containsExactly("d1v0 trying to clear pending interrupt 20.");
            assertThat(gic.readIcc(0, ICC_IAR1_EL1)).isEqualTo(20);
            write(r, SGI + 0x380, 1 << 20);
            assertThat(bench.log)
                    .last()
                    .isEqualTo("d1v0: vGICR: SGI: unhandled word write 0x100000 to ICACTIVER0");
            assertThat(gic.readIcc(0, ICC_RPR_EL1)).as("still active").isNotEqualTo(0xff);
        }

        @Test
        void endOfAnotherInterruptDropsThePriorityButDeactivatesNothing() {
            write(d, 0x104, 3);
            gic.spi(32).set(true);
            gic.readIcc(0, ICC_IAR1_EL1);
            gic.writeIcc(0, ICC_EOIR1_EL1, 33);
            assertThat(gic.readIcc(0, ICC_RPR_EL1)).isEqualTo(0xff);
            gic.spi(32).set(true);
            assertThat(bench.irq[0]).as("32 is still active").isFalse();
        }

        @Test
        void unknownOffsetIsLogged() {
            store(d, 1, 0x7fc, 4, 0x12);
            assertThat(bench.log)
                    .containsExactly("d1v1: vGICD: unhandled write r0=12 offset 0x0007fc");
        }

        @Test
        void stateSurvivesASnapshot() {
            write(d, 0x104, 3);
            gic.spi(32).set(true);
            gic.readIcc(0, ICC_IAR1_EL1);
            gic.spi(32).set(true);
            Bench other = new Bench();
            GicV3 copy = new GicV3(GicPersonality.XEN, 2, 256, other, other);
            Bench.copy(gic, copy);
            assertThat(other.irq[0]).isFalse();
            copy.writeIcc(0, ICC_EOIR1_EL1, 32);
            assertThat(other.irq[0]).isTrue();
        }
    }

    @Nested
    class Version2 {
        private final GicV2 gic = new GicV2(GicPersonality.XEN, 2, 256, bench, bench);
        private final Device d = gic.distributor();
        private final Device c = gic.cpuInterface();

        @BeforeEach
        void open() {
            gic.online(1, true);
            for (int v = 0; v < 2; v++) {
                write(c, v, 4, 0xff);
                write(c, v, 0, 1);
            }
        }

        @ParameterizedTest(name = "0x{0} reads {1}: {2}")
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                000 | 0        | GICD_CTLR
                004 | 28       | TYPER: 2 vCPUs, 256 SPIs
                008 | 43b      | IIDR
                100 | 0        | nothing is enabled, not even SGIs
                800 | 01010101 | ITARGETSR0: the accessor
                820 | 01010101 | SPIs go to vCPU 0
                c00 | 0        | ICFGR0 as initialised
                f00 | deadbeef | SGIR
                fe0 | 0        | identification
                """)
        void readsAs(String offset, String value, String what) {
            assertThat(read(d, Long.parseLong(offset, 16))).isEqualTo(Long.parseLong(value, 16));
        }

        @Test
        void refusals() {
            assertThat(load(d, 0, 0xfe8, 4).abort).as("ICPIDR2").isTrue();
            assertThat(store(d, 0, 0xfe8, 4, 0).abort).isFalse();
            assertThat(store(d, 0, 0x300, 4, 0).abort).as("ISACTIVER, zero").isFalse();
            assertThat(store(d, 0, 0x300, 4, 1).abort).as("ISACTIVER").isTrue();
            assertThat(store(d, 0, 0xf00, 4, 3 << 24).abort).as("SGIR mode 3").isTrue();
            assertThat(store(d, 0, 0xf10, 1, 0).abort).as("CPENDSGIR").isTrue();
            assertThat(store(d, 0, 0xfec, 4, 0).abort).as("past ICPIDR2").isTrue();
            assertThat(load(d, 0, 0xffc, 4).abort).isFalse();
            assertThat(load(d, 0, 0x100, 8).abort).as("bad width").isTrue();
            assertThat(bench.log)
                    .contains(
                            "d1v0: vGICD: unhandled read from ICPIDR2",
                            "d1v0: vGICD: unhandled word write 0x1 to ISACTIVER0",
                            "d1v0: vGICD: unhandled byte write 0 to ICPENDSGIR0",
                            "d1v0: vGICD: bad read width 3 r0 offset 0x000100");
        }

        @Test
        void privateConfigurationIsReadOnly() {
            write(d, 0xc04, -1);
            assertThat(read(d, 0xc04)).isZero();
            write(d, 0xc08, -1);
            assertThat(read(d, 0xc08)).isEqualTo(0xaaaaaaaaL);
        }

        @Test
        void targetsKeepTheLowestPresentVcpuOfEachByte() {
            write(d, 0x820, 0x04030200L);
            assertThat(read(d, 0x820)).isEqualTo(0x01010201);
            assertThat(bench.log)
                    .contains(
                            "d1v0 No valid vCPU found for vIRQ32 in the target list (0). Skip it");
        }

        @Test
        void groupZeroInterruptIsAnIrqWithoutSource() {
            write(d, 0x100, 0xffff);
            write(d, 1, 0x100, 0xffff);
            write(d, 0, 0xf00, 2 << 16 | 4);
            assertThat(bench.irq[1]).isTrue();
            assertThat(read(c, 1, 0x18)).isEqualTo(4);
            assertThat(read(c, 1, 0xc)).isEqualTo(4);
            write(c, 1, 0x10, 4);
            assertThat(read(c, 1, 0xc)).isEqualTo(1023);
            write(c, 1, 0, 1 | 8);
            write(d, 0, 0xf00, 1 << 24 | 5);
            assertThat(bench.fiq[1]).as("FIQEn").isTrue();
        }
    }
}
