from __future__ import annotations

from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.evidence import EvidenceStore
from anfang.explain import account, searches
from anfang.model import Observation
from anfang.shopper.job import DiaryEntry
from anfang.shopper.search_record import SearchRecord
from scoring.catalogue import load_catalogue

CATALOGUE = load_catalogue()
RECORDS = tuple(SearchRecord(goal, "exhausted") for goal in ("guide:seal", "guide:invoice", "section:consult"))
SEEN = (
    Observation("a", "portal", "seal", "proc_apply", "observed", "absent"),
    Observation("a", "portal", "invoice", "proc_apply", "observed", "form"),
    Observation("a", "portal", "", "int_consult_channel", "observed", {"form": "absent", "sent": None}),
)


@pytest.mark.parametrize(
    ("what", "rows", "goals"),
    [
        ("", 0, ["guide:seal", "guide:invoice", "section:consult"]),
        ("seal", 1, ["guide:seal"]),
        ("proc_apply", 2, ["guide:seal", "guide:invoice"]),
        ("int_consult_channel", 1, ["section:consult"]),
    ],
)
def test_what_is_told_about(what: str, rows: int, goals: list[str]) -> None:
    told = account(what, SEEN, RECORDS, CATALOGUE)
    assert (len(told.observations), [record.goal for record in told.searches]) == (rows, goals)


def test_what_is_neither_a_step_nor_an_indicator_is_refused() -> None:
    with pytest.raises(BadInput, match="neither a step nor an indicator: sael"):
        account("sael", SEEN, RECORDS, CATALOGUE)


def test_records_are_read_from_the_evidence_and_a_lost_one_is_left_out(tmp_path: Path) -> None:
    kept = EvidenceStore(tmp_path)
    sha = kept.put(RECORDS[0].packed(), "search.json.gz")
    diary = [DiaryEntry("find the guide of seal", True, searches=(sha, "0" * 64))]
    assert searches(diary, kept) == RECORDS[:1]
