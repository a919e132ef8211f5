from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from playwright.async_api import Browser, Page, async_playwright

from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.families.spa import links
from anfang.testbed.families.spa.api import Portal
from anfang.testbed.families.spa.directory import token
from anfang.testbed.server import RESOLVER_RULES, Testbed

REGISTRATION = StepFacts(
    step="registration", name="有限责任公司设立登记", way=4, legal_basis="《中华人民共和国公司法》第六条",
    conditions="股东符合法定人数", location="松澜市和平路18号2楼12号窗口", office_hours="周一至周五 9:00-17:00",
    materials=(Material("公司登记申请书"), Material("公司章程", source="股东签署", form="复印件", copies=2, required=False)),
    phone="0470-1234567", process=("申请", "受理", "审查", "发证"), authority="松澜市市场监督管理局", audience="企业法人",
    item_type="行政许可", handling_type="承诺件", statutory=Limit(15), promised=Limit(3), fee="不收费", result="营业执照",
    mail_in="electronic", mail_out="mail", depth="IV", trips=0, complaint_phone="0470-7654321", blank_form="works",
    sample_form="broken", apply="form", faq=3, search_rank=3,
)  # fmt: skip
SEAL = replace(REGISTRATION, step="seal", name="公章刻制备案", way=1, materials="none_needed", phone=None,
               statutory=Limit(None), promised=Limit(4, "hours"), mail_out="none", apply="login_item",
               blank_form="not_needed", sample_form="absent", faq=0, search_rank=1)  # fmt: skip
INVOICE = replace(
    REGISTRATION, step="invoice", name="发票申领", way=7, materials=None, apply="broken", search_rank=None
)
INSURANCE = replace(
    REGISTRATION, step="social_insurance", name="社会保险参保登记", way="search", search_rank=6
)


def portal(seed: int, *, ways: tuple[Any, ...] = (4, 1, 7, "search"), **more: Any) -> PortalFacts:
    steps = zip((REGISTRATION, SEAL, INVOICE, INSURANCE), ways, strict=True)
    facts = PortalFacts(
        id=f"spa{seed}", name="松澜", region="东北", family="spa", seed=seed,
        steps={step.step: replace(step, way=way) for step, way in steps}, search="works", scenario="all_steps",
        login="several", status="stages", consult="open", complaint="broken", dead_links=5, script_errors=2,
    )  # fmt: skip
    return replace(facts, **more)


HASH, HISTORY = 2, 1
BOTH = pytest.mark.parametrize("seed", [HASH, HISTORY])


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    async with async_playwright() as playwright:
        flags = ["--no-sandbox", f"--host-resolver-rules={RESOLVER_RULES}"]
        browser = await playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        await browser.close()


@pytest.fixture(scope="module")
async def testbed() -> AsyncIterator[Testbed]:
    async with Testbed([portal(HASH), portal(HISTORY)]) as testbed:
        yield testbed


def routes_in(tree: Any) -> Iterator[str]:
    """Routes of the app that a page's data lead to, by anchor or by listener."""
    if isinstance(tree, list):
        for branch in tree:
            yield from routes_in(branch)
    elif isinstance(tree, dict):
        for name, branch in tree.items():
            yield from [branch.lstrip("#")] if name in ("href", "to") and branch else routes_in(branch)


def shortest_ways(facts: PortalFacts) -> dict[str, list[str]]:
    """Breadth first over every view but the search results and the wizard: route -> the routes that lead there."""
    app = Portal(facts)
    frame = app.page("frame")
    views = frame["views"] | {"": "home"}
    ways, queue = {"/": []}, ["/"]
    for route in queue:
        segment, _, key = route.lstrip("/").partition("/")
        view = views.get(segment)
        if view in (None, "search", "wizard", "login", "apply", "consult", "complaint"):
            continue
        for found in routes_in([frame["menu"], frame["footer"], app.page(view, key)]):
            if found not in ways:
                ways[found] = [*ways[route], found]
                queue.append(found)
    return ways


@pytest.mark.parametrize("seed", [HASH, HISTORY])
@pytest.mark.parametrize("ways", [(4, 1, 7, "search"), (2, 3, 5, 6), ("absent", 2, 1, 1), (7, 7, 7, 7)])
@pytest.mark.parametrize("scenario", ["all_steps", "some_steps"])
def test_the_shortest_way_is_the_planted_one(seed: int, ways: tuple[Any, ...], scenario: Any) -> None:
    facts = portal(seed, ways=ways, scenario=scenario)
    found = shortest_ways(facts)
    guide = Portal(facts).routes
    for step in facts.steps.values():
        clicks = found.get(guide.path("guide", token(step.name)))
        assert (None if clicks is None else len(clicks)) == (step.way if isinstance(step.way, int) else None)


async def shown(page: Page) -> None:
    await page.wait_for_function("!document.querySelector('.loading') && document.querySelector('footer')")


async def open_view(browser: Browser, testbed: Testbed, facts: PortalFacts, path: str) -> Page:
    page = await browser.new_page()
    fragment = "#" if Portal(facts).routes.hash and path != "/" else ""
    await page.goto(testbed.url(facts.id) + (fragment + path if fragment else path[1:]))
    await shown(page)
    return page


async def open_tabs(page: Page) -> tuple[str, set[str]]:
    """All texts of a guide and all its links, tab after tab."""
    text, hrefs = "", set[str]()
    for tab in await page.locator(".guide .tabs li").all():
        await tab.click()
        await shown(page)
        for fold in await page.locator(".pane:visible .unfold").all():
            await fold.click()
        text += await page.inner_text("main")
        hrefs |= set(await page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"))
    return text, hrefs


@BOTH
@pytest.mark.browser
async def test_clicks_lead_to_the_guide(browser: Browser, testbed: Testbed, seed: int) -> None:
    facts = portal(seed)
    page = await open_view(browser, testbed, facts, "/")
    if await page.locator(".close").count():
        await page.locator(".close").click()
    for route in shortest_ways(facts)[Portal(facts).routes.path("guide", token("发票申领"))]:
        await page.locator(f"[data-to='{route}'], a[href='#{route}'], a[href='{route}']").first.click()
        await shown(page)
    assert await page.inner_text("h2") == "发票申领"
    await page.close()


@BOTH
@pytest.mark.browser
async def test_a_guide_says_what_is_planted_and_nothing_else(
    browser: Browser, testbed: Testbed, seed: int
) -> None:
    facts, words = portal(seed), Portal(portal(seed)).routes.words
    guide = await open_view(
        browser, testbed, facts, Portal(facts).routes.path("guide", token(REGISTRATION.name))
    )
    text, _ = await open_tabs(guide)
    for planted in ("《中华人民共和国公司法》第六条", "股东符合法定人数", "和平路18号", "9:00-17:00", "0470-1234567", "0470-7654321",
                    "公司登记申请书", "股东签署", "审查", "松澜市市场监督管理局", "营业执照", words["blank_form"]):  # fmt: skip
        assert planted in text
    await guide.close()
    seal = await open_view(browser, testbed, facts, Portal(facts).routes.path("guide", token(SEAL.name)))
    text, _ = await open_tabs(seal)
    assert "无法定" in text
    assert "4小时" in text.replace("个", "")
    for absent in (words["phone"], words["sample_form"], words["faq"], "邮", "快递", "EMS"):
        assert absent not in text
    await seal.close()


@BOTH
@pytest.mark.browser
async def test_links_are_those_of_the_rendered_pages(browser: Browser, testbed: Testbed, seed: int) -> None:
    facts = portal(seed)
    errors: list[str] = []
    home = await browser.new_page()
    home.on("pageerror", lambda error: errors.append(error.message))
    await home.goto(testbed.url(facts.id))
    await shown(home)
    await home.wait_for_timeout(100)
    assert len(set(errors)) == len(errors) == 2
    found = set(await home.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"))
    for step in facts.steps.values():
        page = await open_view(browser, testbed, facts, Portal(facts).routes.path("guide", token(step.name)))
        found |= (await open_tabs(page))[1]
        await page.close()
    planted = links(facts)
    assert {"/" + link.removeprefix(testbed.url(facts.id)) for link in found} == set(planted)
    assert sum(dead and not link.startswith("/files/") for link, dead in planted.items()) == 5
    for link in (link for link, dead in planted.items() if dead):
        await home.goto(testbed.url(facts.id) + link[1:])
        assert "不存在" in await home.inner_text("body") or await home.wait_for_selector("text=页面不存在")
    await home.close()


async def view_text(browser: Browser, testbed: Testbed, facts: PortalFacts, view: Any, key: str = "") -> str:
    page = await open_view(browser, testbed, facts, Portal(facts).routes.path(view, key))
    text = page.url + await page.inner_text("main")
    await page.close()
    return text


@BOTH
@pytest.mark.browser
async def test_applications_and_services_answer_as_planted(
    browser: Browser, testbed: Testbed, seed: int
) -> None:
    facts = portal(seed)
    applied = [
        await view_text(browser, testbed, facts, "apply", token(step.name))
        for step in (REGISTRATION, SEAL, INVOICE)
    ]
    assert "法定代表人姓名" in applied[0]
    assert SEAL.name in applied[1] or "returnUrl" in applied[1]
    assert any(word in applied[2] for word in ("系统异常", "不存在", "相关事项"))
    assert "系统异常" in await view_text(browser, testbed, facts, "complaint")
    login = await view_text(browser, testbed, facts, "login")
    assert "账号登录" in login
    assert "短信登录" in login
    page = await open_view(browser, testbed, facts, Portal(facts).routes.path("progress"))
    await page.locator("main input").fill(Portal(facts).services.sample)
    await page.locator(".ask").click()
    await page.wait_for_selector("text=办结")
    await page.close()


@BOTH
@pytest.mark.browser
async def test_the_search_ranks_as_planted(browser: Browser, testbed: Testbed, seed: int) -> None:
    page = await open_view(browser, testbed, portal(seed), "/")
    if await page.locator(".close").count():
        await page.locator(".close").click()
    for step, rank in ((REGISTRATION, 3), (INSURANCE, 6), (INVOICE, None)):
        await page.locator(".keyword").fill(step.name)
        await page.locator(".go").click()
        await page.wait_for_selector(f"text=为您找到与“{step.name}”")
        results = await page.locator(".results .name").all_inner_texts()
        assert (results.index(step.name) + 1 if step.name in results else None) == rank
    await page.close()


def fetch(testbed: Testbed, method: str, path: str) -> httpx.Response:
    host = {"host": f"spa{HASH}.portal.test"}
    return httpx.request(method, f"http://127.0.0.1:{testbed.port}{path}", headers=host, trust_env=False)


async def test_documents_are_real_and_nothing_can_be_submitted(testbed: Testbed) -> None:
    files = Portal(portal(HASH)).files
    form = fetch(testbed, "GET", files.path(REGISTRATION, "blank"))
    assert form.status_code == 200
    assert form.content[:4] in (b"PK\x03\x04", b"%PDF")
    lost = fetch(testbed, "GET", files.path(REGISTRATION, "sample"))
    assert lost.content[:4] not in (b"PK\x03\x04", b"%PDF")
    assert [fetch(testbed, "POST", path).status_code for path in ("/", "/api/submit", "/api/search")] == [
        405
    ] * 3
    assert fetch(testbed, "GET", "/favicon.ico").headers["content-type"].startswith("image/")
