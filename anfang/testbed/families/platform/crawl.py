"""The links of the home page and of the guides, as they stand on the rendered pages, and which of them are dead."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.platform import home
from anfang.testbed.families.platform.applying import apply_link
from anfang.testbed.families.platform.browse import guide_html
from anfang.testbed.families.platform.site import Site

_BASE = "http://portal.test"


def links(facts: PortalFacts) -> Mapping[str, bool]:
    """Distinct links of the home page and of every guide, in document order: path with query -> whether it is dead."""
    site = Site(facts)
    pages = [(site.at["home"].url(), home.html(site))]
    pages += [(site.at["guide"].url(id), guide_html(site, guide)) for id, guide in site.guides.items()]
    dead = _dead(site)
    return {path: path in dead for at, html in pages for path in _paths(at, html)}


def _dead(site: Site) -> set[str]:
    """Lost columns, lost forms, and applications that lead to a page that says it is not there."""
    found = {site.at["column"].url(column.id) for column in site.columns if column.fault}
    found |= {site.at["file"].url(file.id) for file in site.files.values() if file.dead}
    applications = [apply_link(site, guide) for guide in site.guides.values()]
    return found | {link.href for link in applications if link and link.dead}


def _paths(at: str, html: str) -> list[str]:
    parser = _Anchors()
    parser.feed(html)
    found = [urlsplit(urljoin(_BASE + at, href)) for href in parser.hrefs if not href.startswith("#")]
    return [f"{url.path}?{url.query}" if url.query else url.path for url in found if f"{url.scheme}://{url.netloc}" == _BASE]


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("a", "area"):
            self.hrefs += [value for name, value in attrs if name == "href" and value]
