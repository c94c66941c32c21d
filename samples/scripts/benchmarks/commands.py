"""Whole commands, cold: a guest from the shell's prompt to its power-off, each time in a new process."""

import pathlib

from . import qemu as qemu_module
from .bench import Row, Skipped, samples, walls, whole_number
from .figures import paired, spread, summary
from .qemu import MODES, TITLES
from .run import Talk

TITLE = "Whole commands, cold"
INTRO = """Wall-clock seconds of the whole command, median [least..greatest]; every run is a new process, Trapline's records.
"Times as fast" is QEMU's time over Trapline's in the same round: above 1, Trapline is faster."""
COLUMNS = ["guest", "Trapline s", *(TITLES[m] + " s" for m in MODES), *("times as fast as " + TITLES[m] for m in MODES),
           "instructions, Trapline", "instructions, QEMU"]
INPUTS = pathlib.Path(__file__).resolve().parents[1] / "inputs"
FETCH = "samples/scripts/fetch-debian.sh"
CONSOLE = {"xen-domu": "console=ttyAMA0 earlycon=pl011,0x22000000", "qemu-virt": "console=ttyAMA0 earlycon=pl011,0x09000000"}
PANIC = "end Kernel panic"
OFF = "reboot: Power down"


class Ending(Talk):
    """Ends QEMU when Linux has panicked: the machine would spin for ever."""

    panicked = False

    def heard(self, output):
        self.over = self.panicked = PANIC.encode() in output
        return b""


def measure(bench, title, label, record, run_qemu, count, notes):
    """record: function of a time-out; run_qemu: function of (mode, time-out), or None for no pairs."""
    contenders = {"Trapline": record}
    if run_qemu and bench.qemu.present:
        for mode in MODES:
            contenders[TITLES[mode]] = lambda limit, mode=mode: run_qemu(mode, limit)
    elif run_qemu:
        notes.append(f"not paired: {bench.qemu.command} is not installed")
    results = bench.turns(title, contenders, notes)
    first = next((r for r in results["Trapline"] if r), None)
    if first is None:
        raise Skipped("no recording succeeded: " + notes[-1])
    retired = {r.info["retired"] for r in results["Trapline"] if r}
    if len(retired) > 1:
        notes.append(f"the recordings differ in length, {min(retired):,} to {max(retired):,} instructions")
    counted = None
    if count and bench.qemu.present:
        counted = bench.attempt("QEMU's instruction count", lambda _: count(), 0, notes)
    times = {name: walls(rounds) for name, rounds in results.items()}
    ratios = {m: paired(times.get(TITLES[m], []), times["Trapline"]) for m in MODES}
    cells = [label, spread(times["Trapline"]), *(spread(times.get(TITLES[m], [])) for m in MODES),
             *(spread(ratios[m]) for m in MODES), whole_number(first.info["retired"]), whole_number(counted)]
    data = {"samples": samples(results), "times": {m: summary(ratios[m]) for m in MODES},
            "retired": first.info["retired"], "traps": first.info["traps"], "qemuInstructions": counted,
            "runNanos": [r.info["wallNanos"] if r else None for r in results["Trapline"]]}
    return Row(cells, data, notes)


def debian(bench, platform):
    kernel = bench.find("vmlinuz", FETCH)
    initrd = bench.find("initramfs.cpio.gz", FETCH)
    files = ["--kernel", kernel, "--initrd", initrd]
    guest = ["-kernel", kernel, "-initrd", initrd, "-append", CONSOLE["qemu-virt"]]
    notes = []
    if platform == "xen-domu":
        notes.append("the machines differ: Trapline's is Xen's dom0less guest, QEMU's the board virt with more devices to probe")
    else:
        notes.append("Trapline's qemu-virt has fewer devices than QEMU's: no PCI, no GPIO keys")
    notes.append("QEMU waits in real time while Linux sleeps, Trapline does not")
    return measure(
        bench, "commands/debian-" + platform, f"stock Debian to power-off, {platform}",
        lambda limit: bench.trapline.record(*files, "--platform", platform, "--append", CONSOLE[platform], timeout=limit),
        lambda mode, limit: bench.qemu.run(mode, *guest, says=OFF, timeout=limit), lambda: bench.qemu.count(*guest), notes)


def hvc_dcc(bench, setting):
    kernel = bench.find("hvc-dcc/Image", "samples/scripts/build-hvc-dcc.sh")
    initrd = bench.find("initramfs.cpio.gz", FETCH)
    guest = ["-kernel", kernel, "-initrd", initrd, "-append", CONSOLE["qemu-virt"]]
    notes = []
    paired_run = count = None
    if bench.qemu.present:
        ending = Ending()
        bench.qemu.run("plain", *guest, talk=ending)
        if ending.panicked and setting == "off":
            notes.append("QEMU traps no DCC access, but it has no DBGDTRTX_EL0 either, so the same driver dies in the same "
                         "way; its time is up to the end of the panic's text, when it is ended from outside")
            paired_run = lambda mode, limit: bench.qemu.run(mode, *guest, says=PANIC, talk=Ending(), timeout=limit)
        elif not ending.panicked and setting == "on":
            notes.append("QEMU traps no DCC access; with its DBGDTRTX_EL0 this kernel boots, so boot is compared with boot")
            paired_run = lambda mode, limit: bench.qemu.run(mode, *guest, says=OFF, timeout=limit)
            count = lambda: bench.qemu.count(*guest)
        else:
            ended = "panics" if ending.panicked else "boots"
            notes.append(f"not paired: QEMU has no hypervisor's answer to a DCC access to switch; there this kernel always {ended}")
    return measure(
        bench, "commands/hvc-dcc-" + setting, f"HVC_DCC kernel, partial-emulation {setting}",
        lambda limit: bench.trapline.record(
            "--kernel", kernel, "--initrd", initrd, "--append", CONSOLE["xen-domu"], "--partial-emulation", setting,
            outcome="PANICKED" if setting == "off" else "POWERED_OFF", timeout=limit), paired_run, count, notes)


def u_boot(bench):
    firmware = bench.find("u-boot.bin", "samples/scripts/fetch-uboot.sh")
    script = INPUTS / "u-boot.input"
    text = script.read_text()
    notes = ["QEMU gets the same lines typed when its prompt appears; two flash banks as files"]
    kept = []

    def run_qemu(mode, limit):
        flash = bench.qemu.flash(firmware)
        ended = bench.qemu.run(mode, *flash, talk=qemu_module.Script(text), says="poweroff ...", timeout=limit)
        kept.append("k=v" in ended.output)
        return ended

    row = measure(
        bench, "commands/u-boot", "stock U-Boot, console script to power-off",
        lambda limit: bench.trapline.record("--platform", "qemu-virt", "--firmware", firmware, "--input", script, timeout=limit),
        run_qemu, lambda: bench.qemu.count(*bench.qemu.flash(firmware), talk=qemu_module.Script(text)), notes)
    if kept and not all(kept):
        notes.append(f"in {kept.count(False)} of {len(kept)} QEMU runs saveenv failed there, and the variable was lost over the reset")
        row.notes = notes
    return row


def rows(bench):
    return [("commands/debian-xen-domu", lambda: debian(bench, "xen-domu")),
            ("commands/debian-qemu-virt", lambda: debian(bench, "qemu-virt")),
            ("commands/hvc-dcc-off", lambda: hvc_dcc(bench, "off")),
            ("commands/hvc-dcc-on", lambda: hvc_dcc(bench, "on")),
            ("commands/u-boot", lambda: u_boot(bench))]
