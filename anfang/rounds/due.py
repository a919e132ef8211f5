"""When a visit may be tried again: at once in the lab, apart in hours and days where real portals are measured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from anfang.rounds.failure import SUSPECTS, since_complete
from anfang.store import Attempt

APART = timedelta(minutes=30)
"""Between two attempts that find a live portal dead."""
OURS_APART = timedelta(minutes=5)
"""After a failure of ours in live field work."""
MORNING = time(9, 0)
DAYS = 2
"""Days, by the city's clock, over which a live portal must be dead before it is called unreachable."""


def due(history: Sequence[Attempt], *, lab: bool, zone: str) -> datetime | None:
    """The earliest moment of the next attempt (in the city's zone); None where it may be made now."""
    recent = since_complete(history)
    if lab or not recent:
        return None
    last = recent[-1]
    local = last.ended.astimezone(ZoneInfo(zone))
    if last.failure != "suspect":
        return local + OURS_APART
    dead = [made for made in recent if made.failure == "suspect"]
    days = {made.ended.astimezone(ZoneInfo(zone)).date() for made in dead}
    if len(dead) >= SUSPECTS - 1 and len(days) < DAYS:
        return datetime.combine(local.date() + timedelta(days=1), MORNING, ZoneInfo(zone))
    return local + APART
