"""What a trap costs: guests that do one thing many times, recorded and not."""

from .bench import Row, Skipped, samples, whole_number
from .figures import number, paired, spread, summary
from .run import Failed
from .sustained import Pair, ns

TITLE = "Traps"
INTRO = """Nanoseconds of wall time a turn of the guest's loop, by the difference between two lengths; "not recorded" is the same
machine on the same JVM flags with its facts thrown away and no clock read. Percentiles are of handling one trap at EL2, as
"trapline latency" has them of the longer session: decision, emulation and one reading of the clock. Journal bytes are real
blocks of the longer session over its traps."""
COLUMNS = ["a turn of the loop is", "traps a turn", "ns a turn, recorded", "ns a turn, not recorded", "recorded/not",
           "handling p50", "p90", "p99", "p99.9 ns", "journal bytes a trap", "traps in that session"]

# Name of the row, guest, what a turn is.
LOOPS = [
    ("sysreg", "trap-loop", "a trapped system register read"),
    ("hvc", "hvc-loop", "an HVC, PSCI_VERSION"),
    ("mmio", "mmio-loop", "a read of the emulated UART"),
    ("wfi-timer", "wfi-loop", "a WFI, and the timer interrupt that ends it"),
    ("timer-interrupt", "irq-loop", "a timer interrupt, no WFI"),
    ("exception", "svc-loop", "an SVC from EL0 and its return; no trap to EL2"),
    ("page-fault", "fault-loop", "a data abort and its return; no trap to EL2"),
]


def loop(bench, name, guest, what):
    notes = []
    short, long = max(1, bench.traps // 4), max(1, bench.traps // 4) + bench.traps
    options = lambda n: ["--guest", guest, "--append", f"n={n}"]
    # Unrecorded takes the same options as "record".
    results = bench.turns("traps/" + name, {
        "recorded": lambda limit: Pair(bench.trapline.recorded(*options(short), timeout=limit),
                                       bench.trapline.recorded(*options(long), timeout=limit)),
        "not recorded": lambda limit: Pair(bench.trapline.unrecorded(*options(short), timeout=limit),
                                           bench.trapline.unrecorded(*options(long), timeout=limit)),
    }, notes)
    pairs = [p for p in results["recorded"] if p]
    if not pairs:
        raise Skipped("no recording succeeded: " + notes[-1])
    both = [(a, b) for a, b in zip(*results.values()) if a and b]
    compare([(a.short, b.short) for a, b in both] + [(a.long, b.long) for a, b in both], notes)
    first, last = pairs[0].short.info, pairs[0].long.info
    traps = (last["traps"] - first["traps"]) / (long - short)
    times = {k: [ns(p.wall, long - short) if p and p.wall > 0 else None for p in v] for k, v in results.items()}
    session = bench.trapline.session()
    bench.trapline.record(*options(long), keep=session)
    percentiles = handling(bench, session) if traps >= 0.5 else None
    bench.trapline.remove(session)
    bytes_a_trap = last["journalBytes"] / last["traps"] if traps >= 0.5 else None
    cells = [f"{what} ({guest})", number(traps), spread(times["recorded"]), spread(times["not recorded"]),
             spread(paired(times["recorded"], times["not recorded"])),
             *("-" if percentiles is None else whole_number(percentiles[p]) for p in ("p50", "p90", "p99", "p999")),
             "-" if bytes_a_trap is None else number(bytes_a_trap), whole_number(last["traps"])]
    data = {"n": [short, long], "samples": samples(results), "nanosRecorded": summary(times["recorded"]),
            "nanosNotRecorded": summary(times["not recorded"]), "trapsATurn": traps, "handling": percentiles,
            "journalBytesATrap": bytes_a_trap}
    return Row(cells, data, notes)


def compare(pairs, notes):
    """Recorded or not, it must have been the same run."""
    for a, b in pairs:
        if any(a.info[k] != b.info[k] for k in ("retired", "traps", "stateDigest")):
            notes.append("recorded and not recorded were not the same run")
            return


def handling(bench, session):
    """The latency row with the most traps."""
    _, latency = bench.trapline.json("latency", session)
    rows = [row for row in latency["rows"] if row.get("p50") is not None]
    if not rows:
        raise Failed("trapline latency has no measured row")
    return max(rows, key=lambda row: row["count"])


def rows(bench):
    return [("traps/" + l[0], lambda l=l: loop(bench, *l)) for l in LOOPS]
