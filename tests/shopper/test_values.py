"""Texts of guides read as values; every expectation is worked out from docs/methodology.md."""

from __future__ import annotations

import pytest

from anfang.shopper.lexicon import load
from anfang.shopper.values import (
    depth,
    digits,
    goal_match,
    limit,
    names_step,
    number,
    phones,
    step_names,
    trips,
    way,
    well_formed,
    whole,
)

ZH = load("zh")


@pytest.mark.parametrize(
    ("text", "value"), [("5个", 5), ("共十二项", 12), ("两次", 2), ("３天", 3), ("1.5", 1.5), ("若干", None), ("", None)]
)
def test_first_number(text: str, value: float | None) -> None:
    assert number(text) == value


def test_whole_numbers_are_written_without_a_fraction() -> None:
    assert (whole(3.0), whole(0.33333)) == (3, 0.3333)


@pytest.mark.parametrize(
    ("text", "unit", "days"),
    [
        ("5个工作日", "", 5),
        ("3", "工作日", 3),
        ("自受理之日起10个工作日内", "", 10),
        ("即办", "", 0),
        ("当场办结", "", 0),
        ("0", "工作日", 0),
        ("4小时", "", 0.5),  # 4 / 8
        ("16小时", "", 1),  # 9 to 24 hours: one day
        ("48小时", "", 2),  # 48 / 24
        ("1-3个工作日", "", 3),
        ("根据第二十条规定，15个工作日", "", 15),
        ("无法定时限", "", "none"),
    ],
)
def test_limits_in_working_days(text: str, unit: str, days: object) -> None:
    found = limit(text, unit, ZH)
    assert found is not None
    assert found.days == days


@pytest.mark.parametrize("text", ["2个月", "2个月内，其中审核10个工作日", "暂无", "—", "按规定办理", "3"])
def test_limits_that_cannot_be_read_surely_are_not_known(text: str) -> None:
    found = limit(text, "", ZH)
    assert found is None or (text, found.days) == ("3", 3)


@pytest.mark.parametrize(
    ("text", "count"), [("0", 0), ("0次", 0), ("零次", 0), ("最多跑1次", 1), ("最多跑一次", 1), ("跑-1趟", None), ("无", None), ("", None)]
)
def test_trips(text: str, count: int | None) -> None:
    assert trips(text, ZH) == count


@pytest.mark.parametrize(
    ("text", "level"),
    [("四级（全程网办）", "IV"), ("Ⅱ级", "II"), ("三星", "III"), ("事项公开", "I"), ("不支持全程网办", None), ("暂无", None)],
)
def test_depth(text: str, level: str | None) -> None:
    assert depth(text, ZH) == level


@pytest.mark.parametrize(
    ("text", "end", "found"),
    [
        ("网上办理、窗口办理", "in", "electronic"),
        ("邮寄材料", "in", "mail"),
        ("窗口提交", "in", "none"),
        ("窗口提交，不支持邮寄", "in", "none"),
        ("窗口领取、邮寄送达", "out", "mail"),
        ("电子证照", "out", "electronic"),
        ("到场领取", "out", "none"),
        ("另行通知", "out", None),
        ("暂无", "out", None),
    ],
)
def test_ways_in_and_out(text: str, end: str, found: str | None) -> None:
    assert way(text, ZH, "in" if end == "in" else "out") == found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0577-88001001", ["0577-88001001"]),
        ("咨询：12345，传真（010）62345678", ["12345", "(010)62345678"]),
        ("0577-88001001转801", ["0577-88001001转801"]),
        ("暂无", []),
    ],
)
def test_phones(text: str, numbers: list[str]) -> None:
    assert phones(text, ZH) == numbers


@pytest.mark.parametrize(
    ("phone", "right"),
    [("12345", True), ("0577-88001001", True), ("(010)62345678", True), ("13800138000", True), ("400-820-1234", True),
     ("0577-88003", False), ("0577-880030030", False), ("12", False), ("23800138000", False)],
)
def test_well_formed_phones(phone: str, right: bool) -> None:
    assert well_formed(phone, ZH) is right


@pytest.mark.parametrize(
    ("lang", "text", "number", "right"),
    [
        ("en", "Telephone: 020 7946 0123 (Monday to Friday)", "020 7946 0123", True),
        ("en", "Call 311", "311", True),
        ("en", "020 7946 01", "020 7946 01", False),
        ("it", "Tel. 0512 345678 (dalle 9 alle 12)", "0512 345678", True),
        ("it", "numero verde 800 123456", "800 123456", True),
        ("it", "0512 345", "0512 345", False),
    ],
)
def test_phones_of_other_plans(lang: str, text: str, number: str, right: bool) -> None:
    assert phones(text, load(lang))[0] == number
    assert well_formed(number, load(lang)) is right


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [("en", "three working days", 3), ("en", "within two business days", 2), ("it", "cinque giorni lavorativi", 5), ("it", "4 ore", 0.5)],
)
def test_limits_in_words(lang: str, text: str, days: float) -> None:
    found = limit(text, "", load(lang))
    assert found is not None
    assert found.days == days


def test_digits_alone_tell_two_numbers_apart() -> None:
    assert digits("(0577) 8800-1001") == digits("0577-88001001") == "057788001001"


@pytest.mark.parametrize(
    ("title", "step", "least", "most"),
    [
        ("企业设立登记", "registration", 1, 1),
        ("有限责任公司设立登记", "registration", 0.9, 1),
        ("企业变更登记", "registration", 0, 0),
        ("企业设立、变更、注销登记", "registration", 0.5, 0.89),  # a combined guide counts for the step that it names
        ("公章刻制备案", "seal", 1, 1),
        ("企业设立登记、公章刻制备案合并办理", "registration", 0.5, 0.89),
        ("企业设立登记、公章刻制备案合并办理", "seal", 0.5, 0.9),
        ("企业设立登记、公章刻制备案合并办理", "invoice", 0, 0),
        ("公章刻制业特种行业许可证变更", "seal", 0, 0),
        ("发票缴销", "invoice", 0, 0),
        ("社会保险登记", "registration", 0, 0),
    ],
)
def test_goal_match(title: str, step: str, least: float, most: float) -> None:
    assert least <= goal_match(title, step, ZH) <= most


def test_an_english_title_that_combines_two() -> None:
    title = "Company registration and company seal"
    assert all(goal_match(title, step, load("en")) >= 0.5 for step in ("registration", "seal"))
    assert goal_match(title, "invoice", load("en")) == 0


def test_the_errands_own_name_names_no_step() -> None:
    steps = ("registration", "seal", "invoice", "social_insurance")
    assert step_names("企业开办一件事", ZH, steps) == ()
    assert step_names("企业设立登记、公章刻制、发票领用", ZH, steps) == ("registration", "seal", "invoice")
    assert names_step("刻制一枚公章", "seal", ZH)


@pytest.mark.parametrize(("stars", "level"), [("★★★☆", "III"), ("★★★★★", "IV"), ("★☆☆☆", "I"), ("☆☆☆☆", None)])
def test_full_stars_tell_the_depth(stars: str, level: str | None) -> None:
    assert depth(stars, ZH) == level
