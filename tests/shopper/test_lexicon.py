"""What the words of each language catch and leave, by sentences of guides and portals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from anfang.errors import BadInput
from anfang.shopper.lexicon import EXACT, FOLDER, SUFFIX, load, squeeze, stands
from anfang.shopper.materials import MaterialSeen
from anfang.shopper.reading import form_kind
from anfang.shopper.values import depth, goal_match, limit, names_step, trips, way

LANGS = sorted(file.stem for file in FOLDER.glob("*.yaml"))
STEPS = ("registration", "seal", "invoice", "social_insurance")
WORDS_OF_THE_LANGUAGE = ("hubs", "numerals", "address_words")
"""Mappings whose keys are words."""


def data(lang: str) -> Mapping[str, Any]:
    return load(lang)._data  # pyright: ignore[reportPrivateUsage]


def shape(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, kind) of every entry but the lists of exceptions, which a language has where it needs them."""
    if not isinstance(node, Mapping):
        yield path, type(node).__name__
    elif path.rpartition("/")[2] in WORDS_OF_THE_LANGUAGE:
        yield path, "words"
    else:
        for name, inner in node.items():
            if name not in ("not", "contains"):
                yield from shape(inner, f"{path}/{name}")


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_has_the_same_entries(lang: str) -> None:
    assert dict(shape(data(lang))) == dict(shape(data("zh")))


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_belongs_to_two_elements(lang: str) -> None:
    labels = [squeeze(label) for entry in data(lang)["elements"].values() for label in set(entry["labels"])]
    assert sorted(labels) == sorted(set(labels))


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(BadInput, match=r"(?s)'xx'.*en, it, zh"):
        load("xx")


@pytest.mark.parametrize(
    ("word", "text", "there"),
    [
        ("no", "there is no fee", True),
        ("no", "notice to applicants", False),
        ("vat", "private", False),
        ("ems", "邮政ems快递", True),
        ("iv", "第iv级", True),
        ("没有", "没有法定时限", True),
    ],
)
def test_latin_words_stand_alone_and_chinese_ones_anywhere(word: str, text: str, there: bool) -> None:
    assert stands(word, text) is there


@pytest.mark.parametrize(
    ("lang", "text", "element", "unit", "strength"),
    [
        ("zh", "承诺办结时限：", "promised_limit", "", EXACT),
        ("zh", "承诺时限(工作日)", "promised_limit", "工作日", EXACT),
        ("zh", "办 理 地 点", "location", "", EXACT),
        ("zh", "（三）申请材料", "materials", "", EXACT),
        ("zh", "企业设立受理条件", "conditions", "", SUFFIX),
        ("zh", "窗口咨询热线", "phone", "", SUFFIX),
        ("zh", "监督投诉电话", "complaint_phone", "", EXACT),
        ("en", "What you need", "materials", "", EXACT),
        ("en", "2. How long it takes:", "promised_limit", "", EXACT),
        ("en", "Processing time (working days)", "promised_limit", "working days", EXACT),
        ("en", "STATUTORY TIME LIMIT", "statutory_limit", "", EXACT),
        ("en", "Counter opening times", "office_hours", "", SUFFIX),
        ("en", "Company registration fees", "fee", "", SUFFIX),
        ("en", "Complaints hotline", "complaint_phone", "", EXACT),
        ("en", "Who can apply", "conditions", "", EXACT),
        ("en", "Legislation", "legal_basis", "", EXACT),
    ],
)
def test_labels(lang: str, text: str, element: str, unit: str, strength: int) -> None:
    found = load(lang).label(text)
    assert found is not None
    assert (found.element, found.unit, found.strength) == (element, unit, strength)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "电子邮箱地址"),
        ("zh", "收费依据是什么？请看附件里的规定和说明文字，谢谢您"),
        ("zh", "特殊环节"),
        ("en", "Email address"),
        ("en", "Terms and conditions"),
        ("en", "Media enquiries"),
        ("en", "Documents"),
        ("en", "Coffee"),
        ("en", "Contents"),
    ],
)
def test_no_labels(lang: str, text: str) -> None:
    assert load(lang).label(text) is None


@pytest.mark.parametrize(
    ("lang", "element", "text", "empty"),
    [
        ("zh", "result", "无", True),
        ("zh", "fee", "无", False),
        ("zh", "trips", "跑-1趟", True),
        ("zh", "location", "详见办事指南", True),
        ("zh", "office_hours", "暂无。", True),
        ("zh", "office_hours", "周一至周五 9:00-17:00", False),
        ("en", "result", "None", True),
        ("en", "fee", "None", False),
        ("en", "phone", "TBC", True),
        ("en", "office_hours", "To be confirmed.", True),
        ("en", "legal_basis", "Content goes here", True),
        ("en", "office_hours", "Monday to Friday, 9am to 5pm", False),
    ],
)
def test_placeholders(lang: str, element: str, text: str, empty: bool) -> None:
    assert load(lang).is_placeholder(text, element) is empty


@pytest.mark.parametrize(
    ("lang", "text", "unit", "days", "read_as"),
    [
        ("zh", "自受理之日起5个工作日内", "", 5, "working_days"),
        ("zh", "十五个工作日", "", 15, "working_days"),
        ("zh", "3", "工作日", 3, "working_days"),
        ("zh", "4小时", "", 0.5, "hours"),
        ("zh", "当场办结", "", 0, "instant"),
        ("zh", "法律未规定", "", "none", ""),
        ("en", "Within 5 working days", "", 5, "working_days"),
        ("en", "10 business days", "", 10, "working_days"),
        ("en", "2", "working days", 2, "working_days"),
        ("en", "24 hours", "", 1, "hours"),
        ("en", "Same day", "", 0, "instant"),
        ("en", "No statutory time limit", "", "none", ""),
    ],
)
def test_limits(lang: str, text: str, unit: str, days: float | str, read_as: str) -> None:
    found = limit(text, unit, load(lang))
    assert found is not None
    assert (found.days, found.unit) == (days, read_as)


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "暂无"), ("zh", "按规定办理"), ("en", "It depends"), ("en", "TBA")]
)
def test_what_is_no_limit_is_not_read(lang: str, text: str) -> None:
    assert limit(text, "", load(lang)) is None


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("zh", "最多跑1次", 1),
        ("zh", "零次", 0),
        ("zh", "跑-1趟", None),
        ("en", "0 visits", 0),
        ("en", "At most 2", 2),
        ("en", "Not applicable", None),
    ],
)
def test_trips(lang: str, text: str, count: int | None) -> None:
    assert trips(text, load(lang)) == count


@pytest.mark.parametrize(
    ("lang", "text", "level"),
    [
        ("zh", "四级（全程网办）", "IV"),
        ("zh", "Ⅲ级", "III"),
        ("zh", "原件预审", "III"),
        ("zh", "二星", "II"),
        ("zh", "一级", "I"),
        ("zh", "暂无", None),
        ("en", "Fully online", "IV"),
        ("en", "Level III", "III"),
        ("en", "Forms available", "II"),
        ("en", "Information only", "I"),
        ("en", "Can I do this here?", None),
    ],
)
def test_depths(lang: str, text: str, level: str | None) -> None:
    assert depth(text, load(lang)) == level


@pytest.mark.parametrize(
    ("lang", "end", "text", "kind"),
    [
        ("zh", "in", "窗口提交、邮寄提交", "mail"),
        ("zh", "in", "网上提交", "electronic"),
        ("zh", "in", "到窗口现场提交", "none"),
        ("zh", "in", "不支持邮寄，请到窗口", "none"),
        ("zh", "out", "EMS快递送达", "mail"),
        ("zh", "out", "窗口领取", "none"),
        ("zh", "out", "电子证照", "electronic"),
        ("en", "in", "Online or at the counter", "electronic"),
        ("en", "in", "By post", "mail"),
        ("en", "in", "You cannot apply online. Visit our office in person", "none"),
        ("en", "in", "Not in person, only online", "electronic"),
        ("en", "out", "Sent by registered post", "mail"),
        ("en", "out", "You will be notified by email to collect it in person", "none"),
        ("en", "out", "Download the certificate", "electronic"),
    ],
)
def test_ways_in_and_out(lang: str, end: Any, text: str, kind: str) -> None:
    assert way(text, load(lang), end) == kind


@pytest.mark.parametrize(
    ("lang", "text", "action", "there"),
    [
        ("zh", "在线办理", "apply", True),
        ("zh", "我要咨询 >", "consult", True),
        ("zh", "办件进度查询", "status", True),
        ("en", "Start now", "apply", True),
        ("en", "Make a complaint", "complaint", True),
        ("en", "Track your application", "status", True),
        ("en", "Sign in", "login", True),
        ("en", "Contact us", "consult", True),
        ("en", "Start page", "apply", False),
    ],
)
def test_actions(lang: str, text: str, action: str, there: bool) -> None:
    assert load(lang).is_one_of(text, "actions", action) is there


@pytest.mark.parametrize(
    ("lang", "title", "step"),
    [
        ("zh", "企业设立登记", "registration"),
        ("zh", "公章刻制备案", "seal"),
        ("zh", "发票票种核定", "invoice"),
        ("zh", "用人单位社会保险登记", "social_insurance"),
        ("en", "Register a company", "registration"),
        ("en", "Apply for a company seal", "seal"),
        ("en", "Register for VAT", "invoice"),
        ("en", "Register as an employer", "social_insurance"),
    ],
)
def test_a_title_names_its_step_and_no_other(lang: str, title: str, step: str) -> None:
    surest = {one: goal_match(title, one, load(lang)) for one in STEPS}
    assert [one for one, match in surest.items() if match >= 0.9] == [step]


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("zh", "企业变更登记"),
        ("zh", "公章遗失补刻"),
        ("en", "Close a company"),
        ("en", "Register your company for Corporation Tax"),
        ("en", "Waste and recycling"),
        ("en", "Service name goes here"),
    ],
)
def test_other_errands_are_no_goal(lang: str, title: str) -> None:
    assert all(goal_match(title, step, load(lang)) < 0.5 for step in STEPS)


def test_groups_name_a_step_in_any_order() -> None:
    assert names_step("注册一家有限公司", "registration", load("zh"))
    assert names_step("VAT: how to register", "invoice", load("en"))
    assert not names_step("Tax returns", "invoice", load("en"))


@pytest.mark.parametrize(
    ("lang", "words", "kind"),
    [
        ("zh", "空白表格下载", "blank_form"),
        ("zh", "填写示例", "sample_form"),
        ("zh", "申请表", "blank_form"),
        ("zh", "办事大厅", None),
        ("en", "Download the form (PDF)", "blank_form"),
        ("en", "Completed example", "sample_form"),
        ("en", "Application form", "blank_form"),
        ("en", "Information for visitors", None),
    ],
)
def test_kinds_of_forms(lang: str, words: str, kind: str | None) -> None:
    assert form_kind(words, load(lang)) == kind


@pytest.mark.parametrize(
    ("lang", "name", "catch_all"),
    [
        ("zh", "法律法规规定的其他材料", True),
        ("zh", "公司章程", False),
        ("en", "Any other documents as required", True),
        ("en", "Articles of association", False),
    ],
)
def test_catch_alls(lang: str, name: str, catch_all: bool) -> None:
    assert MaterialSeen.named(name, name, load(lang)).catch_all is catch_all


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("zh", "页面不存在", "gone"),
        ("zh", "系统繁忙，请稍后再试", "failed"),
        ("zh", "请先登录", "login_wall"),
        ("en", "Page not found", "gone"),
        ("en", "Sorry, there is a problem with the service", "failed"),
        ("en", "You need to sign in to continue", "login_wall"),
        ("en", "Access denied", "refused"),
    ],
)
def test_walls_and_failures(lang: str, text: str, kind: str) -> None:
    assert load(lang).has(text, kind)
