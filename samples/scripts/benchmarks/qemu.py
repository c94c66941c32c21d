"""QEMU as a contender: system emulation of the same core by TCG, in three modes.

    plain   as people use it: instructions are not counted, virtual time is the host's
    icount  -icount shift=0: a nanosecond of virtual time an instruction, as Trapline has it
    rr      icount, with everything needed for a replay recorded (rr=record)
"""

import json
import os
import pathlib
import shutil
import socket
import struct
import time

from . import run

MODES = ("plain", "icount", "rr")
TITLES = {"plain": "QEMU", "icount": "QEMU -icount", "rr": "QEMU rr=record"}
MACHINE = ("-M", "virt,gic-version=3", "-cpu", "cortex-a57", "-m", "512M", "-display", "none", "-monitor", "none",
           "-nic", "none", "-serial", "stdio")
BANK = 64 << 20  # a flash bank of the machine


# A timer of 10 ms virtual time, for runs that get input: with none set QEMU 7.2 executes up to 2^31
# instructions at a stretch and, when it records, takes no input meanwhile. Seconds a keystroke.
TICKING = ("-netdev", "hubport,id=idle,hubid=0", "-object", "filter-buffer,id=tick,netdev=idle,interval=10000")


class Qemu:
    def __init__(self, command, work, timeout):
        self.command = command
        self.present = shutil.which(command) is not None
        self.work = work
        self.timeout = timeout

    def mode(self, mode):
        log = self.work / "rr.bin"
        return {"plain": [], "icount": ["-icount", "shift=0"],
                "rr": ["-icount", f"shift=0,rr=record,rrfile={log}"]}[mode]

    @staticmethod
    def ticking(mode, talk):
        return TICKING if isinstance(talk, Script) and mode == "rr" else ()

    def run(self, mode, *options, says=None, talk=None, timeout=None):
        """One run to power-off, or until talk is over; Failed when it ends otherwise or does not print says."""
        ended = run.run([self.command, *MACHINE, *self.mode(mode), *self.ticking(mode, talk), *map(str, options)],
                        timeout or self.timeout, talk=talk)
        if ended.code != 0 and not (talk and talk.over):
            raise run.Failed(f"{TITLES[mode]}: exit code {ended.code}{ended.last_line()}")
        if says and says not in ended.output:
            raise run.Failed(f"{TITLES[mode]} ended without printing \"{says}\"{ended.last_line()}")
        return ended

    def count(self, *options, talk=None):
        """Instructions of a run to power-off, exactly: asked of rr=record when the guest has powered off."""
        control = self.work / "qmp"
        try:
            os.unlink(control)
        except FileNotFoundError:
            pass
        asked = Asked(control)
        ended = run.run([self.command, *MACHINE, *self.mode("rr"), *self.ticking("rr", talk), "-no-shutdown",
                         "-qmp", f"unix:{control},server=on,wait=off", *map(str, options)],
                        self.timeout, talk=talk, observe=asked.observe)
        if asked.icount is None:
            raise run.Failed("QEMU did not say how many instructions it ran" + ended.last_line())
        return asked.icount

    def flash(self, firmware):
        """Options for two fresh flash banks, the first with the firmware in it."""
        options = []
        for bank, content in enumerate((pathlib.Path(firmware).read_bytes(), b"")):
            path = self.work / f"flash{bank}"
            with open(path, "wb") as file:
                file.write(content)
                file.truncate(BANK)
            options += ["-drive", f"if=pflash,format=raw,cache=unsafe,file={path}"]
        return options


class Asked:
    """Waits on QEMU's control socket for the guest's power-off, asks for the count, and lets QEMU quit."""

    def __init__(self, path):
        self.path = str(path)
        self.icount = None

    def observe(self, pid):
        try:
            with self.connect(pid) as link, link.makefile("rw") as lines:
                lines.readline()
                self.ask(lines, "qmp_capabilities")
                while self.ask(lines, "query-status")["status"] != "shutdown":
                    time.sleep(0.05)
                self.icount = self.ask(lines, "query-replay")["icount"]
                self.ask(lines, "quit")
        except (OSError, ValueError, KeyError):
            pass  # the process ended in another way; whoever waits for it finds no count

    def connect(self, pid):
        while True:
            link = socket.socket(socket.AF_UNIX)
            try:
                link.connect(self.path)
                return link
            except OSError:
                link.close()
                os.kill(pid, 0)
                time.sleep(0.02)

    @staticmethod
    def ask(lines, command):
        lines.write(json.dumps({"execute": command}) + "\n")
        lines.flush()
        while True:
            answer = json.loads(lines.readline())
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise ValueError(answer["error"])


class Script(run.Talk):
    """A console script as Trapline's --input has it, typed at QEMU's serial port.

    Trapline types a plain line when the guest polls for input at a prompt. From outside a prompt is
    known by its text only: it is what stood in the line where the last @wait found its text, and a
    plain line waits until the output ends with such a line and a space. Sooner it would be lost:
    firmware looks for Ctrl-C while it prints.
    """

    def __init__(self, text):
        self.steps = []  # (kind, bytes): WAIT for, SEND as it is, or TYPE at the prompt
        for line in text.splitlines():
            word, _, rest = line.partition(" ")
            if line.startswith("#!"):
                continue
            if word == "@sleep":
                raise ValueError("@sleep is virtual time, which a console does not show")
            plain = (line[1:] if line.startswith("@@") else line).encode() + b"\r"
            self.steps.append({"@wait": ("WAIT", rest.encode()), "@send": ("SEND", rest.encode())}.get(word, ("TYPE", plain)))
        self.next = 0
        self.seen = 0  # what came before has been waited for, or answered
        self.prompt = None

    def heard(self, output):
        reply = b""
        while self.next < len(self.steps):
            kind, text = self.steps[self.next]
            if kind == "WAIT":
                at = output.find(text, self.seen)
                if at < 0:
                    break
                self.prompt = output[output.rfind(b"\n", 0, at) + 1:at + len(text)].strip()
                self.seen = at + len(text)
            elif kind == "TYPE":
                last = output[output.rfind(b"\n") + 1:]
                if reply or len(output) < self.seen or not last.endswith(b" ") or last.strip() != self.prompt:
                    break
                self.seen = len(output) + 1  # its echo comes first
            if kind != "WAIT":
                reply += text
            self.next += 1
        return reply


def flat_binary(elf, to):
    """What objcopy -O binary makes of a guest: its loaded segments from the lowest address on."""
    data = elf.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        raise run.Failed(f"{elf} is not a little-endian ELF64 file")
    offset = struct.unpack_from("<Q", data, 32)[0]
    size, count = struct.unpack_from("<HH", data, 54)
    pieces = []
    for i in range(count):
        kind, _, at, _, address, length = struct.unpack_from("<IIQQQQ", data, offset + i * size)
        if kind == 1 and length:
            pieces.append((address, data[at:at + length]))
    base = min(address for address, _ in pieces)
    image = bytearray(max(address + len(piece) for address, piece in pieces) - base)
    for address, piece in pieces:
        image[address - base:address - base + len(piece)] = piece
    to.write_bytes(image)
    return to
