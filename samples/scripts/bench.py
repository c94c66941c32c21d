#!/usr/bin/env python3
"""Runs the benchmarks and prints a table: samples/scripts/bench.py -o DIR

Whole commands, sustained speed, the price of a trap and of recording, replay, growth with length,
and the JMH benchmarks of the recorder; paired with qemu-system-aarch64 on the same machine in
turns where both can do the same. DIR/results.md is the table, DIR/results.json every sample.
Whatever cannot be measured here is named with the reason. Figures hold only on a quiet machine.
"""

import argparse
import pathlib
import shutil
import signal
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing is left beside the sources

from benchmarks import commands, host, jmh, linux, memory, recording, replay, report, run, scaling, sustained, traps
from benchmarks.bench import Bench, Skipped
from benchmarks.figures import number
from benchmarks.qemu import Qemu
from benchmarks.trapline import Trapline

PARTS = (commands, sustained, linux, traps, recording, replay, scaling, jmh, memory)
QUIET = 0.5  # load average above which somebody else is at work


def lengths(text):
    """Ascending whole numbers, also as 1e9."""
    values = sorted(int(float(word)) for word in text.split(","))
    if values[0] < 100_000:
        raise argparse.ArgumentTypeError(f"'{text}': expected at least 100000 instructions each")
    return values


def arguments(words):
    parser = argparse.ArgumentParser(
        prog="bench.py", description=__doc__.split("\n\n", 1)[1], formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit codes: 0 measured, rows that cannot be are named; 1 a row failed; 2 bad usage; "
               "3 the environment refused; 130 interrupted, the table so far is written.")
    parser.add_argument("-o", "--output", metavar="DIR", type=pathlib.Path, help="folder for the results; must not hold any yet")
    parser.add_argument("--only", metavar="PATTERN", default="", help="rows whose name this regular expression finds")
    parser.add_argument("--list", action="store_true", help="names the rows and does nothing else")
    parser.add_argument("--guests", metavar="DIR", type=pathlib.Path, action="append", default=[],
                        help="folder that the fetch and build scripts filled; can be repeated")
    parser.add_argument("--pairs", metavar="N", type=positive(int), default=5, help="rounds of each measurement (default: 5)")
    parser.add_argument("--seconds", metavar="S", type=positive(float), default=4.0,
                        help="sustained speed: about so much of Trapline's time a run (default: 4)")
    parser.add_argument("--traps", metavar="N", type=positive(int), default=1_500_000,
                        help="traps of a run that measures them (default: 1500000)")
    parser.add_argument("--lengths", metavar="N,N,...", type=lengths, default=lengths("1e8,1e9,1e10"),
                        help="instructions whose cost is compared (default: 1e8,1e9,1e10)")
    parser.add_argument("--minutes", metavar="M", type=positive(float), default=0.0,
                        help="length of the run that loads code without end (default: left out)")
    parser.add_argument("--jmh", metavar="OPTIONS", default="", help="further options of JMH, such as \"-wi 1 -i 1\"")
    parser.add_argument("--timeout", metavar="S", type=positive(int), default=600, help="of one run, in seconds (default: 600)")
    parser.add_argument("--trapline", metavar="COMMAND", default=str(host.HOME / "trapline"), help="another launcher")
    parser.add_argument("--qemu", metavar="COMMAND", default="qemu-system-aarch64", help="another QEMU")
    options = parser.parse_args(words)
    if not options.list and options.output is None:
        parser.error("-o DIR is missing: where the results go")
    return options


def positive(kind):
    def parse(text):
        value = kind(text.replace("_", ""))
        if value <= 0:
            raise argparse.ArgumentTypeError(f"'{text}': expected more than 0")
        return value
    parse.__name__ = kind.__name__
    return parse


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def measure(bench, results):
    """Every wanted row, one after the other; whether none failed."""
    fine = True
    for module in PARTS:
        wanted = [(name, measured) for name, measured in module.rows(bench) if bench.wanted(name)]
        results.part(module)
        for name, measured in wanted:
            began = time.monotonic()
            try:
                rows = measured()
                for row in rows if isinstance(rows, list) else [rows]:
                    results.add(name, row)
                say(f"{name}: done in {number(time.monotonic() - began)} s")
            except Skipped as reason:
                results.add(name, None, str(reason))
                say(f"{name}: skipped: {reason}")
            except run.Failed as failure:
                fine = False
                results.add(name, None, f"failed: {failure}")
                say(f"{name}: failed: {failure}")
    return fine


def main(words):
    options = arguments(words)
    if options.list:
        bench = Bench(None, None, options, None, None)
        for module in PARTS:
            for name, _ in module.rows(bench):
                if bench.wanted(name):
                    print(name)
        return 0
    out = options.output
    if (out / "results.json").exists():
        say(f"{out} holds results; nothing was overwritten")
        return 3
    try:
        out.mkdir(parents=True, exist_ok=True)
        work = pathlib.Path(tempfile.mkdtemp(prefix="work-", dir=out))
    except OSError as e:
        say(f"{out}: {e.strerror}")
        return 3
    load = run.load()
    if load > QUIET:
        say(f"warning: load average {load}: others use this machine, the figures will not hold")
    try:
        trapline = Trapline(options.trapline, work, options.timeout)
        qemu = Qemu(options.qemu, work, options.timeout)
        # Builds it and fills its caches, if that has not happened; the first run of all is nobody's.
        trapline.call("--version")
        trapline.record("--guest", "alu-loop", "--append", "n=1000")
        shown = {k: str(v) for k, v in vars(options).items() if k not in ("output", "list")}
        results = report.Report(out, host.facts(out, trapline, qemu), shown, load)
        fine = measure(Bench(trapline, qemu, options, work, say), results)
    except run.Failed as failure:
        say(str(failure))
        return 3
    finally:
        shutil.rmtree(work, ignore_errors=True)
    results.write()
    print(results.markdown(), end="")
    return 0 if fine else 1


def interrupted(_signal, _frame):
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, interrupted)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
