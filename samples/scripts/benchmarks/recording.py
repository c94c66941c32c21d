"""What recording costs of a whole run: the same machine with its facts thrown away."""

from .bench import Row, Skipped, samples, walls, whole_number
from .commands import CONSOLE, FETCH, INPUTS
from .figures import spread, summary
from .traps import compare

TITLE = "Recording's cost"
INTRO = """Whole commands in turns, recorded and with facts thrown away, on the same Java command line; "of the run" leaves out the
start of the JVM and the keeping of images."""
COLUMNS = ["guest", "recorded s", "not recorded s", "cost %", "cost of the run %", "traps", "instructions"]


def cost(bench, name, label, options):
    notes = []
    results = bench.turns("recording/" + name, {
        "recorded": lambda limit: bench.trapline.recorded(*options, timeout=limit),
        "not recorded": lambda limit: bench.trapline.unrecorded(*options, timeout=limit)}, notes)
    both = [(a, b) for a, b in zip(*results.values()) if a and b]
    if not both:
        raise Skipped("no pair succeeded: " + notes[-1])
    compare(both, notes)
    whole = [100 * (a.wall / b.wall - 1) for a, b in both]
    inner = [100 * (a.info["wallNanos"] / b.info["wallNanos"] - 1) for a, b in both]
    info = both[0][0].info
    cells = [label, spread(walls(results["recorded"])), spread(walls(results["not recorded"])), spread(whole), spread(inner),
             whole_number(info["traps"]), whole_number(info["retired"])]
    data = {"samples": samples(results), "costPercent": summary(whole), "runCostPercent": summary(inner),
            "traps": info["traps"], "retired": info["retired"], "journalBytes": info["journalBytes"],
            "snapshotBytes": info["snapshotBytes"]}
    return Row(cells, data, notes)


def debian(bench):
    files = ["--kernel", bench.find("vmlinuz", FETCH), "--initrd", bench.find("initramfs.cpio.gz", FETCH)]
    return cost(bench, "debian", "stock Debian to power-off", [*files, "--append", CONSOLE["xen-domu"]])


def u_boot(bench):
    firmware = bench.find("u-boot.bin", "samples/scripts/fetch-uboot.sh")
    return cost(bench, "u-boot", "U-Boot's transcript",
                ["--platform", "qemu-virt", "--firmware", firmware, "--input", INPUTS / "u-boot.input"])


def rows(bench):
    return [("recording/debian", lambda: debian(bench)), ("recording/u-boot", lambda: u_boot(bench)),
            ("recording/dcc-earlycon", lambda: cost(
                bench, "dcc-earlycon", f"dcc-earlycon, polls={bench.traps}: nothing but traps",
                ["--guest", "dcc-earlycon", "--partial-emulation", "on", "--append", f"polls={bench.traps}"]))]
