"""The command line's application object and what all commands share."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from anfang import __version__, suite
from anfang.errors import AnfangError, BadInput

app = typer.Typer(
    name="anfang",
    help="暗访: third-party experiential evaluation of government online services.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console()
err = Console(stderr=True)

SIMULATED = "SIMULATED 模拟数据"
"""Printed by every product of a round that was measured on the testbed."""


def moment(text: str | None) -> datetime:
    """`--now` as an aware datetime (UTC where no zone is given); the clock where it is not given."""
    if text is None:
        return datetime.now(UTC)
    try:
        when = datetime.fromisoformat(text)
    except ValueError as bad:
        raise BadInput(f"not a date: {text!r}", where="--now", mend="write ISO 8601, e.g. 2026-03-02T09:00") from bad
    return when if when.tzinfo else when.replace(tzinfo=UTC)


Now = Annotated[str | None, typer.Option("--now", metavar="ISO", help="Act as if it were this moment (ISO 8601).")]
Results = Annotated[
    Path | None, typer.Option("--results", metavar="DIR", help="Folder of the rounds (default: results/ of the study).")
]


def results_root(given: Path | None) -> Path:
    return given or suite.results()


def _version(asked: bool) -> None:
    if asked:
        out.print(f"anfang {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """暗访: third-party experiential evaluation of government online services."""


def run(command: Callable[[], None]) -> int:
    """Run the application and turn what ends it into an exit code."""
    try:
        command()
    except AnfangError as failure:
        err.print(f"[bold red]anfang:[/] {type(failure).__name__}:", end=" ")
        err.print(str(failure), markup=False, highlight=False, soft_wrap=True)
        return failure.exit_code
    except KeyboardInterrupt:
        err.print("anfang: stopped; nothing is lost, run the same command again to go on")
        return 130
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    err.print("[bold yellow]anfang:[/] warning:", end=" ")
    err.print(str(message), markup=False, highlight=False, soft_wrap=True)


def main() -> None:
    warnings.showwarning = _warn
    sys.exit(run(lambda: app(standalone_mode=True)))
