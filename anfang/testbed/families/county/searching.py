"""The site's own search: what it finds, and in which order."""

from __future__ import annotations

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.site import Site

_ENOUGH = 14
"""Results at most, beside those that a rank calls for."""


def find(site: Site, query: str, scope: str = "all") -> list[Article]:
    """The articles that a query finds. A guide asked for by its name stands where it is planted."""
    asked = "".join(query.split())
    if not asked:
        return []
    guides = [article for article in site.tree.guides.values() if _shown(article)] if scope != "news" else []
    exact = next((article for article in guides if article.guide and article.guide.name == asked), None)
    others = _near(asked, _others(site, scope), site)
    if exact is None or exact.guide is None:
        return _near(asked, guides, site) + others if not _hidden(site, asked) else _nothing(site, asked, others)
    ahead = (exact.guide.search_rank or 1) - 1
    others += [one for one in site.tree.others if one not in others][: max(0, ahead - len(others))]
    return [*others[:ahead], exact, *others[ahead:]]


def _shown(article: Article) -> bool:
    return article.guide is not None and article.guide.search_rank is not None


def _hidden(site: Site, asked: str) -> StepFacts | None:
    """The guide of that name that the search never finds."""
    return next((step for step in site.facts.steps.values() if step.name == asked), None)


def _nothing(site: Site, asked: str, others: list[Article]) -> list[Article]:
    return [] if site.dice.chance(("nothing", asked), 0.3) else others


def _others(site: Site, scope: str) -> list[Article]:
    news = [article for column in site.news.values() for article in column.articles]
    services = site.tree.others
    return {"news": news, "service": services}.get(scope, [*news, *services])


def _near(asked: str, articles: list[Article], site: Site) -> list[Article]:
    """What shares words with the query, the nearest first."""
    scored = [(_overlap(asked, one.title), one) for one in articles]
    near = [(score, one) for score, one in scored if score >= 0.3]
    near.sort(key=lambda pair: (-pair[0], site.dice.rng("tie", pair[1].title).random()))
    return [one for _, one in near[:_ENOUGH]]


def _overlap(asked: str, title: str) -> float:
    """The share of the query's pairs of characters that the title has."""
    if len(asked) == 1:
        return float(asked in title)
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)}
    return sum(pair in title for pair in pairs) / len(pairs)
