"""`anfang report`: the HTML report of a round."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.cli.drawing import Retests, retest_of, settings_of


@app.command()
def report(
    round_: Annotated[str, typer.Argument(metavar="ROUND", help="The round to report on.")],
    against: Annotated[
        str | None, typer.Option("--against", metavar="ROUND", help="An earlier round to compare with.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Default: exports/report of the round."),
    ] = None,
    retest: Retests = None,
    results: Results = None,
) -> None:
    """Write the report as a static folder, Chinese and English, every figure linked to its evidence.

    Ranks, regions and changes come with what they may be off by: by the weights, and by measuring where --retest says it.
    The folder opens from disk without a network; send it as it is. An earlier report in it is replaced.

    \b
    anfang report 2026-spring
    anfang report 2026-autumn --against 2026-spring -o report
    """
    # Drawing and scoring take a second to import: only this command waits for them.
    from anfang import results as rounds
    from anfang.report import html
    from scoring.certainty import certainty
    from scoring.weights import find_weights

    root = results_root(results)
    after = rounds.load(round_, root)
    before = rounds.load(against, root) if against else None
    weights = find_weights(after.plan.weights, after.catalogue)
    sure = certainty(after, weights, settings_of(), before=before, again=retest_of(retest, root))
    index = html.write(
        after,
        folder or root / round_ / "exports" / "report",
        against=before,
        comparison=sure.changes.comparison if sure.changes else None,
        evidence=rounds.evidence(round_, root),
        against_evidence=rounds.evidence(against, root) if against else None,
        searches=rounds.searches(round_, root),
        against_searches=rounds.searches(against, root) if against else None,
        certainty=sure,
    )
    out.print(str(index), soft_wrap=True, markup=False, highlight=False)
