"""What the script asks the portal for, by the last part of the address. None is answered 404."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from anfang.testbed.families.facets import channels, faq, forms, guide, home, panes, progress, search, startup
from anfang.testbed.families.facets.portal import Portal

Query = Mapping[str, str]
Told = dict[str, Any] | None


def _home(portal: Portal, query: Query) -> Told:
    return home.home(portal)


def _tab(portal: Portal, query: Query) -> Told:
    root = portal.catalogue.tabs.get(query.get("tab", ""))
    if root is None:
        return None
    usual, objects = portal.catalogue.usual(query["tab"]), portal.catalogue.objects(query["tab"])
    order = portal.taste.shuffled("tabs", list(portal.catalogue.tabs))
    tabs = [{"key": key, "label": portal.catalogue.tabs[key].label} for key in order]
    return {
        "tabs": tabs,
        "chips": root.chips(),
        "objects": [{"id": node.id, "label": node.label} for node in objects],
        "usual": {"id": usual.id, "label": usual.label} if usual else None,
    }


def _list(portal: Portal, query: Query) -> Told:
    node, number = portal.catalogue.by_id.get(query.get("node", "")), query.get("page", "1")
    return node.page(int(number)) if node and number.isdecimal() and int(number) else None


def _matter(portal: Portal, query: Query) -> Told:
    matter = portal.matters.by_code.get(query.get("id", ""))
    return guide.guide(portal, matter) if matter else None


def _pane(portal: Portal, query: Query) -> Told:
    matter, key = portal.matters.by_code.get(query.get("id", "")), query.get("pane", "")
    if matter is None or key not in {tab["key"] for tab in panes.tabs(portal, matter)}:
        return None
    return {"blocks": panes.blocks(portal, matter, key)}


def _faq(portal: Portal, query: Query) -> Told:
    matter = portal.matters.by_code.get(query.get("id", ""))
    if matter is None or guide.faq_link(portal, matter) is None:
        return None
    return {"name": matter.guide.name, "items": faq.questions(portal, matter.guide)}


def _apply(portal: Portal, query: Query) -> Told:
    matter = portal.matters.by_code.get(query.get("id", ""))
    return forms.application(portal, matter) if matter and matter.guide.apply == "form" else None


def _search(portal: Portal, query: Query) -> Told:
    works = portal.facts.search == "works"
    return {"results": search.results(portal, query.get("q", ""))} if works else None


def _suggest(portal: Portal, query: Query) -> Told:
    works = portal.facts.search == "works"
    return {"names": search.suggestions(portal, query.get("q", ""))} if works else None


def _news(portal: Portal, query: Query) -> Told:
    found = portal.press.matching(query.get("q", "").strip())
    return {"articles": [{"id": one.id, "title": one.title, "date": one.date} for one in found]}


def _article(portal: Portal, query: Query) -> Told:
    article = portal.press.by_id.get(query.get("id", ""))
    if article is None:
        return None
    text, source = portal.press.text(article), portal.press.source()
    return {"title": article.title, "date": article.date, "source": source, "text": text}


def _progress(portal: Portal, query: Query) -> Told:
    if portal.facts.status not in progress.ANSWERS:
        return None
    return progress.answer(portal, query.get("no", ""))


def _letter(portal: Portal, query: Query) -> Told:
    codes = {"consult": portal.facts.consult, "complaint": portal.facts.complaint}
    kind = query.get("kind", "")
    return forms.letter(portal, kind) if codes.get(kind) == "open" else None


def _client(portal: Portal, query: Query) -> Told:
    text = channels.only_by_app(portal, query.get("from", ""))
    return {"text": text} if text else None


DATA: dict[str, Callable[[Portal, Query], Told]] = {
    "home": _home,
    "tab": _tab,
    "list": _list,
    "matter": _matter,
    "pane": _pane,
    "faq": _faq,
    "form": _apply,
    "search": _search,
    "suggest": _suggest,
    "news": _news,
    "article": _article,
    "case": lambda portal, query: progress.page(portal),
    "progress": _progress,
    "letter": _letter,
    "client": _client,
    "start": lambda portal, query: startup.page(portal),
    "outcome": lambda portal, query: {"steps": startup.outcome(portal, dict(query))} if portal.facts.scenario == "wizard" else None,
}
