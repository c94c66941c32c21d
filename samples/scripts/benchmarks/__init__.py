"""The parts of samples/scripts/bench.py.

A *contender* is one way to run a guest: Trapline, or QEMU in one of its modes. Contenders are
measured *in turns*: a *round* runs each of them once, so that a round's ratio compares runs that
are minutes apart at most. Every run is a whole command in a process of its own.

Modules: run (one process, measured), trapline and qemu (the contenders), figures (medians, ratios),
host (what it ran on), report (the table), and one for each part: commands, sustained, linux, traps,
lengths, jmh, memory.
"""
