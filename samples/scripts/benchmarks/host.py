"""What the benchmarks ran on, as far as it can matter to a figure."""

import datetime
import os
import pathlib
import platform
import re
import subprocess

HOME = pathlib.Path(__file__).resolve().parents[3]


def said(*command, cwd=None):
    """First line that a command prints, or None when there is no such command."""
    try:
        out = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, timeout=120, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    text = out.decode("utf-8", "replace").strip()
    return text.split("\n")[0] if text else ""


def cpu():
    model, flags = "unknown", ""
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name" and model == "unknown":
                model = value.strip()
            if key.strip() == "flags":
                flags = value
    except OSError:
        pass
    return model + (" (in a virtual machine)" if re.search(r"\bhypervisor\b", flags) else "")


def memory_mib():
    try:
        return int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)) // 1024
    except (OSError, AttributeError):
        return None


def file_system(folder):
    best = ("", "unknown")
    try:
        for line in pathlib.Path("/proc/self/mounts").read_text().splitlines():
            _, at, kind = line.split()[:3]
            inside = str(folder) == at or str(folder).startswith(at.rstrip("/") + "/")
            if inside and len(at) > len(best[0]):
                best = (at, kind)
    except OSError:
        pass
    return best[1]


def jdk(java):
    """The JDK's own description, from its release file."""
    try:
        release = (pathlib.Path(java).resolve().parent.parent / "release").read_text()
    except OSError:
        return said(java, "-version") or "unknown"
    fields = dict(re.findall(r'^(\w+)="(.*)"$', release, re.M))
    return " ".join(fields[k] for k in ("IMPLEMENTOR", "JAVA_RUNTIME_VERSION") if k in fields)


def commit():
    head = said("git", "rev-parse", "--short=12", "HEAD", cwd=HOME)
    if head is None:
        return "unknown"
    changed = said("git", "status", "--porcelain", "--untracked-files=no", cwd=HOME)
    return head + (" with local changes" if changed else "")


def facts(out, trapline, qemu):
    """One line a fact, in order."""
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "cpu": cpu(),
        "cores": os.cpu_count(),
        "memoryMib": memory_mib(),
        "kernel": platform.system() + " " + platform.release(),
        "fileSystem": file_system(out.resolve()),
        "jdk": jdk(trapline.java()[0]),
        "jvmFlags": " ".join(trapline.java()[1]),
        "qemu": said(qemu.command, "--version") or "not installed",
        "trapline": commit(),
        "python": platform.python_version(),
    }
