"""Runs one process and says what it took."""

import os
import select
import signal
import subprocess
import tempfile
import threading
import time


class Failed(Exception):
    """A run that does not count: it ended in another way than it should have."""


class Ended:
    """What a process took: wall and CPU seconds, peak resident KiB, and what it printed.

    others: cores that everything else on the machine kept busy meanwhile, stolen time included.
    """

    def __init__(self, code, wall, usage, output, errors, load, others):
        self.code = code
        self.wall = wall
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak_kib = usage.ru_maxrss
        self.output = output
        self.errors = errors
        self.load = load
        self.others = others

    def last_line(self):
        """What it said last, for a message; on standard error if anything was said there."""
        return last_line(self.errors if self.errors.strip() else self.output)

    def sample(self):
        return {"wall": round(self.wall, 6), "cpu": round(self.cpu, 6), "peakKib": self.peak_kib, "load": self.load,
                "others": self.others}


def load():
    """Processes that wanted a core, averaged over the last minute."""
    return round(os.getloadavg()[0], 2)


def busy():
    """CPU seconds that all cores have spent on anything since they started."""
    try:
        with open("/proc/stat") as stat:
            fields = [int(word) for word in stat.readline().split()[1:9]]
    except OSError:
        return 0.0
    user, nice, system, _, _, irq, softirq, steal = fields
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


class Talk:
    """What a process gets on its standard input, as it prints; and when it may be ended."""

    over = False  # the process has said what was waited for; it is ended

    def heard(self, output):
        """output: everything printed so far. Returns bytes to send now, or b""."""
        return b""


class Until(Talk):
    """Ends the process once it has printed a text."""

    def __init__(self, text):
        self.text = text.encode()

    def heard(self, output):
        self.over = self.text in output
        return b""


def run(command, timeout, env=None, talk=None, cwd=None, observe=None):
    """Runs a command to its end; Failed when it takes longer than timeout seconds.

    observe, if given, is called with the process id on a thread
    of its own, which must return when the process is gone.
    """
    before = load()
    busy_before = busy()
    own_before = time.process_time()
    errors = tempfile.TemporaryFile()
    began = time.monotonic()
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE if talk else subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=errors, start_new_session=True, env=env, cwd=cwd)
    except OSError as e:
        raise Failed(f"{command[0]}: {e.strerror}") from e
    late = threading.Event()

    def kill():
        late.set()
        end(process)

    timer = threading.Timer(timeout, kill)
    timer.daemon = True
    timer.start()
    if observe:
        threading.Thread(target=observe, args=(process.pid,), daemon=True).start()
    try:
        output, wall = listen(process, talk, began)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        lasted = time.monotonic() - began
        own = usage.ru_utime + usage.ru_stime + time.process_time() - own_before
        others = max(0.0, (busy() - busy_before - own) / lasted)
    except BaseException:
        end(process)
        process.wait()
        raise
    finally:
        timer.cancel()
        process.stdout.close()
        if process.stdin:
            try:
                process.stdin.close()
            except OSError:
                pass
    errors.seek(0)
    ended = Ended(process.returncode, wall or lasted, usage, output.decode("utf-8", "replace"),
                  errors.read().decode("utf-8", "replace"), before, round(others, 3))
    if late.is_set():
        raise Failed("%s did not end within %d s%s" % (os.path.basename(command[0]), timeout, ended.last_line()))
    return ended


def listen(process, talk, began):
    """Everything the process prints; the wall time is set only when it was ended here."""
    output = bytearray()
    descriptor = process.stdout.fileno()
    wall = None
    while True:
        if talk and not talk.over:
            reply = talk.heard(bytes(output))
            if reply:
                try:
                    os.write(process.stdin.fileno(), reply)
                except BrokenPipeError:
                    pass  # it has ended; its last words are still to be read
            if talk.over:
                wall = time.monotonic() - began
                end(process)
        select.select([descriptor], [], [])
        chunk = os.read(descriptor, 65536)
        if not chunk:
            return bytes(output), wall
        output += chunk


def end(process):
    """Ends a process that was started here, and what it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def last_line(text):
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    return "; its last line: " + lines[-1][:200] if lines else "; it printed nothing"
