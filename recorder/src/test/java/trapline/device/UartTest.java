package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("UARTs")
class UartTest {
    private final Bench bench = new Bench();
    private final List<Boolean> line = new ArrayList<>();

    @Nested
    @DisplayName("vpl011: xen/arch/arm/vpl011.c")
    class Xen {
        private final Vpl011 uart = new Vpl011(line::add, bench, bench);

        @ParameterizedTest(name = "64-bit access, store={1}, at 0x{0} aborts={2}")
        @CsvSource({
            "00,false,true", "00,true,true", "04,false,true", "04,true,true", "18,false,true",
                    "18,true,false",
            "38,false,true", "38,true,true", "3c,false,true", "3c,true,false", "40,false,true",
                    "40,true,false",
            "44,false,true", "44,true,true", "30,false,false", "30,true,false"
        })
        void doublewords(String offset, boolean write, boolean aborts) {
            long at = Long.parseLong(offset, 16);
            assertThat((write ? store(uart, 0, at, 8, 0) : load(uart, 0, at, 8)).abort)
                    .isEqualTo(aborts);
        }

        @Test
        void readOfIcrAborts() {
            assertThat(load(uart, 0, 0x44, 4).abort).isTrue();
        }

        @Test
        void initialFlagsAndOutput() {
            assertThat(read(uart, 0x18)).isEqualTo(0x90);
            assertThat(bench.emptyPolls).isEqualTo(1);
            store(uart, 0, 0, 1, 'h');
            write(uart, 0, 0x100 | 'i');
            assertThat(bench.output).hasToString("hi");
            assertThat(read(uart, 0x18)).isEqualTo(0x90);
            assertThat(read(uart, 0x3c)).as("TXI").isEqualTo(0x20);
        }

        @Test
        void otherRegistersReadZeroAndAreLogged() {
            assertThat(read(uart, 0x30)).isZero();
            write(uart, 0x2c, 0x70);
            assertThat(bench.log)
                    .containsExactly(
                            "d1v0 vpl011: unhandled read r0 offset 0x000030",
                            "d1v0 vpl011: unhandled write r0 offset 0x00002c");
        }

        @Test
        void interruptComesOnlyWithANewMaskedBit() {
            write(uart, 0x38, 0x70);
            assertThat(line).isEmpty();
            write(uart, 0, 'a');
            assertThat(line).hasSize(1);
            write(uart, 0, 'b');
            assertThat(line).as("TXI was there already").hasSize(1);
            write(uart, 0x44, 0x20);
            write(uart, 0, 'c');
            assertThat(line).hasSize(2);
            uart.offer('x');
            assertThat(line).as("RTI").hasSize(3);
            assertThat(read(uart, 0x40)).isEqualTo(0x60);
        }

        @Test
        void receiveFifoHolds32AndItsLevelsDriveFlagsAndStatus() {
            for (int i = 0; i < 32; i++) {
                assertThat(uart.offer(i)).isTrue();
                assertThat(read(uart, 0x3c)).isEqualTo(i < 15 ? 0x40 : 0x50);
            }
            assertThat(uart.offer(99)).isFalse();
            assertThat(read(uart, 0x18)).isEqualTo(0xc0);
            assertThat(load(uart, 0, 0, 2).value).isZero();
            assertThat(read(uart, 0x18)).isEqualTo(0x80);
            for (int i = 1; i < 32; i++) {
                assertThat(read(uart, 0)).isEqualTo(i);
            }
            assertThat(read(uart, 0x18)).isEqualTo(0x90);
            assertThat(read(uart, 0x3c)).isZero();
            assertThat(uart.inputEmpty()).isTrue();
            assertThat(read(uart, 0)).isZero();
            assertThat(bench.log).containsExactly("d1v0 vpl011: Unexpected IN ring buffer empty");
        }

        @Test
        void stateSurvivesASnapshot() {
            uart.offer('a');
            uart.offer('b');
            read(uart, 0);
            write(uart, 0x38, 0x40);
            Vpl011 copy = new Vpl011(line::add, bench, bench);
            Bench.copy(uart, copy);
            assertThat(read(copy, 0x40)).isEqualTo(0x40);
            assertThat(read(copy, 0)).isEqualTo('b');
        }
    }

    @Nested
    @DisplayName("PL011: DDI 0183")
    class Hardware {
        private final Pl011 uart = new Pl011(line::add, bench);

        @Test
        void resetValuesAndIdentification() {
            assertThat(read(uart, 0x18)).isEqualTo(0x90);
            assertThat(read(uart, 0x30)).isEqualTo(0x300);
            assertThat(read(uart, 0x34)).isEqualTo(0x12);
            StringBuilder ids = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                ids.append("%02x".formatted(read(uart, 0xfe0 + 4 * i)));
            }
            assertThat(ids).hasToString("111014000df005b1");
        }

        @Test
        void fifoOfSixteenWithLevelInterrupts() {
            write(uart, 0x2c, 0x70);
            write(uart, 0x38, 0x10);
            for (int i = 0; i < 16; i++) {
                assertThat(uart.offer(i)).isTrue();
                assertThat(read(uart, 0x3c) & 0x10)
                        .as("half full at %d", i + 1)
                        .isEqualTo(i < 7 ? 0 : 0x10);
            }
            assertThat(line).last().isEqualTo(true);
            assertThat(uart.offer(0)).isFalse();
            assertThat(read(uart, 0x18)).isEqualTo(0xc0);
            for (int i = 0; i < 16; i++) {
                assertThat(read(uart, 0)).isEqualTo(i);
            }
            assertThat(line).last().isEqualTo(false);
            assertThat(read(uart, 0x3c)).isZero();
        }

        @Test
        void withoutFifoOneByteFits() {
            assertThat(uart.offer('a')).isTrue();
            assertThat(uart.offer('b')).isFalse();
            assertThat(read(uart, 0x3c)).as("RX and RT").isEqualTo(0x50);
            assertThat(read(uart, 0)).isEqualTo('a');
        }

        @Test
        void transmitInterruptIsClearedByIcrAndMasked() {
            write(uart, 0x38, 0x20);
            write(uart, 0, 'x');
            assertThat(bench.output).hasToString("x");
            assertThat(line).last().isEqualTo(true);
            assertThat(read(uart, 0x40)).isEqualTo(0x20);
            write(uart, 0x44, 0x7ff);
            assertThat(line).last().isEqualTo(false);
        }

        @Test
        void loopBack() {
            write(uart, 0x30, 0x381);
            write(uart, 0, 'q');
            assertThat(bench.output).isEmpty();
            assertThat(read(uart, 0)).isEqualTo('q');
        }

        @Test
        void dividersAreKept() {
            write(uart, 0x24, 0x1_0027);
            write(uart, 0x28, 0xff);
            assertThat(read(uart, 0x24)).isEqualTo(0x27);
            assertThat(read(uart, 0x28)).isEqualTo(0x3f);
        }
    }
}
