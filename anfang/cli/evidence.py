"""`anfang evidence`: hand out the evidence of a city, purge what has served its time."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import SIMULATED, Now, Results, app, err, moment, out, results_root
from anfang.errors import BadInput, VerificationFailed
from anfang.store import Store

evidence_app = typer.Typer(help="The evidence of a round: hand it out, purge it.", no_args_is_help=True)
app.add_typer(evidence_app, name="evidence")

Name = Annotated[str, typer.Argument(metavar="ROUND", help="The round's name.")]


@evidence_app.command()
def export(
    round_: Name,
    city: Annotated[str, typer.Argument(metavar="CITY", help="Id of the city.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: exports/ of the round.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
    results: Results = None,
) -> None:
    """Write a city's observations with all their evidence as a zip that anyone can check with sha256sum.

    It holds every attempt, the snapshots and screenshots, the record chain, a manifest and an explanation in Chinese and
    English. Numbers of persons (identity, mobile phone, bank card) are masked in it; the archive itself stays as it is.

    \b
    anfang evidence export spring yunhe
    anfang evidence export spring yunhe -o yunhe.zip
    """
    from anfang.bundle import bundle

    folder = results_root(results) / round_
    with Store.open(folder) as store:
        simulated = any(one.simulated for one in store.cities())
    target = output or folder / "exports" / f"{round_}.{city}.evidence.zip"
    if target.exists() and not force:
        raise BadInput("the file is there already", where=str(target), mend="add --force to overwrite it, or -o FILE")
    with err.status(f"collecting the evidence of {city}"):
        found = bundle(folder, city, target)
    if simulated:
        out.print(SIMULATED, style="bold yellow")
    out.print(f"{target} ({found.files} files, numbers of persons masked in {found.masked})", soft_wrap=True, highlight=False)
    out.print(f"chain head {found.head}", highlight=False, soft_wrap=True)
    if found.missing:
        raise VerificationFailed(f"{len(found.missing)} files are missing, first {found.missing[0]}; see `anfang verify {round_}`")


@evidence_app.command()
def purge(
    round_: Name,
    keep_days: Annotated[int, typer.Option("--keep-days", min=30, help="Days after the last attempt.")] = 365,
    yes: Annotated[bool, typer.Option("--yes", help="Remove the files; without it they are only counted.")] = False,
    results: Results = None,
    now: Now = None,
) -> None:
    """Remove the raw evidence of a closed round after its retention; records, scores and hashes stay.

    The purge is recorded in the hash chain, so that `anfang verify` knows what was removed on purpose. It cannot be undone:
    make a backup first (`anfang round backup`) where the evidence may still be asked for.

    \b
    anfang evidence purge spring
    anfang evidence purge spring --keep-days 730 --yes
    """
    from anfang.retention import purge as remove

    found = remove(results_root(results) / round_, at=moment(now), kept=timedelta(days=keep_days), record=yes)
    done = "purged" if yes else "would be purged; add --yes to remove them"
    out.print(f"{round_}: {found.files} files ({found.bytes / 1e6:.1f} MB) {done}", highlight=False, soft_wrap=True)


@evidence_app.command()
def stamp(
    round_: Name,
    authority: Annotated[str, typer.Option("--authority", metavar="URL", help="A time stamping authority (RFC 3161).")],
    results: Results = None,
) -> None:
    """Have the head of the round's record chain signed by a time stamping authority: it existed at that moment.

    Only the hash of the head leaves this machine. The token goes into every evidence package after it.

    \b
    anfang evidence stamp spring --authority https://tsa.example.org/tsr
    """
    from anfang.timestamp import TOKEN
    from anfang.timestamp import stamp as have_stamped

    head = have_stamped(results_root(results) / round_, authority)
    out.print(f"{results_root(results) / round_ / TOKEN} is over the head {head}", soft_wrap=True, highlight=False)
