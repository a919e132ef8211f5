"""The family `comune` and the Italian texts: what is planted is what the portals show."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from urllib.parse import unquote, urlencode

import pytest
from lxml import html as lxml_html
from playwright.async_api import Browser, Page, async_playwright

from anfang.testbed import families, texts
from anfang.testbed.controls import perfect
from anfang.testbed.draw import TEXTS, generate
from anfang.testbed.facts import OFF_SITE, PortalFacts, StepFacts
from anfang.testbed.families.comune import catalogue, home
from anfang.testbed.families.comune import guides as guide_pages
from anfang.testbed.families.comune.neighbours import NEAR
from anfang.testbed.families.comune.others import GENERAL
from anfang.testbed.families.comune.portal import Portal
from anfang.testbed.families.comune.wordings import WORDINGS
from anfang.testbed.places import invent
from anfang.testbed.server import RESOLVER_RULES, Testbed
from anfang.testbed.texts import STEPS
from anfang.testbed.truth import truth

SEEDS = (1, 2, 3, 4)
PHONE = re.compile(r"(?<![\d/.\-])(?:\+39 ?)?0\d{2,3}[ /.\-]\d{3,6}|800[ .]?\d{3}[ .]?\d{3}|\b014014\b")
ROWS = (
    "legal_basis", "conditions", "location", "office_hours", "phone", "authority", "audience", "item_type", "handling_type",
    "statutory", "promised", "fee", "result", "mail_in", "mail_out", "depth", "trips", "complaint_phone",
)  # fmt: skip
GONE = re.compile("|".join(map(re.escape, (*WORDINGS["not found text"], *WORDINGS["file lost"]))))


@cache
def drawn(seed: int) -> tuple[PortalFacts, ...]:
    """Portals of one seed, without their slowness."""
    return tuple(replace(facts, delay=0.0) for facts in generate(invent(5, "it"), seed, only=("comune",)))


ALL = [facts for seed in SEEDS for facts in drawn(seed)]
CODES = {
    "consult": ("open", "login", "app_only", "broken", "absent", "off_site"),
    "complaint": ("off_site", "absent", "broken", "app_only", "login", "open"),
    "status": ("stages", "state", "asks", "login", "no_answer", "absent"),
    "login": ("several", "one", "app_only", "broken", "absent", "several"),
    "scenario": ("wizard", "all_steps", "some_steps", "absent", "wizard", "some_steps"),
    "dead_links": (0, 1, 4, 7, 12, 19),
    "script_errors": (0, 1, 2, 4, 7, 11),
}
"""What the controls have, so that every code is seen whatever is drawn."""
CONTROLS = [
    replace(perfect("comune"), seed=n, id=f"control{n}", **{row: codes[n] for row, codes in CODES.items()})
    for n in range(6)
]
EVERY = [*ALL, *CONTROLS]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode() if self.headers.get("content-type", "").startswith("text/html") else ""

    @property
    def is_page(self) -> bool:
        return self.status == 200 and b"<main" in self.content

    @property
    def tree(self) -> lxml_html.HtmlElement:
        return lxml_html.fromstring(self.text)

    @property
    def is_dead(self) -> bool:
        return self.status >= 400 or bool(GONE.search(self.text))


class Town:
    """A portal, and what it answered: every page is asked for once."""

    def __init__(self, facts: PortalFacts) -> None:
        self.facts, self.portal = facts, Portal(facts)
        self.voice, self.sheets, self.url = (
            self.portal.site.voice,
            self.portal.site.planting.sheets,
            self.portal.site.url,
        )
        self._app = self.portal.application()
        self._answers: dict[str, Answer] = {}
        self._pages: dict[str, lxml_html.HtmlElement] = {}
        self._far: dict[str, int] = {}

    def get(self, address: str, **query: str) -> Answer:
        address += f"?{urlencode(query)}" if query else ""
        if address not in self._answers:
            self._answers[address] = self.ask(address)
        return self._answers[address]

    def follow(self, address: str) -> Answer:
        answer = self.get(address)
        return self.get(answer.headers["location"]) if answer.status == 302 else answer

    def ask(self, address: str, method: str = "GET") -> Answer:
        """One request. Nothing waits in a portal without slowness, so that no event loop is needed."""
        path, _, query = address.partition("?")
        scope = {"type": "http", "method": method, "path": unquote(path), "query_string": query.encode(), "headers": []}
        held: list[dict[str, object]] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b""}

        async def send(message: dict[str, object]) -> None:
            held.append(message)

        with pytest.raises(StopIteration):
            self._app(scope, receive, send).send(None)  # type: ignore[arg-type, attr-defined]
        headers = {name.decode(): text.decode() for name, text in held[0]["headers"]}  # type: ignore[attr-defined]
        return Answer(held[0]["status"], headers, b"".join(one.get("body", b"") for one in held[1:]))  # type: ignore[arg-type]

    def page(self, address: str) -> lxml_html.HtmlElement:
        if address not in self._pages:
            self._pages[address] = self.get(address).tree
        return self._pages[address]

    def main(self, address: str) -> lxml_html.HtmlElement:
        return self.page(address).xpath("//main")[0]

    def guide(self, step: StepFacts) -> lxml_html.HtmlElement:
        return self.main(self.sheets[step.step].address)

    def entry(self, key: str) -> str | None:
        """Where the home page's entry with this label leads."""
        return next((one.get("href") for one in self.page("/").xpath("//a") if said(one) == self.voice(key)), None)

    @property
    def far(self) -> dict[str, int]:
        """The fewest links from the home page to every page."""
        if not self._far:
            self._far, todo = {"/": 0}, ["/"]
            for address in todo:
                for href in hrefs(self.page(address)) if self.get(address).is_page else []:
                    if href not in self._far:
                        self._far[href] = self._far[address] + 1
                        todo.append(href)
        return self._far


@cache
def towns() -> tuple[Town, ...]:
    return tuple(Town(facts) for facts in EVERY)


def guides() -> Iterator[tuple[StepFacts, Town]]:
    return ((step, town) for town in towns() for step in town.facts.guides)


def said(element: lxml_html.HtmlElement) -> str:
    """All text but scripts, with single spaces."""
    held = element.xpath(".//text()[not(ancestor::script) and not(ancestor::style)]")
    return " ".join(" ".join(held).split())


def told(text: str) -> str:
    return " ".join(text.split())


def hrefs(element: lxml_html.HtmlElement) -> list[str]:
    return [href for href in element.xpath(".//a/@href | .//area/@href") if href.startswith("/")]


# --- the texts -------------------------------------------------------------------------------------------------------


def test_no_italian_text_holds_an_elements_label_or_a_telephone_number() -> None:
    labels = [
        label.lower()
        for key in (*ROWS, "materials", "process", "times", "contacts", "ways", "forms")
        for label in WORDINGS[key]
    ]
    for facts in ALL:
        for step in facts.steps.values():
            joined = "\n".join(
                [*(getattr(step, name) or "" for name in ("name", *TEXTS)), *(step.process or ())]
            ).lower()
            assert [label for label in labels if re.search(rf"\b{re.escape(label)}\b", joined)] == []
            assert not re.search(r"\d{5}|\d{3,4}[-) /.]\d{5}|telefono|tel\.", joined)
            assert "{" not in joined


def test_the_italian_pool_is_whole() -> None:
    pool = texts.pool("it")
    assert tuple(pool.items) == STEPS
    assert pool.placeholders[:3] == (pool.nothing, "Non disponibile", "-")
    for item in pool.items.values():
        assert len(set(item.names)) >= 3
        assert pool.well_formed.fullmatch("".join(filter(str.isdigit, item.hotline)))
        assert all(pool.online not in " ".join(steps[1:]) for steps in item.process)
        assert any(pool.electronic not in result for result in item.results)
    names = [name for item in pool.items.values() for name in item.names]
    assert len(set(names)) == len(names)


def test_italian_numbers_are_well_formed_or_plainly_not() -> None:
    pool, rng = texts.pool("it"), Random(5)
    for _ in range(200):
        assert pool.well_formed.fullmatch("".join(filter(str.isdigit, pool.number(rng))))
        assert not pool.well_formed.fullmatch("".join(filter(str.isdigit, pool.malformed(rng))))


# --- the labels ------------------------------------------------------------------------------------------------------


def test_every_label_has_three_wordings() -> None:
    pools = {**WORDINGS, **catalogue.CATEGORIES, **catalogue.SECTORS, **catalogue.SUBCATEGORIES, **catalogue.AREAS}
    assert {key: words for key, words in pools.items() if len(set(words)) < 3} == {}
    for named in (catalogue.TOPICS, catalogue.OFFICES):
        assert all(len(set(words)) >= 3 for words in named.values())
    rows = [word for key in ROWS for word in WORDINGS[key]]
    assert len(set(rows)) == len(rows)


def test_there_are_many_other_services() -> None:
    assert len(GENERAL) >= 15
    assert all(len(NEAR[step]) >= 3 for step in STEPS)
    for town in towns():
        others = [sheet for sheet in town.sheets.values() if sheet.other]
        assert len(others) >= 30
        assert all(sheet.address in town.far for sheet in others)


# --- the ways --------------------------------------------------------------------------------------------------------


def test_every_way_is_as_long_as_planted() -> None:
    for town in towns():
        for step in town.facts.guides:
            assert town.far.get(town.sheets[step.step].address, "search") == step.way, (town.facts.id, step.step)


def test_where_the_guide_is_absent_its_neighbours_are_there() -> None:
    for town in towns():
        titles = {
            said(one)
            for address in town.portal.site.pages
            if town.get(address).is_page
            for one in town.page(address).xpath("//h1 | //h3")
        }
        for step in town.facts.steps.values():
            near = [sheet for sheet in town.sheets.values() if sheet.id.startswith(f"{step.step}-")]
            assert len(near) >= 3
            assert all(sheet.address in town.far for sheet in near)
            assert step.way != "absent" or step.name not in titles


# --- the guides ------------------------------------------------------------------------------------------------------


def labels(element: lxml_html.HtmlElement) -> list[str]:
    """Everything on a guide that stands as a label, without a unit or a colon."""
    return [_label(one) for one in element.xpath(".//dt | .//th | .//strong | .//h2 | .//h3")]


def _label(element: lxml_html.HtmlElement) -> str:
    return re.sub(r" \(.*\)$", "", said(element).rstrip(":"))


def value(content: lxml_html.HtmlElement, label: str) -> str:
    """A label with its unit, and what stands beside or below it."""
    for one in content.xpath(".//dt | .//th[@scope='row'] | .//strong | .//h2"):
        if _label(one) == label:
            beside = one.getnext()
            return f"{said(one)} {said(beside if beside is not None else one.getparent())}"
    return ""


def test_every_stated_fact_stands_on_its_guide_with_its_label_and_no_other() -> None:
    for step, town in guides():
        content = town.guide(step)
        there, whole = labels(content), said(content)
        assert town.voice("name") in there
        assert said(content.xpath(".//h1")[0]) == told(step.name)
        assert told(step.name) in value(content, town.voice("name"))
        for key in ROWS:
            fact = getattr(step, key)
            assert (town.voice(key) in there) == (fact is not None), (town.facts.id, step.step, key)
            if isinstance(fact, str) and key in (*TEXTS, "phone", "complaint_phone"):
                assert told(fact) in value(content, town.voice(key))
                assert told(fact) in whole
        assert (town.voice("materials") in there) == (step.materials is not None)
        assert (town.voice("process") in there) == bool(step.process)


def test_limits_codes_and_counts_are_said_in_words_that_mean_them() -> None:
    for step, town in guides():
        content, voice = town.guide(step), town.voice
        for key in ("statutory", "promised"):
            limit, shown = getattr(step, key), value(content, voice(key))
            if limit is None:
                assert shown == ""
            elif limit.amount is None:
                assert re.search("nessun|non|senza", shown)
            elif limit.amount == 0:
                assert re.search("immediato|a vista", shown)
            else:
                assert set(re.findall(r"\d+", shown)) == {f"{limit.amount:g}"}
                assert re.search(
                    r"\bor[ae]\b|\(h\)" if limit.unit == "hours" else "lavorativ", shown.removeprefix(voice(key))
                )
        codes = {"handling_type": "handling", "mail_in": "in", "mail_out": "out", "depth": "depth"}
        for key, kind in codes.items():
            if code := getattr(step, key):
                assert voice(f"{kind} {code}") in value(content, voice(key))
        if step.trips is not None:
            assert set(re.findall(r"\d+", value(content, voice("trips")))) == {str(step.trips)}


def test_materials_and_process_are_listed_as_planted() -> None:
    for step, town in guides():
        whole = said(town.guide(step))
        if isinstance(step.materials, tuple):
            assert all(told(paper.name) in whole for paper in step.materials)
        assert (town.voice("none needed") in whole) == (step.materials == "none_needed")
        assert all(phase in whole for phase in step.process or ())


def test_no_other_telephone_number_is_on_any_page() -> None:
    for town in towns():
        held = {sheet.address: sheet.guide for sheet in town.sheets.values() if sheet.guide}
        for address in [one for one in town.portal.site.pages if town.get(one).is_page]:
            guide = held.get(address)
            planted = " ".join(filter(None, (guide.phone, guide.complaint_phone))) if guide else ""
            found = PHONE.findall(said(town.page(address)))
            assert [one for one in found if one not in planted] == [], (town.facts.id, address)


def test_forms_are_what_they_say() -> None:
    seen: set[tuple[str, str]] = set()
    for step, town in guides():
        content = town.guide(step)
        for which, code in (("blank", step.blank_form), ("sample", step.sample_form)):
            named = [one for one in content.xpath(".//*[@class='moduli']/li") if town.voice(which) in said(one)]
            assert len(named) == (code in ("works", "broken"))
            assert (town.voice(f"no {which}") in said(content)) == (code == "not_needed")
            for one in named:
                kind = re.findall("DOCX|PDF|XLSX", said(one))
                answer = town.get(next(iter(one.xpath(".//a/@href | .//@data-file"))))
                assert (answer.status == 200 and _real(answer.content, kind[0])) == (code == "works")
                seen.add((kind[0], code))
    assert {kind for kind, code in seen if code == "works"} == {"DOCX", "PDF", "XLSX"}


def _real(content: bytes, kind: str) -> bool:
    if kind == "PDF":
        return content.startswith(b"%PDF")
    part = {"DOCX": "word/document.xml", "XLSX": "xl/workbook.xml"}[kind]
    return zipfile.is_zipfile(io.BytesIO(content)) and part in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_the_application_button_leads_where_it_is_planted_to() -> None:
    seen: set[str] = set()
    for step, town in guides():
        found = [one.get("href") for one in town.guide(step).xpath(".//a") if said(one) == town.voice("apply")]
        assert len(found) == (step.apply != "absent")
        seen.add(step.apply)
        if found:
            assert _leads(town, step, found[0]), (town.facts.id, step.step, step.apply)
    assert seen == {"form", "login_item", "login_generic", "broken", "absent"}


def _leads(town: Town, step: StepFacts, address: str) -> bool:
    answer = town.get(address)
    if step.apply == "broken":
        return answer.is_dead or address == town.sheets[step.step].address
    content = town.main(address)
    named, fields = (
        told(step.name) in said(content),
        content.xpath(".//input[not(@type='search')] | .//select | .//textarea"),
    )
    ways = content.xpath(".//*[contains(@class, 'accessi')]/section")
    return {
        "form": named and len(fields) >= 8,
        "login_item": named and bool(ways),
        "login_generic": not named and bool(ways),
    }[step.apply]


def test_questions_are_as_many_as_planted() -> None:
    for step, town in guides():
        content, voice = town.guide(step), town.voice
        leads = [one.get("href") for one in content.xpath(".//a") if said(one) == voice("faq link")]
        asked = [*content.xpath(".//*[@class='domanda']/button")]
        asked += town.main(leads[0]).xpath(".//*[@class='domanda']/button") if leads else []
        assert len(asked) == step.faq
        assert (voice("faq") in labels(content)) == (step.faq > 0)
        assert all(said(one).endswith("?") for one in asked)


def test_a_combined_guide_is_one_page_for_both_steps() -> None:
    combined = [town for town in towns() if any(step.combined_with for step in town.facts.steps.values())]
    assert combined
    for town in combined:
        assert [sheet.guide for sheet in town.sheets.values() if sheet.guide] == list(town.facts.guides)


# --- the portal ------------------------------------------------------------------------------------------------------


def test_results_come_at_their_rank() -> None:
    for town in towns():
        boxes, forms = town.page("/").xpath("//input[@type='search']"), town.page("/").xpath("//form[@role='search']")
        assert (bool(boxes), bool(forms)) == (town.facts.search != "absent", town.facts.search == "works")
        if town.facts.search != "works":
            assert town.get(town.url["search"]).status == 404
            continue
        for step in town.facts.guides:
            address = town.sheets[step.step].address
            found = town.get(town.url["search"], testo=step.name).tree.xpath("//ol[@class='trovati']//a/@href")
            assert (found.index(address) + 1 if address in found else None) == step.search_rank
            for other in [sheet.title for sheet in town.sheets.values() if sheet.id != step.step]:
                assert address not in [one.address for one in town.portal.search.results(other)], (step.name, other)


def test_an_errand_is_found_by_words_of_its_own_too() -> None:
    words = {
        "registration": "registrazione società", "seal": "timbro", "invoice": "fatturazione", "social_insurance": "INPS datore di lavoro"
    }  # fmt: skip
    for step, town in guides():
        if town.facts.search == "works":
            found = [one.address for one in town.portal.search.results(words[step.step])]
            assert (town.sheets[step.step].address in found) == (step.search_rank is not None)


def test_the_sign_in_is_as_planted() -> None:
    for town in towns():
        entry, code = town.entry("login"), town.facts.login
        assert (entry is None) == (code == "absent")
        if entry:
            answer = town.get(entry)
            ways = len(answer.tree.xpath("//*[contains(@class, 'accessi')]/section"))
            app = town.voice("app only login") in said(answer.tree)
            assert {"several": ways >= 2, "one": ways == 1, "app_only": app and not ways, "broken": answer.is_dead}[
                code
            ]


def test_enquiries_are_as_planted() -> None:
    seen: set[str] = set()
    for town in towns():
        for key, code in (("consult", town.facts.consult), ("complaint", town.facts.complaint)):
            entry = town.entry(key)
            seen.add(code)
            assert (entry is None) == (code == "absent")
            assert (entry == OFF_SITE) == (code == "off_site")
            if entry and entry != OFF_SITE:
                assert _enquiry(town, key, town.follow(entry))[code], (town.facts.id, key)
    assert seen == {"open", "login", "app_only", "broken", "absent", "off_site"}


def _enquiry(town: Town, key: str, answer: Answer) -> dict[str, bool]:
    text, form = said(answer.tree), bool(answer.tree.xpath("//main//textarea"))
    return {
        "open": form,
        "login": town.voice("sign in enquiry") in text and not form,
        "app_only": town.voice(f"app only {key}") in text and not form,
        "broken": answer.is_dead,
    }


def test_the_progress_query_is_as_planted() -> None:
    seen: set[str] = set()
    for town in towns():
        entry, code, voice = town.entry("status"), town.facts.status, town.voice
        seen.add(code)
        assert (entry is None) == (code == "absent")
        if entry is None:
            continue
        text = said(town.main(entry))
        sample = re.search(r"\S*\d{4,}\S*", text)
        assert bool(sample) == (code in ("stages", "state"))
        assert (voice("sign in status") in text) == (code == "login")
        if code != "login":
            wrong = said(town.get(entry, numero="ZZ-1").tree)
            assert (voice("status unknown", number="ZZ-1") in wrong) == (code in ("stages", "state", "asks"))
        if sample:
            answer = town.get(entry, numero=sample[0]).tree
            assert (len(answer.xpath("//li[@class='punto']")) >= 2) == (code == "stages")
            assert (voice("status word") in said(answer)) == (code == "state")
    assert seen == {"stages", "state", "asks", "login", "no_answer", "absent"}


def test_starting_a_business_is_as_planted() -> None:
    for town in towns():
        address, code = town.url["scenario"], town.facts.scenario
        assert (address in town.far) == (code != "absent") == (town.get(address).status == 200)
        named = _named(town, address)
        if code == "wizard":
            lists = {
                _named(town, f"{address}?forma={a}&dipendenti={b}")
                for a in ("societa", "individuale")
                for b in ("si", "no")
            }
            assert (len(named), len(lists)) == (0, 4)
        else:
            assert len(named) in {"all_steps": (4,), "some_steps": (1, 2, 3), "absent": (0,)}[code]


def _named(town: Town, address: str) -> frozenset[str]:
    return frozenset(step for step in STEPS if town.voice(f"scenario {step}") in said(town.page(address)))


def test_links_tells_every_link_and_whether_it_is_dead() -> None:
    for town in towns():
        addresses = ["/", *(town.sheets[step.step].address for step in town.facts.guides)]
        found = [href for address in addresses for href in hrefs(town.page(address))]
        held = dict(families.links(town.facts))
        assert held == {href: town.follow(href).is_dead for href in found}
        assert list(held) == list(dict.fromkeys(found))
        assert len(held) < 200
        of_home = {*hrefs(town.page("/"))} - {town.entry(key) for key in ("login", "consult", "complaint")}
        assert sum(held[href] for href in of_home) == town.facts.dead_links
        assert truth(town.facts)


def test_the_home_page_and_every_guide_are_slow_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def pause(facts: PortalFacts) -> None:
        waited.append(facts.delay)

    for module in (home, guide_pages):
        monkeypatch.setattr(module, "pause", pause)
    town = Town(replace(CONTROLS[0], delay=4.0))
    for sheet in town.sheets.values():
        town.get(sheet.address)
    for address in ("/", *town.url.values()):
        town.get(address)
    assert waited == [4.0] * 5


def test_nothing_is_ever_submitted() -> None:
    for town in towns()[:6]:
        assert {town.ask(address, "POST").status for address in (*town.portal.site.pages, "/niente")} == {405}
        assert town.get("/favicon.ico").status == 200


def test_pages_are_light_and_only_what_is_broken_answers_500() -> None:
    for town in towns():
        facts = town.facts
        broken = "broken" in (facts.login, facts.consult, facts.complaint, *(step.apply for step in facts.guides))
        for address in town.portal.site.pages:
            answer = town.get(address)
            assert answer.status < 500 or broken
            if answer.is_page:
                assert len(town.page(address).xpath("//*")) < 1000
                assert not re.search(r"https?://(?!hotline\.gov\.test|www\.w3\.org)|\{\{", answer.text)


def test_the_same_facts_give_the_same_bytes_and_seeds_differ() -> None:
    for town in towns()[:3]:
        again = Town(town.facts)
        assert all(town.get(address) == again.get(address) for address in town.portal.site.pages)
        assert town.get("/") != Town(replace(town.facts, seed=town.facts.seed + 1)).get("/")


def test_every_length_of_way_can_be_had_by_all_steps_at_once() -> None:
    for n, way in enumerate((1, 2, 3, 4, 5, 6, "search", "absent")):
        steps = {step: replace(facts, way=way) for step, facts in perfect("comune").steps.items()}
        town = Town(replace(perfect("comune"), steps=steps, seed=n))
        held = [town.far.get(sheet.address, "search") for sheet in town.sheets.values() if sheet.guide]
        assert held == ([] if way == "absent" else [way] * 4)


# --- in a browser ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
async def served() -> AsyncIterator[Testbed]:
    async with Testbed(CONTROLS) as testbed:
        yield testbed


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"),
            args=["--no-sandbox", f"--host-resolver-rules={RESOLVER_RULES}"],
        )
        yield launched
        await launched.close()


@pytest.fixture
async def tab(browser: Browser) -> AsyncIterator[Page]:
    opened = await browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    await opened.close()


def by_look(**look: object) -> PortalFacts:
    """A control in the first seed that looks so."""
    for seed in range(200):
        facts = replace(perfect("comune"), seed=seed)
        if all(getattr(Portal(facts).site.look, key) == wanted for key, wanted in look.items()):
            return facts
    raise AssertionError(look)


@pytest.mark.browser
async def test_errors_are_thrown_on_the_home_page_alone(served: Testbed, tab: Page) -> None:
    thrown: list[str] = []
    tab.on("pageerror", lambda error: thrown.append(str(error)))
    for town in towns()[-len(CONTROLS) :]:
        start = served.url(town.facts.id)
        await tab.goto(start)
        assert len(set(thrown)) == len(thrown) == town.facts.script_errors
        there = await tab.eval_on_selector_all(
            "a[href^='/'], area[href^='/']", "held => held.map(one => one.getAttribute('href'))"
        )
        assert there == hrefs(town.page("/"))
        thrown.clear()
        for address in [town.sheets["seal"].address, town.portal.site.planting.tree["services"].address]:
            await tab.goto(f"{start.rstrip('/')}{address}")
        assert thrown == []


@pytest.mark.browser
@pytest.mark.parametrize(("guide", "cookie"), [("folds", "box"), ("tabs", "bar")])
async def test_what_is_folded_away_opens_and_the_notice_closes(tab: Page, guide: str, cookie: str) -> None:
    facts = by_look(guide=guide, cookie=cookie)
    async with Testbed([facts]) as testbed:
        await tab.goto(testbed.url(facts.id).rstrip("/") + Portal(facts).site.planting.sheets["seal"].address)
        await tab.click(".biscotti button >> nth=0")
        assert await tab.locator(".biscotti").is_hidden()
        seen = await tab.locator("main").inner_text()
        for label in await tab.query_selector_all(".piega[aria-expanded=false], [role=tab][aria-selected=false]"):
            await label.click()
            seen += await tab.locator("main").inner_text()
    seal = facts.steps["seal"]
    assert all(text in seen for text in (seal.phone, seal.location, seal.legal_basis, seal.audience))


@pytest.mark.browser
async def test_the_search_proposes_and_finds_and_fits_a_phone(tab: Page) -> None:
    facts = by_look(search="panel")
    async with Testbed([facts]) as testbed:
        await tab.goto(testbed.url(facts.id))
        await tab.click(".biscotti button >> nth=0")
        await tab.click(".lente")
        await tab.fill("#ricerca-pannello", "timbro")
        assert await tab.locator(".proposte button").count() >= 1
        await tab.fill("#ricerca-pannello", facts.steps["seal"].name)
        await tab.press("#ricerca-pannello", "Enter")
        assert await tab.locator(".trovati a").first.inner_text() == facts.steps["seal"].name
        await tab.set_viewport_size({"width": 390, "height": 800})
        await tab.goto(testbed.url(facts.id))
        assert await tab.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
async def test_a_button_downloads_and_a_dead_search_does_nothing(tab: Page) -> None:
    facts = replace(by_look(button_downloads=True, guide="long", search="header"), search="dead")
    async with Testbed([facts]) as testbed:
        start = testbed.url(facts.id)
        await tab.goto(start.rstrip("/") + Portal(facts).site.planting.sheets["seal"].address)
        await tab.click(".biscotti button >> nth=0")
        async with tab.expect_download() as download:
            await tab.click(".scarica >> nth=0")
        assert re.search(r"\.(docx|pdf|xlsx)$", (await download.value).suggested_filename)
        await tab.goto(start)
        await tab.fill("#ricerca-testata", "timbro")
        await tab.press("#ricerca-testata", "Enter")
        await tab.click(".ricerca button")
        assert tab.url == start
