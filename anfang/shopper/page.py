"""A snapshot made readable: nodes, visible text, links, headings, fields. Pure; no browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar, cast
from urllib.parse import urljoin, urlsplit

from anfang.shopper.snapshot import BOLD, CHECKED, CLICKABLE, FLOATING, POINTER, SHOWN, Snapshot

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "button", "select", "textarea", "label", "br"]
)
PRESSABLE = frozenset({"a", "area", "button", "summary"})
PRESSABLE_ROLES = frozenset({"button", "link", "menuitem", "tab", "option", "treeitem"})
PRESSABLE_INPUTS = frozenset({"button", "submit", "image"})
FIELD_TAGS = frozenset({"input", "textarea", "select"})
NOT_FIELDS = frozenset({"hidden", "button", "submit", "image", "reset"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption"})


T = TypeVar("T")
RowFields = tuple[int, str, str, dict[str, str], "list[int] | None", int, int, float]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One line, full-width forms made normal, white space folded: the form in which texts are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def squeezed(text: str) -> str:
    """Folded, without any white space: for finding a text that was broken over lines."""
    return "".join(fold(text).split())


@dataclass(slots=True, eq=False)
class Node:
    """One element or text of the page. `box` is [x, y, width, height] in page pixels, None where nothing is laid out."""

    index: int
    tag: str
    own: str
    attributes: dict[str, str]
    box: list[int] | None
    flags: int
    backend: int
    size: float
    parent: Node | None
    children: list[Node] = field(default_factory=lambda: list[Node]())

    @property
    def shown(self) -> bool:
        return bool(self.flags & SHOWN) and self.box is not None and self.box[2] > 0 and self.box[3] > 0

    @property
    def floating(self) -> bool:
        return bool(self.flags & FLOATING)

    @property
    def bold(self) -> bool:
        return bool(self.flags & BOLD)

    @property
    def checked(self) -> bool:
        return bool(self.flags & CHECKED)

    @property
    def pressable(self) -> bool:
        """Something that a citizen could press: a link, a button, or a node with a listener or a hand cursor."""
        if self.tag in PRESSABLE or self.attributes.get("role") in PRESSABLE_ROLES or "onclick" in self.attributes:
            return True
        if self.tag == "input":
            return self.attributes.get("type", "").lower() in PRESSABLE_INPUTS
        if self.tag in ("body", "html", "#text", *FIELD_TAGS):
            return False
        own_hand = bool(self.flags & POINTER) and not (self.parent and self.parent.flags & POINTER)
        return bool(self.flags & CLICKABLE) or own_hand

    def walk(self) -> Iterator[Node]:
        """This node and all below, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def inside(self, *tags: str) -> Node | None:
        """The nearest ancestor with one of the tags."""
        return next((node for node in self.above() if node.tag in tags), None)


@dataclass(frozen=True, slots=True)
class Link:
    """Something to press: its words, and the address where it says one."""

    node: Node
    text: str
    href: str
    """Absolute http(s) address (with fragment), or '' where only pressing tells."""
    shown: bool


class Page:
    """What a citizen sees on a page, read from its snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.url = snapshot.url
        self.title = fold(snapshot.title)
        self.nodes: list[Node] = []
        for index, row in enumerate(snapshot.rows):
            parent, tag, own, attributes, box, flags, backend, size = cast("RowFields", tuple(row))
            above = self.nodes[parent] if parent >= 0 else None
            node = Node(index, tag, own, attributes, box, flags, backend, size, above)
            self.nodes.append(node)
            if above is not None:
                above.children.append(node)
        self._texts: dict[int, str] = {}
        self._known: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What a reader makes of the page, made once and kept as long as the page is."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    @cached_property
    def text(self) -> str:
        """The visible text, one line per block."""
        lines: list[str] = []
        for root in (node for node in self.nodes if node.parent is None):
            _lines(root, lines)
        return "\n".join(line for line in map(fold, lines) if line)

    def text_of(self, node: Node) -> str:
        """The visible text below a node on one line, blocks parted by a space."""
        known = self._texts.get(node.index)
        if known is None:
            lines: list[str] = []
            _lines(node, lines)
            known = self._texts[node.index] = fold(" ".join(lines))
        return known

    def lines_of(self, node: Node) -> list[str]:
        """The visible text below a node, one line per block."""
        lines: list[str] = []
        _lines(node, lines)
        return [line for line in map(fold, lines) if line]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Everything pressable in document order; a wrapper of another pressable with the same words is left out."""
        found: list[Link] = []
        for node in self.nodes:
            if not node.pressable:
                continue
            words = self.words_of(node)
            inner = any(child.pressable for child in node.walk() if child is not node)
            if inner and node.tag not in ("a", "button"):
                continue
            found.append(Link(node, words, self._address(node), self._can_be_seen(node)))
        return tuple(found)

    def words_of(self, node: Node) -> str:
        """The words of a link or button: its text, else what stands in its attributes or on its picture."""
        text = self.text_of(node)
        if text:
            return text
        hidden = "".join(child.own for child in node.walk() if child.tag == "#text")
        if hidden:
            return fold(hidden)
        for child in node.walk():
            for name in ("title", "aria-label", "alt", "value"):
                if child.attributes.get(name):
                    return fold(child.attributes[name])
        return ""

    def _can_be_seen(self, node: Node) -> bool:
        return node.shown or any(child.shown for child in node.walk())

    def _address(self, node: Node) -> str:
        link = node if node.tag in ("a", "area") else node.inside("a")
        href = (link.attributes.get("href") or "").strip() if link else ""
        if not href or href in ("#", "##", "###") or href.lower().startswith(("javascript:", "javasrcipt:")):
            return ""
        address = urljoin(self.url, href)
        return address if urlsplit(address).scheme in ("http", "https") else ""

    @cached_property
    def headings(self) -> tuple[tuple[Node, str], ...]:
        """Headings by tag, and short texts set clearly larger than the body text, in document order."""
        body = self._body_size()
        found: list[tuple[Node, str]] = []
        for node in self.nodes:
            large = node.tag == "#text" and node.parent is not None and node.parent.size >= body * 1.25
            if not (node.tag in HEADINGS or large) or not node.shown:
                continue
            text = self.text_of(node) if node.tag != "#text" else fold(node.own)
            if text and len(text) <= 60 and (not found or found[-1][1] != text):
                found.append((node, text))
        return tuple(found)

    def _body_size(self) -> float:
        weights: dict[float, int] = {}
        for node in self.nodes:
            if node.tag == "#text" and node.shown and node.parent is not None:
                weights[node.parent.size] = weights.get(node.parent.size, 0) + len(node.own)
        return max(weights, key=lambda size: weights[size], default=14.0) or 14.0

    @cached_property
    def fields(self) -> tuple[Node, ...]:
        """Fields that a citizen could fill in, shown ones only (a radio or check box counts by its label)."""
        return tuple(
            node
            for node in self.nodes
            if node.tag in FIELD_TAGS and node.attributes.get("type", "text").lower() not in NOT_FIELDS and node.shown
        )

    def name_of_field(self, node: Node) -> str:
        """The words a citizen reads beside a field: placeholder, label, title, or the text just before it."""
        said = " ".join(node.attributes.get(name, "") for name in ("placeholder", "title", "aria-label")).strip()
        wanted = node.attributes.get("id")
        label = next((n for n in self.nodes if n.tag == "label" and wanted and n.attributes.get("for") == wanted), None)
        label = label or node.inside("label")
        before = self.text_of(label) if label else self.text_before(node)
        return fold(f"{before} {said}")

    def text_before(self, node: Node) -> str:
        """The last words before a node within its row or box (what a citizen reads as its label), 30 characters at most."""
        for below, above in zip((node, *node.above()), node.above(), strict=False):
            at = above.children.index(below)
            words = " ".join(self.text_of(child) for child in above.children[:at])
            if words.strip():
                return words[-30:]
            if above.tag in ("form", "body", "table"):
                return ""
        return ""

    @cached_property
    def key(self) -> str:
        return address_key(self.url)


def address_key(url: str) -> str:
    """An address in the form in which two are compared: no trailing slash, image co-ordinates or empty fragment."""
    parts = urlsplit(url)
    query = "&".join(
        item for item in parts.query.split("&") if item and not re.fullmatch(r"[xy]=\d+|_?t=\d+|timestamp=\d+", item)
    )
    fragment = parts.fragment if "/" in parts.fragment or "=" in parts.fragment else ""
    path = re.sub(r"/(index|default)\.(html?|jsp|do|aspx?|php)$", "/", parts.path).rstrip("/") or "/"
    key = f"{parts.scheme}://{parts.netloc}{path}" + (f"?{query}" if query else "")
    return f"{key}#{fragment}" if fragment.strip("/") else key


def _lines(node: Node, lines: list[str]) -> None:
    """Collect visible text; a block element starts and ends a line."""
    if node.tag == "#text":
        if node.shown:
            if lines and not lines[-1].endswith("\n"):
                lines[-1] = together((lines[-1], node.own))
            else:
                lines.append(node.own)
        return
    block = node.tag in BLOCKS
    if block:
        _end(lines)
    for child in node.children:
        _lines(child, lines)
    if block:
        _end(lines)


def _end(lines: list[str]) -> None:
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"


def together(parts: Iterable[str]) -> str:
    """Texts of one line joined as they are read: a space between words of Latin letters, none between Chinese ones."""
    line = ""
    for part in parts:
        line += (" " if line and _needs_space(line, part) else "") + part
    return line


def _needs_space(left: str, right: str) -> bool:
    return left[-1:].isascii() and right[:1].isascii() and left[-1:] not in "([{" and right[:1] not in ")]},.;:"
