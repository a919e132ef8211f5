"""`anfang import`: a round of observations that were measured elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anfang import suite
from anfang.cli.app import SIMULATED, Now, Results, app, moment, out, results_root


@app.command(name="import")
def import_(
    round_: Annotated[
        str, typer.Argument(metavar="ROUND", help="The round to make: 1 to 40 of a-z, 0-9, _ and -.")
    ],
    table: Annotated[
        Path, typer.Argument(metavar="FILE", help="An observations table: .csv, .xlsx or .json.")
    ],
    cities: Annotated[
        Path | None, typer.Option("--cities", metavar="FILE", help="A cities.yaml (default: the study's).")
    ] = None,
    results: Results = None,
    now: Now = None,
) -> None:
    """Make a closed round of observations that were measured elsewhere, to score, rank and compare it.

    Cities, channels, steps and rows of the round are those of the table. A row holds a value, or a score alone, or a
    status that says why there is neither; `anfang export ROUND --table observations` writes a table to start from.
    Nothing is imported in part: every cell that cannot be meant is named with the mend. The same data again change
    nothing; different data under the name of a round that is there are refused.

    \b
    anfang import 2019-winter fieldsheet.xlsx
    anfang import trial observations.csv --cities lab.yaml --results results
    """
    from anfang.cities import load_cities
    from anfang.exchange import read_table
    from anfang.rounds.imported import import_round
    from scoring.catalogue import load_catalogue

    catalogue = load_catalogue()
    # Nothing is visited: addresses of the testbed are as good as any.
    known = load_cities(cities or suite.find("cities.yaml"), lab=True)
    found = read_table(table, catalogue=catalogue, cities=known)
    made = import_round(
        results_root(results), round_, found, cities=known, catalogue=catalogue, now=moment(now)
    )
    held = {one.city for one in found}
    if any(city.simulated for city in known if city.id in held):
        out.print(SIMULATED, style="bold yellow")
    told = f"{len(found)} observations of {len(held)} cities"
    out.print(
        f"{round_}: {told}" if made else f"{round_} holds these {told} already; nothing changed",
        highlight=False,
    )
