"""Read a report as a program does: elements with their attributes and texts, nothing rendered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"meta", "link", "img", "br", "input"}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def all(self, tag: str = "", **wanted: str) -> Iterator[Element]:
        """The elements inside, in document order; `data_city='xinhe'` asks for data-city."""
        asked = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        for child in self.children:
            if isinstance(child, str):
                continue
            if tag in ("", child.tag) and all(
                child.attributes.get(key) == value for key, value in asked.items()
            ):
                yield child
            yield from child.all(tag, **wanted)

    def one(self, tag: str = "", **wanted: str) -> Element:
        return next(self.all(tag, **wanted))

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.here = self.root = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(made)
        if tag not in _VOID:
            self.here = made

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(page: Path) -> Element:
    """The page's tree; an AssertionError where elements do not close in order."""
    tree = _Tree()
    tree.feed(page.read_text(encoding="utf-8"))
    tree.close()
    assert tree.here is tree.root, f"{page}: <{tree.here.tag}> is never closed"
    return tree.root


def follow(page: Path, href: str) -> tuple[Path, Element]:
    """The page and the element that a link leads to; fails where there is none."""
    path, _, anchor = href.partition("#")
    target = (page.parent / path).resolve() if path else page
    tree = read(target)
    return target, tree.one(id=anchor) if anchor else tree
