package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;

@DisplayName("GICv2 without security extensions: IHI 0048")
class GicV2HardwareTest {
    private final Bench bench = new Bench();
    private final GicV2 gic = new GicV2(GicPersonality.HARDWARE, 2, 64, bench, HypervisorLog.NONE);
    private final Device d = gic.distributor();
    private final Device c = gic.cpuInterface();

    @BeforeEach
    void open() {
        write(d, 0, 1);
        for (int v = 0; v < 2; v++) {
            write(c, v, 4, 0xf0);
            write(c, v, 0, 1);
        }
    }

    @Test
    void sharedInterruptGoesToEveryTargetAndTheFirstToAcknowledgeHasIt() {
        write(d, 0x104, 2);
        store(d, 0, 0x821, 1, 3);
        assertThat(read(d, 0x820)).isEqualTo(0x0300);
        gic.spi(33).set(true);
        assertThat(bench.irq[0]).isTrue();
        assertThat(bench.irq[1]).isTrue();
        assertThat(read(c, 1, 0xc)).isEqualTo(33);
        assertThat(bench.irq[0]).isFalse();
        assertThat(read(c, 0, 0xc)).isEqualTo(1023);
        gic.spi(33).set(false);
        write(c, 1, 0x10, 33);
        assertThat(read(d, 0x304)).isZero();
    }

    @Test
    void softwareInterruptIsPendingOnceASource() {
        write(d, 0, 0xf00, 1 << 16 | 2);
        write(d, 1, 0xf00, 1 << 16 | 2);
        assertThat(load(d, 0, 0xf22, 1).value).isEqualTo(3);
        assertThat(read(c, 0, 0xc)).isEqualTo(2);
        write(c, 0, 0x10, 2);
        assertThat(read(c, 0, 0xc)).isEqualTo(1 << 10 | 2);
        write(c, 0, 0x10, 1 << 10 | 2);
        assertThat(bench.irq[0]).isFalse();
        store(d, 0, 0xf23, 1, 2);
        assertThat(read(c, 0, 0x18)).isEqualTo(3);
        store(d, 0, 0xf13, 1, 2);
        assertThat(read(c, 0, 0x18)).isEqualTo(1023);
    }

    @Test
    void softwareInterruptsAreAlwaysEnabledAndPrivateOnesAreBanked() {
        write(d, 0x180, -1);
        assertThat(read(d, 0x100)).isEqualTo(0xffff);
        write(d, 1, 0x100, 1 << 27);
        assertThat(read(d, 0, 0x100)).isEqualTo(0xffff);
        assertThat(read(d, 1, 0x100)).isEqualTo(1 << 27 | 0xffff);
        gic.ppi(1, 27).set(true);
        assertThat(bench.irq[1]).isTrue();
        assertThat(read(d, 1, 0x800)).isEqualTo(0x02020202);
    }

    @Test
    void distributorAndInterfaceEnablesGateDelivery() {
        write(d, 0x104, 2);
        store(d, 0, 0x821, 1, 1);
        gic.spi(33).set(true);
        write(d, 0, 0);
        assertThat(bench.irq[0]).isFalse();
        write(d, 0, 1);
        write(c, 0, 0, 0);
        assertThat(bench.irq[0]).isFalse();
        write(c, 0, 0, 1);
        assertThat(bench.irq[0]).isTrue();
    }

    @Test
    void separateDeactivation() {
        write(d, 0x104, 2);
        store(d, 0, 0x821, 1, 1);
        write(c, 0, 0, 0x201);
        gic.spi(33).set(true);
        assertThat(read(c, 0, 0xc)).isEqualTo(33);
        write(c, 0, 0x10, 33);
        assertThat(read(c, 0, 0x14)).isEqualTo(0xff);
        assertThat(bench.irq[0]).isFalse();
        write(c, 0, 0x1000, 33);
        assertThat(bench.irq[0]).isTrue();
    }

    @Test
    void identification() {
        assertThat(read(d, 4)).isEqualTo(0x22);
        assertThat(read(d, 0xfe8)).isEqualTo(0x2b);
        assertThat(read(c, 0xfc)).isEqualTo(0x0202143b);
        assertThat(read(d, 0xc00)).isEqualTo(0xaaaaaaaaL);
    }
}
