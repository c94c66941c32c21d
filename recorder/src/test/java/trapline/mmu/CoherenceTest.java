package trapline.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.mmu.MmuRig.RAM;
import static trapline.mmu.Tables.AF;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.PhysMemory;

@DisplayName("Cached translations are always what a walk would give")
class CoherenceTest {
    private static final long A = 0x40_0000L;
    private static final long B = 0x40_1000L;
    private static final long TABLE_WINDOW = 0x60_0000L;
    private static final long FRAME1 = RAM + 0x1000;
    private static final long FRAME2 = RAM + 0x2000;

    private final MmuRig rig = new MmuRig();
    private final Mmu mmu = rig.mmu;
    private Tables t;
    private long leafOfA;

    /**
     * A at frame 1, and the level 3 table that says so at TABLE_WINDOW, for stores by the guest
     * itself.
     */
    @BeforeEach
    void map() {
        t = rig.low(12, 39);
        leafOfA = t.map(A, FRAME1, 3, AF | Tables.AP_BOTH_RW);
        t.map(TABLE_WINDOW, leafOfA & -4096L, 3, AF);
        rig.poke(FRAME1, 1);
        rig.poke(FRAME2, 2);
    }

    private long windowOf(long descriptor) {
        return TABLE_WINDOW | descriptor & 0xfff;
    }

    @Test
    void remappingAPageTakesEffectAtOnce() {
        mmu.store64(A + 8, 0);
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.store64(windowOf(leafOfA), Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(2);
        mmu.store64(A, 22);
        assertThat(rig.peek(FRAME2)).isEqualTo(22);
        assertThat(rig.peek(FRAME1)).isEqualTo(1);
    }

    @Test
    void anInvalidatedPageFaultsAndOneMadeValidDoesNot() {
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.store64(windowOf(leafOfA), 0);
        assertThat(rig.faultOf(() -> mmu.load64(A))).isEqualTo(0b000111);
        mmu.store64(windowOf(leafOfA), Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void takingAwayAPermissionTakesEffectAtOnce() {
        mmu.store64(A, 5);
        mmu.store64(windowOf(leafOfA), Tables.leaf(FRAME1, 3, AF | Tables.AP_BOTH_RO));
        assertThat(rig.faultOf(() -> mmu.store64(A, 6))).isEqualTo(0b001111);
        assertThat(mmu.load64(A)).isEqualTo(5);
        mmu.setLevel(0, false);
        assertThat(mmu.load64(A)).isEqualTo(5);
        mmu.setLevel(1, false);
        mmu.store64(windowOf(leafOfA), Tables.leaf(FRAME1, 3, AF | Tables.AP_PRIV_RO));
        mmu.setLevel(0, false);
        assertThat(rig.faultOf(() -> mmu.load64(A))).isEqualTo(0b001111);
    }

    @Test
    void changingATableDescriptorMovesEverythingBelowIt() {
        assertThat(mmu.load64(A)).isEqualTo(1);
        long level2 = t.descriptor(A, 2);
        t.map(TABLE_WINDOW + 0x1000, level2 & -4096L, 3, AF);
        long other = RAM + 0x10_0000;
        rig.poke(other + (leafOfA & 0xfff), Tables.leaf(FRAME2, 3, AF));
        mmu.store64(TABLE_WINDOW + 0x1000 + (level2 & 0xfff), other | 3);
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void aByteOfADescriptorIsEnough() {
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.store8(windowOf(leafOfA) + 1, (FRAME2 | AF) >>> 8);
        assertThat(mmu.load64(A)).isEqualTo(2);
        mmu.store16(windowOf(leafOfA), 0);
        assertThat(rig.faultOf(() -> mmu.load64(A))).isEqualTo(0b000111);
    }

    @Test
    void aStoreAcrossTwoTablesChangesBoth() {
        // The window's second page is the table that maps A; the store begins in the page before
        // it.
        t.map(TABLE_WINDOW + 0x2000, RAM + 0x3000, 3, AF);
        t.map(TABLE_WINDOW + 0x3000, leafOfA & -4096L, 3, AF);
        t.map(0x40_0000L, FRAME1, 3, AF); // entry 0 of that table is A's
        assertThat(leafOfA & 0xfff).isZero();
        assertThat(mmu.load64(A)).isEqualTo(1);
        long changed = Tables.leaf(FRAME2, 3, AF);
        mmu.store64(TABLE_WINDOW + 0x2ffc, changed << 32);
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void aStoreAcrossPagesIntoTheTableThatMapsItsOwnFirstPage() {
        // Entry 0 of the table maps A, entry 1 maps the table itself: the second half of the store
        // changes entry 0.
        assertThat(leafOfA & 0xfff).isZero();
        t.map(B, leafOfA, 3, AF);
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.store64(A + 0xffc, Tables.leaf(FRAME2, 3, AF) << 32);
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void storesToATableOpenedForWritingBeforeItWasOneAreSeen() {
        // The frame is ordinary memory with a hot write entry before a walk reads it as a table.
        long fresh = RAM + 0x20_0000;
        t.map(TABLE_WINDOW + 0x4000, fresh, 3, AF);
        mmu.store64(TABLE_WINDOW + 0x4000, Tables.leaf(FRAME1, 3, AF));
        mmu.store64(TABLE_WINDOW + 0x4008, 0);
        t.write(t.descriptor(0x80_0000L, 2), fresh | 3);
        assertThat(mmu.load64(0x80_0000L)).isEqualTo(1);
        mmu.store64(TABLE_WINDOW + 0x4000, Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(0x80_0000L)).isEqualTo(2);
    }

    @Test
    void anotherCpusStoreIsSeen() {
        Mmu other = new Mmu(rig.system);
        assertThat(mmu.load64(A)).isEqualTo(1);
        other.store64(leafOfA, Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(2);
        // Now with the other's write entry already open.
        other.store64(leafOfA + 16, 0);
        mmu.load64(A);
        other.store64(leafOfA, Tables.leaf(FRAME1, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(1);
    }

    @Test
    void aDmaIntoATableIsSeen() {
        assertThat(mmu.load64(A)).isEqualTo(1);
        rig.system.hostWrite(rig.memory.frameOf(leafOfA), (int) leafOfA & 0xfff, 8);
        t.write(leafOfA, Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void twoAddressesOfOneFrameAreOneMemory() {
        t.map(B, FRAME1, 3, AF);
        mmu.store64(A, 10);
        assertThat(mmu.load64(B)).isEqualTo(10);
        mmu.store64(B, 11);
        assertThat(mmu.load64(A)).isEqualTo(11);
    }

    @Test
    void aTableSeenThroughASecondAddressIsStillWatched() {
        t.map(TABLE_WINDOW + 0x5000, leafOfA & -4096L, 3, AF);
        mmu.store64(TABLE_WINDOW + 0x5ff8, 0);
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.store64(TABLE_WINDOW + 0x5000 + (leafOfA & 0xfff), Tables.leaf(FRAME2, 3, AF));
        assertThat(mmu.load64(A)).isEqualTo(2);
    }

    @Test
    void switchingTablesSwitchesWhatIsMappedAndBack() {
        Tables u = new Tables(rig.memory, 12, 39, RAM + 0xc0_0000);
        u.map(A, FRAME2, 3, AF);
        long first = mmu.regime.ttbr0;
        for (int k = 0; k < 3; k++) {
            mmu.regime.ttbr0 = first;
            mmu.contextChanged();
            assertThat(mmu.load64(A)).isEqualTo(1);
            mmu.regime.ttbr0 = u.root;
            mmu.contextChanged();
            assertThat(mmu.load64(A)).isEqualTo(2);
        }
        // A change while the other table is current must be seen on return.
        mmu.regime.ttbr0 = first;
        mmu.contextChanged();
        mmu.store64(windowOf(leafOfA), Tables.leaf(RAM + 0x3000, 3, AF));
        mmu.regime.ttbr0 = u.root;
        mmu.contextChanged();
        assertThat(mmu.load64(A)).isEqualTo(2);
        mmu.regime.ttbr0 = first;
        mmu.contextChanged();
        assertThat(mmu.load64(A)).isZero();
    }

    @Test
    void aChangeOfAnotherContextsTableIsSeenOnReturnToIt() {
        Tables u = new Tables(rig.memory, 12, 39, RAM + 0xc0_0000);
        long leaf = u.map(A, FRAME2, 3, AF);
        u.map(TABLE_WINDOW, leafOfA & -4096L, 3, AF);
        assertThat(leaf).isNotEqualTo(leafOfA);
        long first = mmu.regime.ttbr0;
        assertThat(mmu.load64(A)).isEqualTo(1);
        mmu.regime.ttbr0 = u.root;
        mmu.contextChanged();
        mmu.store64(windowOf(leafOfA), Tables.leaf(RAM + 0x3000, 3, AF));
        mmu.regime.ttbr0 = first;
        mmu.contextChanged();
        assertThat(mmu.load64(A)).isZero();
    }

    @Test
    void generationsThatWrapServeNothingOld() {
        assertThat(mmu.load64(A)).isEqualTo(1);
        t.write(
                leafOfA,
                Tables.leaf(
                        FRAME2, 3, AF)); // behind the watch's back: only a new generation forgets
        for (int k = 0; k < 4094 * 2 + 7; k++) {
            mmu.regimeChanged();
            assertThat(mmu.load64(A)).isEqualTo(2);
            if (k % 97 == 0) {
                assertThat(mmu.generation).isBetween(1L, 4094L);
            }
        }
    }

    @Test
    void manyContextsAtOnceKeepApart() {
        SplittableRandom random = new SplittableRandom(20_260_301);
        int contexts = 200; // more than the remembered ones, so that slots are fought over
        Tables[] all = new Tables[contexts];
        for (int k = 0; k < contexts; k++) {
            all[k] = new Tables(rig.memory, 12, 30, RAM + 0x80_0000 + 0x1_0000 + k * 0x4000L);
            all[k].map(A, RAM + k * 0x1000L, 3, AF);
            rig.poke(RAM + k * 0x1000L, k);
        }
        mmu.regime.tcr = mmu.regime.tcr & ~0x3fL | 34;
        mmu.regimeChanged();
        for (int n = 0; n < 20_000; n++) {
            int k = random.nextInt(contexts);
            mmu.regime.ttbr0 = all[k].root | (long) (k & 7) << 48;
            mmu.contextChanged();
            assertThat(mmu.load64(A)).as("step %d of seed 20260301", n).isEqualTo(k);
        }
    }

    @Test
    void storesAreSeenByDigestsAfterTheMarkWasCleared() {
        int frame = rig.memory.frameOf(FRAME1);
        mmu.store64(A, 1);
        assertThat(rig.memory.flags(frame) & PhysMemory.DIRTY).isNotZero();
        rig.memory.clear(frame, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
        rig.system.flushAll();
        mmu.load64(A);
        assertThat(rig.memory.flags(frame) & PhysMemory.DIRTY).isZero();
        mmu.store64(A, 1);
        assertThat(rig.memory.flags(frame) & (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY))
                .isEqualTo(PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
    }

    @Test
    void oneMarkStandingDoesNotHideTheOther() {
        int frame = rig.memory.frameOf(FRAME1);
        mmu.store64(A, 1);
        rig.memory.clear(frame, PhysMemory.SNAPSHOT_DIRTY);
        rig.system.flushAll();
        mmu.load64(A); // may open the entry for stores only if no mark is missing
        mmu.store64(A, 1);
        assertThat(rig.memory.flags(frame) & PhysMemory.SNAPSHOT_DIRTY).isNotZero();
    }

    /** A model of one level of tables, and an MMU that is asked after each random change. */
    @Test
    void randomChangesOfTablesPermissionsAndContextsAgreeWithAModel() {
        long seed = 20_260_302;
        SplittableRandom random = new SplittableRandom(seed);
        int pages = 24;
        long table = leafOfA & -4096L;
        Mmu writer = new Mmu(rig.system);
        long[] frameOf = new long[pages];
        boolean[] valid = new boolean[pages];
        boolean[] writable = new boolean[pages];
        long[] memory = new long[64];
        writer.store64(table, 0);
        for (int n = 0; n < 60_000; n++) {
            int p = random.nextInt(pages);
            long va = A + p * 0x1000L;
            switch (random.nextInt(8)) {
                case 0 -> {
                    valid[p] = random.nextInt(4) != 0;
                    writable[p] = random.nextBoolean();
                    frameOf[p] = random.nextInt(64);
                    long d =
                            Tables.leaf(
                                            RAM + 0x10_0000 + frameOf[p] * 0x1000L,
                                            3,
                                            AF | (writable[p] ? 0 : Tables.AP_PRIV_RO))
                                    & (valid[p] ? -1 : -2);
                    writer.store64(table + 8L * p, d);
                }
                case 1, 2, 3 -> {
                    if (!valid[p]) {
                        assertThat(rig.faultOf(() -> mmu.load64(va)))
                                .as("step %d", n)
                                .isEqualTo(0b000111);
                    } else {
                        assertThat(mmu.load64(va))
                                .as("step %d of seed %d", n, seed)
                                .isEqualTo(memory[(int) frameOf[p]]);
                    }
                }
                case 4, 5, 6 -> {
                    long value = random.nextLong();
                    if (!valid[p] || !writable[p]) {
                        assertThat(rig.faultOf(() -> mmu.store64(va, value)))
                                .as("step %d", n)
                                .isEqualTo(valid[p] ? 0b001111 : 0b000111);
                    } else {
                        mmu.store64(va, value);
                        memory[(int) frameOf[p]] = value;
                    }
                }
                default -> {
                    if (random.nextInt(20) == 0) {
                        mmu.regimeChanged();
                    }
                    int f = random.nextInt(64);
                    memory[f] = n;
                    writer.store64(RAM + 0x10_0000 + f * 0x1000L, n);
                }
            }
        }
    }
}
