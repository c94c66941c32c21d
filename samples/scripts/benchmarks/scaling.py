"""How cost grows with length: one guest at lengths a power of ten apart."""

from .bench import Row, Skipped, whole_number
from .figures import number, spread, summary
from .replay import Verified

TITLE = "Scaling with length"
INTRO = """alu-loop, recorded and verified by one thread, whole commands. "Growth" is the time an instruction against that of the
length before: at most 1 is linear or better."""
COLUMNS = ["instructions", "recorded s", "ns an instruction", "growth", "peak MiB", "verified s", "growth", "peak MiB",
           "journal KiB", "snapshots KiB"]
ROUNDS = 3  # at most: the longest run takes its time


def measure(bench):
    notes = []
    options = lambda n: ["--guest", "alu-loop", "--append", f"n={n}"]
    few = [bench.trapline.record(*options(n)).info["retired"] for n in (1000, 2000)]
    a_round = (few[1] - few[0]) / 1000
    start = few[0] - 1000 * a_round
    contenders = {}
    for length in bench.lengths:
        n = max(1, round((length - start) / a_round))
        contenders[f"{length:,} instructions"] = lambda limit, n=n: Verified(bench, options(n), (1,), limit)
    results = bench.turns("scaling/alu", contenders, notes, rounds=min(ROUNDS, bench.pairs))
    rows, before = [], None
    for name, rounds in results.items():
        done = [r for r in rounds if r]
        if not done:
            raise Skipped(f"{name}: no round succeeded: {notes[-1]}")
        rows.append(row(done, rounds, before))
        before = rows[-1].data
    rows[-1].notes = notes
    return rows


def row(done, rounds, before):
    info = done[0].recorded.info
    retired = info["retired"]
    recorded = [r.recorded.wall for r in done]
    verified = [r.replays[0].wall for r in done]
    each = [wall * 1e9 / retired for wall in recorded]
    each_verified = [wall * 1e9 / retired for wall in verified]
    data = {"retired": retired, "samples": [r.sample() if r else None for r in rounds], "nanosEach": summary(each),
            "nanosEachVerified": summary(each_verified)}
    growth = lambda key: "-" if before is None else number(data[key]["median"] / before[key]["median"])
    mib = lambda values: spread([kib / 1024 for kib in values])
    return Row([whole_number(retired), spread(recorded), spread(each), growth("nanosEach"),
                mib(r.recorded.peak_kib for r in done), spread(verified), growth("nanosEachVerified"),
                mib(r.replays[0].peak_kib for r in done), number(info["journalBytes"] / 1024),
                number(info["snapshotBytes"] / 1024)], data)


def rows(bench):
    return [("scaling/alu", lambda: measure(bench))]
