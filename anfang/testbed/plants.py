"""Planted facts as a file: what `anfang testbed generate` writes and `anfang testbed serve` reads back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from anfang.errors import BadInput
from anfang.model import Json
from anfang.testbed.facts import PortalFacts
from anfang.testbed.truth import Left, truth

_FACTS = TypeAdapter(tuple[PortalFacts, ...])


def dump(portals: Iterable[PortalFacts]) -> str:
    """The facts and, beside them, what a shopper who sees everything rightly records: `{facts, truth}`."""
    portals = tuple(portals)
    told = {facts.id: [_row(*key, value) for key, value in truth(facts).items()] for facts in portals}
    content = {"simulated": True, "facts": [asdict(facts) for facts in portals], "truth": told}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _row(step: str, indicator: str, value: Json | Left) -> dict[str, Json]:
    seen = {"status": value.status, "value": None} if isinstance(value, Left) else {"status": "observed", "value": value}
    return {"step": step, "indicator": indicator, **seen}


def load(file: Path) -> tuple[PortalFacts, ...]:
    """The facts of a file.

    Raises BadInput where it is no such file.
    """
    mend = "name a file that `anfang testbed generate` wrote"
    try:
        return _FACTS.validate_python(json.loads(file.read_text(encoding="utf-8"))["facts"])
    except OSError as failure:
        raise BadInput(f"cannot be read: {failure.strerror}", where=str(file), mend=mend) from failure
    except ValidationError as failure:
        first = failure.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadInput(f"facts.{place}: {first['msg']}", where=str(file), mend=mend) from failure
    except (ValueError, KeyError, TypeError) as failure:
        raise BadInput("holds no planted facts", where=str(file), mend=mend) from failure
