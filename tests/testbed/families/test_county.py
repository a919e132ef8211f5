"""The county family shows its planted facts, and nothing else of their kind."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from functools import cache, cached_property
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html as lxml_html
from playwright.async_api import Browser, Page, async_playwright
from starlette.testclient import TestClient

from anfang.testbed import texts
from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.facts import OFF_SITE, Limit, PortalFacts, StepFacts
from anfang.testbed.families import county
from anfang.testbed.families.county.elements import numeral
from anfang.testbed.families.county.labels import LABELS
from anfang.testbed.families.county.look import look
from anfang.testbed.families.county.menu import CHANNELS, LOGIN, SCENARIO, STATUS, WALL
from anfang.testbed.families.county.services import SERVICES
from anfang.testbed.families.county.site import Site
from anfang.testbed.families.county.titles import PLAIN
from anfang.testbed.families.county.words import WORDS
from anfang.testbed.places import PLACES
from anfang.testbed.server import RESOLVER_RULES, Testbed

PHONE = re.compile(r"(?<!\d)(?:\(?0\d{3}\)?[- ]?\d{5,8}|12\d{3}(?!\d)|400\d{7})")
GONE = re.compile("不存在")
POOL = texts.pool("zh")


@cache
def drawn(seed: int) -> tuple[PortalFacts, ...]:
    portals = generate(PLACES, seed, only=["county"])
    return tuple(replace(facts, home="normal", hiccup=0, delay=0.0) for facts in portals)


def some() -> list[PortalFacts]:
    """Four seeds, three portals each, and the control."""
    return [perfect("county"), *(facts for seed in (1, 2, 3, 4) for facts in drawn(seed)[seed : seed + 30 : 11])]


def many() -> list[PortalFacts]:
    return [perfect("county"), *(facts for seed in (5, 6) for facts in drawn(seed)[::4])]


def ids(facts: PortalFacts) -> str:
    return f"{facts.id}-{facts.seed}"


SOME = some()
each = pytest.mark.parametrize("n", range(len(SOME)), ids=lambda n: ids(SOME[n]))


class Reader:
    """A citizen with a browser, who sees a page as it is once its scripts have run."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts, self.site = facts, Site(facts)
        self.codes: dict[str, int] = {}
        self.client = TestClient(county.build(facts), follow_redirects=True, raise_server_exceptions=False)

    def tree(self, path: str) -> lxml_html.HtmlElement:
        return lxml_html.fromstring(self.client.get(path).content)

    def text(self, path: str) -> str:
        return words(self.tree(path))

    def url(self, step: str) -> str:
        return self.site.tree.guides[step].url

    def article(self, step: str) -> str:
        """What the guide's article says."""
        return words(self.tree(self.url(step)).get_element_by_id("zoom"))

    def activations(self, path: str, number: int) -> Iterator[tuple[str, int]]:
        """(address, page of its list) of everything that can be activated."""
        raw = "" if path.endswith((".docx", ".xlsx")) else self.crawled(path)
        if "<a " not in raw:
            return
        page = lxml_html.fromstring(raw.encode())
        for link in page.iter("a"):
            yield from self._leads(link.get("href", ""), link.get("onclick", ""), path)
        rows = re.findall(r"<!\[CDATA\[(.*?)\]\]>", raw, re.DOTALL)
        if rows:
            size = int(re.search(r"<perpage>(\d+)", raw)[1])  # type: ignore[index]
            for row in rows[(number - 1) * size : number * size]:
                for link in lxml_html.fromstring(row).iter("a"):
                    yield from self._leads(link.get("href", ""), "", path)
            yield from ((path, n + 1) for n in range(-(-len(rows) // size)))

    @cache  # noqa: B019
    def crawled(self, path: str) -> str:
        """A page's HTML; nothing for what redirects or is no page. Many pages, so the application is called at once."""
        address, _, query = path.partition("?")
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b""}

        async def send(event: Any) -> None:
            sent.append(event)

        scope = {"type": "http", "method": "GET", "path": unquote(address), "query_string": query.encode(), "headers": []}
        with suppress(StopIteration):
            self.client.app(scope, receive, send).__await__().send(None)
        self.codes[path] = sent[0]["status"]
        kind = dict(sent[0]["headers"]).get(b"content-type", b"")
        return sent[1]["body"].decode() if b"html" in kind else ""

    def _leads(self, href: str, click: str, path: str) -> Iterator[tuple[str, int]]:
        turned = re.fullmatch(r"javascript:toPage\((\d+)\)", href)
        opened = re.search(r"(?:window\.open\(|location\.href=)'([^']+)'", click)
        if turned:
            yield f"{path.partition('?')[0]}?pageNum={turned[1]}", 1
        elif opened:
            yield opened[1], 1
        elif href.startswith("/"):
            yield href.partition("#")[0], 1

    @cached_property
    def ways(self) -> dict[str, int]:
        """Address -> the fewest activations from the home page, by links alone."""
        far, queue = {("/", 1): 0}, deque([("/", 1)])
        while queue:
            place = queue.popleft()
            if far[place] >= 6:
                continue
            for near in self.activations(*place):
                if near not in far:
                    far[near] = far[place] + 1
                    queue.append(near)
        shortest: dict[str, int] = {}
        for (path, _), distance in far.items():
            shortest[path] = min(distance, shortest.get(path, 99))
        return shortest

    def found(self, query: str, scope: str = "all") -> list[tuple[str, str]]:
        """(title, address) of the first page of results; scripts and redirects followed."""
        page = self.tree(f"/jsearch/search.do?q={query}&scope={scope}")
        waiting = page.xpath("//*[@data-from]")
        if waiting:
            page = self.tree(waiting[0].get("data-from"))
        links = page.xpath("//a[contains(@class,'jg_a')]")
        return [(words(link), self.client.get(link.get("href")).url.path) for link in links]


@cache
def reading(n: int) -> Reader:
    """One reader for all tests that only read."""
    return Reader(SOME[n])


def words(element: lxml_html.HtmlElement) -> str:
    for script in element.xpath(".//script|.//style"):
        script.drop_tree()
    return re.sub(r"[ \t\n]*\n[ \t\n]*", "\n", element.text_content())


@each
def test_ways_are_as_long_as_planted(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    ways = reader.ways
    for step in facts.guides:
        expected = step.way if isinstance(step.way, int) else None
        assert ways.get(reader.url(step.step)) == expected, step.step
    assert {step.step for step in facts.guides} == set(reader.site.tree.guides)


def test_every_way_can_be_planted() -> None:
    base = perfect("county")
    for seed in range(4):
        steps = {step: replace(one, way=n) for n, (step, one) in enumerate(base.steps.items(), 3 if seed % 2 else 1)}
        reader = Reader(replace(base, seed=seed, steps=steps))
        ways = reader.ways
        assert [ways[reader.url(step)] for step in steps] == [one.way for one in steps.values()]


@each
def test_no_guide_where_none_is_planted(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    names = {step.name for step in facts.steps.values() if step.way == "absent"}
    combined = {step.name for step in facts.guides}
    titles = {a.guide.name for a in reader.site.library.articles.values() if a.guide}
    assert not (names - combined) & titles
    assert {service.name for services in SERVICES.values() for service in services} <= titles


@pytest.mark.parametrize("facts", many(), ids=ids)
def test_what_is_stated_stands_on_the_guide_and_nothing_else(facts: PortalFacts) -> None:
    reader = Reader(facts)
    for step in facts.guides:
        said = reader.article(step.step)
        page = reader.tree(reader.url(step.step))
        assert step.name in words(page.find(".//h1"))
        for element, labels in LABELS.items():
            value = getattr(step, element)
            told = [label for label in labels if re.search(f"{label}[：】为\n]", said)]
            assert bool(told) == (value is not None and value != ()), (element, told, said)
            if isinstance(value, str) and element not in ("materials", "depth", "mail_in", "mail_out"):
                assert value in said, element
        phones = [text for text in (step.phone, step.complaint_phone) if text and PHONE.search(text)]
        assert sorted(PHONE.findall(words(page))) == sorted(PHONE.search(text)[0] for text in phones)  # type: ignore[index]
        _limits_stand(step, said)
        _lists_stand(step, said)
        _manner_stands(step, said)


def _limits_stand(step: StepFacts, said: str) -> None:
    numbers = re.findall(r"([\d.]+|[一二三四五六七八九十]+)(?:个)?(工作日|小时)", said)
    planted = [limit for limit in (step.statutory, step.promised) if limit and limit.amount]
    wanted = [(limit.amount, "工作日" if limit.unit == "working_days" else "小时") for limit in planted]
    told = [(_number(number), unit) for number, unit in numbers if _number(number)]
    assert told == wanted
    at_once = bool(re.search("当场办结|即时办结|(?<!\\d)0个工作日|[：】为\n][\\s　]*即办(?!件)", said))
    assert at_once == (step.promised == Limit(0))
    assert bool(re.search("无法定|未规定办理时限", said)) == (step.statutory == Limit(None))


def _number(told: str) -> float:
    known = {numeral(n): float(n) for n in range(1, 100)}
    return known[told] if told in known else float(told)


def _lists_stand(step: StepFacts, said: str) -> None:
    if isinstance(step.materials, tuple):
        places = [said.find(material.name) for material in step.materials]
        assert -1 not in places
        after = said[max(said.find(label) for label in LABELS["materials"]) :]
        numbered = re.findall(r"(?:^|\n|：|；|】)[\s　]*(?:（\d+）|\d+[．、])", after)
        assert len(numbered) >= len(step.materials)
    none = re.search("无需提交申请材料|不需要申请人提交任何材料|免提交材料", said)
    assert bool(none) == (step.materials == "none_needed")
    if step.process:
        places = [said.find(part) for part in step.process]
        assert -1 not in places


def _manner_stands(step: StepFacts, said: str) -> None:
    levels = {"I": "一级|Ⅰ级|I级", "II": "二级|Ⅱ级|II级", "III": "三级|Ⅲ级|III级", "IV": "四级|Ⅳ级|IV级|全程网办"}
    if step.depth:
        assert re.search(f"(?<!I)(?:{levels[step.depth]})", said)
    else:
        assert not re.search("[一二三四ⅠⅡⅢⅣIV]级|全程网办", said)
    told = re.findall(r"(\d)次", said)
    assert told == ([] if step.trips is None else [str(step.trips)])
    blank = "not_needed" in (step.blank_form, step.sample_form)
    assert bool(re.search("无需填报或携带|无需下载或携带", said)) == blank
    ways_in = {"electronic": "网上|互联网", "mail": "邮寄", "none": "窗口|现场"}
    if step.mail_in:
        label = next(label for label in LABELS["mail_in"] if re.search(f"{label}[：】为\n]", said))
        line = said[said.find(label) :][:60]
        assert re.search(ways_in[step.mail_in], line)


@each
def test_files_are_what_they_say(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    for step in facts.guides:
        links = reader.tree(reader.url(step.step)).xpath("//div[@id='fj']//a")
        found = {bool(re.search("样", words(link)) or "示" in words(link)): link for link in links}
        assert len(found) == len(links)
        for sample, planted in ((False, step.blank_form), (True, step.sample_form)):
            assert (sample in found) == (planted in ("works", "broken")), step.step
            if sample in found:
                answer = reader.client.get(found[sample].get("href"))
                assert _is_file(words(found[sample]), answer.content) == (planted == "works")


def _is_file(name: str, content: bytes) -> bool:
    if not zipfile.is_zipfile(BytesIO(content)):
        return False
    inside = "word/document.xml" if name.endswith(".docx") else "xl/workbook.xml"
    return inside in zipfile.ZipFile(BytesIO(content)).namelist()


@each
def test_questions(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    for step in facts.guides:
        page = reader.tree(reader.url(step.step))
        links = [a.get("href") for a in page.iter("a") if words(a) in WORDS["act_faq"]]
        said = "".join([words(page.get_element_by_id("zoom")), *(reader.text(link) for link in links)])
        ask = reader.site.words["asked"]
        assert len(re.findall(f"{ask}", said)) == step.faq
        assert step.faq or not links


@pytest.mark.parametrize("facts", many(), ids=ids)
def test_application(facts: PortalFacts) -> None:
    reader = Reader(facts)
    for step in facts.guides:
        page = reader.tree(reader.url(step.step))
        buttons = page.xpath("//a[@class='sb_a']")
        assert bool(buttons) == (step.apply != "absent")
        if not buttons:
            continue
        target = next(reader._leads(buttons[0].get("href"), buttons[0].get("onclick", ""), ""))[0]
        answer = reader.client.get(target)
        said, signs_in = answer.text, answer.url.path == WALL
        back = parse_qs(urlsplit(parse_qs(answer.url.query.decode()).get("goto", [""])[0]).query)
        if step.apply == "form":
            assert step.name in said
            assert len(lxml_html.fromstring(said).xpath("//table[@class='bd']//input|//textarea|//select")) >= 8
            assert reader.client.post(target, data={"mc": "x"}).status_code == 405
        elif step.apply == "login_item":
            assert signs_in
            assert 'type="password"' in said
            assert step.name in words(lxml_html.fromstring(said)) or back["itemname"] == [step.name]
        elif step.apply == "login_generic":
            assert signs_in
            assert step.name not in said
            assert not back
        else:
            assert answer.status_code >= 400 or GONE.search(said) or answer.url.path == reader.url(step.step)


@each
def test_search(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    boxes = reader.tree("/").xpath("//*[contains(@class,'sou')]//input[@type='text']")
    assert bool(boxes) == (facts.search != "absent")
    wired = reader.tree("/").xpath("//form[contains(@class,'sou')]")
    assert bool(wired) == (facts.search == "works")
    own = {reader.url(step.step) for step in facts.guides}
    for name in {step.name: step for step in facts.steps.values()}:
        if facts.search != "works":
            continue
        step = next((one for one in facts.guides if one.name == name), None)
        scopes = ("service",) if look(reader.site.dice).search == "two" else ("all", "service")
        for scope in scopes:
            found = [path for _, path in reader.found(name, scope)]
            if step and step.search_rank:
                assert found.index(reader.url(step.step)) + 1 == step.search_rank
                assert len(own & set(found)) == 1
            else:
                assert not own & set(found)
        assert not own & {path for _, path in reader.found(name, "news")}


def test_the_search_of_news_finds_no_guide() -> None:
    facts = perfect("county")
    reader = Reader(facts)
    for step in facts.steps.values():
        found = reader.tree(f"/module/search/news.do?keyword={step.name[:4]}").xpath("//a[@class='jg_a']/@href")
        assert not {unquote(href) for href in found} & {reader.url(one) for one in facts.steps}


def _with(**changes: object) -> Iterator[Reader]:
    for seed in range(5):
        yield Reader(replace(perfect("county"), seed=seed, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["several", "one", "app_only", "broken", "absent"])
def test_login(code: str) -> None:
    for reader in _with(login=code):
        head = reader.tree("/").xpath("//div[@class='tiao']//a")
        entry = [a for a in head if words(a) in WORDS["login"]]
        assert bool(entry) == (code != "absent")
        answer = reader.client.get(LOGIN)
        page = lxml_html.fromstring(answer.content)
        ways = page.xpath("//div[@class='dl_m']")
        assert len(ways) == {"one": 1}.get(code, len(ways))
        assert (len(ways) >= 2) == (code == "several")
        assert bool(page.xpath("//input[@type='password']")) == (code in ("several", "one"))
        assert ("APP" in answer.text or "客户端" in words(page)) >= (code == "app_only")
        if code in ("broken", "absent"):
            assert answer.status_code >= 500 or GONE.search(answer.text)


@pytest.mark.parametrize("code", ["stages", "state", "asks", "login", "no_answer", "absent"])
def test_status(code: str) -> None:
    for reader in _with(status=code):
        entries = [a for a in reader.tree("/").iter("a") if words(a) in WORDS["status"]]
        assert bool(entries) == (code != "absent")
        boxes = reader.tree(reader.site.interact.url).xpath("//form[contains(@class,'chaxin')]")
        assert bool(boxes) == (code in ("stages", "state", "asks"))
        answer = reader.client.get(STATUS)
        number = re.search(r"[ABSW]\d{2}2019\d{7}", answer.text)
        assert bool(number) == (code in ("stages", "state"))
        assert (answer.url.path == WALL) == (code == "login")
        if number:
            said = reader.text(f"{STATUS}?sblsh={number[0]}")
            assert ("受理" in said and "收件" in said) == (code == "stages")
            assert ("当前状态：" in said) == (code == "state")
        if code in ("stages", "state", "asks"):
            assert "没有查询到" in reader.text(f"{STATUS}?sblsh=000")
        if code == "no_answer":
            assert not re.search("没有查询到|当前状态", reader.text(f"{STATUS}?sblsh=000"))


@pytest.mark.parametrize("code", ["open", "login", "app_only", "broken", "off_site", "absent"])
@pytest.mark.parametrize("key", ["consult", "complaint"])
def test_channels(key: str, code: str) -> None:
    for reader in _with(**{key: code}):
        links = reader.tree(reader.site.interact.url).xpath("//div[@class='rukou da']//a")
        entries = [a.get("href") for a in links if words(a).startswith(reader.site.words[key])]
        assert len(entries) == (code != "absent")
        if code in ("absent", "off_site"):
            assert entries == ([OFF_SITE] if code == "off_site" else [])
            continue
        answer = reader.client.get(entries[0])
        page = lxml_html.fromstring(answer.content)
        assert bool(page.xpath("//textarea[@name='content']")) == (code == "open")
        assert (answer.url.path == WALL) == (code == "login")
        assert ("APP" in answer.text or "客户端" in answer.text) >= (code == "app_only")
        if code == "broken":
            assert answer.status_code >= 500 or GONE.search(answer.text)
        if code == "open":
            assert page.xpath("//img[@class='yzm']")
            assert reader.client.post(entries[0], data={"content": "x"}).status_code == 405
            assert reader.client.get(f"{CHANNELS[key]}&content=x").status_code == 405


@pytest.mark.parametrize("code", ["wizard", "all_steps", "some_steps", "absent"])
def test_scenario(code: str) -> None:
    for reader in _with(scenario=code):
        entries = [a for a in reader.tree("/").iter("a") if a.get("href") == SCENARIO]
        assert bool(entries) == (code != "absent")
        if code == "absent":
            assert GONE.search(reader.text(SCENARIO))
            continue
        page = reader.tree(SCENARIO)
        named = _named(page)
        if code == "wizard":
            assert not named
            keys = sorted({radio.get("name") for radio in page.xpath("//form[@class='kb_w']//input[@type='radio']")})
            query = "&".join(f"{key}={{0}}" for key in keys)
            lists = {tuple(_named(reader.tree(f"{SCENARIO}?{query.format(n)}"))) for n in (1, 2)}
            assert len(lists) == 2
        else:
            assert len(named) == 4 if code == "all_steps" else 1 <= len(named) <= 3


def _named(page: lxml_html.HtmlElement) -> list[str]:
    told = [words(box) for box in page.xpath("//div[@class='kb_b']/b")]
    assert all(any(name in PLAIN[step] for step in PLAIN) for name in told)
    return told


def test_past_letters_can_be_read() -> None:
    for reader in _with():
        rows = reader.tree("/jact/front/maillist.do?page=2").xpath("//table//tr[td]")
        assert len(rows) >= 5
        letter = reader.text(rows[0].xpath(".//a/@href")[0])
        sent, answered = re.findall(r"2019-\d\d-\d\d", letter)[:2]
        assert sent < answered


def _anchors(reader: Reader, path: str) -> list[str]:
    hrefs = [link.get("href", "") for link in reader.tree(path).iter("a", "area")]
    return [href for href in hrefs if href.startswith("/")]


@pytest.mark.parametrize("facts", [*some(), *drawn(7)[:6]], ids=ids)
def test_links_are_told_and_whether_they_are_dead(facts: PortalFacts) -> None:
    reader, told = Reader(facts), county.links(facts)
    pages = ["/", *(reader.url(step.step) for step in facts.guides if reader.site.findable(step))]
    seen = list(dict.fromkeys(href for page in pages for href in _anchors(reader, page)))
    assert seen == list(told)
    for href, dead in told.items():
        answer = reader.client.get(href)
        assert (answer.status_code >= 400 or bool(GONE.search(answer.text))) == dead, href
    home = dict.fromkeys(_anchors(reader, "/"))
    assert sum(told[href] for href in home) == facts.dead_links


@each
def test_only_what_is_broken_fails(n: int) -> None:
    reader, facts = reading(n), SOME[n]
    broken = {"broken"} & {facts.login, facts.consult, facts.complaint, *(step.apply for step in facts.guides)}
    assert len(reader.ways) > 200
    assert max(reader.codes.values()) < 500 or broken


@each
def test_the_same_facts_give_the_same_bytes(n: int) -> None:
    facts = SOME[n]
    one, other = Reader(facts), Reader(facts)
    paths = ["/", one.site.tree.all.url, one.site.interact.url, *(one.url(step.step) for step in facts.guides)]
    paths += [file.url for article in one.site.guides for file in one.site.attached(article)]
    assert [one.client.get(path).content for path in paths] == [other.client.get(path).content for path in paths]


def test_seeds_change_the_wording() -> None:
    assert all(len(set(wordings)) >= 3 for wordings in (*WORDS.values(), *LABELS.values()))
    homes = {Reader(replace(perfect("county"), seed=seed)).client.get("/").text for seed in range(12)}
    assert len(homes) == 12


def test_pages_are_light_and_icons_are_answered() -> None:
    reader = Reader(drawn(1)[0])
    ways = reader.ways
    assert max(len(list(reader.tree(path).iter())) for path in list(ways)[:150] if "/art/" in path or "/col/" in path or path == "/") < 2500
    assert reader.client.get("/favicon.ico").status_code == 200


def test_a_combined_guide_is_one_article() -> None:
    combined = [facts for seed in (1, 2, 3, 4, 5) for facts in drawn(seed) if any(s.combined_with for s in facts.steps.values())]
    assert len(combined) > 10
    for facts in combined[:10]:
        reader = Reader(facts)
        one = next(s for s in facts.steps.values() if s.combined_with)
        assert one.step not in reader.site.tree.guides
        assert one.name in reader.tree(reader.url(one.combined_with)).findtext(".//h1")



@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium-headless-shell")
    if path is None:
        pytest.skip("no Chromium")
    async with async_playwright() as playwright:
        args = ["--no-sandbox", f"--host-resolver-rules={RESOLVER_RULES}"]
        chromium = await playwright.chromium.launch(executable_path=path, args=args)
        yield chromium
        await chromium.close()


@asynccontextmanager
async def visiting(browser: Browser, facts: PortalFacts) -> AsyncIterator[tuple[Page, str, list[str]]]:
    """A page, the portal's address, and the script errors so far."""
    async with Testbed([facts]) as served:
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page, served.url(facts.id).rstrip("/"), errors
        await page.close()


def looking(**wanted: object) -> PortalFacts:
    """The perfect portal with a look that has these."""
    for seed in range(500):
        facts = replace(perfect("county"), seed=seed)
        style = look(Site(facts).dice)
        if all(getattr(style, key) == value for key, value in wanted.items()):
            return facts
    raise AssertionError(wanted)


@pytest.mark.browser
@pytest.mark.parametrize("number", [0, 4, 7])
async def test_scripts_fail_as_often_as_planted(browser: Browser, number: int) -> None:
    facts = replace(looking(cover=True, pager="store"), script_errors=number)
    site = Site(facts)
    async with visiting(browser, facts) as (page, base, errors):
        await page.goto(base)
        await page.wait_for_timeout(200)
        assert len(errors) == len(set(errors)) == number
        paths = [site.tree.groups["business"].url, site.interact.url, CHANNELS["consult"], LOGIN, STATUS, SCENARIO]
        for path in [*paths, site.guides[0].url] if number == 0 else []:
            await page.goto(base + path)
        assert len(errors) == number


@pytest.mark.browser
async def test_links_are_those_of_the_rendered_pages(browser: Browser) -> None:
    facts = replace(looking(drop_down=True, cover=True), dead_links=4)
    paths = ["/", *(article.url for article in Site(facts).guides)]
    async with visiting(browser, facts) as (page, base, _):
        seen: dict[str, None] = {}
        for path in paths:
            await page.goto(base + path)
            hrefs = await page.eval_on_selector_all("a[href], area[href]", "all => all.map(a => a.href)")
            seen |= dict.fromkeys(href.removeprefix(base) for href in hrefs if href.startswith(base))
        assert list(seen) == list(county.links(facts))


@pytest.mark.browser
async def test_notice_and_advertisements_get_out_of_the_way(browser: Browser) -> None:
    facts = looking(cover=True, ads=2)
    async with visiting(browser, facts) as (page, base, _):
        await page.goto(base)
        over = "document.elementFromPoint(640, 300).closest('.gai') !== null"
        assert await page.evaluate(over)
        await page.click(".gai_b button")
        assert not await page.evaluate(over)
        await page.mouse.move(5, 890)
        before = await page.locator("#ad_1").bounding_box()
        await page.wait_for_timeout(300)
        assert await page.locator("#ad_1").bounding_box() != before
        for ad in ("#ad_2", "#ad_1"):
            await page.locator(f"{ad} .piao_x").dispatch_event("click")
            assert not await page.is_visible(ad)


@pytest.mark.browser
@pytest.mark.parametrize("pager", ["links", "script", "store"])
async def test_a_guide_on_a_second_page_is_reached_by_the_pager_and_hover(browser: Browser, pager: str) -> None:
    facts = looking(pager=pager, acts="only", blank=False)
    steps = {step: replace(one, way=6) for step, one in facts.steps.items()}
    facts = next(
        changed
        for seed in range(facts.seed, 3000)
        if (changed := replace(facts, seed=seed, steps=steps))
        and (style := look(Site(changed).dice)).pager == pager
        and style.acts == "only"
        and not style.blank
        and "seal" in _second_pages(Site(changed))
    )
    site = Site(facts)
    article = site.tree.guides["seal"]
    async with visiting(browser, facts) as (page, base, errors):
        await page.goto(base + site.tree.groups["business"].url)
        for column in (site.tree.of_topic["seal"], site.tree.finer["seal"]):
            await page.click(f".xiaji a[href='{column.url}']")
        await page.get_by_text(site.words["page_on"], exact=True).click()
        entry = page.locator("li.sx", has_text=article.title)
        await entry.hover()
        await entry.get_by_text(site.words["act_guide"], exact=True).click()
        await page.wait_for_url(f"**{article.url}")
        assert not errors


def _second_pages(site: Site) -> list[str]:
    return [step for step, one in site.tree.guides.items() if site.column_of(one) is site.tree.finer.get(step)]


@pytest.mark.browser
@pytest.mark.parametrize("rules", ["mask", "gate", "frame"])
async def test_a_letter_can_be_written_once_the_countdown_is_over(browser: Browser, rules: str) -> None:
    facts = looking(rules=rules)
    async with visiting(browser, facts) as (page, base, errors):
        await page.goto(base + CHANNELS["complaint"])
        field = page.locator("textarea[name=content]")
        assert rules == "gate" or await page.is_visible("#xuzhi")
        where = page.frame_locator("#xuzhi iframe") if rules == "frame" else page
        await where.locator("#agree").click(timeout=15_000)
        await field.fill("请问", timeout=2000)
        await field.click(timeout=2000)
        assert not errors


@pytest.mark.browser
async def test_results_come_by_script_and_a_dead_box_does_nothing(browser: Browser) -> None:
    facts = looking(injected=True, search="single", blank=False, cover=False)
    async with visiting(browser, facts) as (page, base, _):
        await page.goto(base)
        await page.fill(".sou_k", facts.steps["seal"].name)
        await page.press(".sou_k", "Enter")
        await page.wait_for_selector(".jg_a")
        assert facts.steps["seal"].name in await page.locator(".jg_a").first.inner_text()
    async with visiting(browser, replace(facts, search="dead")) as (page, base, errors):
        await page.goto(base)
        await page.fill(".sou_k", "公章")
        await page.press(".sou_k", "Enter")
        await page.locator(".sou_a").dispatch_event("click")
        await page.wait_for_timeout(200)
        assert page.url.rstrip("/") == base
        assert not errors


@pytest.mark.browser
async def test_ways_to_sign_in_are_tabs(browser: Browser) -> None:
    facts = perfect("county")
    async with visiting(browser, facts) as (page, base, errors):
        await page.goto(base + LOGIN)
        tabs = page.locator(".dl_t li")
        for n in range(await tabs.count()):
            await tabs.nth(n).click()
            assert await page.locator(".dl_m").nth(n).is_visible()
        assert not errors
