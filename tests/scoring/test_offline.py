"""Which steps are not fully online, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.model import Json
from scoring.offline import Offline, key_list, load_reasons
from tests.scoring.sample import CATALOGUE, PLAN, lost, scored, seen

ROWS = ("guide_findable", "proc_apply", "proc_mail", "proc_trips", "proc_depth")
FULL: dict[str, Json] = {
    "guide_findable": 2, "proc_apply": "form", "proc_mail": {"in": "electronic", "out": "mail"},
    "proc_trips": {"declared": 0, "derived": 0, "used": 0}, "proc_depth": {"declared": "IV", "seen": "IV", "used": "IV"},
}  # fmt: skip
REASONS = load_reasons(CATALOGUE)


def steps(**changes: Json) -> dict[str, Offline]:
    """One city: registration wholly online, seal with changes."""
    plan = replace(PLAN, basket=ROWS, coverage=0.0)
    values = {**FULL, **changes}
    held = [seen("a", row, value, step="registration") for row, value in FULL.items()]
    held += [seen("a", row, value, step="seal") for row, value in values.items() if value is not None]
    return {one.step: one for one in key_list(scored(held, plan=plan), REASONS)}


def reasons(**changes: Json) -> list[str]:
    return [one.reason.id for one in steps(**changes)["seal"].kept]


def test_a_step_that_nothing_keeps_offline() -> None:
    found = steps()["registration"]
    assert (found.kept, found.known, found.online) == ((), True, True)


def test_what_keeps_a_step_offline() -> None:
    assert reasons(proc_apply="login_generic", proc_mail={"in": "none", "out": "none"}) == ["apply_generic", "mail_in", "mail_out"]
    assert reasons(proc_trips={"declared": 1, "derived": 1, "used": 1}) == ["trips"]
    assert reasons(proc_depth={"declared": "IV", "seen": "III", "used": "III"}) == ["depth"]
    assert steps(proc_apply="absent")["seal"].online is False


def test_a_step_without_a_guide_has_that_reason_and_not_its_consequences() -> None:
    follows: dict[str, Json] = {"proc_mail": "no_guide", "proc_depth": "no_guide", "proc_trips": {"declared": None, "derived": None, "used": 2}, "proc_apply": "absent"}
    assert reasons(guide_findable="absent", **follows) == ["no_guide"]
    # found by the search alone it is a guide, and the reasons are its own
    assert reasons(guide_findable="search", **follows) == ["apply_absent", "trips"]


def test_what_was_not_seen_is_no_reason_and_not_online() -> None:
    found = steps(proc_mail=None)["seal"]
    assert (found.kept, found.known, found.online) == ((), False, None)


def test_a_row_outside_the_plan_is_not_asked_for() -> None:
    """Without a row of the reasons nothing is known: no list."""
    plan = replace(PLAN, basket=("tech_load",), coverage=0.0)
    assert key_list(scored([seen("a", "tech_load", 3)], plan=plan), REASONS) == ()


def test_what_was_blocked_is_no_reason() -> None:
    plan = replace(PLAN, basket=("proc_apply",), coverage=0.0)
    held = scored([lost(seen("a", "proc_apply", "absent", step=step)) for step in PLAN.steps], plan=plan)
    assert {one.online for one in key_list(held, REASONS)} == {None}


def test_a_file_of_reasons_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "offline.yaml"
    path.write_text("reasons:\n  - {id: a, indicator: proc_aply, when: [value = absent], zh: 甲, en: A}\n", encoding="utf-8")
    with pytest.raises(BadInput, match="unknown row 'proc_aply'; did you mean 'proc_apply'") as bad:
        load_reasons(CATALOGUE, path)
    assert "offline.yaml:2" in (bad.value.where or "")
    path.write_text("reasons:\n  - {id: a, indicator: proc_apply, when: [is absent now], zh: 甲, en: A}\n", encoding="utf-8")
    with pytest.raises(BadInput, match="not a condition"):
        load_reasons(CATALOGUE, path)
