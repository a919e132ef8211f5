"""`anfang verify`: is a round what was recorded?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from anfang.cli.app import Results, app, err, out, results_root
from anfang.errors import BadInput, VerificationFailed

TOLD = 20
SHORTEST = 12


@app.command()
def verify(
    round_: Annotated[str, typer.Argument(metavar="ROUND", help="The round's name.")],
    head: Annotated[
        str, typer.Option("--head", metavar="HEX", help="A chain head printed earlier, e.g. in a report.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    results: Results = None,
) -> None:
    """Check a round: its database, its plan, the hash chain over all records, and every evidence file by its sha256.

    Exit code 4 where something is not what was recorded; every such item is named. With --head it is also checked that
    the chain still holds the head that a report or workbook printed: nothing before it was changed or left out.

    \b
    anfang verify spring
    anfang verify spring --head 9f2c41d07ab3
    """
    from anfang.verify import verify as check

    if head and (len(head) < SHORTEST or set(head.lower()) - set("0123456789abcdef")):
        raise BadInput(f"not a head: {head}", where="--head", mend=f"give {SHORTEST} or more of its hexadecimal digits")
    with err.status(f"verifying {round_}") as status:
        found = check(
            results_root(results) / round_,
            head=head,
            told=lambda done, total: status.update(f"verifying {round_}: {done} of {total} files"),
        )
    if as_json:
        typer.echo(json.dumps({"round": round_, "sound": found.sound} | asdict(found), ensure_ascii=False, indent=2))
    if not found.sound:
        more = [f"… and {len(found.faults) - TOLD} more"] if len(found.faults) > TOLD else []
        raise VerificationFailed("\n".join([f"{round_}: {len(found.faults)} faults", *found.faults[:TOLD], *more]))
    if not as_json:
        gone = f", {found.purged} purged after their retention" if found.purged else ""
        out.print(
            f"{round_} is what was recorded: {found.links} links, {found.files} files ({found.bytes / 1e6:.1f} MB){gone}",
            highlight=False,
        )
        out.print(f"chain head {found.head}", highlight=False, soft_wrap=True)
