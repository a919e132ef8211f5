"""`anfang round backup`, `restore`, `delete`: a round as one file, brought back, removed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import Results, err, out, results_root
from anfang.cli.round import Name, round_app
from anfang.errors import BadInput
from anfang.store import Store


@round_app.command()
def backup(
    name: Name,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: NAME.round.zip here.")] = None,
    results: Results = None,
) -> None:
    """Write a round as one file: its store, its evidence, its authorisation. Exports can be made again.

    \b
    anfang round backup spring -o /mnt/archive/spring.round.zip
    """
    from anfang.backup import backup as save

    target = output or Path(f"{name}.round.zip")
    with err.status(f"saving {name}"):
        files = save(results_root(results) / name, target)
    out.print(f"{target} ({files} files)", soft_wrap=True, highlight=False)


@round_app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of `anfang round backup`.")],
    name: Annotated[str | None, typer.Option("--as", metavar="NAME", help="The round's name (default: the file's).")] = None,
    results: Results = None,
) -> None:
    """Bring a round back from its file: every hash is checked first, and it appears whole or not at all.

    \b
    anfang round restore /mnt/archive/spring.round.zip
    anfang round restore spring.round.zip --as spring-again
    """
    from anfang.backup import restore as bring_back
    from anfang.rounds.plan import new_round_folder

    root, chosen = results_root(results), name or file.name.removesuffix(".zip").removesuffix(".round")
    new_round_folder(root, chosen)
    with err.status(f"checking {file.name}"):
        folder = bring_back(file, root, chosen)
    out.print(f"{folder} is what was saved", soft_wrap=True, highlight=False)


@round_app.command()
def delete(
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it; without it nothing is done.")] = False,
    backup_to: Annotated[
        Path | None, typer.Option("--backup", metavar="FILE", help="Where it is saved first (default: beside the rounds).")
    ] = None,
    no_backup: Annotated[bool, typer.Option("--no-backup", help="Save nothing: it cannot be brought back.")] = False,
    results: Results = None,
) -> None:
    """Remove a round with its evidence and exports. It is saved first, so that `anfang round restore` undoes it.

    \b
    anfang round delete trial --yes
    anfang round delete trial --yes --no-backup
    """
    from anfang.backup import delete as remove

    root = results_root(results)
    with Store.open(root / name) as store:
        attempts, state = len(store.attempts()), store.state()
    if not yes:
        message = f"{name} is {state} and holds {attempts} attempts"
        raise BadInput(message, where="round delete", mend="add --yes to remove it; it is saved first")
    saved = None if no_backup else backup_to or root / f"{name}.round.zip"
    remove(root / name, saved=saved)
    undo = f"; undo: anfang round restore {saved}" if saved else ""
    out.print(f"{name} is removed{undo}", soft_wrap=True, highlight=False)
