"""`anfang remeasure`: today's probes over the archive of a round."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from anfang.cli.app import SIMULATED, Now, Results, app, err, moment, out, results_root
from anfang.errors import Unfinished
from anfang.store import Store

if TYPE_CHECKING:
    from anfang.rounds.remeasure import Changed, Remeasured

SHOWN = 40


@app.command()
def remeasure(
    round_: Annotated[str, typer.Argument(metavar="ROUND", help="The round's name.")],
    dry: Annotated[bool, typer.Option("--dry-run", help="Show what would change and record nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON with every change.")] = False,
    results: Results = None,
    now: Now = None,
) -> None:
    """Measure a round again with this installation's probes over the archived snapshots: no network, no browser.

    What was recorded stays as it is; the new observations are added and count from now on, and the change of the
    instrument is logged as a deviation. Rounds on different instruments are not compared: remeasure the older one first.
    Exit code 3 where visits have no archive, 4 where the same instrument no longer gives the same observations.

    \b
    anfang remeasure spring --dry-run
    anfang remeasure spring
    """
    from anfang.rounds.remeasure import remeasure as again

    folder, at = results_root(results) / round_, moment(now)
    with Store.open(folder) as store:
        simulated = any(city.simulated for city in store.cities())
    with err.status(f"measuring {round_} again") as status:
        found = again(
            folder, at=at, record=not dry,
            told=lambda done, total: status.update(f"measuring {round_} again: {done} of {total} visits"),
        )  # fmt: skip
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2))
    else:
        if simulated:
            out.print(SIMULATED, style="bold yellow")
        _tell(round_, found)
    if found.left:
        named = ", ".join(f"{city} ({why})" for city, _channel, why in found.left[:10])
        raise Unfinished(f"{len(found.left)} visits cannot be measured again: {named}")


def _tell(name: str, found: Remeasured) -> None:
    if found.changed:
        out.print(_table(found.changed[:SHOWN]))
        if len(found.changed) > SHOWN:
            out.print(f"… and {len(found.changed) - SHOWN} more; --json lists them all")
    before = ", ".join(one[:12] for one in found.before) or "none"
    ending = "" if found.recorded else "; nothing is recorded"
    out.print(
        f"{name}: {found.visits} visits, {found.observations} observations measured again with instrument "
        f"{found.instrument[:12]} (until now: {before}), {len(found.changed)} changed{ending}",
        highlight=False, soft_wrap=True,
    )  # fmt: skip


def _table(changed: tuple[Changed, ...]) -> Table:
    table = Table("city", "indicator", "step", "before", "after", "because")
    for one in changed:
        row = (one.city, one.indicator, one.step, _said(one.before), _said(one.after), one.why[:80])
        table.add_row(*map(Text, row))
    return table


def _said(seen: tuple[str, object]) -> str:
    status, value = seen
    return json.dumps(value, ensure_ascii=False) if status == "observed" else status
