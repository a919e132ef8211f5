"""What has nothing to do with services: news, life events, the sections that every town hall must publish."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from anfang.testbed.families.comune import news
from anfang.testbed.families.comune.news import News
from anfang.testbed.families.comune.page import asked, html
from anfang.testbed.families.comune.site import Site

_FOOTER = ("transparency", "board", "tenders", "acts", "budget", "council")
_LEGAL = ("accessibility", "privacy", "legal", "plan")
_SITES = ("museum", "library", "theatre", "maps", "data", "tourism")
_EVENTS = ("child", "house", "retire", "study", "loss")
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """Labels and addresses of the home page's and the footer's links."""

    footer: list[Link]
    legal: list[Link]
    sites: list[Link]


class Town:
    """`shown` has the portal's planted dead links among others that work."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._dead = self._chosen()
        self.shown = Shown(self._links(_FOOTER), self._links(_LEGAL), self._links((*_SITES, *self._surplus())))
        self.news = [(one, self._news(one)) for one in self._told()]
        self.events = [self._event(id) for id in site.voice.some("events", _EVENTS, 3)]
        site.add(site.url["news"], asked(self._archive))
        site.add(site.url["living"], html(self._living))

    def _chosen(self) -> set[str]:
        """Which of the links are dead."""
        pool = (*_FOOTER, *_LEGAL, *_SITES)
        return {*self._site.voice.some("dead links", pool, self._site.facts.dead_links), *self._surplus()}

    def _surplus(self) -> list[str]:
        """Where more links are dead than the pool holds: years of an archive."""
        more = self._site.facts.dead_links - len(_FOOTER) - len(_LEGAL) - len(_SITES)
        return [str(2024 - n) for n in range(more)]

    def _links(self, ids: tuple[str, ...]) -> list[Link]:
        return [self._link(id) for id in ids]

    def _link(self, id: str) -> Link:
        site = self._site
        label = f"Archivio {id}" if id.isdigit() else site.voice(f"site {id}")
        address = site.addresses.sheet(label, [], under="ente")
        if id in self._dead:
            site.add(address, site.missing(site.voice.pick(f"dead {id}", (404, 404, 200))))
        else:
            text = site.voice("site text")
            site.add(address, html(lambda: site.render("text.html", title=label, crumbs=site.crumbs(None), text=text)))
        return label, address

    def _told(self) -> list[News]:
        voice = self._site.voice
        return voice.shuffled("news", [*voice.some("near news", news.NEAR, 5), *voice.some("town news", news.TOWN, 5)])

    def _news(self, one: News) -> str:
        site = self._site
        crumbs = [*site.crumbs(None), (site.voice("menu news"), site.url["news"])]
        address = site.addresses.sheet(one.title, [], under="novita")
        return site.add(address, html(lambda: site.render("news.html", title=one.title, crumbs=crumbs, news=one)))

    def _event(self, id: str) -> Link:
        site = self._site
        label, text = site.voice(f"event {id}"), site.voice("site text")
        address = site.addresses.sheet(label, [], under="vita")
        page = html(lambda: site.render("text.html", title=label, crumbs=site.crumbs(None), text=text))
        return label, site.add(address, page)

    def _archive(self, request: Request) -> str:
        site, word = self._site, request.query_params.get("parola", "").strip()[:60]
        told = [(one, address) for one, address in self.news if word.lower() in one.title.lower()]
        return site.render(
            "archive.html", title=site.voice("menu news"), crumbs=site.crumbs(None), word=word, told=told
        )

    def _living(self) -> str:
        site = self._site
        return site.render("living.html", title=site.voice("menu living"), crumbs=site.crumbs(None), events=self.events)
