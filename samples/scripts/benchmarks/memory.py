"""Bounded memory: a guest that never stops loading code, watched while it is recorded."""

import pathlib
import re
import shutil
import subprocess
import threading
import time

from .bench import Row, Skipped
from .figures import median, number

TITLE = "Memory over a long run"
INTRO = """code-loop writes functions and runs each a few thousand times, without end; a recording of it is stopped after the given
minutes. Memory is looked at all along; each column is the median of a tenth of the run. Heap and Metaspace are what is in
use, the code cache what the JVM compiled."""
TENTHS = (2, 5, 10)
COLUMNS = ["minutes", "functions loaded", *(f"{what} MiB, {t} of 10" for what in ("resident", "heap", "Metaspace", "code cache")
                                            for t in TENTHS), "peak resident MiB"]
INSTRUCTIONS = 12 + 2  # of one turn of a function's loop
LOOPS = 2000


class Watch:
    """Looks at a JVM's memory now and then; figures in MiB."""

    def __init__(self, every, java):
        self.every = every
        self.jcmd = pathlib.Path(java).resolve().parent / "jcmd"
        self.seen = []  # (seconds, {name: MiB})
        self.gone = threading.Event()

    def observe(self, pid):
        began = time.monotonic()
        while not self.gone.wait(self.every):
            look = self.look(pid)
            if look is None:
                return
            self.seen.append((round(time.monotonic() - began, 1), look))

    def look(self, pid):
        try:
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return None
        match = re.search(r"VmRSS:\s+(\d+)", status)
        if not match:
            return None
        heap = self.ask(pid, "GC.heap_info")
        used = [int(k) for k in re.findall(r"(?:generation|Metaspace|heap)\s+(?:total \d+K, )?used (\d+)K", heap)]
        metaspace = re.search(r"Metaspace\s+used (\d+)K", heap)
        code = self.ask(pid, "Compiler.codecache")
        look = {"resident": int(match.group(1)) / 1024}
        if metaspace:
            look["Metaspace"] = int(metaspace.group(1)) / 1024
            look["heap"] = (sum(used) - int(metaspace.group(1))) / 1024
        if code:
            look["code cache"] = sum(int(k) for k in re.findall(r"\bused=(\d+)Kb", code)) / 1024
        return look

    def ask(self, pid, what):
        try:
            return subprocess.run([str(self.jcmd), str(pid), what], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, timeout=60).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.SubprocessError):
            return ""

    def tenth(self, name, number_of):
        """Median in one tenth of the run, or None."""
        if not self.seen:
            return None
        end = self.seen[-1][0]
        values = [look[name] for at, look in self.seen
                  if name in look and (number_of - 1) * end / 10 <= at <= number_of * end / 10]
        return median(values) if values else None


def measure(bench):
    if bench.minutes <= 0:
        raise Skipped("takes as long as it is given: --minutes 30")
    seconds = bench.minutes * 60
    watch = Watch(max(0.5, seconds / 120), bench.trapline.java()[0])
    session = bench.trapline.session()
    try:
        ended = bench.trapline.call(
            "record", "-q", "-o", session, "--guest", "code-loop", "--append", f"n=1000000000000 loops={LOOPS}",
            "--timeout", max(1, int(seconds)), observe=watch.observe, timeout=seconds + bench.timeout)
        _, info = bench.trapline.json("info", session)
    finally:
        watch.gone.set()
        shutil.rmtree(session, ignore_errors=True)
    functions = info["retired"] / (INSTRUCTIONS * LOOPS)
    text = lambda value: "-" if value is None else number(value)
    cells = [number(bench.minutes), "about " + number(functions),
             *(text(watch.tenth(what, t)) for what in ("resident", "heap", "Metaspace", "code cache") for t in TENTHS),
             number(ended.peak_kib / 1024)]
    return Row(cells, {"retired": info["retired"], "seen": watch.seen, "peakKib": ended.peak_kib})


def rows(bench):
    return [("memory/loading-code", lambda: measure(bench))]
