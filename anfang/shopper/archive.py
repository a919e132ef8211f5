"""A trail as a file: everything that the probes judged, so that a visit can be measured again without a network.

Pages are kept beside it as snapshots of their own and named here by their hashes.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from anfang.model import City
from anfang.shopper import snapshot
from anfang.shopper.hints import hints_of
from anfang.shopper.lexicon import load
from anfang.shopper.page import Page
from anfang.shopper.trail import Fetched, Look, Trail, Way
from anfang.storage.canonical import dumps

FORMAT = 1
_LOOK = tuple(one.name for one in fields(Look) if one.name != "page")

Read = Callable[[str], bytes]
"""The bytes of a hash in the round's evidence."""


def pack(trail: Trail) -> bytes:
    """The stored form: deterministic gzip JSON."""
    body = {
        "format": FORMAT,
        "channel": trail.channel,
        "steps": trail.steps,
        "now": trail.now.isoformat(),
        "looks": [{name: getattr(look, name) for name in _LOOK} for look in trail.looks],
        "ways": {step: asdict(way) for step, way in trail.ways.items()},
        "asked": trail.asked,
        "fetched": [asdict(one) for one in trail.fetched],
        "links": [asdict(one) for one in trail.links],
        "loads": trail.loads,
        "places": trail.places,
        "unknown": trail.unknown,
    }
    return gzip.compress(dumps(body).encode(), 5, mtime=0)


def unpack(data: bytes, city: City, read: Read) -> Trail:
    """The trail read back, with the lexicon of today.

    Raises what `read` raises (a missing or damaged snapshot); ValueError for a file that is no trail.
    """
    body: dict[str, Any] = json.loads(gzip.decompress(data))
    if body["format"] != FORMAT:
        raise ValueError(f"a trail of format {body['format']}, known {FORMAT}")
    pages: dict[str, Page] = {}
    return Trail(
        city=city,
        channel=body["channel"],
        steps=tuple(body["steps"]),
        lexicon=load(city.lang).calling(hints_of(city.hints).names),
        now=datetime.fromisoformat(body["now"]),
        looks=[_look(told, pages, read) for told in body["looks"]],
        ways={step: Way(**_tupled(told, "looked")) for step, told in body["ways"].items()},
        asked=body["asked"],
        fetched=[Fetched(**told) for told in body["fetched"]],
        links=[Fetched(**told) for told in body["links"]],
        loads=[(address, seconds) for address, seconds in body["loads"]],
        places={name: tuple(told) for name, told in body["places"].items()},
        unknown=body["unknown"],
    )


def _look(told: Mapping[str, Any], pages: dict[str, Page], read: Read) -> Look:
    """A look; one page is read once, so that looks at the same page share it as they did on the visit."""
    sha = told["snapshot"]
    if sha not in pages:
        pages[sha] = Page(snapshot.unpack(read(sha)))
    errors: Any = tuple((address, message) for address, message in told["errors"])
    return Look(page=pages[sha], **{**_tupled(told, "path", "dialogs"), "errors": errors})


def _tupled(told: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return dict(told) | {name: tuple(told[name]) for name in names}
