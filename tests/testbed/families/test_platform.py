from __future__ import annotations

import asyncio
import io
import re
import shutil
import zipfile
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
from lxml import html as lxml_html
from playwright.async_api import Page, async_playwright

from anfang.testbed import families
from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.facts import OFF_SITE, Limit, PortalFacts, StepFacts
from anfang.testbed.families.platform import browse, build, home, links
from anfang.testbed.families.platform.blueprint import groups
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.placing import placements
from anfang.testbed.families.platform.site import Site
from anfang.testbed.families.platform.words import ELEMENTS, WORDS
from anfang.testbed.places import invent
from anfang.testbed.server import RESOLVER_RULES, Testbed
from anfang.testbed.texts import pool

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
LINUX = WINDOWS.replace("Windows NT 10.0; Win64; x64", "X11; Linux x86_64")
TEXTS = (
    "name", "legal_basis", "conditions", "location", "office_hours", "phone", "authority", "audience", "item_type", "fee",
    "result", "complaint_phone",
)  # fmt: skip

DRAWN = [
    replace(facts, delay=0.0, hiccup=0, home="normal")
    for seed in (1, 2, 3, 4)
    for facts in generate(invent(40), seed, only=["platform"])[:3]
]
PORTALS = [*DRAWN, perfect("platform")]
EACH = pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: f"{facts.id}-{facts.seed}")


class Client:
    """Asks an application without a server; all requests share one loop, which makes a crawl quick."""

    def __init__(self, facts: PortalFacts) -> None:
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(build(facts)), base_url="http://portal.test", headers={"user-agent": WINDOWS}
        )

    def get(self, url: str, **options: object) -> httpx.Response:
        return RUNNER.run(self._client.get(url, **options))  # type: ignore[arg-type]

    def post(self, url: str) -> httpx.Response:
        return RUNNER.run(self._client.post(url, data={"a": "b"}))


RUNNER = asyncio.Runner()
KNOWN: dict[int, tuple[PortalFacts, Site, Client]] = {}
"""Facts cannot be hashed; holding them keeps their identity."""


def known(facts: PortalFacts) -> tuple[PortalFacts, Site, Client]:
    if id(facts) not in KNOWN:
        KNOWN[id(facts)] = (facts, Site(facts), Client(facts))
    return KNOWN[id(facts)]


def site_of(facts: PortalFacts) -> Site:
    return known(facts)[1]


def client(facts: PortalFacts) -> Client:
    return known(facts)[2]


def with_step(facts: PortalFacts, step: str = "seal", **changes: object) -> PortalFacts:
    return replace(facts, steps={**facts.steps, step: replace(facts.steps[step], **changes)})  # type: ignore[arg-type]


def tree(text: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(text)


def shown(node: lxml_html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def targets(at: str, text: str) -> list[str]:
    """Where the page's links lead, those of scripts too."""
    found = [str(href) for href in tree(text).xpath("//a/@href") if not str(href).startswith(("javascript:", "#"))]
    found += re.findall(r"ZW\.(?:go|down)\('([^']+)'\)", text)
    urls = [urlsplit(urljoin(f"http://portal.test{at}", url.replace("&amp;", "&"))) for url in found]
    return [f"{url.path}?{url.query}".rstrip("?") for url in urls if url.netloc == "portal.test"]


FAR: dict[int, dict[str, int]] = {}


def distances(facts: PortalFacts) -> dict[str, int]:
    """Fewest activations from the home page to each page."""
    if id(facts) not in FAR:
        FAR[id(facts)] = _distances(facts)
    return FAR[id(facts)]


def _distances(facts: PortalFacts) -> dict[str, int]:
    """Guides of other items are all of one make: links are followed from the first few of them only."""
    asked, site, others = client(facts), site_of(facts), 0
    at = site.at["home"].url()
    planted = {guide_url(facts, step.step) for step in facts.guides}
    far, waiting = {at: 0}, deque([at])
    while waiting:
        page = waiting.popleft()
        if is_guide(site, page) and page not in planted:
            others += 1
            if others > 8:
                continue
        answer = asked.get(page)
        if "text/html" in answer.headers.get("content-type", ""):
            for url in targets(page, answer.text):
                if url not in far:
                    far[url] = far[page] + 1
                    waiting.append(url)
    return far


def is_guide(site: Site, url: str) -> bool:
    return urlsplit(url).path.startswith(site.at["guide"].path.partition("{")[0])


def guide_url(facts: PortalFacts, step: str) -> str:
    site = site_of(facts)
    return site.at["guide"].url(site.directory.guide_id(facts.steps[step]))


def guide_text(facts: PortalFacts, step: str) -> str:
    return client(facts).get(guide_url(facts, step)).text


def pairs(text: str) -> dict[str, list[str]]:
    """Label -> values, read as a person reads the page: cell beside cell, bold beside plain, heading over text."""
    found: dict[str, list[str]] = {}
    page = tree(text)
    for label in page.xpath("//th | //td[@class='tdLabel'] | //td[@class='ck'] | //p/strong"):
        value = label.getnext()
        found.setdefault(shown(label).rstrip("："), []).append(shown(value) if value is not None else "")
    panes = [shown(pane) for pane in page.xpath("//div[contains(@class,'sx ')]/div[@class='bd']/div[@class='con']")]
    titles = [shown(title) for title in page.xpath("//div[contains(@class,'sx ')]/div[@class='hd']//li")]
    stacked = [(shown(block.xpath(".//h3")[0]), block) for block in page.xpath("//div[@class='box dj']")]
    for title, content in [*zip(titles, panes, strict=True), *((title, shown(block)[len(title) :]) for title, block in stacked)]:
        found.setdefault(title, []).append(content.strip())
    return found


def plain(label: str) -> str:
    """The label without a unit."""
    return re.sub(r"[（(].*?[）)]$", "", label)


@EACH
def test_every_way_is_as_long_as_planted(facts: PortalFacts) -> None:
    far = distances(facts)
    for step in facts.guides:
        assert far.get(guide_url(facts, step.step)) == (step.way if isinstance(step.way, int) else None), step.step


@pytest.mark.parametrize("seed", range(6))
def test_ways_of_all_lengths(seed: int) -> None:
    facts = replace(perfect("platform"), seed=seed)
    ways = {name: (seed + 2 * n) % 6 + 1 for n, name in enumerate(facts.steps)}
    facts = replace(facts, steps={name: replace(step, way=ways[name]) for name, step in facts.steps.items()})
    far = _distances(facts)
    assert {name: far[guide_url(facts, name)] for name in ways} == ways


def test_every_length_has_a_place() -> None:
    assert all(placements(inline, levels) for inline in (None, "theme", "life") for levels in range(1, 6))


@EACH
def test_an_absent_guide_is_nowhere_but_its_neighbours_are(facts: PortalFacts) -> None:
    asked, far = client(facts), distances(facts)
    for step in facts.steps.values():
        if step.way == "absent":
            assert asked.get(guide_url(facts, step.step)).status_code == 404
            assert guide_url(facts, step.step) not in far
    site = site_of(facts)
    assert sum(is_guide(site, url) for url in far) > 60


@EACH
def test_stated_texts_stand_beside_their_labels_and_nothing_else_does(facts: PortalFacts) -> None:
    for step in facts.guides:
        told = pairs(guide_text(facts, step.step))
        for element in TEXTS:
            text, wordings = getattr(step, element), ELEMENTS[element]
            values = [value for label in told if label in wordings for value in told[label]]
            if text is None:
                assert values == [], (step.step, element)
            else:
                maps = WORDS["map"]
                assert values, (step.step, element)
                assert {re.sub(f" ({'|'.join(maps)})$", "", value) for value in values} == {" ".join(text.split())}


@EACH
def test_codes_stand_in_words(facts: PortalFacts) -> None:
    for step in facts.guides:
        told = {plain(label): (label, values) for label, values in pairs(guide_text(facts, step.step)).items()}

        def one(element: str, told: dict[str, tuple[str, list[str]]] = told) -> tuple[str, str] | None:
            found = [told[label] for label in ELEMENTS[element] if label in told]
            assert len(found) <= 1
            return (found[0][0], found[0][1][0]) if found else None

        for element in ("statutory", "promised"):
            assert_limit(getattr(step, element), one(element))
        for element in ("handling_type", "mail_in", "mail_out", "depth", "trips"):
            assert (one(element) is None) == (getattr(step, element) is None), element
        assert_words(step, one("handling_type"), one("mail_in"), one("mail_out"), one("depth"), one("trips"))


@EACH
def test_what_tells_a_place_stands_only_where_the_place_is_stated(facts: PortalFacts) -> None:
    for step in facts.guides:
        told = pairs(guide_text(facts, step.step))
        hints = {*WORDS["traffic"], *WORDS["window"], *WORDS["windows"]} & set(told)
        assert not hints or step.location not in (None, *pool("zh").placeholders)


def assert_limit(limit: Limit | None, found: tuple[str, str] | None) -> None:
    if limit is None:
        assert found is None
        return
    assert found is not None
    label, value = found
    if limit.amount is None:
        assert value.startswith(("无", "法律法规未规定", "不作时限承诺", "未承诺"))
    elif limit.amount == 0:
        assert value in ("0", "即办", "当场办结", "0个工作日")
    else:
        assert re.findall(r"\d+", value) == [f"{limit.amount:g}"]
        assert ("小时" if limit.unit == "hours" else "工作日") in label + value


def assert_words(step: StepFacts, *found: tuple[str, str] | None) -> None:
    handling, way_in, way_out, depth, trips = (pair[1] if pair else None for pair in found)
    if handling:
        assert handling.startswith("即办" if step.handling_type == "即办件" else "承诺")
    for told, code, easier in ((way_in, step.mail_in, ("网上", "邮寄")), (way_out, step.mail_out, ("网", "邮寄"))):
        if told and code == "none":
            assert "窗口" in told or "现场" in told
            assert not any(word in told for word in easier)
        if told and code == "mail":
            assert "邮寄" in told or "快递" in told
            assert "网" not in told
        if told and code == "electronic":
            assert "网" in told or "电子" in told
    if depth:
        level = {"I": "一Ⅰ", "II": "二Ⅱ", "III": "三Ⅲ", "IV": "四Ⅳ"}[step.depth or ""]
        assert any(sign in depth for sign in level)
    if trips:
        assert re.findall(r"\d", trips) == [str(step.trips)]


@EACH
def test_materials_process_and_questions(facts: PortalFacts) -> None:
    for step in facts.guides:
        text = guide_text(facts, step.step)
        page, told = tree(text), pairs(text)
        names = [shown(cell) for cell in page.xpath("//table[@class='clb']//td[@class='l']")]
        materials = [value for label in told if label in ELEMENTS["materials"] for value in told[label]]
        if step.materials is None:
            assert not materials
            assert not names
        elif step.materials == "none_needed":
            assert materials[0] in WORDS["no_materials"]
        else:
            assert names == [material.name for material in step.materials]
        assert_process(step, page)
        assert_questions(facts, step, page)


def assert_process(step: StepFacts, page: lxml_html.HtmlElement) -> None:
    rows = [shown(row[0]) for row in page.xpath("//table[@class='lcb']//tr[not(@class)]")]
    charts = [re.findall(r'"name": "(.*?)"', str(data)) for data in page.xpath("//a/@data-attach")]
    assert (rows, charts) != ([], []) or not step.process
    for names in [*charts, *([rows] if rows else [])]:
        assert names == list(step.process or ())
    heads = page.xpath("//table[@class='lcb']//tr[@class='t']/td")
    at = [n for n, head in enumerate(heads) if shown(head) in WORDS["stage_days"]]
    if at:
        assert step.promised is not None
        assert step.promised.amount is not None
        spent = [float(shown(row[at[0]])) for row in page.xpath("//table[@class='lcb']//tr[not(@class)]")]
        assert 0 < sum(spent) < step.promised.amount


def assert_questions(facts: PortalFacts, step: StepFacts, page: lxml_html.HtmlElement) -> None:
    here = page.xpath("//div[@class='wd']/dl")
    apart = page.xpath("//a[@class='cj']/@href")
    assert not (here and apart)
    if apart:
        here = tree(client(facts).get(str(apart[0])).text).xpath("//div[@class='wd']/dl")
    assert len(here) == step.faq
    assert len({shown(one) for one in here}) == step.faq
    if not step.faq:
        assert not set(ELEMENTS["faq"]) & {shown(node) for node in page.xpath("//li | //h3 | //a")}


@EACH
def test_forms_are_what_they_say(facts: PortalFacts) -> None:
    site, asked = site_of(facts), client(facts)
    for step in facts.guides:
        text = guide_text(facts, step.step)
        guide = site.guides[site.directory.guide_id(step)]
        told = pairs(text)
        for kind in ("blank", "sample"):
            state = getattr(step, f"{kind}_form")
            urls = [site.at["file"].url(file.id) for file in guide.files if file.kind == kind]
            assert len(urls) == (state in ("works", "broken"))
            assert all(url.replace("&", "&amp;") in text for url in urls)
            said = [value for label in told if label in ELEMENTS[kind] for value in told[label]]
            assert (said != [] and said[0] in WORDS[f"no_{kind}"]) == (state == "not_needed")
            for url in urls:
                assert is_document(url, asked.get(url).content) == (state == "works")


def is_document(url: str, content: bytes) -> bool:
    if url.endswith(".pdf"):
        return content.startswith(b"%PDF")
    inside = "word/document.xml" if url.endswith(".docx") else "xl/workbook.xml"
    return zipfile.is_zipfile(io.BytesIO(content)) and inside in zipfile.ZipFile(io.BytesIO(content)).namelist()


@EACH
def test_results_come_at_their_rank(facts: PortalFacts) -> None:
    site, asked = site_of(facts), client(facts)
    for step in facts.guides:
        answer = asked.get(site.at["search"].url(kw=step.name))
        if facts.search != "works":
            assert answer.status_code == 404
            continue
        urls = [str(url) for url in tree(answer.text).xpath("//ul[@class='jg']//a/@href")]
        own = guide_url(facts, step.step)
        assert (urls.index(own) + 1 if own in urls else None) == step.search_rank
        planted = {guide_url(facts, other.step) for other in facts.guides}
        assert planted & set(urls) <= {own}


@pytest.mark.parametrize("search", ["works", "dead", "absent"])
def test_search_boxes(search: str) -> None:
    for seed in range(6):
        facts = replace(perfect("platform"), seed=seed, search=search)  # type: ignore[arg-type]
        page = tree(client(facts).get(site_of(facts).at["home"].url()).text)
        assert bool(page.xpath("//form[@id='searchForm']")) == (search == "works")
        assert bool(page.xpath("//input[contains(@class,'ss_ipt')]")) == (search != "absent")


def pressed(facts: PortalFacts, step: str) -> str | None:
    """Where the guide's button leads, or None."""
    buttons = tree(guide_text(facts, step)).xpath("//a[contains(@class,'zxbl')]")
    if not buttons:
        return None
    go = re.findall(r"ZW\.go\('([^']+)'\)", buttons[0].get("onclick") or "")
    return go[0] if go else str(buttons[0].get("href"))


@pytest.mark.parametrize("code", ["form", "login_item", "login_generic", "broken", "absent"])
def test_the_application_button(code: str) -> None:
    faults: set[object] = set()
    for seed in range(8):
        facts = with_step(replace(perfect("platform"), seed=seed), apply=code)
        site, url = site_of(facts), pressed(facts, "seal")
        if code == "absent":
            assert url is None
            continue
        assert url is not None
        own = site.directory.guide_id(facts.steps["seal"])
        answer = client(facts).get(url, follow_redirects=True)
        asked = "".join(parse_qs(urlsplit(str(answer.url)).query).get("returnUrl", []))
        name = facts.steps["seal"].name
        if code == "form":
            assert name in answer.text
            assert 90 <= len(set(re.findall(r'name="(g\d+_f\d+)"', answer.text))) <= 180
            assert client(facts).post(url).status_code == 405
        elif code in ("login_item", "login_generic"):
            assert 'type="password"' in answer.text or "smsCode" in answer.text
            assert (own in asked) == (code == "login_item")
            assert code == "login_item" or name not in answer.text
        else:
            lost = answer.status_code == 500 or any(words in answer.text for words in WORDS["not_found"])
            assert lost or url == guide_url(facts, "seal")
            faults.add(answer.status_code if lost else "itself")
    assert code != "broken" or len(faults) == 3


def test_forms_have_the_items_own_fields() -> None:
    step = perfect("platform").steps["invoice"]
    labels = [field.label for group in groups(step, Choices(3)) for field in group.fields]
    assert "发票种类" in labels
    assert 90 <= len(labels) <= 180


def entry(facts: PortalFacts, kind: str) -> str | None:
    """Where an entry of the home page leads, by way of the page of enquiries where there is one."""
    asked, site = client(facts), site_of(facts)
    pages = [asked.get(site.at["home"].url()).text, asked.get(site.at["interact"].url()).text]
    for node in [node for page in pages for node in tree(page).xpath("//a")]:
        if shown(node) in WORDS[kind]:
            go = re.findall(r"ZW\.go\('([^']+)'\)", node.get("onclick") or "")
            return go[0] if go else str(node.get("href"))
    return None


@pytest.mark.parametrize("code", ["several", "one", "app_only", "broken", "absent"])
def test_signing_in(code: str) -> None:
    for seed in range(6):
        facts = replace(perfect("platform"), seed=seed, login=code)  # type: ignore[arg-type]
        url = entry(facts, "login")
        if code == "absent":
            assert url is None
            continue
        answer = client(facts).get(str(url))
        marks = ('type="password" class="ipt" name="password"', "smsCode", 'name="pin"', "扫码登录</p>")
        ways = sum(mark in answer.text for mark in marks)
        lost = answer.status_code == 500 or any(words in answer.text for words in WORDS["not_found"])
        assert lost == (code == "broken")
        assert ways == {"one": 1}.get(code, 0) if code != "several" else ways >= 2
        assert ("APP" in answer.text) >= (code == "app_only")


@pytest.mark.parametrize("code", ["stages", "state", "asks", "login", "no_answer", "absent"])
def test_the_progress_query(code: str) -> None:
    for seed in range(6):
        facts = replace(perfect("platform"), seed=seed, status=code)  # type: ignore[arg-type]
        asked, url = client(facts), entry(facts, "status")
        assert (url is None) == (code == "absent")
        if url is None:
            continue
        answer = asked.get(url)
        if code == "login":
            assert answer.status_code == 302
            assert answer.headers["location"].startswith(site_of(facts).at["gate"].path)
            continue
        page = tree(answer.text)
        numbers = [shown(node) for node in page.xpath("//p[@class='sl']/b")]
        assert bool(numbers) == (code in ("stages", "state"))
        query = dict(zip(("sblsh", "cxmm"), numbers or ["12345678"], strict=False))
        told = asked.get(url, params=query).text
        assert (len(tree(told).xpath("//div[@class='cxjg']//table[@class='lcb']//tr")) > 3) == (code == "stages")
        assert bool(re.search("已办结|审核中|已受理", told)) == (code == "state")
        wrong = asked.get(url, params={"sblsh": "999", "cxmm": "1"}).text
        assert any(words in wrong for words in WORDS["no_case"]) == (code != "no_answer")


@pytest.mark.parametrize("kind", ["consult", "complaint"])
@pytest.mark.parametrize("code", ["open", "login", "app_only", "broken", "off_site", "absent"])
def test_enquiries(kind: str, code: str) -> None:
    for seed in range(6):
        facts = replace(perfect("platform"), seed=seed, **{kind: code})  # type: ignore[arg-type]
        url = entry(facts, kind)
        if code in ("off_site", "absent"):
            assert url == (OFF_SITE if code == "off_site" else None)
            continue
        answer = client(facts).get(str(url))
        if code == "login":
            assert answer.headers["location"].startswith(site_of(facts).at["gate"].path)
        lost = answer.status_code == 500 or any(words in answer.text for words in WORDS["not_found"])
        assert lost == (code == "broken")
        assert ("<textarea" in answer.text and "randimg" in answer.text) == (code == "open")
        assert any(words in answer.text for words in WORDS["use_app"]) == (code == "app_only")
        assert code != "open" or client(facts).post(str(url)).status_code == 405


@pytest.mark.parametrize("code", ["wizard", "all_steps", "some_steps", "absent"])
def test_the_scenario(code: str) -> None:
    for seed in range(6):
        facts = replace(perfect("platform"), seed=seed, scenario=code)  # type: ignore[arg-type]
        asked, url = client(facts), entry(facts, "scenario")
        assert (url is None) == (code == "absent")
        if url is None:
            assert asked.get(site_of(facts).at["scenario"].url()).status_code == 404
            continue
        lists = {given: steps_named(asked.get(url, params={"da": given}).text) for given in ("", "aaa", "bbb")}
        if code == "wizard":
            assert not lists[""]
            assert len(lists["aaa"]) == 4
            assert 0 < len(lists["bbb"]) < 4
        else:
            assert len(lists[""]) == 4 if code == "all_steps" else 1 <= len(lists[""]) <= 3


def steps_named(text: str) -> list[str]:
    return [shown(node) for node in tree(text).xpath("//ol[@class='bz']/li/span")]


@EACH
def test_links_and_which_are_dead(facts: PortalFacts) -> None:
    asked, site, told = client(facts), site_of(facts), links(facts)
    pages = [site.at["home"].url(), *(guide_url(facts, step.step) for step in facts.guides)]
    crawled = [url for page in pages for url in hrefs(page, asked.get(page).text)]
    assert list(told) == list(dict.fromkeys(crawled))
    for url, dead in told.items():
        answer = asked.get(url, follow_redirects=True)
        lost = answer.status_code >= 400 or "不存在" in answer.text or any(words in answer.text for words in WORDS["not_found"])
        assert lost == dead, url
    assert sum(told[url] for url in set(hrefs(pages[0], asked.get(pages[0]).text))) == facts.dead_links


def hrefs(at: str, text: str) -> list[str]:
    found = [urlsplit(urljoin(f"http://portal.test{at}", str(href))) for href in tree(text).xpath("//a/@href")]
    return [f"{url.path}?{url.query}".rstrip("?") for url in found if url.netloc == "portal.test"]


@EACH
def test_no_server_errors_and_pages_are_light(facts: PortalFacts) -> None:
    asked = client(facts)
    broken = "broken" in (facts.login, facts.consult, facts.complaint, *(step.apply for step in facts.guides))
    for url in [*distances(facts)][:120]:
        answer = asked.get(url)
        assert answer.status_code < 500 or broken
        assert answer.text.count("<") < 5000
    assert asked.get("/favicon.ico").status_code == 200


def test_the_same_facts_give_the_same_bytes() -> None:
    for facts in PORTALS[:3]:
        urls = [*links(facts), site_of(facts).at["captcha"].url(), site_of(facts).at["qr"].url(), site_of(facts).at["style"].url()]
        one, other = Client(facts), Client(facts)
        assert all(one.get(url).content == other.get(url).content for url in urls)


def test_home_and_guides_are_slow_where_planted(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def pause(facts: PortalFacts) -> None:
        waited.append(facts.delay)

    monkeypatch.setattr(home, "pause", pause)
    monkeypatch.setattr(browse, "pause", pause)
    facts = replace(perfect("platform"), delay=4.0)
    asked, site = client(facts), site_of(facts)
    for url in (site.at["home"].url(), guide_url(facts, "seal"), site.at["shelf"].url(site.directory.roots["hot"].id)):
        asked.get(url)
    assert waited == [4.0, 4.0]


def test_labels_have_three_wordings() -> None:
    assert all(len(set(wordings)) >= 3 for wordings in WORDS.values())
    assert families.load()["platform"].plants == {"off_site"}


@asynccontextmanager
async def browsed(facts: PortalFacts, agent: str = WINDOWS, platform: str = "Win32") -> AsyncIterator[tuple[Page, str]]:
    """A page of a browser that says to be what it is told, and the address of the portal."""
    async with Testbed([facts]) as testbed, async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"),
            args=["--no-sandbox", f"--host-resolver-rules={RESOLVER_RULES}"],
        )
        page = await browser.new_page(user_agent=agent, viewport={"width": 1280, "height": 900})
        await page.add_init_script(f"Object.defineProperty(navigator, 'platform', {{ get: () => '{platform}' }})")
        yield page, testbed.url(facts.id)
        await browser.close()


def seeded(wanted: str) -> PortalFacts:
    """A perfect portal of a seed that chooses what is wanted."""
    for seed in range(200):
        facts = replace(perfect("platform"), seed=seed)
        site = site_of(facts)
        guide = next(iter(site.guides.values()))
        told = {
            "chooser": home.Home(site).chooser and not site.at.direct,
            "script": home.sniffing(site) == "script" and site.pick.one("root", ("script", "meta", "splash")) == "script",
            "drop": guide.files_at == "drop" and bool(guide.process and guide.process.chart),
        }
        if told[wanted]:
            return facts
    raise LookupError(wanted)


@pytest.mark.browser
async def test_the_address_leads_on_and_a_layer_can_be_closed() -> None:
    facts = replace(seeded("chooser"), script_errors=3)
    async with browsed(facts) as (page, url):
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(url)
        await page.wait_for_url(f"**{site_of(facts).at['home'].url()}")
        await page.locator("#chooser .gb").click()
        assert await page.locator("#mask").is_hidden()
        assert len(set(errors)) == 3
        await page.reload()
        assert await page.locator("#chooser").is_hidden()


@pytest.mark.browser
async def test_who_looks_like_a_telephone_is_sent_away() -> None:
    facts = seeded("script")
    async with browsed(facts, platform="Linux x86_64") as (page, url):
        await page.goto(url)
        await page.wait_for_url(f"**{site_of(facts).at['mobile'].url()}")


def test_the_server_sends_telephones_away() -> None:
    facts = next(one for seed in range(50) if home.sniffing(Site(one := replace(perfect("platform"), seed=seed))) == "server")
    address, mobile = site_of(facts).at["home"].url(), site_of(facts).at["mobile"].url()
    assert client(facts).get(address, headers={"user-agent": LINUX}).headers["location"] == mobile
    assert client(facts).get(address).status_code == 200


@pytest.mark.browser
async def test_charts_open_and_forms_drop_down() -> None:
    facts = seeded("drop")
    async with browsed(facts) as (page, url):
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(url.rstrip("/") + guide_url(facts, "registration"))
        tab = page.locator(".hd li", has_text=re.compile("|".join(ELEMENTS["process"])))
        if await tab.count():
            await tab.click()
        await page.locator(".lctbtn").click()
        assert await page.locator(".layer .flow b").all_inner_texts() == list(facts.steps["registration"].process or ())
        await page.locator(".layer .gb").click()
        await page.locator(".xl_btn").first.hover()
        if await page.locator(".xl ul").first.is_hidden():
            await page.locator(".xl_btn").first.click()
        async with page.expect_download() as download:
            await page.locator(".xl ul a").first.click()
        assert (await (await download.value).path()).stat().st_size > 500
        assert not errors
