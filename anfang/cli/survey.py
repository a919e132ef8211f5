"""`anfang survey`: what people say of the portals, beside what was seen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import Results, app, out, results_root
from anfang.cli.drawing import scored, settings_of
from anfang.cli.score import Language, Round
from anfang.errors import BadInput

survey_app = typer.Typer(help="What people say: imported, told with margins of error, an index of its own.", no_args_is_help=True)
app.add_typer(survey_app, name="survey")


@survey_app.command("import")
def import_survey(
    round_: Round,
    table: Annotated[Path, typer.Argument(metavar="FILE", help="The survey: .csv, .xlsx or .json (see `anfang survey sheet`).")],
    results: Results = None,
) -> None:
    """Keep a survey of satisfaction by group, or statistics of good and bad reviews, with a round.

    It becomes an index of its own, 公众评价, and counts in no headline unless a file of weights gives the dimension `survey`
    a weight. Written once; what was recorded is never changed.

    \b
    anfang survey import 2020-spring satisfaction.xlsx
    """
    from anfang.store import Store
    from anfang.survey import keep
    from anfang.surveysheet import read_survey

    folder = results_root(results) / round_
    with Store.open(folder) as store:
        found = read_survey(table, store.cities())
    told = f"{len(found)} results of {len({one.city for one in found})} cities"
    out.print(f"{round_}: {told}" if keep(folder, found) else f"{round_} holds these {told} already; nothing changed", highlight=False)


@survey_app.command()
def show(round_: Round, lang: Language = "zh", results: Results = None) -> None:
    """What people said, by group, with margins of error.

    \b
    anfang survey show 2020-spring --lang en
    """
    from anfang.report import console
    from anfang.report.asked import asked

    found, _ = scored(round_, None, results_root(results))
    out.print(*console.marks([found]), *asked(found, settings_of().comparison.confidence, lang), sep="\n")


@survey_app.command()
def sheet(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The .csv to write.")],
    cities: Annotated[Path | None, typer.Option("--cities", metavar="FILE", help="A cities.yaml (default: the study's).")] = None,
) -> None:
    """Write an empty table of a survey, two rows per city, to be filled in.

    \b
    anfang survey sheet -o satisfaction.csv
    """
    import pandas as pd

    from anfang import suite
    from anfang.cities import load_cities
    from anfang.exchange import write_table
    from anfang.surveysheet import COLUMNS, ROWS

    if output.suffix != ".csv" or output.exists():
        raise BadInput("is there already" if output.exists() else "not a .csv file", where=str(output), mend="name a new file that ends in .csv")
    held = load_cities(cities or suite.find("cities.yaml"), lab=True)
    rows = [{"city": city.id, "kind": kind} for city in held for kind in ROWS]
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    out.print(str(write_table(frame.where(frame.notna(), None), output, "csv")), soft_wrap=True, markup=False, highlight=False)
