"""Sustained speed: bundled guests at two lengths; the difference leaves out start-up."""

import pathlib

from . import figures, qemu as qemu_module
from .bench import Row, Skipped, samples, whole_number
from .figures import paired, spread, summary
from .qemu import TITLES
from .run import Failed

TITLE = "Sustained speed"
INTRO = """Every guest runs at two values of n; times and instructions are differences between the two, so that start-up cancels.
MIPS: millions of guest instructions a second, recording on. QEMU's instructions are counted by rr=record at the same two
values; "same work" says whether both differences and both results that the guests print are equal. "Times as fast" as in
the first table."""
COLUMNS = ["guest", "instructions", "Trapline MIPS", "QEMU -icount MIPS", "QEMU MIPS", "times as fast as QEMU -icount",
           "times as fast as QEMU", "Trapline, ns a turn", "same work"]
IMAGES = pathlib.Path(__file__).resolve().parents[2] / "guests/images"
PAIRED = ("icount", "plain")
TRIES = 12

# Name of the row, guest, further boot arguments, n that is gone in no time, what a turn is when its time is of interest.
GUESTS = [
    ("core", "core-loop", "", 10, None), ("sieve", "sieve-loop", "", 2, None),
    ("alu", "alu-loop", "", 10000, None),
    ("copy-integer", "memcpy-loop", "", 10, None), ("copy-simd", "memcpy-loop", "simd=1", 10, None),
    ("copy-device", "copy-loop", "", 2, None),
    ("string-bytes", "string-loop", "", 10, None), ("string-simd", "string-loop", "simd=1", 10, None),
    ("list-walk", "walk-loop", "", 10000, None),
    ("matrix-integer", "matrix-loop", "", 2, None), ("matrix-double", "matrix-loop", "float=1", 2, None),
    ("matrix-single-simd", "matrix-loop", "float=2", 2, None), ("crypto", "crypto-loop", "", 2, None),
    ("syscall", "svc-loop", "", 1000, "a system call"), ("page-fault", "fault-loop", "", 1024, "a page fault"),
    ("context-switch", "switch-loop", "", 1000, "a switch"), ("timer-interrupt", "irq-loop", "", 1000, "an interrupt"),
    ("loading-code", "code-loop", "", 20, "a function"),
]


class Pair:
    """Two runs of one contender, at the two lengths."""

    def __init__(self, short, long):
        self.short = short
        self.long = long
        self.wall = long.wall - short.wall

    def sample(self):
        return {"wall": round(self.wall, 6), "short": self.short.sample(), "long": self.long.sample()}


def lengths(bench, first, wall):
    """Two values of n, apart by about the wanted seconds of wall(n); found by trying."""
    start = wall(first)
    n = first
    for _ in range(TRIES):
        n *= 4 if n == first else max(2, min(8, 1.3 * bench.seconds / max(took, bench.seconds / 8)))
        n = int(n)
        took = wall(n) - start
        if took >= bench.seconds:
            break
    rate = (n - first) / max(took, 1e-3)
    short = figures.two_digits(0.4 * bench.seconds * rate)
    return short, short + figures.two_digits(bench.seconds * rate)


def ns(wall, events):
    return None if wall is None else wall * 1e9 / events


def measure(bench, title, label, first, event, trapline, qemu, count, said):
    """trapline(n, limit), qemu(mode, n, limit) run; count(n) is QEMU's count; said(n) what both print, or None."""
    notes = []
    short, long = lengths(bench, first, lambda n: trapline(n, bench.timeout).wall)
    bench.log(f"{title}: n = {short:,} and {long:,}")
    contenders = {"Trapline": lambda limit: Pair(trapline(short, limit), trapline(long, limit))}
    if bench.qemu.present:
        for mode in PAIRED:
            contenders[TITLES[mode]] = lambda limit, mode=mode: Pair(qemu(mode, short, limit), qemu(mode, long, limit))
    else:
        notes.append(f"not paired: {bench.qemu.command} is not installed")
    results = bench.turns(title, contenders, notes)
    pairs = [p for p in results["Trapline"] if p]
    if not pairs:
        raise Skipped("no recording succeeded: " + notes[-1])
    differences = {p.long.info["retired"] - p.short.info["retired"] for p in pairs}
    if len(differences) > 1:
        notes.append(f"the recordings differ in length: {sorted(differences)}")
    retired = pairs[0].long.info["retired"] - pairs[0].short.info["retired"]
    counted = same = None
    if bench.qemu.present:
        counted = bench.attempt("QEMU's instruction count", lambda _: count(long) - count(short), 0, notes)
        same = bench.attempt("the guests' results", lambda _: said(short), 0, notes)
    times = {name: [p.wall if p and p.wall > 0 else None for p in rounds] for name, rounds in results.items()}
    if any(None in t for t in times.values()):
        notes.append("where the difference was lost in noise no figure stands: --seconds is too small")
    mips = {}
    for name, rounds in times.items():
        instructions = retired if name == "Trapline" else counted
        mips[name] = [instructions / t / 1e6 for t in rounds if t and instructions]
    ratios = {m: paired(times.get(TITLES[m], []), times["Trapline"]) for m in PAIRED}
    each = [ns(t, long - short) for t in times["Trapline"]] if event else []
    cells = [label, whole_number(retired), spread(mips["Trapline"]), *(spread(mips.get(TITLES[m], [])) for m in PAIRED),
             *(spread(ratios[m]) for m in PAIRED), f"{spread(each)} ({event})" if event else "-",
             verdict(retired, counted, same)]
    data = {"n": [short, long], "retired": retired, "qemuInstructions": counted, "sameOutput": same,
            "samples": samples(results), "mips": {k: summary(v) for k, v in mips.items()},
            "times": {m: summary(ratios[m]) for m in PAIRED}, "nanosEach": summary(each) if event else None}
    return Row(cells, data, notes)


def verdict(retired, counted, same):
    if counted is None:
        return "not known"
    if retired == counted:
        text = "yes, to the instruction"
    else:
        text = f"QEMU runs {100 * (counted - retired) / retired:+.3g} % instructions"
    return text + ("" if same else "; OTHER RESULTS" if same is False else "; results not compared")


def bundled(bench, name, guest, more, first, event):
    elf = IMAGES / f"{guest}.elf"
    binary = qemu_module.flat_binary(elf, bench.work / f"{guest}.bin")
    arguments = lambda n: f"n={n} {more}".strip()
    starts = guest + ": "
    options = lambda n: ["--platform", "qemu-virt", "--kernel", elf, "--append", arguments(n)]
    guests = lambda n: ["-kernel", binary, "-append", arguments(n)]

    def said(n):
        session = bench.trapline.session()
        bench.trapline.record(*options(n), keep=session)
        ours = bench.trapline.console(session)
        theirs = bench.qemu.run("plain", *guests(n), says=starts).output.replace("\r", "")
        bench.trapline.remove(session)
        return starts in ours and ours == theirs

    label = f"{name} ({guest}{' ' + more if more else ''})"
    return measure(bench, "sustained/" + name, label, first, event,
                   lambda n, limit: bench.trapline.record(*options(n), timeout=limit),
                   lambda mode, n, limit: bench.qemu.run(mode, *guests(n), says=starts, timeout=limit),
                   lambda n: bench.qemu.count(*guests(n)), said)


def rows(bench):
    return [("sustained/" + g[0], lambda g=g: bundled(bench, *g)) for g in GUESTS]
