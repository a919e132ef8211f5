"""The site search: services and articles in one list, a guide at its planted rank."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.portal import Portal
from anfang.testbed.families.facets.press import Article

Hit = Matter | Article


def score(query: str, text: str) -> int:
    """3 one holds the other, 2 all characters of the query come in their order, 1 half of its pairs of characters, 0."""
    if not query:
        return 0
    if query in text or text in query:
        return 3
    letters = iter(text)
    if len(query) > 1 and all(letter in letters for letter in query):
        return 2
    pairs = [query[n : n + 2] for n in range(len(query) - 1)]
    return int(bool(pairs) and 2 * sum(pair in text for pair in pairs) > len(pairs))


def search(portal: Portal, asked: str) -> list[Hit]:
    """The results for what was asked, best first."""
    query = "".join(asked.split())
    wanted = _wanted(portal, query)
    hits = _others(portal, query, wanted)
    for matter in sorted(wanted, key=lambda one: one.guide.search_rank or 0):
        if matter.guide.search_rank is not None:
            hits.insert(matter.guide.search_rank - 1, matter)
    return hits[:10]


def _wanted(portal: Portal, query: str) -> list[Matter]:
    """The planted guides that the query means, findable or not: the one with that name, or all that fit."""
    exact = [matter for matter in portal.matters.planted if matter.guide.name == query]
    return exact or [matter for matter in portal.matters.planted if score(query, matter.guide.name)]


def _others(portal: Portal, query: str, wanted: list[Matter]) -> list[Hit]:
    """Services and articles that fit, and, where a step is meant, its neighbours: always enough for its rank."""
    hits: list[Hit] = sorted(_fitting(portal, query), key=lambda hit: -score(query, _title(hit)))[:6]
    kin = [one for matter in wanted for one in portal.matters.kin(matter.guide.step)[:4]]
    return [*hits, *(one for one in kin if one not in hits)]


def _fitting(portal: Portal, query: str) -> list[Hit]:
    hits = [hit for hit in (*portal.matters.others, *portal.press.articles) if score(query, _title(hit))]
    return portal.taste.shuffled(f"hits {query}", hits)


def _title(hit: Hit) -> str:
    return hit.title if isinstance(hit, Article) else hit.guide.name


def results(portal: Portal, asked: str) -> list[dict[str, Any]]:
    """The results as the page shows them."""
    words, blank = portal.words, portal.taste["opens"] == "blank"
    found: list[dict[str, Any]] = []
    for hit in search(portal, asked):
        news = isinstance(hit, Article)
        route = portal.at("article", f"id={hit.id}") if news else portal.at("guide", f"id={hit.code}")
        kind = words["kind_news" if news else "kind_matter"]
        note = hit.date if news else words["guide"]
        found.append({"title": _title(hit), "kind": kind, "note": note, "act": {"to": route, "blank": blank}})
    return found


def suggestions(portal: Portal, asked: str) -> list[str]:
    """Names to complete what is typed: of services only, and of steps that a result leads to."""
    query = "".join(asked.split())
    shown = [*(one for one in portal.matters.planted if one.guide.search_rank is not None), *portal.matters.others]
    return [one.guide.name for one in shown if score(query, one.guide.name) >= 2][:6]
