from __future__ import annotations

import json
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright
from starlette.testclient import TestClient

from anfang.testbed.controls import perfect
from anfang.testbed.draw import generate
from anfang.testbed.facts import OFF_SITE, Limit, PortalFacts, StepFacts
from anfang.testbed.families import load
from anfang.testbed.families.facets import build, links, shell
from anfang.testbed.families.facets.data import DATA
from anfang.testbed.families.facets.elements import TEXTS
from anfang.testbed.families.facets.home import HOT_WORDS
from anfang.testbed.families.facets.portal import Portal
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.wording import TABLES
from anfang.testbed.places import invent
from anfang.testbed.server import RESOLVER_RULES, Testbed
from anfang.testbed.texts import STEPS

DRAWN = [facts for seed in (1, 2, 3, 4) for facts in generate(invent(9), seed, only=["facets"])[seed % 3 :: 3]]
QUICK = [replace(facts, delay=0.0) for facts in DRAWN]
ALL = [*QUICK, perfect("facets")]
SHELL = re.compile(r"window\.__INITIAL_STATE__ = (.*);</script>")


class Visitor:
    """Reads a portal's data as its script does."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts, self.portal = facts, Portal(facts)
        self.web = TestClient(build(facts), raise_server_exceptions=False)
        found = SHELL.search(shell.document(self.portal))
        assert found
        self.settings: dict[str, Any] = json.loads(found[1])
        self.words: dict[str, str] = self.settings["words"]

    def data(self, name: str, **query: str | int) -> Any:
        """What a request for it is answered (test_what_is_asked_for_is_sent shows that it is)."""
        return DATA[name](self.portal, {key: str(value) for key, value in query.items()})

    def is_there(self, route: str) -> bool:
        """Whether a hash route shows a page."""
        path, _, query = route.partition("?")
        page = next((page for page, known in self.portal.taste.routes.items() if known == path), None)
        asked = dict(part.split("=") for part in query.split("&") if part)
        sources = {"article": "article", "guide": "matter", "faq": "faq", "apply": "form", "app": "client", "start": "start", "status": "case"}
        if page in ("consult", "complaint"):
            return self.data("letter", kind=page) is not None
        return page is not None and (page not in sources or self.data(sources[page], **asked) is not None)

    def guide(self, step: StepFacts) -> dict[str, Any]:
        """A guide with all its panes."""
        code = self.code(step)
        told = self.data("matter", id=code)
        told["blocks"] = [block for tab in told["tabs"] for block in self.data("pane", id=code, pane=tab["key"])["blocks"]]
        told["pairs"] = told["cards"] + [pair for block in told["blocks"] for pair in block.get("pairs", [])]
        return told

    def code(self, step: StepFacts) -> str:
        return next(one.code for one in self.portal.matters.planted if one.guide.name == step.name)


def walk(visitor: Visitor) -> dict[str, list[str]]:
    """Name of every guide that links lead to -> what is activated on the shortest way, as a reader finds it."""
    found: dict[str, list[str]] = {}
    settings, home = visitor.settings, visitor.data("home")
    menu = [one for entry in settings["menu"] for one in entry.get("below", [entry])]
    entries = [*menu, *settings["side"], *home["talk"], *home["tiles"]["personal"], *home["tiles"]["legal"]]
    queue = [(entry["act"].get("to", ""), [entry["label"]]) for entry in entries]
    queue += [(entry["act"]["to"], [entry["name"]]) for entry in home["hot"]]
    seen: set[str] = set()
    while queue:
        route, way = queue.pop(0)
        if route in seen:
            continue
        seen.add(route)
        for name, code, more in _here(visitor, route, way, queue):
            if name not in found:
                found[name] = more
                queue += [(one["href"][2:], [*more, one["name"]]) for one in visitor.data("matter", id=code)["kin"]]
    return found


def _here(visitor: Visitor, route: str, way: list[str], queue: list[tuple[str, list[str]]]) -> Iterator[tuple[str, str, list[str]]]:
    at, _, query = route.partition("?")
    asked = dict(part.split("=") for part in query.split("&") if part)
    routes, listing = visitor.portal.taste.routes, visitor.portal.taste["listing"]
    if at == routes["guide"]:
        yield visitor.data("matter", **asked)["name"], asked["id"], way
    elif at == routes["list"] and "node" not in asked:
        told = visitor.data("tab", **asked)
        queue += [(f"{at}?tab={tab['key']}", [*way, tab["label"]]) for tab in told["tabs"]]
        queue += [(f"{at}?node={chip['id']}", [*way, chip["label"]]) for chip in (*told["chips"], *told["objects"])]
        if told["usual"]:
            yield from _here(visitor, f"{at}?node={told['usual']['id']}", way, queue)
    elif at == routes["list"]:
        number = int(asked.get("page", 1))
        told = visitor.data("list", node=asked["node"], page=number)
        queue += [(f"{at}?node={sub['id']}", [*way, sub["label"]]) for sub in told["subs"]]
        for row in told["rows"]:
            if row["kind"] == "group":
                queue.append((f"{at}?node={row['id']}", [*way, row["name"]]))
            else:
                yield row["name"], row["code"], [*way, row["name"]]
        if number == 1 and listing == "pager":
            pages = range(2, told["pages"] + 1)
            queue += [(f"{at}?node={asked['node']}&page={page}", [*way, str(page)]) for page in pages]
        elif number < told["pages"]:
            yield from _here(visitor, f"{at}?node={asked['node']}&page={number + 1}", way, queue)


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_every_way_is_as_long_as_planted(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    ways = walk(visitor)
    planted = {one.name: one.way for one in facts.guides}
    assert {name: len(ways[name]) if name in ways else "search" for name in planted} == planted
    assert len(ways) >= 60
    for step in STEPS:
        assert any(matter.guide.name in ways for matter in visitor.portal.matters.kin(step))


@pytest.mark.parametrize("way", [1, 2, 3, 4, 5, 6])
def test_every_length_can_be_planted(way: int) -> None:
    for seed in range(8):
        facts = replace(perfect("facets"), seed=seed)
        facts = replace(facts, steps={step: replace(guide, way=way) for step, guide in facts.steps.items()})
        visitor = Visitor(facts)
        ways = walk(visitor)
        assert [len(ways[guide.name]) for guide in facts.guides] == [way] * 4
        if visitor.portal.taste["listing"] == "button":
            later = [row for node in visitor.portal.catalogue.by_id.values() if node.kind != "group" for row in node.rows[6:]]
            assert not [row for row in later if not hasattr(row, "rows") and row.planted]


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_a_guide_says_what_is_planted_and_nothing_else(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    for step in facts.guides:
        told, words = visitor.guide(step), visitor.words
        held = {pair["label"]: pair for pair in told["pairs"]}
        assert len(held) == len(told["pairs"])
        texts = {key: getattr(step, key) for key in TEXTS}
        assert {key: held[words[key]]["value"] if words[key] in held else None for key in TEXTS} == texts
        stated = {
            "handling_type": step.handling_type, "mail_in": step.mail_in, "mail_out": step.mail_out, "depth": step.depth,
            "trips": step.trips,
        }  # fmt: skip
        for key, value in stated.items():
            assert (words[key] in held) == (value is not None)
        _check_values(visitor, step, held)
        _check_blocks(visitor, step, told)


def _check_values(visitor: Visitor, step: StepFacts, held: dict[str, dict[str, Any]]) -> None:
    words = visitor.words
    for key, limit in (("statutory", step.statutory), ("promised", step.promised)):
        pair = held.get(words[key]) or held.get(words[key] + words["in_days"])
        assert (pair is None) == (limit is None)
        if pair and limit:
            _check_limit(words, pair, limit)
    if step.trips is not None:
        assert str(step.trips) in held[words["trips"]]["value"]
    if step.mail_in:
        assert held[words["mail_in"]]["value"] == words[f"in_{step.mail_in}"]
    if step.mail_out:
        assert held[words["mail_out"]]["value"] == words[f"out_{step.mail_out}"]
    if step.depth:
        pair, number = held[words["depth"]], ["I", "II", "III", "IV"].index(step.depth) + 1
        assert words[f"depth_{number}"] in (pair["value"], pair.get("title"))
        assert pair.get("stars") in (None, number)


def _check_limit(words: dict[str, str], pair: dict[str, str], limit: Limit) -> None:
    if limit.amount is None:
        assert pair["value"] in (words["no_statutory"], words["no_promise"])
    elif limit.unit == "hours":
        assert pair["value"] == words["hours"].format(n=f"{limit.amount:g}")
    elif pair["label"].endswith(words["in_days"]):
        assert pair["value"] == f"{limit.amount:g}"
    else:
        assert pair["value"] == words["now"] or (f"{limit.amount:g}" in pair["value"] and "工作日" in pair["value"])


def _check_blocks(visitor: Visitor, step: StepFacts, told: dict[str, Any]) -> None:
    kinds = {block["kind"]: block for block in told["blocks"]}
    labels = {tab["label"] for tab in told["tabs"]}
    assert ("process" in kinds) == bool(step.process)
    assert kinds.get("process", {}).get("steps") == (list(step.process) if step.process else None)
    assert (visitor.words["materials"] in labels) == (step.materials is not None)
    if step.materials == "none_needed":
        assert kinds["note"]["text"] == visitor.words["none_needed"]
    elif step.materials:
        rows = [row for group in kinds["table"]["groups"] for row in group["rows"]]
        assert sorted(row["material"] for row in rows) == sorted(material.name for material in step.materials)
        assert [row["no"] for row in rows] == [str(n + 1) for n in range(len(rows))]
    asked = kinds.get("faq") or (visitor.data("faq", id=visitor.code(step)) if told["faq"] else None)
    assert (len(asked["items"]) if asked else 0) == step.faq
    assert (visitor.words["faq"] in labels) == ("faq" in kinds)


@pytest.mark.parametrize("facts", ALL[::2], ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_forms_are_what_they_say(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    for step in facts.guides:
        told = visitor.guide(step)
        files = list(told["files"])
        for block in told["blocks"]:
            files += block.get("files", [])
            files += [file for group in block.get("groups", []) for row in group["rows"] for file in row.get("forms", [])]
        notes = [pair["value"] for pair in told["pairs"]]
        for which, code in (("blank", step.blank_form), ("sample", step.sample_form)):
            mine = [file for file in files if visitor.words[which] in file["name"]]
            assert len(mine) == (code in ("works", "broken"))
            assert (visitor.words[f"{which}_not_needed"] in notes) == (code == "not_needed")
            for file in mine:
                _check_file(visitor, file, works=code == "works")


def _check_file(visitor: Visitor, file: dict[str, str], *, works: bool) -> None:
    answer = visitor.web.get(file["url"])
    page = answer.content[:5].lower() in (b"<!doc", b"<html")
    assert works == (answer.status_code == 200 and len(answer.content) > 500 and not page)
    assert answer.status_code < 500
    if works:
        suffix = file["name"].rpartition(".")[2]
        assert answer.content.startswith(b"%PDF" if suffix == "pdf" else b"PK")
        assert suffix in answer.headers["content-disposition"]
    if file["by"] == "anchor" and not works:
        assert page


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_the_application_button_does_what_is_planted(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    for step in facts.guides:
        code, act = visitor.code(step), visitor.data("matter", id=visitor.code(step))["apply"]
        form = visitor.data("form", id=code)
        assert (form is not None) == (step.apply == "form")
        if step.apply == "form":
            assert visitor.is_there(act["to"])
            assert step.name in form["title"]
            assert sum(len(section["fields"]) for section in form["sections"]) >= 15
        elif step.apply == "absent":
            assert act is None
        elif step.apply == "broken":
            dead = visitor.web.get(act["href"]).status_code == 500 if "href" in act else not visitor.is_there(act["to"])
            assert dead or act["to"] == visitor.portal.at("guide", f"id={code}")
        else:
            assert act["wall"]["item"] == (step.name if step.apply == "login_item" else "")
            assert bool(act["wall"]["back"]) == (step.apply == "login_item")


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_results_come_at_their_rank(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    if facts.search != "works":
        assert visitor.data("search", q=facts.guides[0].name) is None
        assert not visitor.settings["hot"]
        return
    routes = {visitor.portal.at("guide", f"id={visitor.code(step)}"): step.name for step in facts.guides}
    for step in facts.guides:
        results = visitor.data("search", q=step.name)["results"]
        assert len({hit["act"]["to"] for hit in results}) == len(results)
        ranks = [n for n, hit in enumerate(results, 1) if routes.get(hit["act"]["to"]) == step.name]
        assert ranks == ([] if step.search_rank is None else [step.search_rank])
        assert all(hit["title"] == routes.get(hit["act"]["to"], hit["title"]) for hit in results)
    for word in HOT_WORDS:
        hits = visitor.data("search", q=word)["results"]
        assert not [hit for hit in hits if hit["act"]["to"] in routes]


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_channels_are_as_planted(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    settings, words, home = visitor.settings, visitor.words, visitor.data("home")
    entries = {one["label"]: one["act"] for entry in settings["menu"] for one in entry.get("below", [entry])}
    entries |= {one["label"]: one["act"] for one in (*settings["side"], *home["talk"])}
    for kind, code in (("consult", facts.consult), ("complaint", facts.complaint)):
        act = entries.get(words[f"m_{kind}"])
        assert _channel(visitor, kind, act) == code
    assert _login(visitor) == facts.login
    assert _status(visitor, entries.get(words["m_status"])) == facts.status
    assert (words["m_start"] in entries) == (facts.scenario != "absent")


def _channel(visitor: Visitor, kind: str, act: dict[str, Any] | None) -> str:
    if act is None:
        return "absent"
    if "wall" in act:
        return "login"
    if act.get("href") == OFF_SITE:
        return "off_site"
    if act.get("to", "").startswith(visitor.portal.at("app") + "?"):
        return "app_only" if visitor.words["app_name"] in visitor.data("client", **{"from": kind})["text"] else "broken"
    if "href" in act:
        return "broken" if visitor.web.get(act["href"]).status_code == 500 else "?"
    return "open" if visitor.is_there(act["to"]) else "broken"


def _login(visitor: Visitor) -> str:
    entry = visitor.settings["login"]
    if entry is None:
        return "absent"
    act = entry["act"]
    if "signin" in act or act.get("to") == visitor.portal.at("login"):
        return "several" if len(visitor.settings["ways"]) > 1 else "one"
    return {"open": "?", "app_only": "app_only", "broken": "broken"}[_channel(visitor, "login", act)]


def _status(visitor: Visitor, act: dict[str, Any] | None) -> str:
    if act is None or "wall" in act:
        return "absent" if act is None else "login"
    page = visitor.data("case")
    if page["mode"] != "ask":
        return "no_answer"
    assert visitor.data("progress", no="00000000")["said"] == visitor.words["status_wrong"]
    if not page["sample"]:
        return "asks"
    answer = visitor.data("progress", no=page["sample"])
    return "stages" if len(answer.get("stages", [])) == 4 else "state" if answer["state"] else "?"


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_business_start_up_is_as_planted(facts: PortalFacts) -> None:
    visitor = Visitor(facts)
    told, names = visitor.data("start"), [visitor.words[f"start_{step}"] for step in STEPS]
    if facts.scenario == "absent":
        assert told is None
        assert visitor.data("outcome") is None
    elif facts.scenario == "wizard":
        declined = {question["key"]: question["options"][-1]["value"] for question in told["questions"]}
        assert [step["name"] for step in visitor.data("outcome")["steps"]] == names
        assert len(visitor.data("outcome", **declined)["steps"]) < 4
    else:
        named = [step["name"] for step in told["steps"]]
        assert named == names if facts.scenario == "all_steps" else 1 <= len(named) <= 3


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: f"{facts.id}-{facts.seed}")
def test_links_are_dead_where_they_say_so(facts: PortalFacts) -> None:
    visitor, found = Visitor(facts), links(facts)
    assert found
    for address, dead in found.items():
        if address.startswith("/#"):
            assert visitor.is_there(address[2:]) != dead
        else:
            answer = visitor.web.get(address)
            said = any(visitor.words[key] in answer.text for key in ("missing", "missing_file")) if answer.headers["content-type"].startswith("text/html") else False
            assert (answer.status_code == 404 or said) == dead
    home = {one["href"] for one in visitor.data("home")["topics"]}
    assert sum(found[address] for address in home) == facts.dead_links
    assert len(visitor.data("home")["errors"]) == len(set(visitor.data("home")["errors"])) == facts.script_errors


def test_the_same_facts_give_the_same_bytes() -> None:
    for facts in QUICK[::9]:
        one, other = Visitor(facts), Visitor(facts)
        api = one.portal.taste["api"]
        paths = ["/", f"{api}home", f"{api}tab?tab=legal", *(f"{api}matter?id={one.code(step)}" for step in facts.guides)]
        assert [one.web.get(path).content for path in paths] == [other.web.get(path).content for path in paths]
        assert list(links(facts)) == list(links(facts))


def test_nothing_is_ever_taken() -> None:
    visitor = Visitor(perfect("facets"))
    api = visitor.portal.taste["api"]
    assert visitor.web.post(f"{api}submit/consult", data={"a": "b"}).status_code == 405
    assert visitor.web.get(f"{api}submit/declare").status_code == 405
    assert visitor.web.post("/").status_code == 405
    assert visitor.web.get("/favicon.ico").status_code == 200
    assert visitor.web.get("/nothing/here.css").status_code == 404


def test_every_label_has_three_wordings() -> None:
    assert not [key for key, options in TABLES.items() if len(set(options)) < 3]
    assert load()["facets"].plants == {"combined", "off_site"}


def test_combined_guides_are_among_the_drawn() -> None:
    assert [facts for facts in DRAWN if len(facts.guides) < sum(step.way != "absent" for step in facts.steps.values())]


def test_what_is_asked_for_is_sent() -> None:
    visitor = Visitor(perfect("facets"))
    api, code = visitor.portal.taste["api"], visitor.code(visitor.facts.steps["seal"])
    assert visitor.web.get("/").text == shell.document(visitor.portal)
    for name, query in (("home", {}), ("tab", {"tab": "legal"}), ("matter", {"id": code}), ("search", {"q": "公章"})):
        assert visitor.web.get(api + name, params=query).json() == {"code": 200, "data": visitor.data(name, **query)}
    assert visitor.web.get(f"{api}matter?id=nothing").status_code == 404


async def test_slow_portals_wait_once(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def pause(facts: PortalFacts) -> None:
        waited.append(facts.delay)

    monkeypatch.setattr("anfang.testbed.families.facets.app.pause", pause)
    visitor = Visitor(replace(perfect("facets"), delay=4.0))
    code = visitor.code(visitor.facts.steps["seal"])
    api = visitor.portal.taste["api"]
    for path in ("/", f"{api}home"):
        visitor.web.get(path)
    assert waited == [4.0]
    for path in (f"matter?id={code}", f"matter?id={code}&first=1", f"pane?id={code}&pane=base"):
        visitor.web.get(api + path)
    assert waited == [4.0, 4.0]


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"),
            args=["--no-sandbox", f"--host-resolver-rules={RESOLVER_RULES}"],
        )
        yield browser
        await browser.close()


@asynccontextmanager
async def browsing(browser: Browser, facts: PortalFacts) -> AsyncIterator[tuple[Page, Portal, str]]:
    """A new tab, the portal that it is to look at, and its address."""
    async with Testbed([facts]) as testbed:
        context = await browser.new_context(viewport={"width": 1280, "height": 900})
        yield await context.new_page(), Portal(facts), testbed.url(facts.id)
        await context.close()


async def _shown(page: Page, url: str, selector: str) -> None:
    await page.goto("about:blank")
    await page.goto(url)
    await page.wait_for_selector(selector)


async def _hrefs(page: Page) -> set[str]:
    found: list[str] = await page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    return {href for href in found if not href.startswith("javascript:")}


def _like(facts: PortalFacts, **tastes: str) -> PortalFacts:
    """The facts as a quick portal of a certain configuration shows them."""
    wanted = {"boot": "0", **tastes}
    seeds = ((seed, Taste(seed)) for seed in range(1, 100_000))
    fits = (seed for seed, taste in seeds if all(taste[key] == value for key, value in wanted.items()) and taste.one_of("lag", (60, 140, 260)) == 60)
    return replace(facts, seed=next(fits), home="normal", hiccup=0, delay=0.0)


@pytest.mark.browser
@pytest.mark.parametrize("tastes", [{"files": "cell", "faq": "pane"}, {"files": "pane", "faq": "page"}], ids=str)
async def test_links_are_those_of_the_rendered_pages(chromium: Browser, tastes: dict[str, str]) -> None:
    facts = _like(replace(perfect("facets"), dead_links=4, script_errors=3), file_link="anchor", **tastes)
    gone = {step: replace(facts.steps[step], way="absent") for step in ("invoice", "social_insurance")}
    lost = {"seal": replace(facts.steps["seal"], blank_form="broken")}
    facts = replace(facts, steps={**facts.steps, **gone, **lost})
    async with browsing(chromium, facts) as (page, portal, url):
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(error.message))
        await _shown(page, url, ".fz-home")
        found = await _hrefs(page)
        await page.wait_for_timeout(200)
        assert len(set(errors)) == len(errors) == facts.script_errors
        for matter in portal.matters.planted:
            await _shown(page, f"{url}#{portal.at('guide', f'id={matter.code}')}", ".fz-guide")
            for tab in await page.query_selector_all(".el-tabs__item"):
                await tab.click()
                await page.wait_for_selector(".fz-pane > :not(.fz-loading)")
                found |= await _hrefs(page)
        assert found == set(links(facts))
        assert len(errors) == facts.script_errors


ENTRIES = ".el-menu-item, .fz-tile span, .fz-chip, .fz-group-name, .fz-row-name, .number"


@pytest.mark.browser
@pytest.mark.parametrize(("listing", "way"), [("button", 5), ("scroll", 3), ("pager", 6)])
async def test_a_way_is_walked_with_the_mouse(chromium: Browser, listing: str, way: int) -> None:
    facts = _like(perfect("facets"), listing=listing)
    facts = replace(facts, steps={**facts.steps, "seal": replace(facts.steps["seal"], way=way)})
    name = facts.steps["seal"].name
    async with browsing(chromium, facts) as (page, portal, url):
        await _shown(page, url, ".fz-home")
        for label in walk(Visitor(facts))[name]:
            entry = page.locator(ENTRIES).filter(has_text=re.compile(f"^{re.escape(label)}$")).last
            popup = label == name and portal.taste["opens"] == "blank"
            page = await _clicked(page, entry, popup=popup)
        assert await page.locator(".fz-guide h2").inner_text() == name


async def _clicked(page: Page, entry: Locator, *, popup: bool) -> Page:
    """The page that a click leads to. What is not there yet comes with a turn of the wheel."""
    await page.mouse.move(640, 700)
    for _ in range(50):
        if await entry.count():
            break
        await page.mouse.wheel(0, 400)
        await page.wait_for_timeout(100)
    if not popup:
        await entry.click()
        return page
    async with page.expect_popup() as opened:
        await entry.click()
    return await opened.value


@pytest.mark.browser
async def test_a_wall_stands_before_what_needs_a_sign_in(chromium: Browser) -> None:
    facts = replace(perfect("facets"), consult="login")
    steps = {"seal": replace(facts.steps["seal"], apply="login_item"), "invoice": replace(facts.steps["invoice"], apply="login_generic")}
    facts = _like(replace(facts, steps={**facts.steps, **steps}))
    async with browsing(chromium, facts) as (page, portal, url):
        for step, named in (("seal", True), ("invoice", False)):
            matter = next(one for one in portal.matters.planted if one.guide.step == step)
            await _shown(page, f"{url}#{portal.at('guide', f'id={matter.code}')}", ".fz-guide")
            await page.click(".fz-acts .el-button--primary")
            assert await page.inner_text(".el-message p") == portal.words["wall"]
            await page.wait_for_selector("input[type=password], .fz-ways")
            assert bool(await page.query_selector(f".fz-signin-for:has-text('{matter.guide.name}')")) == named
            if not named:
                assert page.url == f"{url}#{portal.at('login')}"


@pytest.mark.browser
async def test_the_wizard_asks_and_the_search_suggests(chromium: Browser) -> None:
    async with browsing(chromium, _like(perfect("facets"))) as (page, portal, url):
        await _shown(page, f"{url}#{portal.at('start')}", ".fz-tree")
        while await page.locator(".fz-next").count():
            await page.locator(".fz-tree li").first.click()
            await page.click(".fz-next")
            await page.wait_for_selector(".fz-tree, .fz-start-step")
        assert await page.locator(".fz-start-step").count() == 4
        await page.locator(".fz-search input").last.fill("公章刻制")
        await page.locator(".fz-suggest li").first.click()
        await page.wait_for_selector(".fz-hit")
        assert await page.locator(".fz-hit-title span").first.inner_text() == "公章刻制备案"
