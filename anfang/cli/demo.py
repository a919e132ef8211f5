"""`anfang demo`: the whole job on simulated portals, in one command."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from anfang.cli.app import SIMULATED, Now, Results, app, err, moment, out, results_root
from anfang.cli.progress import visits
from anfang.errors import Unfinished
from anfang.report.wording import Lang

if TYPE_CHECKING:
    from anfang.demo import Demo
    from anfang.rounds.run import Target


@app.command()
def demo(
    cities: Annotated[
        int, typer.Option("--cities", min=1, max=36, help="So many of the 36 invented cities.")
    ] = 36,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, max=32, help="Visits at once (default: as `round run`).")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Another seed plants other facts.")] = 1,
    keep: Annotated[
        bool,
        typer.Option("--keep", help="Go on with the rounds of an earlier demo instead of starting anew."),
    ] = False,
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the tables.")] = "zh",
    results: Results = None,
    now: Now = None,
) -> None:
    """Visit invented cities on simulated portals in two rounds, score, rank, compare and report them.

    Starts and stops its own testbed; touches nothing outside the results folder and nothing but this machine's
    loopback. It replaces the rounds demo-before and demo-during and the folder demo of an earlier run, nothing else.
    `--now` is the moment at which the first round begins (default: 2019-12-28, as in the published study); the second
    begins 91 days later.

    \b
    anfang demo
    anfang demo --cities 6 --workers 2
    anfang demo --keep
    """
    from anfang.demo import Demo

    chosen = Demo(results_root(results), seed=seed, cities=cities, workers=workers)
    chosen = replace(chosen, start=moment(now)) if now else chosen
    out.print(
        f"{SIMULATED}: {cities} invented cities, two rounds, seed {seed}",
        style="bold yellow",
        highlight=False,
    )
    left = _field_work(chosen, keep=keep)
    _tell(chosen, lang)
    if missed := [f"{name}/{target.city.id}" for name, targets in left.items() for target in targets]:
        raise Unfinished(
            f"{len(missed)} visits failed on our side ({', '.join(missed)}); `anfang demo --keep` goes on"
        )


def _field_work(chosen: Demo, *, keep: bool) -> Mapping[str, tuple[Target, ...]]:
    from anfang.demo import make_rounds

    try:
        return asyncio.run(make_rounds(chosen, watch=visits, keep=keep))
    except KeyboardInterrupt as stopped:
        err.print("stopped; nothing is lost, `anfang demo --keep` goes on")
        raise typer.Exit(130) from stopped


def _tell(chosen: Demo, lang: Lang) -> None:
    """Print and write everything that the two rounds say."""
    from anfang import results as rounds
    from anfang.demo import NAMES, console
    from anfang.demo.accuracy import accuracy_of
    from anfang.demo.products import write_products
    from anfang.demo.summary import summary, write_summary
    from scoring.certainty import certainty
    from scoring.settings import load_settings
    from scoring.weights import find_weights

    before, after = (rounds.load(name, chosen.root) for name in NAMES.values())
    weights = find_weights(after.plan.weights, after.catalogue)
    sure = certainty(after, weights, load_settings(), before=before)
    assert sure.changes is not None
    found = accuracy_of(
        {
            name: (results, chosen.portals(which))
            for (which, name), results in zip(NAMES.items(), (before, after), strict=True)
        }
    )
    out.print(*console.findings(before, after, sure.changes, lang, provisional=weights.provisional), sep="\n")
    out.print(*console.truthfulness(found, lang), sep="\n")
    content = summary(chosen.root, tuple(NAMES.values()), found)
    files = [
        write_summary(chosen.folder / "summary.json", content),
        *write_products(chosen.root, chosen.folder, before, after, sure),
    ]
    for file in files:
        out.print(str(file), soft_wrap=True, markup=False, highlight=False)
    out.print(
        f"open {chosen.folder / 'report' / 'index.html'}", soft_wrap=True, style="bold", highlight=False
    )
