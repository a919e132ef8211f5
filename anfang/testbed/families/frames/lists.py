"""Pages that lead to the guides: the hub, the indexes, the lists (whole pages and frames), the dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.responses import Response

from anfang.testbed.families.frames import doors, home, progress, scene
from anfang.testbed.families.frames.entries import Entry, by
from anfang.testbed.families.frames.shelves import Part, Shelf
from anfang.testbed.families.frames.site import Answer, Site

INDEXES = ("people", "firms", "depts")


def pages(site: Site) -> Iterator[tuple[str, Answer]]:
    """Every page of lists with its address."""
    yield site.url("hub"), lambda asked: _hub(site)
    for name in INDEXES:
        yield _index(name, site)
    yield site.url("frame", "0"), lambda asked: site.page("inner_note")
    for shelf in site.shelves.all:
        for page in ("list", "frame"):
            yield from _lists(shelf, page, site)


def _hub(site: Site) -> Response:
    indexes = [doors.index(name, site) for name in site.taste.shuffled("indexes", INDEXES)]
    return site.page(
        "hub",
        indexes=indexes,
        how=doors.how("hub", site),
        cuts=by(doors.short_cuts(2, site), doors.how("cuts", site)),
        scenes=scene.entries(site),
        status=progress.entry(site),
        published=home.published(site),
    )


def _index(name: str, site: Site) -> tuple[str, Answer]:
    """An index of lists, in the portal's manner: page, left menu beside a frame, or dialog."""
    entry, manner = doors.index(name, site), doors.manner(name, site)
    shelves = site.shelves.depts if name == "depts" else [one for one in site.shelves.themes if one.trade.under == name]
    page = "list" if manner == "page" or name == "depts" else "frame"
    shown = by([doors.shelf(one, site, page) for one in shelves], doors.how(f"index/{name}", site))
    told: dict[str, Any] = {"heading": entry.label, "entries": shown, "name": name, "first": site.url("frame", "0")}
    if manner == "dialog":
        return entry.url, lambda asked: site.page("chooser", **told)
    return entry.url, lambda asked: site.page("office" if manner == "office" else "index", **told)


def _lists(shelf: Shelf, page: str, site: Site) -> Iterator[tuple[str, Answer]]:
    if shelf.split:
        entries = [doors.part(shelf, part, site, page) for part in shelf.parts]
        yield site.url(page, shelf.code), _kinds(shelf, entries, page, site)
    for part in shelf.parts:
        for number in range(len(part.pages)):
            yield _address(shelf, part, number, page, site), _items(shelf, part, number, page, site)


def _address(shelf: Shelf, part: Part, number: int, page: str, site: Site) -> str:
    return site.url(page, doors.part_code(shelf, part), number + 1 if number else "")


def _kinds(shelf: Shelf, entries: list[Entry], page: str, site: Site) -> Answer:
    shown = by(entries, doors.how("kinds", site))
    return lambda asked: site.page(f"kinds_{page}", **_place(shelf, page, site), entries=shown)


def _items(shelf: Shelf, part: Part, number: int, page: str, site: Site) -> Answer:
    """One page of a list; the next one or the one before is the only other that it leads to."""
    last = len(part.pages) - 1
    turns = [
        ("prev", _address(shelf, part, number - 1, page, site) if number else ""),
        ("next", _address(shelf, part, number + 1, page, site) if number < last else ""),
    ]
    entries = [doors.item(one, site) for one in part.pages[number]]
    told: dict[str, Any] = {"part": part.label, "items": entries, "turns": turns, "number": number + 1, "pages": last + 1}
    how = site.taste.pick("turns", ("plain", "js", "void"))
    return lambda asked: site.page(f"items_{page}", **_place(shelf, page, site), **told, turn_how=how)


def _place(shelf: Shelf, page: str, site: Site) -> dict[str, Any]:
    """Heading and crumbs; the crumbs lead back to the index where that is a page (no nearer than it is by the hub)."""
    index = "depts" if shelf.kind == "dept" else shelf.trade.under
    above = [doors.index(index, site)] if doors.manner(index, site) != "dialog" else []
    crumbs = [Entry(site.word("home"), "/"), doors.hub(site), *above]
    crumb = doors.shelf(shelf, site, page)
    return {"heading": shelf.label, "crumbs": crumbs, "above": crumb}
