"""Capture what the shopper stands on as one snapshot: every frame and shadow root, with layout boxes and visibility.

The snapshot is Chromium's own (`DOMSnapshot.captureSnapshot`), which the page's scripts cannot forge, cut down to what is
judged. Everything that judges a page is a pure function of it (page.py), so that an archived round can be read again.
"""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urljoin

from playwright.async_api import CDPSession

STYLES = ("display", "visibility", "opacity", "cursor", "position", "font-size", "font-weight")
FORMAT = 1
KEPT_ATTRIBUTES = frozenset(
    ["href", "src", "alt", "title", "class", "id", "name", "type", "value", "placeholder", "role", "onclick", "target", "for", "action", "method", "required", "aria-label", "aria-selected", "aria-expanded", "aria-hidden", "content", "http-equiv", "colspan", "rowspan", "rel", "shape", "disabled", "readonly", "checked", "selected", "data-href", "data-url", "lang"]
)
SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "link", "meta"})
LONGEST_ATTRIBUTE = 500
LONGEST_HIDDEN_TEXT = 60
"""Hidden menus have short words; longer hidden text is no label of anything."""
DEADLINE = 10.0
Row = list[Any]
"""[parent, tag, text, attributes, box or None, flags, backend id, font size]; text nodes have the tag '#text'."""

SHOWN, CLICKABLE, POINTER, FLOATING, BOLD, CHECKED = 1, 2, 4, 8, 16, 32


@dataclass(frozen=True, slots=True)
class Snapshot:
    """url, title and the rows of nodes in document order; `rows[i][0] < i` is the parent's index (-1: none)."""

    url: str
    title: str
    rows: tuple[Row, ...]

    def packed(self, text: str) -> bytes:
        """The stored form: deterministic gzip JSON with the title and the visible text, as they are quoted, beside the nodes."""
        told = f"{self.title}\n{text}" if self.title else text
        body = {"format": FORMAT, "url": self.url, "title": self.title, "text": told, "rows": self.rows}
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        return gzip.compress(raw, 5, mtime=0)


def unpack(data: bytes) -> Snapshot:
    """A stored snapshot, read back."""
    body = json.loads(gzip.decompress(data))
    return Snapshot(body["url"], body["title"], tuple(body["rows"]))


async def capture(session: CDPSession) -> Snapshot:
    """The snapshot of the session's page.

    Raises asyncio.TimeoutError when the browser does not answer (the visit's watchdog then ends the attempt).
    """
    asked = {"computedStyles": list(STYLES), "includePaintOrder": False, "includeDOMRects": False}
    answer = cast("Awaitable[dict[str, Any]]", session.send("DOMSnapshot.captureSnapshot", asked))
    return reduce_raw(await asyncio.wait_for(answer, DEADLINE))


def reduce_raw(raw: dict[str, Any]) -> Snapshot:
    """Chromium's answer -> our rows, frames grafted at their iframe nodes."""
    reader = _Reader(raw["documents"], raw["strings"])
    reader.read(0, parent=-1, dx=0.0, dy=0.0)
    main = raw["documents"][0]
    return Snapshot(
        reader.string(main["documentURL"]), " ".join(reader.string(main["title"]).split()), tuple(reader.rows)
    )


class _Reader:
    """Walks the documents of one raw snapshot; holds the rows made so far."""

    def __init__(self, documents: list[dict[str, Any]], strings: list[str]) -> None:
        self.documents = documents
        self.strings = strings
        self.rows: list[Row] = []
        self.transparent: set[int] = set()
        """Rows with opacity 0, and all below them."""

    def string(self, index: int) -> str:
        text = self.strings[index] if index >= 0 else ""
        return text.encode("utf-8", "replace").decode("utf-8")

    def read(self, number: int, *, parent: int, dx: float, dy: float) -> None:
        document = self.documents[number]
        base = self._own_base(document)
        nodes, layout = document["nodes"], document["layout"]
        dx, dy = dx - document.get("scrollOffsetX", 0), dy - document.get("scrollOffsetY", 0)
        laid = {node: position for position, node in enumerate(layout["nodeIndex"])}
        clickable = set(nodes.get("isClickable", {}).get("index", ()))
        typed = _rare(nodes.get("inputValue")) | _rare(nodes.get("textValue"))
        checked = set(nodes.get("inputChecked", {}).get("index", ()))
        frames = _rare(nodes.get("contentDocumentIndex"))
        place: dict[int, int] = {}
        for index, kind in enumerate(nodes["nodeType"]):
            above = nodes["parentIndex"][index]
            home = place.get(above, parent if above < 0 else -2)
            if kind in (9, 11):
                place[index] = parent if above < 0 else home
                continue
            if home == -2 or kind not in (1, 3):
                continue
            tag = "#text" if kind == 3 else self.string(nodes["nodeName"][index]).lower()
            if tag in SKIPPED or tag.startswith("::"):
                continue
            row = self._row(home, tag, index, nodes, layout, laid.get(index), dx, dy)
            if row is None:
                continue
            if index in clickable:
                row[5] |= CLICKABLE
            if index in checked:
                row[5] |= CHECKED
            if row[3].get("type", "").lower() == "password":
                row[3].pop("value", None)
            elif index in typed:
                row[3]["value"] = self.string(typed[index])
            if base and row[3].get("href", "#")[:1] != "#":
                row[3]["href"] = urljoin(base, row[3]["href"].strip())
            place[index] = len(self.rows)
            self.rows.append(row)
            if index in frames:
                box = row[4] or [0, 0, 0, 0]
                self.read(frames[index], parent=place[index], dx=dx + box[0], dy=dy + box[1])

    def _own_base(self, document: dict[str, Any]) -> str:
        """What a document's relative links start from where that is not the page's address: in a frame, or by <base>."""
        base, page = self.string(document["baseURL"]), self.string(self.documents[0]["documentURL"])
        return "" if base.split("#")[0] == page.split("#")[0] or not base.startswith("http") else base

    def _row(
        self, home: int, tag: str, index: int, nodes: dict[str, Any], layout: dict[str, Any], at: int | None,
        dx: float, dy: float,
    ) -> Row | None:
        if tag == "#text":
            text = " ".join(self.string(nodes["nodeValue"][index]).split())
            if not text or (at is None and len(text) > LONGEST_HIDDEN_TEXT):
                return None
        else:
            text = ""
        attributes = self._attributes(nodes["attributes"][index]) if tag != "#text" else {}
        if at is None:
            return [home, tag, text, attributes, None, 0, nodes["backendNodeId"][index], 0]
        x, y, width, height = layout["bounds"][at]
        styles = [self.string(number) for number in layout["styles"][at]] or ["", "visible", "1", "", "", "", ""]
        box = [round(x + dx), round(y + dy), round(width), round(height)]
        flags = self._flags(home, styles, box)
        size = float(styles[5].removesuffix("px")) if styles[5].endswith("px") else 0
        return [home, tag, text, attributes, box, flags, nodes["backendNodeId"][index], size]

    def _flags(self, home: int, styles: list[str], box: list[int]) -> int:
        parent = self.rows[home][5] if home >= 0 else 0
        clear = styles[2] != "0" and home not in self.transparent
        if not clear:
            self.transparent.add(len(self.rows))
        flags = SHOWN if clear and styles[1] == "visible" and box[0] + box[2] > 0 else 0
        if styles[3] == "pointer":
            flags |= POINTER
        if styles[4] in ("fixed", "absolute", "sticky") or parent & FLOATING:
            flags |= FLOATING
        if styles[6].isdigit() and int(styles[6]) >= 600:
            flags |= BOLD
        return flags

    def _attributes(self, flat: list[int]) -> dict[str, str]:
        pairs = zip(flat[::2], flat[1::2], strict=True)
        named = ((self.string(name).lower(), self.string(value)) for name, value in pairs)
        return {name: value[:LONGEST_ATTRIBUTE] for name, value in named if name in KEPT_ATTRIBUTES}


def _rare(column: dict[str, list[int]] | None) -> dict[int, int]:
    if not column:
        return {}
    return dict(zip(column["index"], column["value"], strict=True))
