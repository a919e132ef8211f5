"""What cities have to mend, as pandas tables: their problems, what many of them share, steps that should be fully online."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from anfang.celltext import compact
from anfang.hotspots import hot_spots
from anfang.model import RoundResults
from anfang.report.mending import reason_said
from anfang.tables import FIGURE, TEXT, WHOLE, Columns, Row, evidence_text, framed
from anfang.worklist import Item, worklist
from scoring.offline import Reason, key_list


def problems(results: RoundResults, *, lang: str = "zh", earlier: Sequence[RoundResults] = ()) -> pd.DataFrame:
    """Every observation below full points, city by city; `remedy` and `department` in the language asked for.

    `gain`: points of the headline that mending it would add. `history`: first, repeated (`since` which round) or unknown,
    from the earlier rounds in the order of time; blank without one.
    """
    names = ("city", "indicator", "step", "rule", "seen", "points", "gain", "history", "since", "department", "remedy", "evidence")
    columns = dict.fromkeys(names, TEXT) | {"points": FIGURE, "gain": FIGURE}
    return framed((_problem(one, lang) for one in worklist(results, earlier)), columns)


def _problem(one: Item, lang: str) -> Row:
    held = one.problem
    return {
        "city": held.city,
        "indicator": held.indicator.id,
        "step": held.step,
        "rule": held.rule,
        "seen": None if held.seen is None else compact(held.seen),
        "points": held.points,
        "gain": one.gain,
        "history": one.past.history or None,
        "since": one.past.since or None,
        "department": getattr(one.department, lang) if one.department else None,
        "remedy": held.indicator.remedy_zh if lang == "zh" else held.indicator.remedy_en,
        "evidence": evidence_text(held.evidence),
    }


def hotspots(results: RoundResults, *, lang: str = "zh", earlier: Sequence[RoundResults] = ()) -> pd.DataFrame:
    """Problems that cities share: how many of those looked at have it, and what mending it would add, all together."""
    columns = {
        **dict.fromkeys(("indicator", "step", "department"), TEXT),
        **dict.fromkeys(("n", "of", "repeated"), WHOLE),
        "gain": FIGURE,
        "cities": TEXT,
    }
    rows = (
        {
            "indicator": one.indicator.id,
            "step": one.step,
            "department": getattr(one.department, lang) if one.department else None,
            "n": len(one.cities),
            "of": one.of,
            "repeated": one.repeated,
            "gain": one.gain,
            "cities": " ".join(one.cities),
        }
        for one in hot_spots(results, worklist(results, earlier))
    )
    return framed(rows, columns)


def keylist(results: RoundResults, reasons: Sequence[Reason], *, lang: str = "zh") -> pd.DataFrame:
    """Steps that are not fully online: one row per city, step and reason, with what was seen."""
    columns: Columns = dict.fromkeys(("city", "step", "reason", "words", "seen", "evidence"), TEXT)
    rows = (
        {
            "city": one.city,
            "step": one.step,
            "reason": kept.reason.id,
            "words": reason_said(kept, "en" if lang == "en" else "zh"),
            "seen": compact(kept.seen.value),
            "evidence": evidence_text(kept.seen.evidence),
        }
        for one in key_list(results, reasons)
        for kept in one.kept
    )
    return framed(rows, columns)
