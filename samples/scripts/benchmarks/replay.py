"""Verified replay against the recording that it verifies, each in a process of its own."""

from . import run
from .bench import Row, Skipped, whole_number
from .commands import CONSOLE, FETCH
from .figures import paired, spread, summary

TITLE = "Replay"
INTRO = """Whole commands, cold: a recording, then "trapline replay" of that session with one thread and with two. "Times as fast"
is the recording's time over the replay's in the same round. Segments between snapshots are what two threads can share."""
COLUMNS = ["session", "recorded s", "replay --threads 1 s", "replay --threads 2 s", "times as fast, 1 thread",
           "times as fast, 2 threads", "instructions", "traps", "peak MiB, recorded", "1 thread", "2 threads"]


class Verified:
    """One round: a recording and its replays."""

    def __init__(self, bench, options, threads, limit):
        session = bench.trapline.session()
        try:
            self.recorded = bench.trapline.record(*options, keep=session, timeout=limit)
            self.replays = [self.replay(bench, session, n, limit) for n in threads]
        finally:
            bench.trapline.remove(session)

    @staticmethod
    def replay(bench, session, threads, limit):
        ended, answer = bench.trapline.json("replay", session, "--threads", threads, timeout=limit)
        if not answer["verified"]:
            raise run.Failed(f"replay --threads {threads} did not verify: {answer['firstMismatch']}")
        return ended

    def sample(self):
        return {"recorded": self.recorded.sample(), "replays": [r.sample() for r in self.replays]}


def measure(bench, name, label, options):
    notes = []
    rounds = bench.turns("replay/" + name, {"recorded and replayed": lambda limit: Verified(bench, options, (1, 2), limit)},
                         notes)["recorded and replayed"]
    done = [r for r in rounds if r]
    if not done:
        raise Skipped("no round succeeded: " + notes[-1])
    recorded = [r.recorded.wall for r in done]
    one, two = ([r.replays[i].wall for r in done] for i in (0, 1))
    info = done[0].recorded.info
    mib = lambda values: spread([kib / 1024 for kib in values])
    cells = [label, spread(recorded), spread(one), spread(two), spread(paired(recorded, one)), spread(paired(recorded, two)),
             whole_number(info["retired"]), whole_number(info["traps"]), mib(r.recorded.peak_kib for r in done),
             *(mib(r.replays[i].peak_kib for r in done) for i in (0, 1))]
    data = {"samples": [r.sample() if r else None for r in rounds], "timesOneThread": summary(paired(recorded, one)),
            "timesTwoThreads": summary(paired(recorded, two)), "retired": info["retired"], "traps": info["traps"]}
    return Row(cells, data, notes)


def debian(bench):
    files = ["--kernel", bench.find("vmlinuz", FETCH), "--initrd", bench.find("initramfs.cpio.gz", FETCH)]
    return measure(bench, "debian", "stock Debian to power-off", [*files, "--append", CONSOLE["xen-domu"]])


def rows(bench):
    # core-loop retires about 1,100,000 instructions a round.
    rounds = max(1, int(bench.lengths[len(bench.lengths) // 2] / 1.1e6))
    return [("replay/debian", lambda: debian(bench)),
            ("replay/core", lambda: measure(bench, "core", f"core-loop n={rounds}: no traps",
                                            ["--guest", "core-loop", "--append", f"n={rounds}"])),
            ("replay/sysreg", lambda: measure(bench, "sysreg", f"trap-loop n={bench.traps}: nothing but traps",
                                              ["--guest", "trap-loop", "--append", f"n={bench.traps}"]))]
