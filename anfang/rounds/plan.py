"""What a round fixes before it opens: cities, scenario, channels, basket and window."""

from __future__ import annotations

import ipaddress
import re
import warnings
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from anfang.authorisation import EXAMPLE, Authorisation, refuse_uncovered
from anfang.cities import CitiesWarning
from anfang.errors import BadInput, Refused
from anfang.model import SIMULATED_SUFFIX, Catalogue, City, Plan
from anfang.rounds.instrument import DERIVED, default_basket
from anfang.scenario import load_scenario
from anfang.shopper.browser import is_root
from anfang.store import FILE

_NAME = re.compile(r"[a-z0-9_-]{1,40}")

CHANNELS = ("portal",)
"""Channels that this release visits."""


def new_plan(
    *,
    cities: Sequence[City],
    catalogue: Catalogue,
    window: tuple[str, str],
    now: datetime,
    scenario: str = "business_startup",
    channels: Sequence[str] = CHANNELS,
    basket: Sequence[str] | None = None,
    weights: str = "default",
    vantage: str = "",
    lab: bool = False,
    source: str = "cities.yaml",
    granted: Authorisation | None = None,
) -> Plan:
    """A checked plan; a city without an address is warned of. `source`: the file of the cities, for what is said of them.

    Raises BadInput (scenario, window, channel, basket, cities) and Refused (not in the lab).
    """
    steps = load_scenario(scenario).steps
    _check_cities(cities, channels, source)
    _check_window(window, cities, now)
    refuse_live(lab=lab, granted=granted)
    if granted is None:
        refuse_remote(cities)
    else:
        refuse_uncovered(granted, tuple(cities), now)
    rows = tuple(basket if basket is not None else default_basket())
    _check_basket(rows, catalogue)
    return Plan(
        scenario=scenario,
        channels=tuple(channels),
        steps=steps,
        basket=rows,
        window=window,
        weights=weights,
        vantage=vantage,
        lab=lab,
    )


def new_round_folder(root: Path, name: str) -> Path:
    """The folder of a round that is not there yet. Raises BadInput for a bad or a taken name."""
    if not _NAME.fullmatch(name):
        raise BadInput(f"not a name for a round: {name!r}", mend="use 1 to 40 of a-z, 0-9, _ and -")
    if (root / name / FILE).exists():
        raise BadInput(f"the round {name} is already there", where=str(root), mend="choose another name")
    return root / name


def parse_window(text: str) -> tuple[str, str]:
    """'2026-03-02..2026-03-06' as two ISO days. Raises BadInput."""
    first, dots, last = text.partition("..")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError as bad:
        raise BadInput(
            f"not a window: {text!r}", mend="write START..END, e.g. 2026-03-02..2026-03-06"
        ) from bad
    if not dots or days[1] < days[0]:
        raise BadInput(
            f"the window {text} ends before it starts", mend="write START..END, the earlier day first"
        )
    return days[0].isoformat(), days[1].isoformat()


def planned_rows(plan: Plan, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """(indicator, step) of every observation that a visit owes; step '' for rows measured once per portal.

    A derived row is not owed: it follows from the others when the round is scored.
    """
    owed = [row for row in plan.basket if row not in DERIVED]
    steps = {row: plan.steps if catalogue[row].per == "step" else ("",) for row in owed}
    return tuple((row, step) for row in owed for step in steps[row])


def refuse_live(*, lab: bool, granted: Authorisation | None = None) -> None:
    """Raises Refused for live field work without an authorisation, or as root (which has no sandbox)."""
    if lab:
        return
    if granted is None:
        raise Refused(
            "live portals are visited under an authorisation only: name its file with --live FILE, or add --lab to "
            f"measure portals on this machine. An authorisation looks like this:\n\n{EXAMPLE}"
        )
    if is_root():
        raise Refused("live portals are not visited as root: the browser would have no sandbox; use an ordinary account")


def refuse_remote(cities: Iterable[City]) -> None:
    """Raises Refused for an address that is neither loopback nor *.portal.test."""
    for city in cities:
        for channel, url in city.portals.items():
            if url and not _on_this_machine(urlsplit(url).hostname or ""):
                raise Refused(
                    f"{city.id}: {channel} {url} is not on this machine; the lab visits loopback and "
                    f"*{SIMULATED_SUFFIX} only"
                )


def _check_cities(cities: Sequence[City], channels: Sequence[str], source: str) -> None:
    if not cities:
        raise BadInput("the round has no city", mend="name cities of cities.yaml")
    strange = [channel for channel in channels if channel not in CHANNELS]
    if strange or not channels:
        raise BadInput(f"not a channel of this release: {strange}", mend=f"use {', '.join(CHANNELS)}")
    _check_addresses(cities, channels, source)


def _check_addresses(cities: Sequence[City], channels: Sequence[str], source: str) -> None:
    """A city that nobody can visit stays in the round, unranked; a round of such cities alone is a mistake."""
    without = [city.id for city in cities if not any(city.portals.get(channel) for channel in channels)]
    asked = ", ".join(channels)
    if len(without) == len(cities):
        raise BadInput(
            f"no city has an address for {asked}",
            where=source,
            mend=f"write the addresses under portals: {asked}, with the page that names them as source",
        )
    if without:
        message = f"no address for {asked}, so neither visited nor ranked: {', '.join(without)}"
        warnings.warn(f"{source}: {message}", CitiesWarning, stacklevel=4)


def _check_window(window: tuple[str, str], cities: Sequence[City], now: datetime) -> None:
    """The window is past when its last day is over in every city's own time zone."""
    today = min(now.astimezone(ZoneInfo(city.timezone)).date() for city in cities)
    if date.fromisoformat(window[1]) < today:
        raise BadInput(
            f"the window {'..'.join(window)} is past", mend=f"let it end on {today} or later, or give --now"
        )


def _check_basket(rows: tuple[str, ...], catalogue: Catalogue) -> None:
    known = {row.id for row in catalogue.indicators}
    strange = [row for row in rows if row not in known]
    if strange:
        raise BadInput(
            f"not in the catalogue: {', '.join(strange)}", mend="use the ids of scoring/catalogue.yaml"
        )
    if not rows or len(set(rows)) < len(rows):
        raise BadInput("the basket is empty or names a row twice", mend="name each row once")


def _on_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(SIMULATED_SUFFIX):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
