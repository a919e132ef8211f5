"""`anfang testbed`: the simulated city portals."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import SIMULATED, app, out
from anfang.testbed.draw import draw
from anfang.testbed.server import RESOLVER_RULES, Testbed, write_cities

testbed = typer.Typer(help="Simulated city portals with planted facts.", no_args_is_help=True)
app.add_typer(testbed, name="testbed")


class Which(StrEnum):
    before = "before"
    during = "during"


@testbed.command()
def serve(
    round: Annotated[
        Which, typer.Option("--round", help="The round whose facts the portals show.")
    ] = Which.before,
    seed: Annotated[int, typer.Option("--seed", help="Another seed plants other facts.")] = 1,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8036,
    cities: Annotated[
        Path | None,
        typer.Option("--cities", metavar="FILE", help="Write the portals' cities file, for `round new`."),
    ] = None,
) -> None:
    """Serve the 36 invented cities' portals on 127.0.0.1 until Ctrl-C.

    \b
    anfang testbed serve
    anfang testbed serve --round during --port 0
    anfang testbed serve --cities lab.yaml
    """
    portals = draw(seed, round.value)
    bed = Testbed(portals, port)
    if cities:
        write_cities(cities, portals, bed.port)
    out.print(f"{SIMULATED}: round {round.value}, seed {seed}", highlight=False)
    for facts in portals:
        out.print(f"  {facts.name}  {facts.region}  {facts.family:<6} {bed.url(facts.id)}", highlight=False)
    out.print("Browse them with", highlight=False)
    out.print(
        f'  chromium --host-resolver-rules="{RESOLVER_RULES}" {bed.url(portals[0].id)}',
        highlight=False,
        soft_wrap=True,
    )
    out.print("Ctrl-C ends it.", highlight=False)
    try:
        bed.serve()
    except KeyboardInterrupt:
        out.print("stopped")
