"""`anfang init`: a study folder of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import app, out
from anfang.init import make_study


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    empty: Annotated[
        bool, typer.Option("--empty", help="One example city instead of the 36 of the study.")
    ] = False,
) -> None:
    """Make a study folder that overrides the shipped suite; never overwrites anything.

    \b
    anfang init my-study
    anfang init my-study --empty
    """
    for file in make_study(folder, empty=empty):
        out.print(str(file), highlight=False, markup=False, soft_wrap=True)
    out.print(f"next: cd {folder} and read README.md", markup=False, soft_wrap=True)
