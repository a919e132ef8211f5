"""The way from the home page to the items: hall, audience, theme, office, list, next page - one page a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anfang.testbed.families.table.items import DEEPEST, OTHER, PERSONAL, THEMES, Item, Theme
from anfang.testbed.families.table.taste import Taste
from anfang.testbed.families.table.words import label


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page with a list. It stands `level` clicks from the home page and holds the items whose way is level + 1 or less."""

    path: str
    title: str
    level: int
    above: tuple[Shelf, ...] = ()
    items: tuple[Item, ...] = ()
    below: tuple[tuple[str, str], ...] = ()
    """Title and path of the shelves one click on."""
    plain: tuple[str, ...] = ()
    """Entries without a guide of their own."""


def shelves(taste: Taste, items: Sequence[Item]) -> tuple[Shelf, ...]:
    """All lists of the portal. No shelf links to one that is more than a click deeper, so no way is shorter than planted."""
    style = taste.pick("urls", ("/bsdt/{}.jsp", "/portal/{}.do", "/wsbs/{}/index.html"))
    hall = Shelf(style.format("index"), label(taste, "hall"), 1)
    company = Shelf(style.format("fr"), label(taste, "company"), 2, (hall,))
    person = Shelf(style.format("gr"), label(taste, "person"), 2, (hall,), plain=PERSONAL)
    chains = [_chain(taste, style, theme, (hall, company), items) for theme in (*THEMES.values(), OTHER)]
    tops = tuple((chain[0].title, chain[0].path) for chain in chains)
    return (
        _filled(hall, items, ((company.title, company.path), (person.title, person.path))),
        _filled(company, items, tops),
        person,
        *(shelf for chain in chains for shelf in chain),
    )


def _filled(shelf: Shelf, items: Sequence[Item], below: tuple[tuple[str, str], ...]) -> Shelf:
    held = tuple(item for item in items if item.way is not None and item.way <= shelf.level + 1)
    return Shelf(shelf.path, shelf.title, shelf.level, shelf.above, held, below)


def _chain(
    taste: Taste, style: str, theme: Theme, above: tuple[Shelf, ...], items: Sequence[Item]
) -> tuple[Shelf, ...]:
    """The shelves of one theme, as deep as its deepest item demands, and one of them at least."""
    held = [item for item in items if item.theme is theme and item.way is not None]
    deepest = min(max([4, *(item.way or 0 for item in held)]), DEEPEST)
    titles = _titles(taste, theme)
    found: list[Shelf] = []
    for level in range(3, deepest):
        path = style.format(f"t{theme.id}-{level}")
        found.append(Shelf(path, titles[level - 3], level, (*above, *found)))
    nexts = [((shelf.title, shelf.path),) for shelf in found[1:]]
    return tuple(_filled(shelf, held, below) for shelf, below in zip(found, [*nexts, ()], strict=True))


def _titles(taste: Taste, theme: Theme) -> tuple[str, str, str, str]:
    office = taste.pick(f"office:{theme.id}", theme.offices)
    kind = taste.pick("kind", ("行政许可事项", "公共服务事项", "行政审批事项"))
    return taste.pick(f"theme:{theme.id}", theme.names), office, f"{office}{kind}", "下一页"
