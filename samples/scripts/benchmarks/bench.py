"""What all parts share: contenders, folders, rounds."""

import re
import time

from . import figures, run


class Skipped(Exception):
    """A row that cannot be measured here, with the reason."""


class Row:
    """One line of a table. data goes into the JSON file as it is; notes stand below the table."""

    def __init__(self, cells, data=None, notes=()):
        self.cells = cells
        self.data = data or {}
        self.notes = list(notes)


class Bench:
    def __init__(self, trapline, qemu, options, work, log):
        self.trapline = trapline
        self.qemu = qemu
        self.pairs = options.pairs
        self.seconds = options.seconds
        self.minutes = options.minutes
        self.lengths = options.lengths
        self.traps = options.traps
        self.jmh = options.jmh
        self.only = re.compile(options.only)
        self.folders = options.guests
        self.timeout = options.timeout
        self.work = work
        self.log = log

    def wanted(self, name):
        return self.only.search(name) is not None

    def find(self, name, how):
        """A file of the real guests, or Skipped with the script that makes it."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        where = "in none of " + ", ".join(map(str, self.folders)) if self.folders else "and no --guests folder is given"
        raise Skipped(f"{name} is missing, {where}; {how} makes it")

    def need_qemu(self):
        if not self.qemu.present:
            raise Skipped(f"{self.qemu.command} is not installed (Debian package qemu-system-arm)")

    def turns(self, title, contenders, notes, rounds=None):
        """Runs each contender once a round and gives {name: [what it returned, by round]}.

        contenders: {name: function of a time-out in seconds}. A run that fails is repeated once, and
        the notes say so; a second failure leaves None in that round. Each round starts with
        another contender.
        """
        results = {name: [] for name in contenders}
        longest = {}
        order = list(contenders)
        for number in range(rounds or self.pairs):
            for name in order[number % len(order):] + order[:number % len(order)]:
                began = time.monotonic()
                # A hang should not cost more than a few times what a run takes.
                limit = max(60, 5 * longest[name]) if name in longest else self.timeout
                result = self.attempt(name, contenders[name], limit, notes)
                took = time.monotonic() - began
                if result is not None:
                    longest[name] = max(longest.get(name, 0), took)
                results[name].append(result)
                self.log(f"{title}: round {number + 1}, {name}: "
                         + (f"{figures.number(took)} s" if result is not None else "failed"))
        return results

    @staticmethod
    def attempt(name, contender, limit, notes):
        for again in (True, False):
            try:
                return contender(limit)
            except run.Failed as failure:
                notes.append(f"{name}: a run {'was repeated' if again else 'failed twice and is missing'}: {failure}")
        return None


def walls(results):
    return [None if r is None else r.wall for r in results]


def samples(results):
    """For the JSON file: {name: [sample, by round]}."""
    return {name: [None if r is None else r.sample() for r in rounds] for name, rounds in results.items()}


def whole_number(value):
    return "-" if value is None else f"{value:,}"
