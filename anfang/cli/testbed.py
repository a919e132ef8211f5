"""`anfang testbed`: the simulated city portals."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from anfang.cli.app import SIMULATED, app, out
from anfang.testbed import plants
from anfang.testbed.draw import draw
from anfang.testbed.draw import generate as drawn
from anfang.testbed.places import invent
from anfang.testbed.server import RESOLVER_RULES, Testbed, write_cities

testbed = typer.Typer(help="Simulated city portals with planted facts.", no_args_is_help=True)
app.add_typer(testbed, name="testbed")


class Which(StrEnum):
    before = "before"
    during = "during"


class Tongue(StrEnum):
    zh = "zh"
    en = "en"
    it = "it"


@testbed.command()
def generate(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write (JSON).")],
    cities: Annotated[int, typer.Option("--cities", min=1, help="So many invented cities.")] = 12,
    seed: Annotated[int, typer.Option("--seed", help="Another seed plants other facts.")] = 1,
    lang: Annotated[Tongue, typer.Option("--lang", help="Language of the portals.")] = Tongue.zh,
    family: Annotated[
        list[str] | None, typer.Option("--family", help="Only portals of this family; give it again for more.")
    ] = None,
    round: Annotated[Which, typer.Option("--round", help="The round whose rates are planted.")] = Which.before,
) -> None:
    """Draw the planted facts of any number of portals, with the values that a perfect shopper would record.

    \b
    anfang testbed generate --cities 50 --seed 7 -o planted.json
    anfang testbed generate --cities 8 --family spa -o spa.json
    anfang testbed serve --facts planted.json --cities lab.yaml
    """
    portals = drawn(invent(cities, lang.value), seed, round.value, only=tuple(family or ()))
    output.write_text(plants.dump(portals), encoding="utf-8")
    kinds = ", ".join(sorted({facts.family for facts in portals}))
    out.print(f"{SIMULATED}: {cities} portals ({kinds}) in {output}", highlight=False, soft_wrap=True, markup=False)


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
    facts: Annotated[
        Path | None,
        typer.Option("--facts", metavar="FILE", help="Serve these planted facts (of `testbed generate`) instead."),
    ] = None,
) -> None:
    """Serve the 36 invented cities' portals (or generated ones) on 127.0.0.1 until Ctrl-C.

    \b
    anfang testbed serve
    anfang testbed serve --round during --port 0
    anfang testbed serve --cities lab.yaml
    anfang testbed serve --facts planted.json
    """
    portals = plants.load(facts) if facts else draw(seed, round.value)
    bed = Testbed(portals, port)
    if cities:
        write_cities(cities, portals, bed.port)
    what = str(facts) if facts else f"round {round.value}, seed {seed}"
    out.print(f"{SIMULATED}: {what}", highlight=False, soft_wrap=True, markup=False)
    for one in portals:
        out.print(f"  {one.name}  {one.region}  {one.family:<8} {bed.url(one.id)}", highlight=False)
    out.print("Browse them with", highlight=False)
    out.print(
        f'  chromium --host-resolver-rules="{RESOLVER_RULES}" {bed.url(portals[0].id)}',
        highlight=False,
        soft_wrap=True,
    )
    out.print("Ctrl-C ends it.", highlight=False)
    # The server may end by itself on Ctrl-C, or pass the interrupt on: both are the wanted end.
    with suppress(KeyboardInterrupt):
        bed.serve()
    out.print("stopped")
