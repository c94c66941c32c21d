package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.read;
import static trapline.device.Bench.write;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("PL031: DDI 0224")
class Pl031Test {
    private static final long SECOND = 1_000_000_000L;
    private final Bench bench = new Bench();
    private final List<Boolean> line = new ArrayList<>();
    private final Pl031 rtc = new Pl031(line::add, bench, 1_700_000_000L);

    @Test
    void countsVirtualSecondsFromItsStart() {
        assertThat(read(rtc, 0)).isEqualTo(1_700_000_000L);
        bench.advance(SECOND - 1);
        assertThat(read(rtc, 0)).isEqualTo(1_700_000_000L);
        bench.advance(1);
        assertThat(read(rtc, 0)).isEqualTo(1_700_000_001L);
        assertThat(read(rtc, 0xc)).as("enabled").isEqualTo(1);
        assertThat(read(rtc, 0xfe0)).isEqualTo(0x31);
    }

    @Test
    void loadSetsTheCounter() {
        bench.advance(5 * SECOND);
        write(rtc, 8, 0xfffffffeL);
        assertThat(read(rtc, 0)).isEqualTo(0xfffffffeL);
        bench.advance(3 * SECOND);
        assertThat(read(rtc, 0)).as("wraps").isEqualTo(1);
        assertThat(read(rtc, 8)).isEqualTo(0xfffffffeL);
    }

    @Test
    void matchRaisesAMaskedInterruptUntilItIsCleared() {
        write(rtc, 4, 1_700_000_003L);
        bench.advance(3 * SECOND - 1);
        assertThat(read(rtc, 0x14)).isZero();
        bench.advance(1);
        assertThat(read(rtc, 0x14)).isEqualTo(1);
        assertThat(read(rtc, 0x18)).isZero();
        write(rtc, 0x10, 1);
        assertThat(line).last().isEqualTo(true);
        assertThat(read(rtc, 0x18)).isEqualTo(1);
        write(rtc, 0x1c, 1);
        assertThat(line).last().isEqualTo(false);
        bench.advance(SECOND);
        assertThat(read(rtc, 0x14)).isZero();
    }

    @Test
    void stateSurvivesASnapshot() {
        write(rtc, 4, 1_700_000_003L);
        write(rtc, 0x10, 1);
        Bench other = new Bench();
        List<Boolean> there = new ArrayList<>();
        Pl031 copy = new Pl031(there::add, other, 0);
        Bench.copy(rtc, copy);
        other.advance(3 * SECOND);
        assertThat(read(copy, 0)).isEqualTo(1_700_000_003L);
        assertThat(there).last().isEqualTo(true);
    }
}
