"""Sustained speed under Linux: programs of busybox on Debian's kernel, by the number of passes over one file."""

import re

from . import sustained
from .commands import CONSOLE, FETCH

TITLE = "Sustained speed under Linux"
INTRO = """Debian's kernel with busybox; n is the number of passes over one file, made in the guest. Otherwise as above. Linux takes
timer interrupts on the way, so that the counts are close but need not be equal."""
COLUMNS = sustained.COLUMNS
LINES = 200000  # of the file that the guest makes


def program(bench, name):
    kernel = bench.find("vmlinuz", FETCH)
    initrd = bench.find("initramfs-bench.cpio.gz", "samples/scripts/make-bench-initramfs.sh")
    words = lambda n: f" quiet work={name} passes={n} lines={LINES}"
    options = lambda n: ["--kernel", kernel, "--initrd", initrd, "--append", CONSOLE["xen-domu"].split()[0] + words(n)]
    guests = lambda n: ["-kernel", kernel, "-initrd", initrd, "-append", CONSOLE["qemu-virt"].split()[0] + words(n)]
    says = f"bench: {name}"

    def said(n):
        session = bench.trapline.session()
        bench.trapline.record(*options(n), keep=session)
        ours = results(bench.trapline.console(session))
        bench.trapline.remove(session)
        theirs = results(bench.qemu.run("plain", *guests(n), says=says).output)
        return len(ours) == 2 and ours == theirs

    return sustained.measure(bench, "linux/" + name, f"{name} ({LINES:,} lines)", 1, "a pass",
                             lambda n, limit: bench.trapline.record(*options(n), timeout=limit),
                             lambda mode, n, limit: bench.qemu.run(mode, *guests(n), says=says, timeout=limit),
                             lambda n: bench.qemu.count(*guests(n)), said)


def results(output):
    return re.findall(r"^bench: .*$", output.replace("\r", ""), re.M)


def rows(bench):
    return [("linux/" + name, lambda name=name: program(bench, name)) for name in ("sha256sum", "gzip")]
