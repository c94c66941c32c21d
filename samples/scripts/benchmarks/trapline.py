"""Trapline as a contender: whole commands of its launcher."""

import json
import os
import pathlib
import shutil
import subprocess
import time

from . import run

MAIN = "trapline.cli.Main"
SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src/test/java/trapline/samples/bench/Unrecorded.java"


class Trapline:
    name = "Trapline"

    def __init__(self, command, work, timeout):
        self.command = str(command)
        self.work = work
        self.timeout = timeout
        self._java = None
        self._classes = None
        self._sessions = 0

    def session(self):
        """A folder for one more session."""
        self._sessions += 1
        return self.work / f"session-{self._sessions}"

    def call(self, *arguments, observe=None, timeout=None):
        """One command; Failed when its exit code is not 0. A command that prints JSON prints only that."""
        ended = run.run([self.command, *map(str, arguments)], timeout or self.timeout, observe=observe)
        if ended.code != 0:
            raise run.Failed(f"trapline {arguments[0]}: exit code {ended.code}{ended.last_line()}")
        return ended

    @staticmethod
    def remove(session):
        shutil.rmtree(session, ignore_errors=True)

    def json(self, *arguments, timeout=None):
        ended = self.call(*arguments, "--format", "json", timeout=timeout)
        return ended, json.loads(ended.output)

    def record(self, *options, outcome="POWERED_OFF", keep=None, timeout=None):
        """One recording. keep: the session's folder; without it the session is removed again."""
        session = keep or self.session()
        try:
            ended, info = self.json("record", "-q", "-o", session, *options, timeout=timeout)
        except BaseException:
            self.remove(session)
            raise
        if not keep:
            self.remove(session)
        if info["outcome"]["kind"] != outcome:
            raise run.Failed("the guest ended %s (%s), expected %s" % (
                info["outcome"]["kind"], info["outcome"]["detail"], outcome))
        ended.info = info
        return ended

    def console(self, session):
        return self.call("console", "--raw", session).output.replace("\r", "")

    def java(self):
        """(java, flags, class path) that the launcher runs guests with, read from a running recording."""
        if self._java:
            return self._java
        session = self.session()
        process = subprocess.Popen([self.command, "record", "-q", "-o", str(session), "--guest", "alu-loop",
                                    "--append", "n=1000000000000"], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            until = time.monotonic() + self.timeout
            while not self._java and process.poll() is None and time.monotonic() < until:
                time.sleep(0.02)
                words = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes().decode().split("\0")[:-1]
                self._java = java_words(words)
        finally:
            run.end(process)
            process.wait()
            shutil.rmtree(session, ignore_errors=True)
        if not self._java:
            raise run.Failed("no running Java process found behind " + self.command)
        return self._java

    def recorded(self, *options, timeout=None):
        """One recording by the launcher's own Java command, without the launcher; as record()."""
        java, flags, path = self.java()
        session = self.session()
        main = ["-jar", path] if path.endswith(".jar") and os.pathsep not in path else ["-cp", path, MAIN]
        command = [java, *flags, *main, "record", "-q", "--format", "json", "-o", session, *options]
        try:
            return self.direct(command, timeout)
        finally:
            self.remove(session)

    def unrecorded(self, *options, timeout=None):
        """The same Java, flags and machine, with facts thrown away: samples/src/test/.../Unrecorded.java."""
        java, flags, path = self.java()
        path = path + os.pathsep + str(self.classes())
        return self.direct([java, *flags, "-cp", path, "trapline.samples.bench.Unrecorded", *options], timeout)

    def direct(self, command, timeout):
        ended = run.run([str(word) for word in command], timeout or self.timeout)
        if ended.code != 0:
            raise run.Failed(f"java: exit code {ended.code}{ended.last_line()}")
        ended.info = json.loads(ended.output)
        return ended

    def classes(self):
        if not self._classes:
            java, _, path = self.java()
            target = self.work / "classes"
            target.mkdir(exist_ok=True)
            javac = pathlib.Path(java).resolve().parent / "javac"
            done = run.run([str(javac), "-nowarn", "-proc:none", "-d", str(target), "-cp", path, str(SOURCE)], self.timeout)
            if done.code != 0:
                raise run.Failed(f"javac {SOURCE.name}{done.last_line()}")
            self._classes = target
        return self._classes


def java_words(words):
    """(java, flags, class path) of a Java command line, or None when it is not one of Trapline's."""
    if not words or os.path.basename(words[0]) != "java":
        return None
    if "-jar" in words:
        at = words.index("-jar")
        return words[0], words[1:at], words[at + 1]
    if MAIN in words:
        flags = words[1:words.index(MAIN)]
        for option in ("-cp", "-classpath", "--class-path"):
            if option in flags:
                at = flags.index(option)
                return words[0], flags[:at] + flags[at + 2:], flags[at + 1]
    return None
