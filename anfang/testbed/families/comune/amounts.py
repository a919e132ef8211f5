"""Time limits in Italian words."""

from __future__ import annotations

from anfang.testbed.facts import Limit
from anfang.testbed.families.comune.voice import Voice

_DAYS = (
    "{n} giorn{o} lavorativ{o}",
    "entro {n} giorn{o} lavorativ{o}",
    "{n} gg. lavorativi",
    "massimo {n} giorn{o} lavorativ{o}",
)
_HOURS = ("{n} or{a}", "entro {n} or{a}", "massimo {n} or{a}")
_AT_ONCE = ("immediato", "a vista", "immediato, al momento della richiesta", "subito, a vista")
_NO_LAW = ("nessun termine di legge", "la legge non prevede alcun termine", "termine non fissato dalla legge")
_NO_PROMISE = ("nessun termine garantito", "senza un termine garantito", "il Comune non garantisce un termine")
_UNITS = {
    "working_days": ("giorni lavorativi", "gg. lavorativi", "in giorni lavorativi"),
    "hours": ("ore", "in ore", "h"),
}


def unit(voice: Voice, limit: Limit) -> str | None:
    """The unit as a part of the label, for a limit that is a number; None for one that is a word."""
    return voice.pick(f"unit {limit.unit}", _UNITS[limit.unit]) if limit.amount else None


def number(amount: float) -> str:
    return f"{amount:g}".replace(".", ",")


def told(voice: Voice, limit: Limit, which: str) -> str:
    """The limit in words; `which` is statutory or promised."""
    if limit.amount is None:
        return voice.pick(f"no {which}", _NO_LAW if which == "statutory" else _NO_PROMISE)
    if limit.amount == 0:
        return voice.pick("at once", _AT_ONCE)
    one = limit.amount == 1
    if limit.unit == "hours":
        return voice.pick("hours", _HOURS).format(n=number(limit.amount), a="a" if one else "e")
    return voice.pick("days", _DAYS).format(n=number(limit.amount), o="o" if one else "i")


def visits(voice: Voice, trips: int) -> str:
    """The declared number of visits."""
    words = (f"{trips}", f"{trips} access{'o' if trips == 1 else 'i'}", f"{trips} volt{'a' if trips == 1 else 'e'}")
    return voice.pick("visits", words)
