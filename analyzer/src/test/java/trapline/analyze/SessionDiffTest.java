package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.event.Outcome;
import trapline.journal.Session;

@DisplayName("The diff of two sessions")
class SessionDiffTest {
    private static final long PC = 0x40080000L;
    private static final Symbols SYMBOLS = address -> address == PC + 4 ? "dcc_putchar+0x4" : null;
    private static final String ON = "xen/sysreg/DBGDTRTX_EL0/write/partial-emulation=on";
    private static final String OFF = "xen/sysreg/DBGDTRTX_EL0/write/partial-emulation=off";

    @TempDir Path dir;

    private Session on(String name, int polls) {
        return MadeSession.in(dir.resolve(name))
                .print("hello\n")
                .polls(50, PC, 0, 100)
                .write(MadeSession.DBGDTR, PC + 4, 'x', false, ON)
                .polls(polls, PC + 8, 0x20000000L, 100)
                .print("no DCC console (-ENODEV)\n")
                .end(Outcome.Kind.POWERED_OFF, "");
    }

    private Session off(String name) {
        return MadeSession.in(dir.resolve(name))
                .print("hello\n")
                .polls(50, PC, 0, 100)
                .write(MadeSession.DBGDTR, PC + 4, 'x', true, OFF)
                .log("(XEN) d1v0 injected")
                .store(0, 0, PC + 12, 'p')
                .store(0, 0, PC + 12, 'a')
                .print("panic: undefined\u001b[2J instruction\n")
                .end(Outcome.Kind.PANICKED, "panic: undefined instruction");
    }

    private static FirstDifference first(SessionDiff d) {
        return Objects.requireNonNull(d.first());
    }

    @Test
    @DisplayName("of equal recordings is empty")
    void equalRecordings() {
        SessionDiff d = SessionDiff.of(on("a", 1000), on("b", 1000));
        assertThat(d.same()).isTrue();
        assertThat(d.first()).isNull();
        assertThat(d.console().same()).isTrue();
        assertThat(d.traps().same()).isEqualTo(1051);
        assertThat(d.traps().changed() + d.traps().removed() + d.traps().added()).isZero();
    }

    @Test
    @DisplayName("names the first decision that differs, and tells what each side did next")
    void firstDecision() {
        SessionDiff d = SessionDiff.of(on("on", 1000), off("off"));
        FirstDifference f = first(d);
        assertThat(d.same()).isFalse();
        assertThat(f.kind()).isEqualTo(FirstDifference.Kind.DECISION);
        assertThat(f.trap().id).isEqualTo(51);
        assertThat(f.trap().pc).isEqualTo(PC + 4);
        assertThat(f.fields(SYMBOLS).get("register")).isEqualTo("DBGDTRTX_EL0");
        assertThat(f.fields(SYMBOLS).get("symbol")).isEqualTo("dcc_putchar+0x4");
        assertThat(f.leftAfter().traps()).isEqualTo(1000);
        assertThat(f.rightAfter().log()).containsExactly("(XEN) d1v0 injected");
        String story = String.join("\n", Story.of(d, SYMBOLS));
        assertThat(story)
                .contains("up to trap 51", "dcc_putchar+0x4", "writes DBGDTRTX_EL0", ON, OFF)
                .contains(
                        "an Undefined exception (ESR_EL1 0x02000000)",
                        "read MDCCSR_EL0 1,000 times")
                .contains(
                        "the guest printed: panic: undefined^[[2J instruction",
                        "PANICKED",
                        "POWERED_OFF")
                .doesNotContain("\u001b");
    }

    @Test
    @DisplayName("counts what is the same, answered differently, and on one side only")
    void aligned() {
        TrapDiff t = SessionDiff.of(on("on", 1000), off("off")).traps();
        assertThat(t.same()).isEqualTo(50);
        assertThat(t.changed()).isEqualTo(1);
        assertThat(t.removed()).isEqualTo(1000);
        assertThat(t.added()).isEqualTo(2);
    }

    @Test
    @DisplayName("keeps runs as runs: polls that last longer on one side are one stretch")
    void runs() {
        SessionDiff d = SessionDiff.of(on("a", 5000), on("b", 70_000));
        assertThat(d.traps().same()).isEqualTo(5051);
        assertThat(d.traps().added()).isEqualTo(65_000);
        assertThat(d.traps().stretches())
                .extracting(TrapDiff.Stretch::what)
                .containsExactly("same", "added");
        assertThat(first(d).kind()).isEqualTo(FirstDifference.Kind.END);
        assertThat(first(d).trap().id).isEqualTo(5052);
    }

    @Test
    @DisplayName("knows the same effect for another reason from a difference")
    void otherReason() {
        Session a =
                MadeSession.in(dir.resolve("a"))
                        .read(MadeSession.MDCCSR, PC, 0, "one/rule", 100)
                        .end(Outcome.Kind.POWERED_OFF, "");
        Session b =
                MadeSession.in(dir.resolve("b"))
                        .read(MadeSession.MDCCSR, PC, 0, "another/rule", 100)
                        .end(Outcome.Kind.POWERED_OFF, "");
        SessionDiff d = SessionDiff.of(a, b);
        assertThat(d.first()).isNull();
        assertThat(d.traps().same()).isEqualTo(1);
        assertThat(d.traps().otherReason()).isEqualTo(1);
    }

    @Test
    @DisplayName("tells a guest that went elsewhere from one that was answered otherwise")
    void otherAccess() {
        Session a =
                MadeSession.in(dir.resolve("a"))
                        .polls(3, PC, 0, 100)
                        .polls(1, PC + 8, 0, 100)
                        .end(Outcome.Kind.POWERED_OFF, "");
        Session b =
                MadeSession.in(dir.resolve("b"))
                        .polls(3, PC, 0, 100)
                        .store(0, 0, PC + 12, 'x')
                        .end(Outcome.Kind.POWERED_OFF, "");
        FirstDifference f = first(SessionDiff.of(a, b));
        assertThat(f.kind()).isEqualTo(FirstDifference.Kind.ACCESS);
        assertThat(f.trap().id).isEqualTo(4);
    }

    @Test
    @DisplayName("finds the poll within a run at which a value changed")
    void withinARun() {
        Session a =
                MadeSession.in(dir.resolve("a"))
                        .polls(3000, PC, 0, 100)
                        .end(Outcome.Kind.POWERED_OFF, "");
        Session b =
                MadeSession.in(dir.resolve("b"))
                        .polls(2500, PC, 0, 100)
                        .polls(500, PC, 1, 100)
                        .end(Outcome.Kind.POWERED_OFF, "");
        FirstDifference f = first(SessionDiff.of(a, b));
        assertThat(f.kind()).isEqualTo(FirstDifference.Kind.DECISION);
        assertThat(f.trap().id).isEqualTo(2501);
        assertThat(f.trap().retired).isEqualTo(25_010);
    }

    @Test
    @DisplayName("names the first line of output that differs, harmless")
    void console() {
        ConsoleDiff c = SessionDiff.of(on("on", 10), off("off")).console();
        assertThat(c.line()).isEqualTo(2);
        assertThat(c.left()).isEqualTo("no DCC console (-ENODEV)");
        assertThat(c.right()).isEqualTo("panic: undefined^[[2J instruction");
    }

    @Test
    @DisplayName("of a session that was not finished says that it has no end")
    void unsealed() {
        Path killed = dir.resolve("killed");
        try (MadeSession m = MadeSession.in(killed)) {
            m.polls(5, PC, 0, 100);
        }
        SessionDiff d = SessionDiff.of(on("a", 10), Session.open(killed));
        assertThat(d.right().outcome()).isNull();
        assertThat(d.same()).isFalse();
    }
}
