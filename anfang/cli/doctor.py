"""`anfang doctor`: is this machine fit for field work?"""

from __future__ import annotations

import asyncio
import dataclasses
import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from anfang.cli.app import Now, Results, app, moment, out, results_root

if TYPE_CHECKING:
    from anfang.doctor import Check

_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


@app.command()
def doctor(
    results: Results = None,
    now: Now = None,
    browser: Annotated[
        str | None, typer.Option("--browser", metavar="PATH", help="A Chromium to try.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Try everything that field work needs and name the mend of what is missing; exit 2 if a needed thing fails.

    \b
    anfang doctor
    anfang doctor --json
    """
    from anfang.doctor import examine  # matplotlib and the browser driver: only this command waits for them

    checks = asyncio.run(examine(results_root(results), now=moment(now), browser=browser))
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        out.print(_table(checks))
    if any(check.verdict == "fail" for check in checks):
        raise typer.Exit(2)


def _table(checks: tuple[Check, ...]) -> Table:
    table = Table("check", "")
    table.add_column("found", overflow="fold")
    table.add_column("mend", overflow="fold")
    for check in checks:
        table.add_row(
            check.name,
            f"[{_STYLES[check.verdict]}]{check.verdict}[/]",
            escape(check.found),
            escape(check.mend),
        )
    return table
