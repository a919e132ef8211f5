"""`anfang problems`: what cities have to mend, what many of them share, which steps should be fully online."""

from __future__ import annotations

from typing import Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.cli.drawing import scored
from anfang.cli.score import Language, Round
from anfang.errors import BadInput
from anfang.schema import did_you_mean

Earlier = Annotated[
    list[str] | None,
    typer.Option("--earlier", metavar="ROUND", help="A round before this one: is a problem new or repeated? Repeat it, oldest first."),
]


@app.command()
def problems(
    round_: Round,
    city: Annotated[str | None, typer.Option("--city", metavar="CITY", help="The list of one city.")] = None,
    earlier: Earlier = None,
    lang: Language = "zh",
    results: Results = None,
) -> None:
    """Hot spots over the cities and the key list of steps that should be fully online (网办重点推进清单); or one city's list.

    Every problem has what was seen, the points that mending it would add, who answers for it, and with --earlier whether it
    is new. `anfang export ROUND --table problems`, `hotspots` or `keylist` writes them as tables.

    \b
    anfang problems 2020-spring
    anfang problems 2020-spring --city hefei --earlier 2019-winter
    """
    from anfang.hotspots import hot_spots
    from anfang.report import console, mending
    from anfang.worklist import worklist
    from scoring.offline import key_list, load_reasons

    root = results_root(results)
    found, *before = (scored(name, None, root)[0] for name in (round_, *(earlier or ())))
    if city and city not in found.scorecards:
        raise BadInput(f"no city {city!r}{did_you_mean(city, found.scorecards)}", where=round_, mend="see `anfang round status`")
    items, steps = worklist(found, before), key_list(found, load_reasons(found.catalogue))
    if city:
        own = [one for one in items if one.problem.city == city], [one for one in steps if one.city == city]
        told = mending.of_city(found, *own, lang)
    else:
        told = mending.whole(found, items, hot_spots(found, items), steps, lang)
    out.print(*console.marks([found]), *told, sep="\n")
