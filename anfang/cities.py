"""cities.yaml: the cities under evaluation, read with every check that a wrong line deserves."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, StringConstraints
from ruamel.yaml import YAML

from anfang import yamlfile
from anfang.address import fault
from anfang.errors import BadInput
from anfang.model import City
from anfang.schema import check
from anfang.yamlfile import Tree

Region = Literal["华北", "东北", "华东", "华中", "华南", "西南", "西北"]
REGIONS: tuple[Region, ...] = get_args(Region)

Channel = Literal["portal", "mobile", "province", "government"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

Section = Literal["consult", "complaint", "status", "login", "scenario"]

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]

_ID = re.compile(r"[a-z0-9_-]{1,32}")
_CUT = re.compile(r"https?:\S*\s+#[/!\w]")
"""A fragment that YAML took for a comment, because white space stands before the '#'."""


class CitiesWarning(UserWarning):
    """A line of cities.yaml that is allowed but probably not meant."""


class HintsRow(BaseModel):
    """What helps the shopper on an odd portal."""

    model_config = ConfigDict(extra="forbid")

    start: Text | None = None
    search_box: Text | None = None
    names: dict[str, Name] = {}
    guides: dict[str, Text] = {}
    sections: dict[Section, Text] = {}


class CityRow(BaseModel):
    """One city as people write it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: Name
    name_en: Text = ""
    region: Region
    tier: Text = ""
    groups: dict[str, str] = {}
    lang: Text = "zh"
    timezone: Text = "Asia/Shanghai"
    portals: dict[Channel, str | None] = {}
    source: Text | None = None
    checked: Text | None = None
    circumstances: Text | None = None
    hints: HintsRow = HintsRow()


class CitiesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    cities: list[CityRow]
    count: int | None = None


def load_cities(path: Path, *, lab: bool = False) -> tuple[City, ...]:
    """The cities of a file in its order; `lab` also allows loopback addresses and the testbed's hosts.

    Raises BadInput with file, line and mend; warns with CitiesWarning where a line is probably not meant.
    """
    tree = yamlfile.read(path)
    file = check(CitiesFile, tree)
    _check_count(file, tree)
    _check_unique(file.cities, tree)
    for at, row in enumerate(file.cities):
        _check_row(row, tree, at, lab=lab)
    return tuple(_city(row) for row in file.cities)


def dump_cities(cities: Iterable[City], *, header: str = "") -> str:
    """The text of a cities.yaml that `load_cities` reads back as the same cities; `header` becomes a comment."""
    rows = [_row(city) for city in cities]
    buffer = io.StringIO()
    writer = YAML()
    writer.width = 4096
    writer.dump({"count": len(rows), "cities": rows}, buffer)
    comment = "".join(f"# {line}".rstrip() + "\n" for line in header.splitlines())
    return comment + buffer.getvalue()


def _city(row: CityRow) -> City:
    return City(
        id=row.id,
        name=row.name,
        name_en=row.name_en or row.name,
        region=row.region,
        tier=row.tier,
        groups=row.groups,
        lang=row.lang,
        timezone=row.timezone,
        portals={str(channel): url for channel, url in row.portals.items()},
        source=row.source or "",
        checked=row.checked or "",
        circumstances=row.circumstances or "",
        hints=row.hints.model_dump(exclude_defaults=True),
    )


def _row(city: City) -> dict[str, Any]:
    """The fields that say something, in the order of the model; ruamel knows plain dicts only."""
    row: dict[str, Any] = {field.name: getattr(city, field.name) for field in fields(city)}
    row |= {name: dict(row[name]) for name in ("groups", "portals", "hints")}
    return {name: value for name, value in row.items() if value}


def _check_count(file: CitiesFile, tree: Tree) -> None:
    if not file.cities:
        raise BadInput("no city", where=tree.where("cities"), mend="list at least one city")
    if file.count is not None and file.count != len(file.cities):
        raise BadInput(
            f"count is {file.count}, but {len(file.cities)} cities are listed",
            where=tree.where("count"),
            mend="add the missing cities or correct the count",
        )


def _check_unique(rows: list[CityRow], tree: Tree) -> None:
    for field in ("id", "name", "name_en"):
        seen: dict[str, int] = {}
        for at, row in enumerate(rows):
            value = str(getattr(row, field)).casefold()
            if value and value in seen:
                first = tree.line("cities", seen[value], field)
                raise BadInput(
                    f"the {field} {getattr(row, field)!r} is there twice (first in line {first})",
                    where=tree.where("cities", at, field),
                    mend=f"give every city its own {field}",
                )
            seen[value] = at


def _check_row(row: CityRow, tree: Tree, at: int, *, lab: bool) -> None:
    if not _ID.fullmatch(row.id):
        raise BadInput(
            f"the id {row.id!r} is not 1 to 32 of a-z 0-9 _ -",
            where=tree.where("cities", at, "id"),
            mend="write a short name such as beijing or xian-2",
        )
    if row.timezone not in available_timezones():
        raise BadInput(
            f"unknown timezone {row.timezone!r}",
            where=tree.where("cities", at, "timezone"),
            mend="write a name of the time zone database, e.g. Asia/Shanghai",
        )
    for channel, url in row.portals.items():
        if url is not None:
            _check_address(url, tree, at, channel, lab=lab)
    hinted = {"start": row.hints.start, **row.hints.guides, **row.hints.sections}
    for name, url in hinted.items():
        if url and (found := fault(url, lab=lab)):
            raise BadInput(f"hint {name}: {found[0]}", where=tree.where("cities", at, "hints"), mend=found[1])


def _check_address(url: str, tree: Tree, at: int, channel: str, *, lab: bool) -> None:
    where = tree.where("cities", at, "portals", channel)
    if found := fault(url, lab=lab):
        raise BadInput(f"{channel}: {found[0]}", where=where, mend=found[1])
    line = tree.text.splitlines()[tree.line("cities", at, "portals", channel) - 1]
    if "#" in url:
        message = "what follows '#' is never sent to the server; leave it out unless the portal is a one-page script"
        warnings.warn(f"{where}: {message}", CitiesWarning, stacklevel=4)
    elif _CUT.search(line) and "#" not in url:
        message = "YAML takes what follows ' #' for a comment; close the gap or put the address in quotes"
        warnings.warn(f"{where}: {message}", CitiesWarning, stacklevel=4)
