"""The materials that a guide asks for: read from a table of any make (table rows or boxes in rows). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anfang.shopper.lexicon import EXACT, Lexicon, squeeze
from anfang.shopper.page import Node, Page

COLUMNS = ("name", "source", "form", "copies", "required", "number", "blank", "sample")


@dataclass(frozen=True, slots=True)
class MaterialSeen:
    """One row of the materials list."""

    name: str
    catch_all: bool
    quote: str

    @classmethod
    def named(cls, name: str, quote: str, lexicon: Lexicon) -> MaterialSeen:
        return cls(name, bool(lexicon.has(name, "catch_all")), quote)


def materials_in(page: Page, lexicon: Lexicon) -> list[MaterialSeen]:
    """The rows below the first head row that has a column of material names; empty where there is none."""
    for row in page.nodes:
        heads = [child for child in row.children if child.tag != "#text" and page.text_of(child)]
        if not row.shown or not 1 <= len(heads) <= 12:
            continue
        kinds = [_column(page.text_of(head), lexicon) for head in heads]
        if "name" not in kinds or not (sum(kind is not None for kind in kinds) >= 2 or _lone_head(page, row, heads, lexicon)):
            continue
        listed = list(_rows(page, row, heads, kinds.index("name"), lexicon))
        if listed:
            return listed
    return []


def _lone_head(page: Page, row: Node, heads: list[Node], lexicon: Lexicon) -> bool:
    """A list with the one head "name of the material"; the heading "materials" over a table is none."""
    text = page.text_of(row)
    label = lexicon.label(text)
    heading = label is not None and label.strength == EXACT
    return len(heads) == 1 and not heading and row.tag in ("tr", "div", "li", "ul") and text == page.text_of(heads[0])


def _column(text: str, lexicon: Lexicon) -> str | None:
    if len(text) > 16:
        return None
    return next((kind for kind in COLUMNS if lexicon.is_one_of(text, "material_columns", kind)), None)


def _rows(page: Page, head: Node, heads: list[Node], at: int, lexicon: Lexicon) -> Iterator[MaterialSeen]:
    wanted = len(heads)
    box = heads[at].box
    left = box[0] if box else 0
    for row in _below(page, head):
        cells = [child for child in row.children if child.tag != "#text"]
        if not cells or (len(cells) < 2 < wanted) or not row.shown or len(cells) > wanted + 2:
            continue
        cell = cells[at] if len(cells) == wanted else _under(cells, left)
        name = page.text_of(cell) if cell else ""
        if lexicon.says(name, "no_materials") or (wanted == 1 and _is_form_heading(name, lexicon)):
            return
        if not name or lexicon.is_placeholder(name) or _column(name, lexicon) == "name":
            continue
        yield MaterialSeen.named(name, page.text_of(row)[:200] if squeeze(name) else name, lexicon)


def _is_form_heading(text: str, lexicon: Lexicon) -> bool:
    """The heading of the box with the forms, which may follow a list without heads of its own."""
    label = lexicon.label(text)
    return (label is not None and label.strength == EXACT) or bool(lexicon.has(text, "sample_form") and len(text) <= 8)


def _under(cells: list[Node], left: int) -> Node | None:
    """The cell that stands under the head (rows whose first cells span several rows have fewer cells)."""
    return next((cell for cell in cells if cell.box and abs(cell.box[0] - left) <= 8), None)


def _below(page: Page, head: Node) -> Iterator[Node]:
    """The rows after a head row: of its table, else the boxes that follow it or follow its wrapper."""
    table = head.inside("table")
    if head.tag == "tr" and table is not None:
        below = [row for row in table.walk() if row.tag == "tr" and row.index > head.index and row.inside("table") is table]
        yield from below or _rows_of_twin(page, head, table)
        return
    box = head
    while box.parent is not None and box.parent.tag != "body" and page.text_of(box.parent) == page.text_of(box):
        box = box.parent
    if box.parent is None:
        return
    count = len([child for child in head.children if child.tag != "#text"])
    for sibling in box.parent.children[box.parent.children.index(box) + 1 :]:
        yield from _row_boxes(sibling, count)


def _rows_of_twin(page: Page, head: Node, table: Node) -> list[Node]:
    """The rows of the table that follows a table of heads alone (a body that scrolls below its heads)."""
    twin = next((node for node in page.nodes if node.tag == "table" and node.index > table.index and node.shown), None)
    if twin is None:
        return []
    count = len([cell for cell in head.children if cell.tag != "#text"])
    rows = [row for row in twin.walk() if row.tag == "tr" and row.inside("table") is twin]
    return rows if any(len([cell for cell in row.children if cell.tag != "#text"]) == count for row in rows) else []


def _row_boxes(node: Node, count: int, depth: int = 0) -> Iterator[Node]:
    """Boxes with as many cells as the head row, at most two wrappers deep."""
    cells = [child for child in node.children if child.tag != "#text"]
    holds_rows = count > 1 and all(sum(part.tag != "#text" for part in cell.children) == count for cell in cells)
    if (len(cells) == count and not holds_rows) or (count == 1 and cells and any(cell.tag in ("span", "a", "button") for cell in cells)):
        yield node
        return
    if depth < 2:
        for child in cells:
            yield from _row_boxes(child, count, depth + 1)
