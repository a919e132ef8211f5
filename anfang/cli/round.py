"""`anfang round`: plan a round, open it, make its visits, see where it stands, close it."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

import typer
from rich.table import Table

from anfang import suite
from anfang.cities import load_cities
from anfang.cli.app import SIMULATED, Now, Results, app, err, moment, out, results_root
from anfang.cli.progress import visits
from anfang.errors import BadInput, Unfinished
from anfang.model import City
from anfang.schema import did_you_mean
from anfang.store import State, Store

if TYPE_CHECKING:
    from anfang.rounds.standing import Standing

Result = TypeVar("Result")
round_app = typer.Typer(help="A round: planned, opened, run, closed.", no_args_is_help=True)
app.add_typer(round_app, name="round")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The round: 1 to 40 of a-z, 0-9, _ and -.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


@round_app.command()
def new(
    name: Name,
    window: Annotated[
        str, typer.Option("--window", metavar="START..END", help="First and last day, ISO dates.")
    ],
    cities: Annotated[
        Path | None, typer.Option("--cities", metavar="FILE", help="A cities.yaml (default: the study's).")
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="ID,ID", help="These cities of the file only.")
    ] = None,
    scenario: Annotated[
        str, typer.Option("--scenario", metavar="NAME", help="The errand.")
    ] = "business_startup",
    channels: Annotated[
        str, typer.Option("--channels", metavar="NAME,NAME", help="Channels to visit.")
    ] = "portal",
    weights: Annotated[
        str, typer.Option("--weights", metavar="NAME", help="Weight set of the plan: a name or a YAML file.")
    ] = "default",
    lab: Annotated[
        bool, typer.Option("--lab", help="Portals on this machine: loopback and *.portal.test.")
    ] = False,
    live: Annotated[
        Path | None, typer.Option("--live", metavar="FILE", help="Real portals, under the authorisation in this file.")
    ] = None,
    results: Results = None,
    now: Now = None,
) -> None:
    """Plan a round: cities, scenario, channels, basket and window. Nothing is visited.

    \b
    anfang round new spring --window 2026-03-02..2026-03-06 --lab
    anfang round new trial --window 2026-03-02..2026-03-06 --lab --cities lab.yaml --only yunhe,anping
    anfang round new spring --window 2026-03-02..2026-03-27 --live authorisation.yaml
    """
    from anfang.authorisation import load as load_authorisation
    from anfang.rounds.live import keep
    from anfang.rounds.plan import new_plan, new_round_folder, parse_window, refuse_live
    from scoring.catalogue import load_catalogue
    from scoring.weights import find_weights

    if lab and live:
        raise BadInput("a round is of the lab or live, not both", where="--live", mend="leave one of the two out")
    granted = load_authorisation(live) if live else None
    refuse_live(lab=lab, granted=granted)
    folder, at, catalogue = new_round_folder(results_root(results), name), moment(now), load_catalogue()
    find_weights(weights, catalogue)
    file = cities or suite.find("cities.yaml")
    chosen = _only(load_cities(file, lab=lab), only)
    plan = new_plan(
        cities=chosen,
        catalogue=catalogue,
        window=parse_window(window),
        now=at,
        scenario=scenario,
        channels=tuple(channel.strip() for channel in channels.split(",") if channel.strip()),
        weights=weights,
        lab=lab,
        source=str(file),
        granted=granted,
    )
    with Store.create(folder, plan, chosen, at=at) as store:
        if live:
            keep(live, folder)
        _mark(store)
        visits = len(store.visits())
        out.print(
            f"{name} planned: {visits} visits, {len(plan.basket)} rows, window {'..'.join(plan.window)}"
        )
        out.print(f"next: anfang round open {name}")


@round_app.command(name="open")
def open_(name: Name, results: Results = None, now: Now = None) -> None:
    """Open a planned round: from here on its plan and its instrument are fixed by their hashes.

    \b
    anfang round open spring
    """
    _move(name, "open", results, moment(now))


@round_app.command()
def close(name: Name, results: Results = None, now: Now = None) -> None:
    """End the field work of an open round; its results are no longer preliminary.

    Visits that are still waiting stay without a score; they are named.

    \b
    anfang round close spring
    """
    _move(name, "closed", results, moment(now))


@round_app.command()
def run(
    name: Name,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, max=32, help="Visits at once (default: 2 a core, at most 4)."),
    ] = None,
    max_visits: Annotated[
        int | None, typer.Option("--max-visits", min=1, help="Stop after so many visits; the others wait.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Also try visits that were given up after failures of ours.")
    ] = False,
    results: Results = None,
    now: Now = None,
) -> None:
    """Make the visits of an open round that are not finished. Ctrl-C stops it; the same command goes on.

    Exit code 3 when visits are left, 5 when the disk is full, 75 when another runner has the round, 130 on Ctrl-C.

    \b
    anfang round run spring
    anfang round run spring --workers 2 --max-visits 6
    """
    from anfang.rounds.run import run_round

    folder, at = results_root(results) / name, moment(now)
    with Store.open(folder) as store:
        _mark(store)
        _check_window(store, at)
    with visits(name) as told:
        left = _interruptible(
            run_round(folder, workers=workers, now=at, max_visits=max_visits, progress=told, again=again)
        )
    if left:
        named = ", ".join(f"{target.city.id}" for target in left[:10])
        raise Unfinished(f"{len(left)} visits are not finished ({named}); see `anfang round status {name}`")
    out.print(f"every visit of {name} is finished")


@round_app.command()
def status(name: Name, results: Results = None, as_json: AsJson = False) -> None:
    """Show every visit: its attempts, whose failures they were, and what will be tried again.

    \b
    anfang round status spring
    anfang round status spring --json
    """
    from anfang.rounds.standing import standings

    with Store.open(results_root(results) / name) as store:
        rows, state, deviations = standings(store), store.state(), store.deviations()
        simulated = _simulated(store.cities())
        if not as_json:
            _mark(store)
    if as_json:
        typer.echo(_json(name, state, simulated, rows, deviations))
        return
    out.print(_table(rows))
    out.print(f"{name} is {state}: {len(rows)} visits, {sum(row.again for row in rows)} not finished")
    for at, text in deviations:
        out.print(f"deviation {at.isoformat(timespec='minutes')}: {text}", markup=False, highlight=False)


def _move(name: str, state: State, results: Path | None, at: datetime) -> None:
    from anfang.rounds.instrument import instrument_hash
    from anfang.rounds.run import unfinished

    with Store.open(results_root(results) / name) as store:
        _mark(store)
        store.move(state, at=at, instrument=instrument_hash() if state == "open" else store.instrument())
        left = unfinished(store) if state == "closed" else ()
        out.print(f"{name} is {state}; plan {store.plan_hash()[:12]}, instrument {store.instrument()[:12]}")
    for target in left:
        out.print(f"never measured: {target.city.id} ({target.channel})", markup=False, highlight=False)


def _only(cities: tuple[City, ...], only: str | None) -> tuple[City, ...]:
    if only is None:
        return cities
    wanted, known = [city.strip() for city in only.split(",")], {city.id: city for city in cities}
    for city in wanted:
        if city not in known:
            raise BadInput(
                f"no city {city!r}{did_you_mean(city, known)}", where="--only", mend="use ids of the file"
            )
    return tuple(city for city in cities if city.id in wanted)


def _check_window(store: Store, at: datetime) -> None:
    """Visits are made inside the window, counted in the time zone of any of the cities."""
    days = {at.astimezone(ZoneInfo(city.timezone)).date().isoformat() for city in store.cities()}
    first, last = store.plan().window
    if max(days) < first or min(days) > last:
        raise BadInput(
            f"{min(days)} is outside the window {first}..{last}", where="--now", mend="run it in the window"
        )


def _simulated(cities: tuple[City, ...]) -> bool:
    return any(city.simulated for city in cities)


def _mark(store: Store) -> None:
    if _simulated(store.cities()):
        out.print(SIMULATED, style="bold yellow")


def _interruptible(work: Coroutine[Any, Any, Result]) -> Result:
    try:
        return asyncio.run(work)
    except KeyboardInterrupt as stopped:
        err.print("stopped; nothing is lost, run the same command again to go on")
        raise typer.Exit(130) from stopped


def _table(rows: tuple[Standing, ...]) -> Table:
    table = Table("city", "channel", "stage", "attempts", "failures", "pages", "next")
    for row in rows:
        failures, pages = " ".join(row.failures), str(row.page_loads)
        table.add_row(
            f"{row.city} {row.name}", row.channel, row.stage, str(row.attempts), failures, pages, _next(row)
        )
    return table


def _next(row: Standing) -> str:
    return f"{row.next}, not before {row.when}" if row.when else row.next


def _json(
    name: str,
    state: str,
    simulated: bool,
    rows: tuple[Standing, ...],
    deviations: tuple[tuple[datetime, str], ...],
) -> str:
    logged = [{"at": at.isoformat(), "text": text} for at, text in deviations]
    visits = [dataclasses.asdict(row) for row in rows]
    found = {"round": name, "state": state, "simulated": simulated, "deviations": logged, "visits": visits}
    return json.dumps(found, ensure_ascii=False, indent=2)
