"""`anfang robustness`, `trend`, `whatif`: how far a ranking may be off, how rounds move, what would lift a city."""

from __future__ import annotations

from typing import Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.cli.drawing import Draws, Retests, Seed, Spread, pair_of, retest_of, scored, settings_of
from anfang.cli.score import Language, Round, WeightSet


@app.command()
def robustness(
    round_: Round,
    retest: Retests = None,
    draws: Draws = None,
    spread: Spread = None,
    seed: Seed = None,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """How far a ranking rests on weights, on measuring and on the choices of method.

    Printed: tie bands, the widths of the rank ranges by each source and by both, Sobol indices over the choices of method,
    the ranking without each of its parts, weights as written and as they work.

    \b
    anfang robustness 2026-spring
    anfang robustness 2026-spring --retest 2026-spring=2026-spring-again --lang en
    """
    from anfang.report import console, robust
    from scoring.leaveout import leave_one_out
    from scoring.robustness import robustness as drawn
    from scoring.sobol import sensitivity
    from scoring.structure import structure

    root, settings = results_root(results), settings_of(draws, seed, spread)
    found, _ = scored(round_, weights, root)
    again = retest_of(retest, root, weights)
    held = drawn(found, settings, again)
    parts = (sensitivity(found, settings, again), leave_one_out(held.matrix), structure(held.matrix))
    out.print(*console.marks([found]), *robust.report(found, held, *parts, lang), sep="\n")


@app.command()
def trend(
    rounds: Annotated[list[str], typer.Argument(metavar="ROUND...", help="Rounds in the order of time.")],
    bridge: Annotated[
        list[str] | None,
        typer.Option("--bridge", metavar="OLD=NEW", help="One wave by the older and by the newer instrument; repeat it."),
    ] = None,
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """Any number of rounds: means over all cities and over those of every round, steps, who came and went, breaks.

    Where the instrument changed, a bridge says what the change alone does: the older round measured again from its archive
    with the newer instrument.

    \b
    anfang trend 2019-winter 2020-spring 2020-autumn
    anfang trend 2020-autumn 2021-spring --bridge 2020-autumn=2020-autumn-again
    """
    from anfang.report.course import course
    from scoring.trend import trend as found_of

    root = results_root(results)
    held = [scored(name, weights, root) for name in rounds]
    pairs = [pair_of(text, "--bridge") for text in bridge or ()]
    bridges = [(scored(one, weights, root)[0], scored(two, weights, root)[0]) for one, two in pairs]
    loaded = [one for one, _ in held]
    found = found_of(loaded, held[-1][1], settings_of(), bridges)
    out.print(*course(found, loaded, lang), sep="\n")


@app.command()
def whatif(
    round_: Round,
    city: Annotated[str, typer.Argument(metavar="CITY", help="Id of the city.")],
    weights: WeightSet = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """What would lift a city most: the gain of every row, and the fewest rows that take it up 1, 2, 3 ranks.

    \b
    anfang whatif 2026-spring hefei
    """
    from anfang.report import console
    from anfang.report.lift import lift
    from scoring.whatif import what_if

    found, _ = scored(round_, weights, results_root(results))
    out.print(*console.marks([found]), *lift(what_if(found, city), found.catalogue, lang), sep="\n")
