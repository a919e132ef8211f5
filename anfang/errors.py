"""The one tree of exceptions. A portal's failures are data (observations); only our own failures are raised."""

from __future__ import annotations


class AnfangError(Exception):
    """Anything Anfang refuses or cannot do; `exit_code` is what the command line ends with."""

    exit_code = 1


class BadInput(AnfangError):
    """The user's input is wrong: `where` names file, line or cell, `mend` says what to do."""

    exit_code = 2

    def __init__(self, message: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n  mend: {self.mend}" if self.mend else head


class Refused(AnfangError):
    """The policy of field work forbids it (not in the lab, not on loopback, no authorisation)."""

    exit_code = 2


class Unfinished(AnfangError):
    """Visits or observations are still missing; run the command again."""

    exit_code = 3


class VerificationFailed(AnfangError):
    """Stored evidence or the store does not match what was recorded."""

    exit_code = 4


class DiskFull(AnfangError):
    """No room for evidence; the round stopped with its store readable."""

    exit_code = 5


class RoundLocked(AnfangError):
    """Another runner has the round."""

    exit_code = 75


class MeasurementError(AnfangError):
    """A visit failed on our side; it is recorded as `error`, never as a city's score."""


class BrowserDied(MeasurementError):
    """The browser, a context or the driver is gone; the visit goes back into the queue."""


class BrowserMissing(AnfangError):
    """No usable Chromium was found; the text says how to get one."""

    exit_code = 2
