package trapline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.jit.JitEngine;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.SessionWriter;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.Machine;
import trapline.machine.StateDigest;
import trapline.machine.VirtualMachine;
import trapline.record.Recorder;

@DisplayName("A snapshot's pages come in when they are touched, and nothing can tell")
class RestoreTest {
    /** Pages that the guest fills at its beginning. */
    private static final int PAGES = 2000;

    private static final VirtualMachine.EngineFactory TRANSLATOR =
            (code, cpus) -> new JitEngine(code, cpus, JitEngine.Options.standard())::run;

    // @formatter:off
    private static final int[] GUEST = {
        0xd2a82005,                    // movz x5, #0x4100, lsl #16
        0xd2800000 | PAGES << 5 | 6,   // movz x6, #PAGES
        0xf90000a6,                    // str  x6, [x5]
        0xf90400a5,                    // str  x5, [x5, #2048]
        0x914004a5,                    // add  x5, x5, #1, lsl #12
        0xd10004c6,                    // sub  x6, x6, #1
        0xb5ffff86,                    // cbnz x6, .-16
        0xd2800067,                    // movz x7, #3: rounds
        0xd2a0a008,                    // movz x8, #0x500, lsl #16: 84 million times
        0xd1000508,                    // sub  x8, x8, #1
        0xb5ffffe8,                    // cbnz x8, .-4
        0xd5330101,                    // mrs  x1, mdccsr_el0
        0xd2a83009,                    // movz x9, #0x4180, lsl #16: a page in the middle
        0xf9400122,                    // ldr  x2, [x9]
        0x8b010042,                    // add  x2, x2, x1
        0xf9000122,                    // str  x2, [x9]
        0xd10004e7,                    // sub  x7, x7, #1
        0xb5fffee7,                    // cbnz x7, .-36
        0xd2800100, 0xf2b08000,        // PSCI SYSTEM_OFF
        0xd4000002
    };
    // @formatter:on

    // @formatter:off
    /** Programs three pages of flash: one with zeros, one with ones, which it stays, one with a pattern. */
    private static final int[] FLASHER = {
        0xd2a08005,                    // movz x5, #0x0400, lsl #16: the second bank
        0x914008a5,                    // add  x5, x5, #2, lsl #12
        0xd2810007,                    // movz x7, #2048
        0x52800808, 0x72a00808,        // w8 = 0x00400040: program a word
        0x2a1f03e9,                    // mov  w9, wzr
        0xb90000a8,                    // str  w8, [x5]
        0xb80044a9,                    // str  w9, [x5], #4
        0xd10004e7,                    // sub  x7, x7, #1
        0xd2808002,                    // movz x2, #1024
        0xeb0200ff,                    // cmp  x7, x2
        0x54000041,                    // b.ne .+8
        0x12800009,                    // mov  w9, #-1
        0xb5ffff27,                    // cbnz x7, .-28
        0x12800549,                    // mov  w9, #-43
        0xb90000a8, 0xb90000a9,        // str  w8, [x5]; str w9, [x5]
        0x12800009, 0xb90000a9,        // mov  w9, #-1; str w9, [x5]: read the array
        0xd2a2a008,                    // movz x8, #0x1500, lsl #16: 352 million times
        0xd1000508,                    // sub  x8, x8, #1
        0xb5ffffe8,                    // cbnz x8, .-4
        0xd2800100, 0xf2b08000,        // PSCI SYSTEM_OFF
        0xd4000002
    };
    // @formatter:on

    @TempDir static Path dir;

    private static Session session;
    private static Session flashed;

    @BeforeAll
    static void record() throws IOException {
        SessionConfig.Builder c = SessionConfig.builder();
        c.guest = "pages";
        c.memoryBytes = 64 << 20;
        c.snapshotInterval = 1 << 24;
        c.flags.put("partial-emulation", "on");
        session = record(c, GUEST);
        c.guest = "flasher";
        c.platform = "qemu-virt";
        flashed = record(c, FLASHER);
    }

    private static Session record(SessionConfig.Builder c, int... guest) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(4 * guest.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int w : guest) {
            b.putInt(w);
        }
        byte[] kernel = b.array();
        Path to = dir.resolve(c.guest);
        try (SessionWriter w = SessionWriter.create(to)) {
            c.images = List.of(w.addImage("kernel", c.guest, new ByteArrayInputStream(kernel)));
            Recorder.record(
                    w, c.build(), i -> kernel, List.of(), TRANSLATOR, null, Recorder.Observer.NONE);
        }
        return Session.open(to);
    }

    private static VirtualMachine machine() {
        return Replayer.machine(session, session.config(), Silent.SINK, TRANSLATOR);
    }

    private static String digest(Machine m) {
        m.takeDigest();
        return Verifier.digestText(m.digest().high, m.digest().low);
    }

    /** What the session says of its state at each digest, by retired count. */
    private static List<String> recorded(long from) {
        List<String> all = new ArrayList<>();
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.DIGEST && c.retired() > from) {
                    all.add(c.retired() + " " + Verifier.digestText(c.high(), c.low()));
                }
            }
        }
        return all;
    }

    @Test
    @DisplayName("each snapshot: the digests on the way to the end are those that were recorded")
    void sameDigests() throws IOException {
        try (SnapshotReader r = session.snapshots()) {
            assertThat(r.snapshots()).hasSizeGreaterThan(20);
            for (Snapshot s : List.of(r.snapshots().getFirst(), r.snapshots().get(11))) {
                VirtualMachine vm = machine();
                PagesOnTouch later = Restore.apply(vm, r, s, Restore.Pages.ON_TOUCH);
                assertThat(later.brought()).as("nothing was touched yet").isZero();
                Digests seen = new Digests();
                vm.machine().setFacts(seen);
                vm.machine().run();
                assertThat(seen.all).isEqualTo(recorded(s.machineRetired()));
                assertThat(later.brought())
                        .as("pages of %d", r.pages(s).count())
                        .isBetween(1, PAGES / 4);
            }
        }
    }

    @Test
    @DisplayName(
            "every byte is what it was, flash that was programmed with zeros and never written too")
    void sameBytes() throws IOException {
        try (SnapshotReader r = flashed.snapshots()) {
            assertThat(r.snapshots())
                    .filteredOn(s -> s.kind() == Snapshot.Kind.FULL)
                    .as("full ones")
                    .hasSizeGreaterThan(2);
            VirtualMachine run =
                    Replayer.machine(flashed, flashed.config(), Silent.SINK, TRANSLATOR);
            for (Snapshot s : r.snapshots()) {
                run.machine().setStopAt(s.machineRetired());
                run.machine().run();
                for (Restore.Pages when : Restore.Pages.values()) {
                    VirtualMachine vm =
                            Replayer.machine(flashed, flashed.config(), Silent.SINK, null);
                    Restore.apply(vm, r, s, when);
                    PhysMemory a = run.machine().memory;
                    PhysMemory b = vm.machine().memory;
                    for (int f = 0; f < a.frames(); f++) {
                        for (int k = 0; k < PhysMemory.FRAME; k += 8) {
                            if (Native.getLong(a.host(f) + k) != Native.getLong(b.host(f) + k)) {
                                fail("%s, %s: 0x%x", s, when, a.physical(f) + k);
                            }
                        }
                    }
                }
            }
            PhysMemory m = run.machine().memory;
            assertThat(Native.getLong(m.hostOf(0x0400_1000L))).as("never written").isEqualTo(-1);
            assertThat(Native.getLong(m.hostOf(0x0400_2000L))).as("zeros").isZero();
            assertThat(Native.getLong(m.hostOf(0x0400_3000L))).as("ones").isEqualTo(-1);
            assertThat(Native.getInt(m.hostOf(0x0400_4000L))).as("pattern").isEqualTo(-43);
        }
    }

    @Test
    @DisplayName("the hash of all memory is that of the pages, whenever they come in")
    void sameHash() throws IOException {
        try (SnapshotReader r = session.snapshots()) {
            for (Snapshot s : r.snapshots()) {
                VirtualMachine now = machine();
                assertThat(Restore.apply(now, r, s, Restore.Pages.NOW)).isNull();
                VirtualMachine later = machine();
                PagesOnTouch p = Restore.apply(later, r, s, Restore.Pages.ON_TOUCH);
                StateDigest a = now.machine().digest();
                StateDigest b = later.machine().digest();
                assertThat(b.memoryHigh()).isEqualTo(a.memoryHigh());
                assertThat(b.memoryLow()).isEqualTo(a.memoryLow());
                PhysMemory m = later.machine().memory;
                for (int f = m.frames() - 1; f >= 0; f--) {
                    m.host(f);
                    b.rehash(f);
                    assertThat(b.frame(f)).as("frame %d", f).isEqualTo(a.frame(f));
                }
                assertThat(b.memoryHigh()).isEqualTo(a.memoryHigh());
                assertThat(b.memoryLow()).isEqualTo(a.memoryLow());
                assertThat(p.brought()).isEqualTo(r.pages(s).count());
                assertThat(digest(later.machine())).isEqualTo(digest(now.machine()));
            }
        }
    }

    @Test
    @DisplayName("a snapshot of a fork holds what the fork never touched, a full one too")
    void forks() throws IOException {
        SessionConfig.Builder c = session.config().toBuilder();
        c.policy = "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 7\n";
        Path to = dir.resolve("fork");
        new Flip(session, c.build(), false, TRANSLATOR).run(to, Recorder.Observer.NONE);
        Session fork = Session.open(to);
        try (SnapshotReader r = fork.ownSnapshots()) {
            assertThat(r.snapshots())
                    .extracting(Snapshot::kind)
                    .contains(Snapshot.Kind.UPON_PARENT, Snapshot.Kind.FULL);
            for (Snapshot s : r.snapshots()) {
                VirtualMachine vm = Replayer.machine(fork, fork.config(), Silent.SINK, null);
                Restore.apply(vm, r, s, Restore.Pages.NOW); // compares with the hash
                assertThat(r.pages(s).count()).isGreaterThan(PAGES);
            }
        }
        assertThat(new Replayer(fork, TRANSLATOR).verify(1, n -> {}).mismatch()).isNull();
        assertThat(digest(EndState.of(fork, TRANSLATOR).machine()))
                .isEqualTo(fork.file().stateDigest());
    }

    @Test
    @DisplayName("pages that are not the memory that was recorded are refused by name")
    void otherPages() throws IOException {
        try (SnapshotReader r = session.snapshots()) {
            Snapshot s = r.snapshots().get(1);
            Snapshot wrong =
                    new Snapshot(
                            s.number(),
                            s.kind(),
                            s.base(),
                            s.machineRetired(),
                            s.virtualNanos(),
                            s.nextTrap(),
                            s.facts(),
                            s.stateBytes(),
                            r.snapshots().get(20).memory());
            assertThatThrownBy(() -> Restore.apply(machine(), r, wrong, Restore.Pages.NOW))
                    .isInstanceOf(SessionException.class)
                    .hasMessageContaining("snapshot 1 does not hold the memory");
        }
    }

    @Test
    @DisplayName("a session whose snapshots have no such hash is restored as a whole")
    void withoutHash() throws IOException {
        try (SnapshotReader r = session.snapshots()) {
            Snapshot s = r.snapshots().get(1);
            Snapshot old =
                    new Snapshot(
                            s.number(),
                            s.kind(),
                            s.base(),
                            s.machineRetired(),
                            s.virtualNanos(),
                            s.nextTrap(),
                            s.facts(),
                            s.stateBytes(),
                            null);
            VirtualMachine a = machine();
            assertThat(Restore.apply(a, r, old, Restore.Pages.ON_TOUCH)).isNull();
            VirtualMachine b = machine();
            Restore.apply(b, r, s, Restore.Pages.ON_TOUCH);
            assertThat(digest(a.machine())).isEqualTo(digest(b.machine()));
        }
    }

    /** Keeps the digests, by retired count. */
    private static final class Digests implements trapline.event.FactSink {
        private final List<String> all = new ArrayList<>();

        @Override
        public void trap(trapline.event.Trap t) {}

        @Override
        public void interrupt(
                int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {}

        @Override
        public void console(int port, int value, long machineRetired, long virtualNanos) {}

        @Override
        public void log(long machineRetired, long virtualNanos, String line) {}

        @Override
        public void digest(long machineRetired, long virtualNanos, long high, long low) {
            all.add(machineRetired + " " + Verifier.digestText(high, low));
        }

        @Override
        public void outcome(
                long machineRetired, long virtualNanos, trapline.event.Outcome outcome) {}
    }
}
