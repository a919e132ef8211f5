"""The site search: items first, and news among them; and a search that knows nothing but news."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from anfang.testbed.families.platform.answers import not_found, page
from anfang.testbed.families.platform.guide import Guide
from anfang.testbed.families.platform.site import Site


@dataclass(frozen=True, slots=True)
class Result:
    title: str
    url: str
    kind: str
    note: str


def results(site: Site, asked: str) -> list[Result]:
    """Results in order. A planted guide stands at its rank where its name is asked for, and nowhere else."""
    others = _others(site, asked)
    guide = _asked_for(site, asked)
    rank = guide.step.search_rank if guide else None
    if guide is None or rank is None:
        return others
    missing = rank - 1 - len(others)
    others += [_service(site, service.name, service.id) for service in site.catalogue.all[: max(0, missing)]]
    own = _service(site, guide.step.name, guide.id)
    return [*others[: rank - 1], own, *others[rank - 1 :]]


def _asked_for(site: Site, asked: str) -> Guide | None:
    """The guide of exactly this name, else one whose name holds the words or is held by them."""
    if len(asked) < 3:
        return None
    guides = list(site.guides.values())
    exact = [guide for guide in guides if guide.step.name == asked]
    near = [guide for guide in guides if asked in guide.step.name or guide.step.name in asked]
    return next(iter(exact + near), None)


def _others(site: Site, asked: str) -> list[Result]:
    """Other items and news that share words with what is asked for, best first."""
    services = [(service.name, _service(site, service.name, service.id)) for service in site.catalogue.all]
    found = services + [(result.title, result) for result in news(site)]
    rated = [(_likeness(asked, name), result) for name, result in site.pick.mixed("results", found)]
    return [result for likeness, result in sorted(rated, key=lambda one: -one[0]) if likeness][:7]


def news(site: Site, asked: str = "") -> list[Result]:
    articles = [*site.notices, *site.activities]
    kind = site.pick.one("kind of news", ("资讯", "新闻", "文章"))
    found = [Result(one.title, site.at["news"].url(one.id), kind, one.date) for one in articles]
    return [result for result in found if not asked or _likeness(asked, result.title)]


def _service(site: Site, name: str, id: str) -> Result:
    return Result(name, site.at["guide"].url(id), site.pick.word("guide"), f"{site.facts.name}市本级")


def _likeness(one: str, other: str) -> int:
    """Pairs of characters that both have."""
    return len(_pairs(one) & _pairs(other))


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


def routes(site: Site) -> list[Route]:
    async def search(request: Request) -> Response:
        asked = request.query_params.get("kw", "").strip()
        if site.facts.search != "works":
            return not_found(site)
        in_news = request.query_params.get("lx") == "wz"
        found = news(site, asked) if in_news else results(site, asked)
        return page(site, "search.html", asked=asked, found=found if asked else [], news=in_news)

    async def news_search(request: Request) -> Response:
        asked = request.query_params.get("kw", "").strip()
        return page(site, "search.html", asked=asked, found=news(site, asked) if asked else [], news=True)

    return [Route(site.at["search"].path, search), Route(site.at["news_search"].path, news_search)]
