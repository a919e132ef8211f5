from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from time import perf_counter
from typing import Any
from urllib.parse import quote, quote_from_bytes, unquote

import pytest
from lxml import html
from playwright.async_api import Browser, Page, async_playwright
from starlette.testclient import TestClient

from anfang.testbed import families
from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.facts import OFF_SITE, Limit, PortalFacts, StepFacts
from anfang.testbed.families.frames.labels import ELEMENTS, LABELS
from anfang.testbed.families.frames.scene import HEADINGS
from anfang.testbed.families.frames.words import WORDS
from anfang.testbed.places import invent
from anfang.testbed.server import RESOLVER_RULES, Testbed

SCRIPTED = re.compile(r"(?:goUrl|topUrl|openWin|showList|showDialog)\('([^']+)'")
TEXTS = (
    "name", "legal_basis", "conditions", "location", "office_hours", "phone", "authority", "audience", "item_type", "fee",
    "result", "complaint_phone",
)  # fmt: skip
GONE = re.compile("不存在|已被删除")
SEEDS = 4


def _portals() -> tuple[PortalFacts, ...]:
    drawn = [facts for seed in range(SEEDS) for facts in generate(invent(4), seed, only=("frames",))]
    named = [replace(facts, id=f"p{n}", delay=0.0, hiccup=0) for n, facts in enumerate(drawn)]
    return (*named, perfect("frames"), _with_ways("far", 6, 5, 4, 2), _with_ways("near", 1, 2, 3, "search"))


def _with_ways(name: str, *ways: Any) -> PortalFacts:
    facts = perfect("frames")
    steps = {step: replace(one, way=way) for (step, one), way in zip(facts.steps.items(), ways, strict=True)}
    return replace(facts, id=name, seed=len(name) + 20, steps=steps)


PORTALS = _portals()
STEPS = [(facts, step) for facts in PORTALS for step in facts.guides]
GUIDES = pytest.mark.parametrize(
    ("facts", "step"), STEPS, ids=lambda one: one.id if isinstance(one, PortalFacts) else one.step
)


class Reader:
    """Reads a portal as it is served: pages by address, with the frames that a page shows."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.client = TestClient(families.load()["frames"].build(facts))
        self._read: dict[str, tuple[int, str]] = {}

    def get(self, address: str) -> tuple[int, str]:
        if address not in self._read:
            answer = self.client.get(address)
            head = answer.content[:500].decode("latin-1")
            charset = re.search(r"charset=([\w-]+)", head)
            unicode = charset is None or charset[1].lower() == "utf-8"
            self._read[address] = answer.status_code, answer.content.decode("utf-8" if unicode else "gb18030", "replace")
        return self._read[address]

    def documents(self, address: str) -> Iterator[Any]:
        """The page and the frames in it."""
        status, text = self.get(address)
        if status != 200 or not text.strip() or text.startswith("%PDF"):
            return
        page = html.fromstring(text)
        yield page
        for frame in page.xpath("//iframe[starts-with(@src, '/')]/@src"):
            yield from self.documents(frame)

    def words(self, address: str) -> str:
        return "\n".join(re.sub(r"\s+", " ", page.text_content()) for page in self.documents(address))

    def leads(self, address: str) -> list[str]:
        """Where a click on this page leads: plain links, scripted ones, dialogs."""
        found: list[str] = []
        for page in self.documents(address):
            for node in page.iter("a", "area", "input", "td", "li"):
                found += SCRIPTED.findall(node.get("onclick") or "") + SCRIPTED.findall(node.get("href") or "")
                if (node.get("href") or "").startswith("/"):
                    found.append(node.get("href"))
        return [one for one in found if one.startswith("/")]

    @property
    @cache  # noqa: B019
    def distances(self) -> dict[str, int]:
        """Clicks from the home page, up to seven."""
        far, edge = {"/": 0}, ["/"]
        for clicks in range(1, 8):
            edge = [to for at in edge for to in dict.fromkeys(self.leads(at)) if far.setdefault(to, clicks) == clicks]
            edge = list(dict.fromkeys(edge))
        return far

    def chain(self, address: str) -> list[str]:
        """The addresses on a shortest way to this one, the last of them."""
        if address == "/":
            return []
        near = [at for at, far in self.distances.items() if far == self.distances[address] - 1 and address in self.leads(at)]
        return [*self.chain(near[0]), address]

    def titled(self, address: str) -> str:
        return next((page.xpath("string(//title)") for page in self.documents(address)), "")


@cache
def reader(number: int) -> Reader:
    return Reader(PORTALS[number])


READERS = {facts.id: n for n, facts in enumerate(PORTALS)}


def of(facts: PortalFacts) -> Reader:
    return reader(READERS[facts.id])


@cache
def _guide(number: int, name: str) -> str:
    """The address of the guide of this name."""
    from anfang.testbed.families.frames.desk import opened

    site = opened(PORTALS[number])
    return next(site.url("guide", item.number) for item in site.items.guides.values() if item.name == name)


def guide(facts: PortalFacts, step: StepFacts) -> str:
    return _guide(READERS[facts.id], step.name)


def panels(facts: PortalFacts, step: StepFacts) -> dict[str, Any]:
    """Label -> the cell that belongs to it, frames included."""
    found: dict[str, Any] = {}
    for page in of(facts).documents(guide(facts, step)):
        for head in page.xpath("//td[@class='panelHead']"):
            found[head.text_content().strip()] = head.getparent().getnext().find("td")
        for label in page.xpath("//td[@class='lab']"):
            found[label.text_content().strip()] = label.getnext()
    return found


def cell(facts: PortalFacts, step: StepFacts, key: str) -> Any:
    told = panels(facts, step)
    return next((told[label] for label in LABELS[key].split("|") if label in told), None)


def text(facts: PortalFacts, step: StepFacts, key: str) -> str | None:
    found = cell(facts, step, key)
    return None if found is None else re.sub(r"\s+", " ", found.text_content()).strip()


def test_every_label_has_three_wordings() -> None:
    for key, wordings in {**WORDS, **LABELS}.items():
        assert len(set(wordings.split("|"))) >= 3, key


def test_no_wording_of_an_element_belongs_to_another() -> None:
    told = [one for key in ELEMENTS for one in ELEMENTS[key].split("|")]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_ways_are_as_long_as_planted(facts: PortalFacts) -> None:
    far = of(facts).distances
    for step in facts.guides:
        assert far.get(guide(facts, step)) == (None if step.way == "search" else step.way), step.name


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_every_page_within_reach_answers(facts: PortalFacts) -> None:
    portal, broken = of(facts), "broken" in (facts.consult, facts.complaint, facts.login)
    broken |= any(step.apply == "broken" for step in facts.guides)
    told = {address: portal.get(address)[0] for address in portal.distances}
    assert broken or 500 not in told.values()
    errors = [address for address, status in told.items() if status == 404]
    assert len(errors) <= facts.dead_links + 3 + 2 * len(facts.guides)


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_no_link_leads_to_a_service_that_is_not_there(facts: PortalFacts) -> None:
    """Items beside an absent step are there, the step's own name is not."""
    names = {step.name for step in facts.steps.values() if step.way == "absent"}
    for address in of(facts).distances:
        shown = of(facts).titled(address)
        assert shown.partition("-")[0] not in names, address


@GUIDES
def test_a_guide_prints_what_is_planted_and_nothing_else(facts: PortalFacts, step: StepFacts) -> None:
    for key in TEXTS:
        assert text(facts, step, key) == getattr(step, key), key
    given = {
        "materials": step.materials, "process": step.process, "statutory": step.statutory, "promised": step.promised,
        "handling_type": step.handling_type, "mail_in": step.mail_in, "mail_out": step.mail_out, "depth": step.depth,
        "trips": step.trips, "faq": step.faq or None,
        "blank": None if step.blank_form == "absent" else step.blank_form,
        "sample": None if step.sample_form == "absent" else step.sample_form,
    }  # fmt: skip
    for key, planted in given.items():
        assert (text(facts, step, key) is None) == (planted is None), key
    known = {label for key in (*given, *TEXTS, "statutory_note", "promised_note") for label in LABELS[key].split("|")}
    assert set(panels(facts, step)) <= known


@GUIDES
def test_values_are_worded_as_planted(facts: PortalFacts, step: StepFacts) -> None:
    for key, none in (("statutory", "no_statutory"), ("promised", "no_promise")):
        limit: Limit | None = getattr(step, key)
        if limit:
            told = text(facts, step, key) or ""
            note = text(facts, step, f"{key}_note") or told
            assert _limit(told, LABELS[none].split("|")) == _limit(note, []) == (limit.amount, limit.unit)
    if step.handling_type:
        assert (text(facts, step, "handling_type") or "")[:1] == step.handling_type[:1]
    if step.trips is not None:
        assert re.findall(r"\d", text(facts, step, "trips") or "") == [str(step.trips)]
    if step.depth:
        told = text(facts, step, "depth") or ""
        assert any(sign in told for sign in {"I": "一Ⅰ", "II": "二Ⅱ", "III": "三Ⅲ", "IV": "四Ⅳ"}[step.depth])
    offered = {"electronic": "网上|互联网|电子", "mail": "邮寄|快递|EMS", "none": "窗口"}
    for key in ("mail_in", "mail_out"):
        if planted := getattr(step, key):
            told = text(facts, step, key) or ""
            assert re.search(offered[planted], told)
            assert planted == "electronic" or not re.search(offered["electronic"], told)
            assert planted != "none" or not re.search(offered["mail"], told)


def _limit(told: str, none: list[str]) -> tuple[float | None, str]:
    if told in none or told.startswith(("无", "法律法规未", "未承诺", "不作")):
        return None, "working_days"
    if "即" in told or "当场" in told or told == "0个工作日":
        return 0, "working_days"
    number = re.findall(r"\d+", told)
    assert len(number) == 1, told
    return float(number[0]), "hours" if "小时" in told else "working_days"


@GUIDES
def test_materials_process_and_questions(facts: PortalFacts, step: StepFacts) -> None:
    if isinstance(step.materials, tuple):
        told = text(facts, step, "materials") or ""
        assert [told.index(one.name) for one in step.materials] == sorted(told.index(one.name) for one in step.materials)
        rows = cell(facts, step, "materials")
        counted = rows.findall(".//tr")[1:] or rows.findall(".//li") or re.findall(r"\d、", told)
        assert len(counted) == len(step.materials)
    elif step.materials:
        assert text(facts, step, "materials") in LABELS["none_needed"].split("|")
    if step.process:
        assert all(stage in (text(facts, step, "process") or "") for stage in step.process)
    if step.faq:
        answer = cell(facts, step, "faq")
        apart = answer.xpath(".//a/@href")
        shown = of(facts).words(apart[0]) if apart else answer.text_content()
        assert sum(shown.count(mark) for mark in LABELS["question"].split("|")) == step.faq


@GUIDES
def test_files_are_what_they_say(facts: PortalFacts, step: StepFacts) -> None:
    for key, state in (("blank", step.blank_form), ("sample", step.sample_form)):
        found = cell(facts, step, key)
        links = [] if found is None else found.findall(".//a")
        assert len(links) == (state in ("works", "broken")), key
        if state == "not_needed":
            assert re.search("无需|不需要|免填", found.text_content())
        for link in links:
            assert _usable(of(facts), link) == (state == "works")


def _usable(portal: Reader, link: Any) -> bool:
    scripted = re.fullmatch(r"javascript:downLoadFile\('(.*)'\)", link.get("href"))
    if scripted and not scripted[1]:
        return False
    servlet = re.search(r"href = '(.*?)\?path='", portal.client.get("/js/common.js").text)
    assert servlet
    answer = portal.client.get(f"{servlet[1]}?path={quote(scripted[1], safe='')}" if scripted else link.get("href"))
    ending = link.text.rpartition(".")[2]
    if answer.status_code != 200 or "attachment" not in answer.headers.get("content-disposition", ""):
        return False
    if ending == "pdf":
        return answer.content.startswith(b"%PDF")
    kept = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[ending]
    return answer.content.startswith(b"PK") and kept in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


@GUIDES
def test_the_application_is_as_planted(facts: PortalFacts, step: StepFacts) -> None:
    portal, address = of(facts), guide(facts, step)
    buttons = next(page.xpath("//div[@class='doit']/*") for page in portal.documents(address))
    assert len(buttons) == (step.apply != "absent")
    for one in buttons:
        target = (SCRIPTED.findall(one.get("onclick") or "") or [one.get("href")])[0]
        status, page = portal.get(target)
        if step.apply == "form":
            assert (status, step.name in page, len(re.findall('class="txt"|<textarea', page)) > 6) == (200, True, True)
        elif step.apply == "broken":
            assert status >= 404 or target == address or GONE.search(page)
        else:
            assert re.search("登录", page)
            returns = portal.client.get(target).url.query.decode()
            assert bool(returns) == (step.apply == "login_item")
            assert step.apply == "login_item" or step.name not in page


def asked(facts: PortalFacts, words: str, charset: str = "gb18030") -> list[str] | None:
    """Addresses of the results, in order; None where there is no search that answers."""
    forms = [form for page in of(facts).documents("/") for form in page.xpath("//form[@name='sxForm']")]
    if not forms:
        return None
    query = f"ie={'gbk' if charset == 'gb18030' else 'utf-8'}&keyword={quote_from_bytes(words.encode(charset))}"
    address = f"{forms[0].get('action')}?{query}"
    boxes = next(of(facts).documents(address)).xpath("//div[@class='result']/a")
    return [(SCRIPTED.findall(f"{one.get('onclick')} {one.get('href')}") or [one.get("href")])[0] for one in boxes]


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_search_ranks(facts: PortalFacts) -> None:
    addresses = {guide(facts, step): step for step in facts.guides}
    for step in facts.steps.values():
        for charset in ("gb18030", "utf-8"):
            results = asked(facts, step.name, charset)
            assert (results is None) == (facts.search != "works")
            found = {address: n for n, address in enumerate(results or [], start=1) if address in addresses}
            absent = step.way == "absent" or step.search_rank is None
            assert found == ({} if absent else {guide(facts, step): step.search_rank})
    dead = [page.xpath("//span[@class='sx']") for page in of(facts).documents("/")]
    assert any(dead) == (facts.search == "dead")


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
@pytest.mark.parametrize("channel", ["consult", "complaint"])
def test_channels(facts: PortalFacts, channel: str) -> None:
    kind, portal = getattr(facts, channel), of(facts)
    labels = WORDS[channel].split("|")
    found = [target for label, target in _entries(portal) if label in labels]
    assert bool(found) == (kind != "absent")
    if not found:
        return
    target = found[0]
    status, page = ("", "") if target == OFF_SITE else portal.get(target)
    onward = [one for one in portal.leads(target) if kind == "open" and one not in portal.leads("/")]
    fields = [_html(one) for at in (target, *onward) for one in portal.documents(at)]
    assert {
        "open": any('<textarea name="nr"' in one for one in fields),
        "login": "登录" in page and '<textarea name="nr"' not in page,
        "app_only": "客户端" in page or "APP" in page,
        "broken": bool(status in (404, 500) or GONE.search(page)),
        "off_site": target == OFF_SITE,
    }[kind]


def _html(page: Any) -> str:
    return html.tostring(page, encoding="unicode")


def _entries(portal: Reader) -> list[tuple[str, str]]:
    """What the home page's links are called (by text, picture, title), and where they lead."""
    told: list[tuple[str, str]] = []
    for page in portal.documents("/"):
        for node in page.iter("a", "area"):
            name = node.text_content().strip() or node.get("title") or "".join(node.xpath(".//img/@alt"))
            target = SCRIPTED.findall(f"{node.get('onclick')} {node.get('href')}") or [node.get("href") or ""]
            told.append((name, unquote(target[0])))
    return told


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_login_status_and_scene(facts: PortalFacts) -> None:
    portal = of(facts)
    entries = _entries(portal)
    login = [target for label, target in entries if label in WORDS["login"].split("|")]
    assert bool(login) == (facts.login != "absent")
    for target in login:
        status, page = portal.get(target)
        ways = html.fromstring(page).xpath("//ul[@class='tabs']/li")
        assert {
            "several": len(ways) >= 2 and "type=\"password\"" in page,
            "one": not ways and 'type="password"' in page,
            "app_only": 'type="password"' not in page and "客户端" in page,
            "broken": bool(status in (404, 500) or GONE.search(page)),
        }[facts.login]
    _check_status(facts, [target for label, target in entries if label in WORDS["status"].split("|")])
    _check_scene(facts, [target for label, target in entries if label in HEADINGS])


def _check_status(facts: PortalFacts, found: list[str]) -> None:
    assert bool(found) == (facts.status != "absent")
    if not found:
        return
    page = next(of(facts).documents(found[0]))
    forms = page.xpath("//form[@name='cxForm']")
    assert bool(forms) == (facts.status != "login")
    if not forms:
        assert "登录" in page.text_content()
        return
    sample = re.search(r"(?:SL|XZ|20|BJ)\d{8}", page.text_content())
    assert bool(sample) == (facts.status in ("stages", "state"))
    action = forms[0].get("action")
    wrong = of(facts).words(f"{action}?ie=gbk&bh=123&mm=")
    assert any(one in wrong for one in WORDS["no_case"].split("|")) == (facts.status != "no_answer")
    if sample:
        told = of(facts).words(f"{action}?ie=gbk&bh={sample[0]}&mm=")
        assert any(one in told for one in WORDS["stage"].split("|")) == (facts.status == "stages")


def _check_scene(facts: PortalFacts, found: list[str]) -> None:
    assert bool(found) == (facts.scenario != "absent")
    if not found:
        return
    page = next(of(facts).documents(found[0]))
    named = len(page.xpath("//ul[@class='steps']/li"))
    if facts.scenario == "wizard":
        assert named == 0
        assert page.xpath("//input[@type='radio']")
        ends = {of(facts).words(f"{found[0]}?lx={kind}&yg={staff}") for kind in ("gs", "gt") for staff in "yn"}
        assert len(ends) == 4
    else:
        assert named == 4 if facts.scenario == "all_steps" else 1 <= named <= 3


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_links_tells_every_link_and_whether_it_is_dead(facts: PortalFacts) -> None:
    portal, told = of(facts), dict(families.links(facts))
    pages = ["/", *(guide(facts, step) for step in facts.guides)]
    seen = {
        href
        for address in pages
        for page in portal.documents(address)
        for href in page.xpath("//a/@href | //area/@href")
        if href.startswith("/")
    }
    assert seen == set(told)
    for address, dead in told.items():
        status, page = portal.get(address)
        assert dead == (status >= 400 or bool(GONE.search(page))), address
    home = set(next(portal.documents("/")).xpath("//a/@href | //area/@href"))
    assert sum(told[href] for href in home if href in told) == facts.dead_links
    assert len(told) < 200


def test_home_page_and_guides_are_slow_where_planted() -> None:
    facts = replace(PORTALS[0], delay=0.2)
    client = TestClient(families.load()["frames"].build(facts))
    for address, slow in (("/", True), (guide(PORTALS[0], facts.guides[0]), True), ("/js/common.js", False)):
        begun = perf_counter()
        client.get(address)
        assert (perf_counter() - begun >= 0.2) == slow


@pytest.mark.parametrize("facts", PORTALS[:8], ids=lambda facts: facts.id)
def test_same_facts_same_bytes(facts: PortalFacts) -> None:
    other = TestClient(families.load()["frames"].build(facts))
    for address in ["/", "/css/main.css", "/images/hdjl.gif", *(guide(facts, step) for step in facts.guides)]:
        assert other.get(address).content == of(facts).client.get(address).content


@pytest.mark.parametrize("facts", PORTALS, ids=lambda facts: facts.id)
def test_pages_are_small_self_contained_and_take_nothing(facts: PortalFacts) -> None:
    portal = of(facts)
    for address in list(portal.distances)[:120]:
        for page in portal.documents(address):
            assert len(page.xpath("//*")) < 2500
            assert all(one.startswith("/") or one == "about:blank" for one in page.xpath("//@src"))
            for picture in page.xpath("//img/@src | //input/@src"):
                assert portal.client.get(picture).status_code == 200, picture
    assert portal.client.post("/").status_code == 405
    assert portal.client.get("/favicon.ico").status_code == 200


def test_pages_are_in_several_charsets() -> None:
    pages = [of(facts).get(address)[1] for facts in PORTALS for address in of(facts).distances]
    told = {found[1] for page in pages if (found := re.search(r"charset=([\w-]+)", page))}
    assert told == {"utf-8", "GBK", "GB18030", "gb2312"}


@pytest.fixture(scope="module")
async def browser() -> Any:
    async with async_playwright() as playwright:
        rules = f"--host-resolver-rules={RESOLVER_RULES}"
        shell = shutil.which("chromium-headless-shell")
        found = await playwright.chromium.launch(executable_path=shell, args=["--no-sandbox", rules])
        yield found
        await found.close()


async def test_a_browser_finds_the_planted_errors_and_no_others(browser: Browser) -> None:
    async with Testbed(PORTALS) as testbed:
        page = await browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        for facts in PORTALS[:8]:
            errors.clear()
            await page.goto(testbed.url(facts.id))
            assert len(set(errors)) == len(errors) == facts.script_errors
            errors.clear()
            await page.goto(testbed.url(facts.id).rstrip("/") + guide(facts, facts.guides[0]))
            assert facts.guides[0].name in await page.title()
            assert not errors


async def test_circles_and_downloads_work_by_mouse(browser: Browser) -> None:
    done = {"circle": 0, "file": 0}
    async with Testbed(PORTALS) as testbed:
        page = await browser.new_page()
        for facts in PORTALS:
            if not done["circle"]:
                done["circle"] = await _circles(page, testbed.url(facts.id), facts)
            if not done["file"]:
                done["file"] = await _file(page, testbed.url(facts.id), facts)
    assert min(done.values())


async def _circles(page: Page, home: str, facts: PortalFacts) -> bool:
    await page.goto(home)
    picture = page.locator("img[usemap]")
    if not await picture.count() or facts.consult in ("absent", "off_site"):
        return False
    labels = WORDS["consult"].split("|")
    titled = {await one.get_attribute("title"): one for one in await page.locator("area").all()}
    area = next(area for title, area in titled.items() if title in labels)
    x, y, _ = ((await area.get_attribute("coords")) or "").split(",")
    async with page.expect_event("framenavigated") if not await _opens(area) else page.context.expect_page():
        await picture.click(position={"x": int(x), "y": int(y)})
    return True


async def _opens(area: Any) -> bool:
    return await area.get_attribute("target") == "_blank" or "openWin" in (await area.get_attribute("onclick") or "")


async def _file(page: Page, home: str, facts: PortalFacts) -> bool:
    step = next((step for step in facts.guides if step.blank_form == "works"), None)
    if step is None:
        return False
    await page.goto(home.rstrip("/") + guide(facts, step))
    for frame in page.frames:
        link = frame.locator("a[href*=downLoadFile]").first
        if await link.count():
            async with page.expect_download() as told:
                await link.click()
            assert (await told.value).suggested_filename.rpartition(".")[2] in ("docx", "pdf", "xlsx")
            return True
    return False


async def test_shortest_ways_can_be_clicked(browser: Browser) -> None:
    """By mouse: through menus that drop down, dialogs, frames, scripted links and new windows."""
    walked: set[object] = set()
    async with Testbed(PORTALS) as testbed:
        for facts, step in STEPS:
            if step.way == "search" or step.way in walked:
                continue
            walked.add(step.way)
            chain = of(facts).chain(guide(facts, step))
            context = await browser.new_context()
            page = await context.new_page()
            await page.goto(testbed.url(facts.id))
            for address in chain:
                page = await _follow(page, address)
            assert step.name in await page.title()
            await context.close()
    assert walked == {1, 2, 3, 4, 5, 6}


async def _follow(page: Page, address: str) -> Page:
    """Click what leads to the address; the page that shows it then."""
    named = "".join(f"a[{name}*='{address}']," for name in ("href", "onclick")).rstrip(",")
    for frame in page.frames:
        for link in await frame.locator(named).all():
            dropped = frame.locator("ul.menu li").filter(has=link)
            if await dropped.count():
                await dropped.first.hover()
            if await link.is_visible():
                await link.click()
                return await _showing(page, address)
    raise AssertionError(f"nothing to click leads to {address}")


async def _showing(page: Page, address: str) -> Page:
    for _ in range(100):
        for one in page.context.pages:
            if any(frame.url.endswith(address) for frame in one.frames):
                await one.wait_for_load_state()
                return one
        await page.wait_for_timeout(50)
    raise AssertionError(f"{address} never came")
