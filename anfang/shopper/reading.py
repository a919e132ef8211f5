"""A guide read: its elements, materials, forms and questions, from the looks that the shopper took at it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from anfang.model import Evidence
from anfang.shopper.entries import opens_in_place
from anfang.shopper.lexicon import EXACT, OUTLINE, Label, Lexicon, squeeze
from anfang.shopper.material_lists import listed
from anfang.shopper.materials import MaterialSeen, materials_in
from anfang.shopper.outline import lines
from anfang.shopper.page import Link, Node, Page, fold
from anfang.shopper.pairs import Pair, rated
from anfang.shopper.statements import all_pairs
from anfang.shopper.trail import Look, Trail
from anfang.shopper.values import goal_match

FormKind = Literal["blank_form", "sample_form"]
FILE = re.compile(r"\.(docx?|xlsx?|pdf|wps|rtf|zip)\b", re.I)
SHORTEST_QUESTION = 5
LONGEST_HEADING = 10
ONE_THING = frozenset({"phone", "complaint_phone", "location", "office_hours", "statutory_limit", "promised_limit", "authority", "depth", "trips"})
"""Elements whose value is a single thing, however large the box that bears their label."""
QUESTION = re.compile(r"[?？]\s*$|^\s*(?:问|Q\d*|问题[一二三四五六七八九十\d]+)\s*[:：.、]")


@dataclass(frozen=True, slots=True)
class Stated:
    """An element as the guide states it, with the look that shows it."""

    element: str
    value: str
    unit: str
    strength: int
    quote: str
    look: Look
    nodes: tuple[Node, ...] = ()
    """The boxes of the value, on the look's page."""

    @property
    def evidence(self) -> Evidence:
        return self.look.evidence(self.quote)


@dataclass(frozen=True, slots=True)
class FormLink:
    """A link to a blank or sample form."""

    kind: FormKind
    text: str
    href: str
    node: Node
    look: Look


@dataclass(slots=True)
class GuideReading:
    """What a guide says. `printed` holds elements whose label is there with a text that says nothing."""

    step: str
    looks: tuple[Look, ...]
    stated: dict[str, Stated] = field(default_factory=dict[str, Stated])
    printed: dict[str, Stated] = field(default_factory=dict[str, Stated])
    materials: tuple[MaterialSeen, ...] | Literal["none_needed"] | None = None
    materials_look: Look | None = None
    forms: tuple[FormLink, ...] = ()
    no_form: dict[str, Stated] = field(default_factory=dict[str, Stated])
    questions: tuple[str, ...] = ()
    questions_look: Look | None = None

    @property
    def base(self) -> Look:
        return self.looks[0]

    def text(self, element: str) -> str | None:
        found = self.stated.get(element)
        return found.value if found else None


def read_guide(trail: Trail, step: str) -> GuideReading | None:
    """The reading of a step's guide, or None where no guide was found."""
    looks = [*trail.all("guide", step), *trail.all("tab", step)]
    if not looks:
        return None
    reading = GuideReading(step, tuple(looks))
    _read_elements(reading, trail)
    _read_name(reading, trail.lexicon)
    _read_materials(reading, trail.lexicon)
    _read_forms(reading, trail)
    _read_questions(reading, trail)
    return reading


def own_pairs(trail: Trail, look: Look) -> list[Pair]:
    """The pairs of a look that are not site furniture (header, footer), which the home page shows too."""
    found = all_pairs(look.page, trail.lexicon)
    if trail.home is None:
        return found
    at_home = {(pair.label.element, squeeze(pair.value)) for pair in all_pairs(trail.home.page, trail.lexicon)}
    return [pair for pair in found if (pair.label.element, squeeze(pair.value)) not in at_home]


def _read_elements(reading: GuideReading, trail: Trail) -> None:
    for look in reading.looks:
        every = own_pairs(trail, look)
        for pair in every:
            if not _only_holds_others(pair, every):
                _keep(reading, pair, look, trail.lexicon)
    for look in reading.looks:
        for pair in _tab_pair(reading, trail, look):
            if pair.label.element not in reading.printed:
                _keep(reading, pair, look, trail.lexicon)


def _only_holds_others(pair: Pair, every: list[Pair]) -> bool:
    """Whether the box of a label begins with another label that has a value of its own (Tempi: Termine di legge: …)."""
    if pair.label.element not in ONE_THING or pair.inline:
        return False
    start = squeeze(pair.value)
    return any(
        other.label.strength == EXACT and other.label.element != pair.label.element and start.startswith(squeeze(other.label.text))
        and squeeze(other.value) != start and other.value in pair.value for other in every
    )  # fmt: skip


def _keep(reading: GuideReading, pair: Pair, look: Look, lexicon: Lexicon) -> None:
    """A pair is kept where it says more surely than the one known: stated before printed, exact before suffix."""
    label = pair.label
    if not pair.value:
        return
    value = pair.value.rstrip("。.") if label.element == "name" else pair.value
    value = (rated(pair.nodes) or value) if label.element == "depth" else value
    seen = Stated(label.element, value, label.unit, label.strength, pair.quote, look, pair.nodes)
    if lexicon.is_placeholder(pair.value, label.element):
        reading.printed.setdefault(label.element, seen)
        outer = reading.stated.get(label.element)
        if outer is not None and label.element in ONE_THING and _within(seen, outer):
            del reading.stated[label.element]
        return
    known, nothing = reading.stated.get(label.element), reading.printed.get(label.element)
    if nothing is not None and nothing.strength > label.strength:
        return
    more = known is not None and label.strength == OUTLINE and squeeze(value).startswith(squeeze(known.value)) and len(value) > len(known.value)
    inner = known is not None and label.strength == known.strength and label.element in ONE_THING and _within(seen, known)
    if known is None or label.strength > known.strength or more or inner:
        reading.stated[label.element] = seen


def _within(inner: Stated, outer: Stated) -> bool:
    """Whether one box stands in the other (Contatti: Telefono: …): the innermost says it."""
    if inner.look is not outer.look or len(inner.value) >= len(outer.value):
        return False
    held = {id(node) for box in outer.nodes for node in box.walk()}
    return bool(inner.nodes) and all(id(node) in held for node in inner.nodes)


def fresh_lines(look: Look, base: Look) -> list[str]:
    """The lines that a look shows and the base does not: what the pressed tab brought."""
    before = {fold(line) for line in base.page.text.split("\n")}
    return [line for line in map(fold, look.page.text.split("\n")) if line and line not in before]


def _tab_pair(reading: GuideReading, trail: Trail, look: Look) -> Iterator[Pair]:
    """What a tab brought, credited to the tab's label."""
    label = trail.lexicon.label(look.label) if look.role == "tab" else None
    if label is None:
        return
    before = {line.text for line in lines(reading.base.page)}
    others = _labelled(trail, look, label)
    fresh = [
        line for line in lines(look.page)
        if line.text not in before and not _is_exact_label(line.text, trail.lexicon) and not any(id(node) in others for node in line.nodes)
    ]  # fmt: skip
    if label.element == "materials":
        fresh = [line for line in fresh if not _is_of_forms(line.text, trail.lexicon)]
    if fresh:
        text = " ".join(line.text for line in fresh)
        nodes = tuple(node for line in fresh for node in line.nodes)
        yield Pair(Label(label.element, label.text, "", EXACT), text, _box_of(nodes), fresh[0].text)


def _labelled(trail: Trail, look: Look, label: Label) -> set[int]:
    """The text nodes of a tab's page that labels of their own say other things with."""
    told = [pair for pair in own_pairs(trail, look) if pair.label.strength == EXACT and pair.label.element not in (label.element, "materials", "forms")]
    return {id(node) for pair in told for box in pair.nodes for node in box.walk()}


def _box_of(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The smallest box that holds all nodes."""
    for box in nodes[0].above():
        inside = set(map(id, box.walk()))
        if all(id(node) in inside for node in nodes):
            return (box,)
    return nodes


def _is_exact_label(text: str, lexicon: Lexicon) -> bool:
    label = lexicon.label(text)
    return label is not None and label.strength == EXACT


def _is_of_forms(line: str, lexicon: Lexicon) -> bool:
    """Whether a line is about forms to download, which stand beside a list of materials and are none."""
    return bool(FILE.search(line) or lexicon.says(line, "no_form") or (len(line) <= LONGEST_HEADING and form_kind(line, lexicon)))


def _read_name(reading: GuideReading, lexicon: Lexicon) -> None:
    """The item's name: its element row, else the heading that names the step."""
    if "name" in reading.stated:
        return
    for _node, text in reading.base.page.headings:
        if goal_match(text, reading.step, lexicon):
            reading.stated["name"] = Stated("name", text, "", EXACT, text, reading.base)
            return


def _read_materials(reading: GuideReading, lexicon: Lexicon) -> None:
    for look in reading.looks:
        if found := materials_in(look.page, lexicon):
            reading.materials, reading.materials_look = tuple(found), look
            break
    stated = reading.stated.get("materials")
    if stated and lexicon.says(stated.value, "no_materials") and len(reading.materials or ()) <= 1:
        reading.materials, reading.materials_look = "none_needed", stated.look
    elif reading.materials is None and stated:
        reading.materials = tuple(listed(stated.look.page, stated.nodes, stated.value, lexicon)) or None
        reading.materials_look = stated.look if reading.materials else None
    if reading.materials and "materials" not in reading.stated:
        _state_materials(reading)


def _state_materials(reading: GuideReading) -> None:
    assert reading.materials_look is not None
    first = reading.materials[0] if isinstance(reading.materials, tuple) else None
    if isinstance(first, MaterialSeen):
        seen = Stated("materials", first.name, "", EXACT, first.quote, reading.materials_look)
        reading.stated["materials"] = seen


def form_kind(text: str, lexicon: Lexicon) -> FormKind | None:
    """Whether a link's words promise a filled sample or a blank form; a form that is called neither is a blank one."""
    sample, blank = lexicon.has(text, "sample_form"), lexicon.has(text, "blank_form")
    if not sample and FILE.search(text):
        blank = blank or lexicon.has(text, "blank_file")
    if sample or blank:
        return "sample_form" if len(sample) >= len(blank) else "blank_form"
    return "blank_form" if lexicon.has(text, "form_file") else None


def _read_forms(reading: GuideReading, trail: Trail) -> None:
    lexicon = trail.lexicon
    at_home = {(link.text, link.href) for link in trail.home.page.links} if trail.home else set[tuple[str, str]]()
    tabs = {look.label for look in reading.looks if look.role == "tab"}
    found: dict[tuple[str, str, str], FormLink] = {}
    for look in reading.looks:
        for link in look.page.links:
            kind = _kind_of_link(look.page, link, lexicon) if _may_be_had(link, look.page) else None
            if kind and (link.text, link.href) not in at_home and link.text not in tabs:
                key = (kind, link.href or link.node.attributes.get("onclick", "") or _javascript(link), link.text)
                found.setdefault(key, FormLink(kind, link.text, link.href, link.node, look))
    reading.forms = tuple(found.values())
    for look in reading.looks:
        _read_no_form(reading, look, lexicon)


def _may_be_had(link: Link, page: Page) -> bool:
    """Whether a link can lead to a file: it is shown, or a file in a menu that opens on a press, and no place on this page."""
    here = "#" in link.href and link.href.split("#")[0] == page.url.split("#")[0] and "/" not in link.href.split("#")[1]
    return (link.shown or bool(FILE.search(link.text))) and not here


def _javascript(link: Link) -> str:
    return link.node.attributes.get("href", "")


def _kind_of_link(page: Page, link: Link, lexicon: Lexicon) -> FormKind | None:
    if is_faq(link.text, lexicon) or (opens_in_place(link.text, lexicon) and not FILE.search(link.text)) or (lexicon.label(link.text) and not link.href and not _javascript(link)):
        return None
    own = form_kind(link.text, lexicon) if len(link.text) <= 60 else None
    if own and not _is_plain(link.text, own, lexicon) and not FILE.search(f"{link.href} {link.text}"):
        own = None
    explicit = lexicon.has(link.text, "sample_form") or lexicon.has(link.text, "blank_form") or lexicon.has(link.text, "blank_file")
    if own and explicit:
        return own
    return _column_kind(page, link.node, lexicon) or _label_kind(page, link, lexicon) or own


def _label_kind(page: Page, link: Link, lexicon: Lexicon) -> FormKind | None:
    """The form kind that the words before a link promise (空白表格: …申请表.docx; …申请表（空白）.docx 下载)."""
    before = page.text_before(link.node)
    generic = lexicon.is_one_of(link.text, "download")
    if not before or not (generic or FILE.search(f"{link.href} {link.text}") or len(link.text) <= 12):
        return None
    last = before.split(" ")[-1].rstrip(":：") if lexicon.lang == "zh" else before
    if generic and (kind := form_kind(last, lexicon)):
        return kind
    return form_kind(last, lexicon) if (len(last) <= 10 or lexicon.lang != "zh") and (lexicon.has(last, "sample_form") or lexicon.has(last, "blank_form")) else None


def _is_plain(text: str, kind: FormKind, lexicon: Lexicon) -> bool:
    """Whether the words are little more than the promise of a form (no news title, no material's name)."""
    word = lexicon.has(text, kind) or lexicon.has(text, "form_file")
    return len(squeeze(text)) <= len(squeeze(word)) + 6 if word in lexicon.words("form_file") else len(squeeze(text)) <= 30


def _column_kind(page: Page, node: Node, lexicon: Lexicon) -> FormKind | None:
    """The form kind that the head of the link's column promises."""
    cell = node.inside("td") or node
    row = cell.parent
    if row is None or row.parent is None:
        return None
    at = row.children.index(cell)
    table = node.inside("table") or row.parent
    for head_row in table.walk():
        heads = [child for child in head_row.children if child.tag in ("th", "td", "div", "span")]
        if len(heads) == len(row.children) and head_row is not row and head_row.index < row.index:
            text = page.text_of(heads[at])
            for kind, column in (("sample_form", "sample"), ("blank_form", "blank")):
                if lexicon.is_one_of(text, "material_columns", column):
                    return "sample_form" if kind == "sample_form" else "blank_form"
            return None
    return None


def _read_no_form(reading: GuideReading, look: Look, lexicon: Lexicon) -> None:
    """Sentences that say that no form is to be brought, and for which kind; a step of the process says nothing of forms."""
    process = reading.stated.get("process")
    steps = {id(node) for box in process.nodes for node in box.walk()} if process and process.look is look else set[int]()
    for node in look.page.nodes:
        if node.tag != "#text" or not node.shown or id(node) in steps or not (word := lexicon.says(node.own, "no_form")):
            continue
        box = node.parent or node
        kind = _kind_of_sentence(look.page, node, lexicon)
        for each in (kind,) if kind else ("blank_form", "sample_form"):
            line = look.page.text_of(box)[:200]
            reading.no_form.setdefault(each, Stated(each, word, "", EXACT, line, look))


def _kind_of_sentence(page: Page, node: Node, lexicon: Lexicon) -> FormKind | None:
    """Which form a sentence says is not needed: by its own words, its column, its label, or a sentence on samples beside it."""
    box = node.parent or node
    before = page.text_before(node).split(" ")[-1].rstrip(":：")
    kind = _only_kind(fold(node.own), lexicon) or _column_kind(page, box, lexicon) or _only_kind(before, lexicon)
    if kind is not None:
        return kind
    row = node.inside("td", "li", "dd", "tr") or box
    beside = [line for line in page.lines_of(row) if lexicon.says(line, "no_form") and line != fold(node.own)]
    return "blank_form" if any(_only_kind(line, lexicon) == "sample_form" for line in beside) else None


def _only_kind(text: str, lexicon: Lexicon) -> FormKind | None:
    word = lexicon.has(text, "sample_form")
    sample = bool(word)
    rest = text.replace(word, " ") if word else text
    blank = bool(lexicon.has(rest, "blank_form") or (sample and lexicon.has(rest, "form_file")))
    if sample == blank:
        return None
    return "sample_form" if sample else "blank_form"


def _read_questions(reading: GuideReading, trail: Trail) -> None:
    """Questions in the FAQ part of the guide, or on the page that its FAQ link leads to."""
    for look in (*reading.looks, *trail.all("faq", reading.step)):
        found = tuple(dict.fromkeys(_questions(look, reading, trail)))
        if len(found) > len(reading.questions):
            reading.questions, reading.questions_look = found, look


def _questions(look: Look, reading: GuideReading, trail: Trail) -> Iterable[str]:
    if look.role == "faq":
        home = trail.furniture()
        return [line for line in map(fold, look.page.text.split("\n")) if line not in home and _is_question(line)]
    label = trail.lexicon.label(look.label) if look.label else None
    if look.role == "tab" and label and label.element == "faq":
        return [line for line in fresh_lines(look, reading.base) if _is_question(line)]
    regions = [pair for pair in own_pairs(trail, look) if pair.label.element == "faq"]
    inside = {id(node) for pair in regions for box in pair.nodes for node in box.walk()}
    return [line.text for line in lines(look.page) if _is_question(line.text) and any(id(node) in inside for node in line.nodes)]


def is_faq(text: str, lexicon: Lexicon) -> bool:
    """Whether words promise answered questions (常见问题, 企业设立登记常见问题解答)."""
    label, low = lexicon.label(text), text.lower()
    return (label is not None and label.element == "faq") or any(low.endswith(word.lower()) for word in lexicon.words("elements", "faq", "labels"))


def _is_question(line: str) -> bool:
    return len(line) >= SHORTEST_QUESTION and bool(QUESTION.search(line))
