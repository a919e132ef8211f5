from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

import pytest

from anfang.testbed.draw import TEXTS, draw, generate
from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.handling import derived_trips
from anfang.testbed.places import PLACES
from anfang.testbed.truth import working_days

REAL = {
    *("北京", "天津", "石家庄", "太原", "呼和浩特", "沈阳", "大连", "长春", "哈尔滨", "上海", "南京", "杭州", "宁波"),
    *("合肥", "福州", "厦门", "南昌", "济南", "青岛", "郑州", "武汉", "长沙", "广州", "深圳", "南宁", "海口", "重庆"),
    *("成都", "贵阳", "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐"),
}
"""The 36 cities of the published study."""

LABELS = {
    *("申请材料", "材料清单", "受理条件", "申请条件", "办理流程", "办理地点", "办理时间", "咨询电话", "监督电话"),
    *("投诉", "法定办结", "承诺", "收费标准", "办理结果", "送达", "办件类型", "到现场", "深度", "设定依据", "实施主体"),
}

CODES: dict[str, set[object]] = {
    "way": {2, 3, 4, 5, 6, "search", "absent"},
    "blank_form": {"works", "not_needed", "broken", "absent"},
    "sample_form": {"works", "not_needed", "broken", "absent"},
    "apply": {"form", "login_item", "login_generic", "broken", "absent"},
    "mail_in": {"electronic", "mail", "none", None},
    "mail_out": {"electronic", "mail", "none", None},
    "depth": {"I", "II", "III", "IV", None},
    "trips": {0, 1, 2, None},
    "handling_type": {"即办件", "承诺件", None},
    "search_rank": {1, 2, 3, 4, None},
    "scenario": {"wizard", "all_steps", "some_steps", "absent"},
    "login": {"several", "one", "app_only", "broken", "absent"},
    "search": {"works", "dead", "absent"},
    "status": {"stages", "state", "asks", "login", "no_answer", "absent"},
    "consult": {"open", "login", "app_only", "broken", "absent"},
    "complaint": {"open", "login", "app_only", "broken", "absent"},
}


def both(seed: int) -> list[PortalFacts]:
    return [*draw(seed, "before"), *draw(seed, "during")]


def guides(portals: Iterable[PortalFacts]) -> Iterator[StepFacts]:
    return (step for facts in portals for step in facts.steps.values() if step.way != "absent")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_code_is_planted_at_least_three_times(seed: int) -> None:
    portals = both(seed)
    shown = list(guides(portals))
    steps = [step for facts in portals for step in facts.steps.values()]
    for row, codes in CODES.items():
        holders = portals if hasattr(portals[0], row) else steps if row == "way" else shown
        counts = Counter(getattr(holder, row) for holder in holders)
        assert {code: counts[code] for code in codes if counts[code] < 3} == {}, row


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_kind_of_limit_contact_material_and_error_is_planted(seed: int) -> None:
    portals = both(seed)
    shown = list(guides(portals))
    kinds = Counter[str]()
    for step in shown:
        kinds[f"statutory {_kind(step.statutory)}"] += 1
        kinds[f"promised {_kind(step.promised)}"] += 1
        kinds["promised over statutory"] += _over(step)
        kinds["materials unstated" if step.materials is None else "materials"] += 1
        kinds["none needed"] += step.materials == "none_needed"
        kinds["catch all"] += isinstance(step.materials, tuple) and any(m.catch_all for m in step.materials)
        kinds["no consultation phone"] += step.phone in (None, "-")
        kinds["no complaint phone"] += step.complaint_phone in (None, "暂无")
        kinds["both the same"] += step.phone == step.complaint_phone != "12345"
        kinds["both 12345"] += step.phone == step.complaint_phone == "12345"
        kinds["no faq" if step.faq == 0 else "faq"] += 1
        kinds["boasted trips"] += step.trips == 0 and derived_trips(step) > 0
    for facts in portals:
        kinds[f"errors {min(n for n in (0, 2, 5, 99) if facts.script_errors <= n)}"] += 1
        kinds["dead links" if facts.dead_links else "no dead links"] += 1
    assert {kind: count for kind, count in kinds.items() if count < 3} == {}
    assert {f"statutory {kind}" for kind in ("days", "none", "null")} <= set(kinds)
    assert {f"promised {kind}" for kind in ("days", "hours", "0", "null")} <= set(kinds)
    assert {"errors 0", "errors 2", "errors 5", "errors 99"} <= set(kinds)
    assert sum(facts.delay > 3 for facts in portals) == 3


def _kind(limit: object) -> str:
    if limit is None:
        return "null"
    amount, unit = limit.amount, limit.unit  # type: ignore[attr-defined]
    if amount is None:
        return "none"
    return "0" if amount == 0 else "hours" if unit == "hours" else "days"


def _over(step: StepFacts) -> bool:
    promised, statutory = working_days(step.promised), working_days(step.statutory)
    return isinstance(promised, int | float) and isinstance(statutory, int | float) and promised > statutory


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_planted_contradicts_another_fact(seed: int) -> None:
    for facts in both(seed):
        for step in facts.steps.values():
            online = step.apply in ("form", "login_item", "login_generic")
            assert not online or step.mail_in in ("electronic", None)
            assert step.mail_in != "electronic" or step.apply != "absent"
            assert step.materials != "none_needed" or step.blank_form == step.sample_form == "not_needed"
            assert facts.search == "works" or (step.search_rank is None and step.way != "search")
            assert step.way != "search" or step.search_rank is not None
            assert step.way != "absent" or step.search_rank is None


def test_no_text_holds_another_elements_label_or_a_telephone_number() -> None:
    for step in guides(both(1)):
        texts = [getattr(step, name) or "" for name in ("name", *TEXTS)]
        joined = "\n".join([*texts, *(step.process or ())])
        assert [label for label in LABELS if label in joined] == []
        assert not re.search(r"\d{5}|\d{3,4}[-) ]\d{5}", joined)


def test_the_second_round_is_the_first_with_some_changes_mostly_for_the_better() -> None:
    before, during = draw(1, "before"), draw(1, "during")
    names = [f.name for f in fields(StepFacts)]
    pairs = [(a.steps[s], b.steps[s]) for a, b in zip(before, during, strict=True) for s in a.steps]
    changed = sum(getattr(a, name) != getattr(b, name) for a, b in pairs for name in names)
    assert 0.05 < changed / (len(pairs) * len(names)) < 0.25
    assert [facts.seed for facts in before] == [facts.seed for facts in during]
    works = [sum(step.sample_form == "works" for step in guides(portals)) for portals in (before, during)]
    assert works[1] > works[0]
    lost = sum(a.sample_form == "works" and b.sample_form != "works" for a, b in pairs)
    assert lost > 0


def test_the_same_seed_draws_the_same_portals_and_another_one_others() -> None:
    assert draw(7, "during") == draw(7, "during")
    assert draw(7, "during") != draw(8, "during")


def test_the_cities_are_the_studys_in_number_and_nowhere_in_name() -> None:
    assert Counter(place.region for place in PLACES) == {
        "华北": 5, "东北": 4, "华东": 10, "华中": 3, "华南": 4, "西南": 5, "西北": 5
    }  # fmt: skip
    assert len(REAL) == 36
    names = {place.name for place in PLACES}
    assert len(names) == len({place.id for place in PLACES}) == 36
    assert not any(real in name or name in real for name in names for real in REAL)
    assert len({facts.family for facts in draw(1, "before")[:3]}) > 1


def test_any_number_of_portals_can_be_drawn() -> None:
    assert len(generate(PLACES[:1], seed=1)) == 1
    assert [facts.id for facts in generate(PLACES[:3], seed=1)] == ["muyan", "shuolan", "jitang"]
