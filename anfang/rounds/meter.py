"""What a visit costs: CPU seconds and memory of this process and of every process below it (the browser's)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(slots=True)
class Cost:
    """CPU seconds (None where the system does not tell) and peak memory in MB while it was measured."""

    cpu_s: float | None = None
    peak_mb: float | None = None


class Meter:
    """Shares the CPU used between two readings equally among the visits that were running.

    The visits of one browser cannot be told apart by process, but their sum is what the round used.
    """

    def __init__(self) -> None:
        self.total = Cost()
        self._running: list[Cost] = []
        self._last = cpu_seconds()

    def start(self) -> Cost:
        self.read()
        cost = Cost()
        self._running.append(cost)
        return cost

    def stop(self, cost: Cost) -> Cost:
        self.read()
        self._running = [other for other in self._running if other is not cost]
        return cost

    def read(self) -> None:
        """Take a reading; call it about once a second to see the peak of the memory."""
        now, used = cpu_seconds(), memory_mb()
        # A process that its parent does not wait for takes its seconds with it: never count backwards.
        spent = None if now is None or self._last is None else max(0.0, now - self._last)
        self._last = now
        for cost in (self.total, *self._running):
            share = 1 if cost is self.total else len(self._running)
            cost.cpu_s = cost.cpu_s if spent is None else (cost.cpu_s or 0.0) + spent / share
            cost.peak_mb = cost.peak_mb if used is None else max(cost.peak_mb or 0.0, used)


def cpu_seconds() -> float | None:
    """CPU seconds of this process tree so far, its ended children included; None without /proc (proc(5))."""
    seen = [_stat(pid) for pid in _tree(os.getpid())]
    return sum(sum(fields[11:15]) for fields in seen if fields) / _TICKS if any(seen) else None


def memory_mb() -> float | None:
    """Proportional set size of this process tree in MB (shared pages counted once); None without /proc."""
    seen = [_pss_kb(pid) for pid in _tree(os.getpid())]
    return sum(seen) / 1024 if any(seen) else None


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        listings = [*(_PROC / str(pid) / "task").glob("*/children")]
    except FileNotFoundError:
        return  # it ended meanwhile
    for listing in listings:
        for child in _text(listing).split():
            yield from _tree(int(child))


def _stat(pid: int) -> list[int]:
    """Fields 3 and following of /proc/PID/stat as numbers; utime, stime, cutime, cstime are 11 to 14 of them."""
    fields = _text(_PROC / str(pid) / "stat").rpartition(")")[2].split()
    return [0, *map(int, fields[1:])] if fields else []


def _pss_kb(pid: int) -> int:
    lines = _text(_PROC / str(pid) / "smaps_rollup").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _text(file: Path) -> str:
    """A file of /proc; '' when the process is gone or is not ours."""
    try:
        return file.read_text()
    except OSError:
        return ""
