"""`anfang score`, `rank`, `regions`, `compare`: what a round's observations are worth."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.report.wording import Lang

if TYPE_CHECKING:
    from anfang.model import RoundResults
    from scoring.weights import Weights

Round = Annotated[str, typer.Argument(metavar="ROUND", help="Name of a round.")]
WeightSet = Annotated[
    str | None,
    typer.Option(
        "--weights", metavar="NAME|FILE", help="Weights by name, or a YAML file (default: the plan's)."
    ),
]
Language = Annotated[Lang, typer.Option("--lang", help="Language of the tables.")]


@app.command()
def score(round_: Round, weights: WeightSet = None, lang: Language = "zh", results: Results = None) -> None:
    """Points of every city by dimension, with bounds and coverage.

    \b
    anfang score 2026-spring
    anfang score 2026-spring --weights equal
    anfang score 2026-spring --weights my-weights.yaml --lang en
    """
    from anfang.report import console

    found, used = _scored(round_, weights, results)
    out.print(*console.scores(found, lang, provisional=used.provisional), sep="\n")


@app.command()
def rank(
    round_: Round,
    top: Annotated[
        int | None, typer.Option("--top", min=1, metavar="N", help="The first N cities only.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """The ranking, with the ranks that each city's gaps allow.

    \b
    anfang rank 2026-spring --top 10
    anfang rank 2026-spring --json
    """
    from anfang.report import console

    found, used = _scored(round_, weights, results)
    if as_json:
        typer.echo(json.dumps(_plain(found, used, top), ensure_ascii=False, indent=2))
        return
    out.print(*console.ranking(found, lang, provisional=used.provisional, top=top), sep="\n")


@app.command()
def regions(
    round_: Round,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="GROUP", help="region, tier, or a group that cities.yaml gives the cities."
        ),
    ] = "region",
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """Groups of cities side by side: means over the ranked cities, spread, trips.

    \b
    anfang regions 2026-spring
    anfang regions 2026-spring --by tier
    """
    from anfang.report import console
    from scoring.regions import regions as grouped

    found, used = _scored(round_, weights, results)
    rows = grouped(found.cities, found.scorecards, by=by)
    out.print(*console.groups(found, rows, lang, provisional=used.provisional), sep="\n")


@app.command()
def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier round.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later round.")],
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """Two rounds side by side, over the cities and rows that both measured.

    \b
    anfang compare 2019-winter 2020-spring
    """
    from anfang.report import console
    from scoring.compare import compare as compared

    (one, _), (two, used) = (_scored(name, weights, results) for name in (before, after))
    found = compared(one, two, used)
    out.print(*console.comparison(found, one, two, lang, provisional=used.provisional), sep="\n")


def _scored(name: str, weights: str | None, root: Results) -> tuple[RoundResults, Weights]:
    """The round under the weights asked for, and those weights."""
    # Scoring takes a moment to import: only the commands that score wait for it.
    from anfang import results as rounds
    from scoring.weights import find_weights

    found = rounds.load(name, results_root(root), weights=weights)
    return found, find_weights(weights or found.plan.weights, found.catalogue)


def _plain(results: RoundResults, weights: Weights, top: int | None) -> dict[str, object]:
    told = dataclasses.asdict(results.ranking)
    told["rows"] = told["rows"][:top]
    marks = {"round": results.name, "simulated": results.simulated, "preliminary": results.preliminary}
    return {**marks, "weights": weights.name, "notice": weights.notice, **told}
