"""All pages of a portal by address, and which of its links are dead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import parse_qsl

from starlette.responses import Response

from anfang.testbed.families.table import files, news, search, service, topic
from anfang.testbed.families.table.guide import guide
from anfang.testbed.families.table.items import Item
from anfang.testbed.families.table.portal import Missing, Page, Portal
from anfang.testbed.families.table.shelves import Shelf

HOME = "/"


def pages(portal: Portal) -> Mapping[str, Page]:
    """Pages by path, or by path and query where the query names the page."""
    return {
        HOME: _home(portal),
        "/about/index.html": _about(portal),
        "/sitemap.html": _sitemap(portal),
        **{shelf.path: _shelf(portal, shelf) for shelf in portal.shelves},
        **{portal.guide_path(item): _guide(portal, item) for item in portal.items},
        **{_faq_path(item): _faq(portal, item) for item in portal.items if item.facts.faq},
        **files.downloads(portal),
        **news.pages(portal),
        **search.pages(portal),
        **service.pages(portal),
        **topic.pages(portal),
    }


def answer(pages: Mapping[str, Page], portal: Portal, path: str, query: str) -> Response:
    page = pages.get(f"{path}?{query}") or pages.get(path)
    return page(fields(query)) if page else portal.missing(404)


def fields(query: str) -> dict[str, str]:
    """Fields of a query, which a form on a GBK page sends in GBK."""
    try:
        return dict(parse_qsl(query, encoding="utf-8", errors="strict"))
    except UnicodeDecodeError:
        return dict(parse_qsl(query, encoding="gbk", errors="replace"))


def slow(portal: Portal) -> frozenset[str]:
    """Addresses of the home page and of the guides."""
    return frozenset({HOME, *(portal.guide_path(item) for item in portal.items)})


def links(portal: Portal) -> Mapping[str, bool]:
    """Distinct links of the home page and of the planted guides that can be found, in document order: address -> dead."""
    found = pages(portal)
    shown = [HOME, *(portal.guide_path(item) for item in portal.items if _findable(portal, item))]
    texts = [_text(answer(found, portal, *_split(address))) for address in shown]
    addresses = dict.fromkeys(href for text in texts for href in hrefs(text))
    return {address: _dead(answer(found, portal, *_split(address))) for address in addresses}


def _findable(portal: Portal, item: Item) -> bool:
    searched = portal.facts.search == "works" and item.facts.search_rank is not None
    return item.step is not None and (item.way is not None or searched)


def _split(address: str) -> tuple[str, str]:
    path, _, query = address.partition("?")
    return path, query


def _dead(response: Response) -> bool:
    return isinstance(response, Missing) or response.status_code >= 400


def _text(response: Response) -> str:
    return bytes(response.body).decode(response.headers["content-type"].partition("charset=")[2])


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag in ("a", "area") and href and href.startswith("/"):
            self.hrefs.append(href)


def hrefs(text: str) -> list[str]:
    """Addresses within the portal that a page's anchors lead to."""
    anchors = _Anchors()
    anchors.feed(text)
    return anchors.hrefs


def _home(portal: Portal) -> Page:
    hot = [item for item in portal.items if item.way == 1]

    def page(query: Mapping[str, str]) -> Response:
        return portal.page(
            "home.html", kind="home", title=portal.title, hot=hot, hall=portal.shelves[0],
            news=news.articles(portal)[:8], notices=news.notices(portal)[:7], dead=news.dead_links(portal),
            scenario=topic.entry(portal), services=list(services(portal)), search_path=search.PATH,
            article_search=search.ARTICLES, status_path=service.STATUS, login_path=service.LOGIN,
        )  # fmt: skip

    return page


def services(portal: Portal) -> Iterator[tuple[str, str]]:
    """Address and text of the home page's entries to consultation, complaint and case status."""
    for kind, path in service.CHANNELS.items():
        if service.channel(portal, kind) != "absent":
            yield path, portal.word(kind)
    if portal.facts.status != "absent":
        yield service.STATUS, portal.word("status")


def _shelf(portal: Portal, shelf: Shelf) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return portal.page("list.html", kind="list", title=shelf.title, shelf=shelf)

    return page


def _guide(portal: Portal, item: Item) -> Page:
    faq_apart = portal.taste.chance("faq apart", 0.35)

    def page(query: Mapping[str, str]) -> Response:
        return portal.page(
            "guide.html", kind="guide", title=item.facts.name, item=item, guide=guide(portal, item),
            apply=service.apply_link(portal, item), faq=[] if faq_apart else questions(portal, item),
            faq_path=_faq_path(item) if faq_apart and item.facts.faq else "", hall=portal.shelves[0],
        )  # fmt: skip

    return page


def _faq_path(item: Item) -> str:
    return f"/cjwt/{item.id}.html"


def _faq(portal: Portal, item: Item) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return portal.page(
            "faq.html", title=f"{item.facts.name}{portal.word('faq')}", faq=questions(portal, item)
        )

    return page


ASKED = (
    ("可以委托他人代为申请吗？", "可以，代理人应当出示委托书。"),
    ("申请表填写错误怎么办？", "可以重新填写后再次提交。"),
    ("复印件需要加盖印章吗？", "由申请人签字或者盖章确认即可。"),
    ("提交后还能修改信息吗？", "受理前可以撤回修改。"),
    ("外地户籍人员能否申请？", "符合规定的均可申请。"),
    ("申请未通过怎么办？", "按照告知的原因补正后可再次申请。"),
)


def questions(portal: Portal, item: Item) -> list[tuple[str, str]]:
    count = item.facts.faq
    drawn = portal.taste.some(f"faq:{item.id}", ASKED, len(ASKED))
    more = [(f"第{n}类情形如何认定？", "以有关部门的解释为准。") for n in range(len(ASKED) + 1, count + 1)]
    return [*drawn, *more][:count]


def _about(portal: Portal) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return portal.page("about.html", title="走进" + portal.city)

    return page


def _sitemap(portal: Portal) -> Page:
    """The site map names the columns only: a shelf named here would make a shorter way."""

    def page(query: Mapping[str, str]) -> Response:
        return portal.page("sitemap.html", title="网站地图", hall=portal.shelves[0])

    return page
