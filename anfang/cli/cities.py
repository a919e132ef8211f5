"""`anfang cities`: who is evaluated, and which addresses are known."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from anfang import suite
from anfang.cities import CHANNELS, REGIONS, load_cities
from anfang.cli.app import SIMULATED, app, out
from anfang.errors import BadInput
from anfang.model import City
from anfang.schema import did_you_mean

cities_app = typer.Typer(help="The cities under evaluation (cities.yaml).", no_args_is_help=True)
app.add_typer(cities_app, name="cities")


@cities_app.command("list")
def list_cities(
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A cities.yaml (default: the study's).")
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGION", help=f"One of {' '.join(REGIONS)}.")
    ] = None,
    lab: Annotated[
        bool, typer.Option("--lab", help="Allow loopback addresses and the testbed's hosts.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Check cities.yaml and list its cities with the channels whose address is known.

    \b
    anfang cities list
    anfang cities list --region 华南 --json
    """
    cities = _of_region(load_cities(file or suite.find("cities.yaml"), lab=lab), region)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(city) for city in cities], ensure_ascii=False, indent=2))
        return
    if any(city.simulated for city in cities):
        out.print(SIMULATED, style="bold yellow")
    out.print(_table(cities))
    known = sum(bool(city.portals.get("portal")) for city in cities)
    out.print(f"{len(cities)} cities; portal address known: {known}, unknown: {len(cities) - known}")


def _of_region(cities: tuple[City, ...], region: str | None) -> tuple[City, ...]:
    if region is None:
        return cities
    if region not in REGIONS:
        raise BadInput(
            f"unknown region {region!r}{did_you_mean(region, REGIONS)}",
            where="--region",
            mend=f"write one of {' '.join(REGIONS)}",
        )
    return tuple(city for city in cities if city.region == region)


def _table(cities: tuple[City, ...]) -> Table:
    table = Table("id", "name", "region", "tier", "addresses known")
    for city in cities:
        known = ", ".join(channel for channel in CHANNELS if city.portals.get(channel))
        table.add_row(city.id, city.name, city.region, city.tier, known or "—")
    return table
