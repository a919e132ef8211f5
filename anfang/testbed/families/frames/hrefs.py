"""The distinct links of the home page and of the guides, as truth: path with query -> whether it is dead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from starlette.responses import Response

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.frames import details, home
from anfang.testbed.families.frames.desk import opened
from anfang.testbed.families.frames.files import downloads
from anfang.testbed.families.frames.site import Site


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """What a frame links to plainly stands on the home page itself too, so that frames add nothing."""
    site = opened(facts)
    dead = set(_dead(site))
    return {href: href in dead for page in _pages(site) for href in _hrefs(page)}


def _pages(site: Site) -> Iterator[Response]:
    yield home.page(site)
    answers = dict(details.pages(site))
    for item in site.items.guides.values():
        yield answers[site.url("guide", item.number)]({})


def _dead(site: Site) -> Iterator[str]:
    yield from (address for _, address, dead in home.handy(site) if dead)
    for item in site.items.guides.values():
        for link in downloads(item, item.guide, site) if item.guide else ():
            if link.dead:
                yield link.target


class _Hrefs(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag in ("a", "area") and href.startswith("/"):
            self.found.append(href)


def _hrefs(page: Response) -> list[str]:
    reader = _Hrefs()
    reader.feed(bytes(page.body).decode("utf-8" if b"utf-8" in bytes(page.body)[:400] else "gb18030"))
    return reader.found
