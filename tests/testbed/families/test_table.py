from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.families import table
from anfang.testbed.families.table.words import LABELS, MAIL_IN, MAIL_OUT

REGISTRATION = StepFacts(
    step="registration", name="有限责任公司设立登记", way=3, legal_basis="《中华人民共和国公司法》第六条",
    conditions="股东符合法定人数。", materials=(Material("公司登记申请书"), Material("公司章程", form="复印件", copies=2)),
    location="人民路88号二楼5号窗口", office_hours="周一至周五 9:00-17:00", phone="0371-66881234",
    process=("提交申请", "受理", "审核", "发照"), authority="市场监督管理局", audience="企业法人", item_type="行政许可",
    handling_type="承诺件", statutory=Limit(15), promised=Limit(4, "hours"), fee="不收费", result="营业执照",
    mail_in="mail", mail_out="mail", depth="III", trips=1, complaint_phone="0371-66885678", blank_form="works",
    sample_form="broken", apply="form", faq=3, search_rank=2,
)  # fmt: skip
SEAL = replace(REGISTRATION, step="seal", name="公章刻制备案", way="search", search_rank=4)
INVOICE = replace(REGISTRATION, step="invoice", name="发票申领", way="absent", search_rank=None)
INSURANCE = replace(REGISTRATION, step="social_insurance", name="社会保险登记", way=6, search_rank=None)

SEEDS = range(6)
LINK = re.compile(r"""(?:href="|open\('|openPage\(')(/[^"']*)""")


def portal(seed: int = 0, *steps: StepFacts, **facts: Any) -> PortalFacts:
    planted = {step.step: step for step in (steps or (REGISTRATION, SEAL, INVOICE, INSURANCE))}
    codes = {
        "search": "works", "scenario": "all_steps", "login": "several", "status": "stages", "consult": "open",
        "complaint": "open",
    }  # fmt: skip
    return PortalFacts(
        id="yunze", name="云泽", region="华中", family="table", seed=seed, steps=planted, **(codes | facts)
    )


@asynccontextmanager
async def visit(facts: PortalFacts) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=table.build(facts))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://yunze.portal.test", follow_redirects=True
    ) as client:
        yield client


async def clicks(client: httpx.AsyncClient) -> dict[str, int]:
    """Pages that links alone lead to, by the heading of a guide or else the address, with the fewest clicks."""
    far, found, pages = {"/": 0}, dict[str, int](), ["/"]
    for address in pages:
        page = await client.get(address)
        if not page.headers["content-type"].startswith("text/html"):
            continue
        heading = re.search(r"<h2[^>]*>(.*?)</h2>", page.text)
        found.setdefault(heading[1] if heading else address, far[address])
        for link in map(html.unescape, LINK.findall(html.unescape(page.text))):
            if link not in far:
                far[link] = far[address] + 1
                pages.append(link)
    return found


async def guide(client: httpx.AsyncClient, step: StepFacts) -> str:
    results = (await client.get("/search/result.jsp", params={"q": step.name})).text
    path = re.search(rf'<a href="([^"]*)" target="_blank"><u>{step.name}</u>', results)
    assert path
    return (await client.get(html.unescape(path[1]))).text


class Cells(HTMLParser):
    """Texts of the innermost cells, in the document's order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("td", "th"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data.strip()


def after(page: str, key: str) -> str | None:
    """The text of the cell after the label of `key`, whichever wording the portal has; units in the label stay there."""
    cells = Cells(page).texts
    return next(
        (cells[n + 1] for n, cell in enumerate(cells) if cell.partition("（")[0] in LABELS[key]), None
    )


@pytest.mark.parametrize("way", range(1, 8))
async def test_the_shortest_way_by_links_is_the_planted_one(way: int) -> None:
    other = replace(INSURANCE, way=8 - way)
    for scenario in ("all_steps", "wizard"):
        async with visit(portal(way, replace(REGISTRATION, way=way), other, scenario=scenario)) as client:
            found = await clicks(client)
        assert found[REGISTRATION.name] == way
        assert found[other.name] == 8 - way


async def test_an_item_for_the_search_alone_has_no_link_and_an_absent_one_has_nothing() -> None:
    async with visit(portal()) as client:
        found = await clicks(client)
        results = (await client.get("/search/result.jsp?q=发票申领")).text
    assert SEAL.name not in found
    assert INVOICE.name not in found
    assert "<u>发票申领</u>" not in results


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_search_ranks_a_guide_as_planted_in_the_charset_of_either_form(seed: int) -> None:
    async with visit(portal(seed)) as client:
        for charset in ("utf-8", "gbk"):
            asked = "".join(f"%{byte:02X}" for byte in SEAL.name.encode(charset))
            results = (await client.get(f"/search/result.jsp?q={asked}")).text
            assert re.findall(r"<u>(.*?)</u>", results).index(SEAL.name) == 3


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_guide_prints_what_is_planted(seed: int) -> None:
    async with visit(portal(seed)) as client:
        page = await guide(client, REGISTRATION)
    for key in (
        "name",
        "legal_basis",
        "conditions",
        "authority",
        "audience",
        "item_type",
        "handling_type",
        "fee",
    ):
        assert after(page, key) == getattr(REGISTRATION, key)
    for text in (
        "人民路88号二楼5号窗口",
        "周一至周五 9:00-17:00",
        "0371-66881234",
        "0371-66885678",
        "营业执照",
    ):
        assert page.count(text) == 1
    assert after(page, "mail_in") in MAIL_IN["mail"]
    assert after(page, "mail_out") in MAIL_OUT["mail"]
    assert after(page, "trips") in ("1", "1次", "最多跑1次")
    assert after(page, "depth") in ("Ⅲ级", "三级", "三级（Ⅲ级）")
    assert after(page, "promised") in ("4小时", "4 小时", "自受理之日起4小时内", "4")
    assert [text in page for text in ("公司登记申请书", "公司章程", "复印件")] == [True] * 3


@pytest.mark.parametrize("seed", SEEDS)
async def test_what_is_not_planted_has_no_label(seed: int) -> None:
    nothing = replace(
        REGISTRATION, legal_basis=None, conditions=None, materials=None, location=None, office_hours=None, phone=None,
        process=None, authority=None, audience=None, item_type=None, handling_type=None, statutory=None, promised=None,
        fee=None, result=None, mail_in=None, mail_out=None, depth=None, trips=None, complaint_phone=None,
        blank_form="absent", sample_form="absent", apply="absent", faq=0,
    )  # fmt: skip
    async with visit(portal(seed, nothing, consult="absent", complaint="absent")) as client:
        page = await guide(client, nothing)
    keys = [field.name for field in fields(nothing) if field.name in LABELS and field.name != "name"]
    assert [key for key in keys if any(word in page for word in LABELS[key])] == []


async def test_a_placeholder_and_a_need_of_nothing_are_printed() -> None:
    bare = replace(REGISTRATION, conditions="详见办事指南", materials="none_needed", blank_form="not_needed")
    async with visit(portal(2, bare)) as client:
        page = await guide(client, bare)
    assert after(page, "conditions") == "详见办事指南"
    assert "无需" in str(after(page, "materials"))
    assert "无需" in str(after(page, "blank_form"))


@pytest.mark.parametrize("seed", SEEDS)
async def test_faq_shows_the_planted_number_of_questions(seed: int) -> None:
    async with visit(portal(seed)) as client:
        page = await guide(client, REGISTRATION)
        apart = re.search(r'href="(/cjwt/[^"]*)"', page)
        page = (await client.get(apart[1])).text if apart else page
    assert page.count("？") == 3


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_blank_form_is_a_document_and_the_broken_sample_is_none(seed: int) -> None:
    async with visit(portal(seed)) as client:
        page = html.unescape(await guide(client, REGISTRATION))
        files = re.findall(r"['\"](/(?:attach|upload|servlet)[^'\"]*)", page)
        blank, sample = [await client.get(path) for path in files]
    assert blank.content[:4] in (b"PK\x03\x04", b"%PDF")
    assert "filename" in blank.headers["content-disposition"]
    assert (
        sample.status_code == 404
        or not sample.content
        or sample.headers["content-type"].startswith("text/html")
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("code", ["form", "login_item", "login_generic", "broken", "absent"])
async def test_the_application_button_leads_where_it_is_planted_to(code: Any, seed: int) -> None:
    step = replace(REGISTRATION, apply=code)
    async with visit(portal(seed, step)) as client:
        page = html.unescape(await guide(client, step))
        links = [link for link in LINK.findall(page) if link.startswith(("/apply/", "/sso/auth"))]
        if code == "absent":
            assert links == []
            return
        reached = await client.get(links[0])
        sent = await client.post("/apply/1.do")
    assert sent.status_code == 405
    assert reached_as(reached, step) == code


def reached_as(page: httpx.Response, step: StepFacts) -> str:
    if page.status_code == 500 or "不存在" in page.text or "<h2" in page.text:
        return "broken"
    if "password" not in page.text:
        return "form" if "提交申请" in page.text else "?"
    return "login_item" if "returnUrl=" in str(page.url) or step.name in page.text else "login_generic"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("code", "methods"),
    [("several", range(2, 5)), ("one", [1]), ("app_only", [0]), ("broken", [0]), ("absent", [0])],
)
async def test_the_sign_in_page_offers_the_planted_methods(code: Any, methods: Any, seed: int) -> None:
    async with visit(portal(seed, login=code)) as client:
        entry = "/sso/login.jsp" in (await client.get("/")).text
        page = await client.get("/sso/login.jsp")
    assert entry == (code != "absent")
    offered = [
        word in page.text for word in ('type="password"', "获取验证码", "请扫描二维码登录", "正在跳转")
    ]
    assert sum(offered) in methods
    assert ("APP扫码登录" in page.text or "政务”APP" in page.text) == (code == "app_only")


@pytest.mark.parametrize("seed", SEEDS)
async def test_the_case_status_answers_as_planted(seed: int) -> None:
    answers: dict[str, str] = {}
    for code in ("stages", "state", "asks"):
        async with visit(portal(seed, status=code)) as client:
            sample = re.search(r"：(\d{12})）", (await client.get("/bjcx/index.jsp")).text)
            number = sample[1] if sample else "1"
            answers[code] = (await client.get(f"/bjcx/index.jsp?bjbh={number}")).text
            wrong = (await client.get("/bjcx/index.jsp?bjbh=777")).text
        assert re.search("未查询到|不存在|没有找到", wrong)
    assert answers["stages"].count("2020-01-") == 4
    assert "当前状态" in answers["state"]
    assert re.search("未查询到|不存在|没有找到", answers["asks"])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("code", "sign"),
    [
        ("open", "<textarea"),
        ("login", "登录"),
        ("app_only", "APP"),
        ("broken", "500|不存在"),
        ("absent", "不存在"),
    ],
)
async def test_consultation_is_as_planted(code: Any, sign: str, seed: int) -> None:
    async with visit(portal(seed, consult=code, complaint="absent")) as client:
        home = (await client.get("/")).text
        page = await client.get("/hdjl/zx.jsp")
    assert ("/hdjl/zx.jsp" in home) == (code != "absent")
    assert re.search(sign, page.text)
    assert ("<textarea" in page.text) == (code == "open")


async def test_the_scenario_page_names_all_or_some_of_the_steps_and_the_wizard_branches() -> None:
    named: dict[str, int] = {}
    for code in ("all_steps", "some_steps"):
        async with visit(portal(3, scenario=code)) as client:
            topic = (await client.get("/zt/qykb/index.html")).text
        named[code] = len(re.findall(r"<td>第\d步</td><td>(?:<a[^>]*>)?[^<]*(?:设立|刻制|发票|社)", topic))
    async with visit(portal(3, scenario="wizard")) as client:
        first, company, partners, last = [
            (await client.get(f"/zt/cjdh.do?{query}")).text
            for query in ("", "q1=有限责任公司", "q1=合伙企业", "q1=合伙企业&q2=普通合伙&q3=是")
        ]
    assert named["all_steps"] == 4
    assert 1 <= named["some_steps"] <= 3
    assert len({first, company, partners}) == 3
    assert "您需要办理" in last


@pytest.mark.parametrize("seed", SEEDS)
async def test_links_are_those_of_home_and_guides_and_the_dead_ones_are_dead(seed: int) -> None:
    facts = portal(seed, dead_links=3, complaint="broken")
    links = table.links(facts)
    async with visit(facts) as client:
        home = (await client.get("/")).text
        for address, dead in links.items():
            page = await client.get(address)
            lost = page.headers["content-type"].startswith("text/html") and "不存在" in page.text
            assert dead == (page.status_code >= 400 or lost), address
    assert sum(dead for address, dead in links.items() if address.startswith("/zwgk/old/")) == 3
    assert set(re.findall(r'href="(/[^"]*)"', home)) <= set(map(html.unescape, links))


async def test_the_home_page_throws_the_planted_script_errors_and_keeps_its_bad_search() -> None:
    async with visit(portal(script_errors=4, search="dead")) as client:
        home = (await client.get("/")).text
        missing = await client.get("/search/result.jsp?q=x")
    assert len(set(re.findall(r"initColumn\d+", home))) == 4
    assert "请输入关键字" in home
    assert 'action="/search/result.jsp"' not in home
    assert missing.status_code == 404
