"""`anfang export`: a round as a workbook, or one of its tables as CSV, workbook or JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from anfang.cli.app import SIMULATED, Results, app, out, results_root
from anfang.cli.problems import Earlier
from anfang.errors import BadInput
from anfang.report.wording import Lang

if TYPE_CHECKING:
    import pandas as pd

    from anfang.model import Comparison, RoundResults

Table = Literal["observations", "scores", "ranking", "regions", "comparison", "derived", "problems", "hotspots", "keylist"]
Format = Literal["csv", "xlsx", "json"]


@app.command()
def export(
    round_: Annotated[str, typer.Argument(metavar="ROUND", help="The round to export.")],
    against: Annotated[
        str | None, typer.Option("--against", metavar="ROUND", help="An earlier round to compare with.")
    ] = None,
    earlier: Earlier = None,
    table: Annotated[
        Table | None, typer.Option("--table", help="One table (default: the whole workbook).")
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="Default: by the file's name, else xlsx.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: exports/ of the round.")
    ] = None,
    lang: Annotated[
        Lang, typer.Option("--lang", help="Language of the workbook and of the remedies.")
    ] = "zh",
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
    results: Results = None,
) -> None:
    """Write a round as one workbook, or a single table for further analysis.

    The tables have fixed English columns; blanks are what is not known, never 0. Text of a portal's page never
    becomes a formula or a link. `anfang import` reads the observations back.

    \b
    anfang export 2020-spring --against 2019-winter
    anfang export 2020-spring --table observations --format csv
    anfang export 2020-spring --table problems --earlier 2019-winter -o problems.xlsx --lang en
    anfang export 2020-spring --table keylist
    """
    from anfang import results as rounds

    root = results_root(results)
    kind = format or _by_name(output)
    path = output or root / round_ / "exports" / _file_name(round_, against, table, kind, lang)
    _check(path, table, kind, against, force=force)
    found = rounds.load(round_, root)
    names = [*(earlier or ()), *([against] if against and against not in (earlier or ()) else [])]
    before = {name: rounds.load(name, root) for name in names}
    compared = _compared(before[against], found) if against else None
    rows = _write(found, compared, tuple(before.values()), table, kind, path, lang)
    if found.simulated:
        out.print(SIMULATED, style="bold yellow")
    out.print(str(path) + rows, soft_wrap=True, markup=False, highlight=False)


def _by_name(output: Path | None) -> Format:
    suffix = output.suffix.lower() if output else ".xlsx"
    known: dict[str, Format] = {".csv": "csv", ".xlsx": "xlsx", ".json": "json"}
    if suffix not in known:
        raise BadInput(
            f"no format is called {suffix!r}", where=str(output), mend="end the name in .csv, .xlsx or .json"
        )
    return known[suffix]


def _file_name(round_: str, against: str | None, table: Table | None, kind: Format, lang: Lang) -> str:
    parts = [round_, *([f"against-{against}"] if against else []), table or lang]
    return f"{'.'.join(parts)}.{kind}"


def _check(path: Path, table: Table | None, kind: Format, against: str | None, *, force: bool) -> None:
    if table is None and kind != "xlsx":
        raise BadInput(f"{kind} holds one table", mend="name it: --table observations")
    if table == "comparison" and against is None:
        raise BadInput("a comparison needs an earlier round", mend="name it: --against ROUND")
    if path.is_dir():
        raise BadInput("is a folder", where=str(path), mend="name a file")
    if path.exists() and not force:
        raise BadInput(
            "the file is there already", where=str(path), mend="add --force to overwrite it, or -o FILE"
        )


def _compared(before: RoundResults, after: RoundResults) -> Comparison:
    from scoring.compare import compare
    from scoring.weights import find_weights

    return compare(before, after, find_weights(after.plan.weights, after.catalogue))


def _write(
    found: RoundResults,
    compared: Comparison | None,
    before: tuple[RoundResults, ...],
    table: Table | None,
    kind: Format,
    path: Path,
    lang: Lang,
) -> str:
    from anfang import tables
    from anfang.exchange import write_table
    from anfang.report import workbook

    if table is None:
        workbook.write(found, path, comparison=compared, lang=lang)
        return ""
    frame = _frame(found, compared, before, table, lang)
    write_table(tables.marked(frame, found, SIMULATED), path, kind, sheet=table)
    return f" ({len(frame)} rows)"


def _frame(
    found: RoundResults, compared: Comparison | None, before: tuple[RoundResults, ...], table: Table, lang: Lang
) -> pd.DataFrame:
    from anfang import mendtables, tables
    from scoring.offline import load_reasons

    if table == "comparison":
        assert compared is not None
        return tables.comparison(compared)
    if table == "keylist":
        return mendtables.keylist(found, load_reasons(found.catalogue), lang=lang)
    if table in ("problems", "hotspots"):
        return (mendtables.problems if table == "problems" else mendtables.hotspots)(found, lang=lang, earlier=before)
    plain = {
        "observations": tables.observations,
        "scores": tables.scores,
        "ranking": tables.ranking,
        "regions": tables.regions,
        "derived": tables.derived,
    }
    return plain[table](found)
