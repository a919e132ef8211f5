"""`anfang score`, `rank`, `regions`, `compare`: what a round's observations are worth."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.cli.drawing import Draws, Retests, Seed, Spread, retest_of, scored, settings_of
from anfang.report.wording import Lang

if TYPE_CHECKING:
    from anfang.model import RoundResults
    from scoring.retest import Retest
    from scoring.robustness import Robustness
    from scoring.settings import Settings
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

    found, used = scored(round_, weights, results_root(results))
    out.print(*console.scores(found, lang, provisional=used.provisional), sep="\n")


@app.command()
def rank(
    round_: Round,
    top: Annotated[
        int | None, typer.Option("--top", min=1, metavar="N", help="The first N cities only.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    retest: Retests = None,
    draws: Draws = None,
    spread: Spread = None,
    seed: Seed = None,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """The ranking, with likely ranks, tie bands and the ranks that each city's gaps allow.

    Likely ranks come from drawing the weights again within their spread, and the measurements too where --retest says how
    far they err. The seed is printed; the same seed gives the same figures.

    \b
    anfang rank 2026-spring --top 10
    anfang rank 2026-spring --retest 2026-spring=2026-spring-again
    anfang rank 2026-spring --json
    """
    from anfang.report import console

    root = results_root(results)
    found, used = scored(round_, weights, root)
    held = _robust(found, settings_of(draws, seed, spread), retest_of(retest, root, weights))
    if as_json:
        typer.echo(json.dumps(_plain(found, used, top, held), ensure_ascii=False, indent=2))
        return
    out.print(*console.ranking(found, lang, provisional=used.provisional, top=top, robust=held), sep="\n")


@app.command()
def regions(
    round_: Round,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="GROUP", help="region, tier, or a group that cities.yaml gives the cities."
        ),
    ] = "region",
    retest: Retests = None,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """Groups of cities side by side: means over the ranked cities, spread, trips, and whether chance explains them.

    Tested are groups of at least three ranked cities (Kruskal-Wallis, then Dunn's test of the pairs after Holm). The cities
    are a census; with --retest a mean gets the interval of its error of measurement.

    \b
    anfang regions 2026-spring
    anfang regions 2026-spring --by tier
    """
    from anfang.report import console
    from scoring.grouping import grouping
    from scoring.regions import regions as grouped

    root, settings = results_root(results), settings_of()
    found, used = scored(round_, weights, root)
    rows = grouped(found.cities, found.scorecards, by=by)
    again = retest_of(retest, root, weights)
    tested = grouping(found, settings, by=by, robust=_robust(found, settings, again) if again else None)
    out.print(*console.groups(found, rows, lang, provisional=used.provisional, tested=tested), sep="\n")


@app.command()
def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier round.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later round.")],
    retest: Retests = None,
    draws: Draws = None,
    seed: Seed = None,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """What changed between two rounds, mainly why, and how sure that is, over the cities and rows that both measured.

    Sentences first; then means, what the change is made of (exactly), rows and counts with their tests, and every city with
    the interval of its change and of the places gained. With --retest a change inside the error of measurement is called
    unchanged.

    \b
    anfang compare 2019-winter 2020-spring
    anfang compare 2019-winter 2020-spring --retest 2020-spring=2020-spring-again --lang en
    """
    from anfang.report.compared import comparison
    from scoring.changes import changes

    root = results_root(results)
    (one, _), (two, used) = (scored(name, weights, root) for name in (before, after))
    found = changes(one, two, used, settings_of(draws, seed), retest_of(retest, root, weights))
    out.print(*comparison(found, one, two, lang, provisional=used.provisional), sep="\n")


def _robust(found: RoundResults, settings: Settings, again: Retest | None) -> Robustness | None:
    """None where no city is ranked: then there is nothing to be unsure of."""
    from scoring.robustness import robustness

    ranked = any(card.ranked for card in found.scorecards.values())
    return robustness(found, settings, again) if ranked else None


def _plain(results: RoundResults, weights: Weights, top: int | None, robust: Robustness | None) -> dict[str, object]:
    told = dataclasses.asdict(results.ranking)
    told["rows"] = told["rows"][:top]
    marks = {"round": results.name, "simulated": results.simulated, "preliminary": results.preliminary}
    drawn = {"robustness": _drawn(robust, top)} if robust else {}
    return {**marks, "weights": weights.name, "notice": weights.notice, **told, **drawn}


def _drawn(robust: Robustness, top: int | None) -> Mapping[str, object]:
    held = robust.settings
    numbers = {"draws": held.draws, "seed": held.seed, "spread": held.spreads[0], "tail": held.tail, "top": held.top}
    rows = [dataclasses.asdict(one) | {"probability": _places(robust, one.city)} for one in robust.standings.values()]
    told: Mapping[str, object] = {**numbers, "error_known": robust.retest is not None, "rows": rows[:top]}
    if len(robust.told.cities) > held.pairwise:
        return told
    beats = zip(robust.told.cities, robust.told.pairwise().tolist(), strict=True)
    return {**told, "beats": {city: dict(zip(robust.told.cities, row, strict=True)) for city, row in beats}}


def _places(robust: Robustness, city: str) -> dict[int, float]:
    """Rank -> how often the city had it, where it ever did."""
    return {at: share for at, share in enumerate(robust.told.probability(city).tolist(), 1) if share}
