"""What the page of shared problems shows: hot spots over the cities, and the key list of steps not fully online."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anfang.hotspots import hot_spots
from anfang.model import RoundResults
from anfang.report.mending import reason_said, reasons_counted, steps_said
from anfang.report.wording import Lang
from anfang.worklist import repeated, worklist
from scoring.offline import key_list, load_reasons


def problems(results: RoundResults, earlier: Sequence[RoundResults], lang: Lang) -> dict[str, Any]:
    items = worklist(results, earlier)
    steps = key_list(results, load_reasons())
    return {
        "items": len(items),
        "item_cities": len({one.problem.city for one in items}),
        "repeated": repeated(items),
        "compared": bool(earlier),
        "spots": hot_spots(results, items),
        "key_steps": steps_said(steps, results.catalogue, lang),
        "key_reasons": reasons_counted(steps, lang),
        "key_rows": tuple((one, tuple((kept, reason_said(kept, lang)) for kept in one.kept)) for one in steps if one.kept),
    }
