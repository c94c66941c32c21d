package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.GenericTimer.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.Deadline;

@DisplayName("Generic timer: DDI 0487 D12; over Xen, xen/arch/arm/vtimer.c")
class GenericTimerTest {
    private final Bench bench = new Bench();
    private final List<Boolean> virtual = new ArrayList<>();
    private final List<Boolean> physical = new ArrayList<>();

    private GenericTimer timer(GicPersonality p) {
        return new GenericTimer(p, bench, virtual::add, physical::add, 1000, 1000);
    }

    @Test
    void countersFollowVirtualTimeAndTheOffset() {
        GenericTimer t = timer(GicPersonality.XEN);
        bench.advance(16 * 50 + 15);
        assertThat(t.read(CNTPCT_EL0)).isEqualTo(1050);
        assertThat(t.read(CNTVCT_EL0)).isEqualTo(50);
        assertThat(t.read(CNTFRQ_EL0)).isEqualTo(62_500_000);
    }

    @Test
    void hardwareVirtualTimerIsALevel() {
        GenericTimer t = timer(GicPersonality.HARDWARE);
        t.write(CNTV_TVAL_EL0, 100);
        t.write(CNTV_CTL_EL0, 1);
        assertThat(bench.next()).isEqualTo(1600);
        bench.advance(1599);
        assertThat(virtual).isEmpty();
        assertThat(t.read(CNTV_CTL_EL0)).isEqualTo(1);
        bench.advance(1);
        assertThat(virtual).containsExactly(true);
        assertThat(t.read(CNTV_CTL_EL0)).isEqualTo(5);
        bench.advance(32);
        assertThat(t.read(CNTV_TVAL_EL0)).as("counts below zero").isEqualTo(0xfffffffeL);
        t.write(CNTV_CTL_EL0, 3);
        assertThat(virtual).containsExactly(true, false);
        t.write(CNTV_CTL_EL0, 1);
        t.write(CNTV_CVAL_EL0, 1000);
        assertThat(virtual).containsExactly(true, false, true, false);
    }

    @Test
    void compareValueIsUnsigned() {
        GenericTimer t = timer(GicPersonality.HARDWARE);
        t.write(CNTV_CVAL_EL0, -1);
        t.write(CNTV_CTL_EL0, 1);
        assertThat(bench.next()).isEqualTo(Deadline.NEVER);
        assertThat(t.read(CNTV_CTL_EL0)).isEqualTo(1);
    }

    @Test
    void negativeTimerValueIsInThePast() {
        GenericTimer t = timer(GicPersonality.HARDWARE);
        bench.advance(16_000);
        t.write(CNTV_CTL_EL0, 1);
        t.write(CNTV_TVAL_EL0, 0xfffffff0L);
        assertThat(t.read(CNTV_CVAL_EL0)).isEqualTo(1000 - 16);
        assertThat(virtual).last().isEqualTo(true);
    }

    @Test
    void xenMasksTheVirtualTimerWhenItFires() {
        GenericTimer t = timer(GicPersonality.XEN);
        t.write(CNTV_CVAL_EL0, 100);
        t.write(CNTV_CTL_EL0, 1);
        bench.advance(1600);
        assertThat(virtual).containsExactly(true);
        assertThat(t.read(CNTV_CTL_EL0)).as("ENABLE, IMASK by Xen, ISTATUS").isEqualTo(7);
        t.write(CNTV_CTL_EL0, 1);
        assertThat(virtual).as("unmasked while due: injected again").containsExactly(true, true);
        assertThat(t.read(CNTV_CTL_EL0)).isEqualTo(7);
        t.write(CNTV_CVAL_EL0, 200);
        assertThat(t.read(CNTV_CTL_EL0)).isEqualTo(3);
        bench.advance(1600);
        assertThat(virtual).as("masked until the guest unmasks").hasSize(2);
    }

    @Test
    void xenPhysicalTimerComparesWithTheRawCountAndKeepsItsStatus() {
        GenericTimer t = timer(GicPersonality.XEN);
        t.write(CNTP_CVAL_EL0, 1100);
        t.write(CNTP_CTL_EL0, 1);
        assertThat(t.read(CNTP_TVAL_EL0)).isEqualTo(100);
        bench.advance(1600);
        assertThat(physical).containsExactly(true);
        assertThat(t.read(CNTP_CTL_EL0)).isEqualTo(5);
        t.write(CNTP_CTL_EL0, 3);
        assertThat(t.read(CNTP_CTL_EL0)).as("status stays while enabled").isEqualTo(7);
        t.write(CNTP_CVAL_EL0, 5000);
        assertThat(t.read(CNTP_CTL_EL0)).as("programming clears it").isEqualTo(3);
        t.write(CNTP_CTL_EL0, 0);
        assertThat(t.read(CNTP_CTL_EL0)).isZero();
        assertThat(bench.next()).isEqualTo(Deadline.NEVER);
    }

    @Test
    void xenMaskedPhysicalTimerSetsStatusWithoutAnInterrupt() {
        GenericTimer t = timer(GicPersonality.XEN);
        t.write(CNTP_CVAL_EL0, 1010);
        t.write(CNTP_CTL_EL0, 3);
        bench.advance(1600);
        assertThat(physical).isEmpty();
        assertThat(t.read(CNTP_CTL_EL0)).isEqualTo(7);
        t.write(CNTP_CTL_EL0, 1);
        bench.advance(0);
        assertThat(physical).as("Xen's timer is set again and fires at once").containsExactly(true);
    }

    @Test
    void stateSurvivesASnapshot() {
        GenericTimer t = timer(GicPersonality.HARDWARE);
        t.write(CNTP_CVAL_EL0, 1010);
        t.write(CNTP_CTL_EL0, 1);
        t.write(CNTKCTL_EL1, 3);
        Bench other = new Bench();
        List<Boolean> line = new ArrayList<>();
        GenericTimer copy =
                new GenericTimer(GicPersonality.HARDWARE, other, line::add, line::add, 1000, 1000);
        Bench.copy(t, copy);
        assertThat(copy.read(CNTKCTL_EL1)).isEqualTo(3);
        other.advance(160);
        assertThat(line).containsExactly(true);
    }
}
