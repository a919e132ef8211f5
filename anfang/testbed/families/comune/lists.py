"""The pages of lists: categories, topics, offices, and the map of the site."""

from __future__ import annotations

from anfang.testbed.families.comune import catalogue
from anfang.testbed.families.comune.page import html
from anfang.testbed.families.comune.site import Site
from anfang.testbed.families.comune.tree import Node

_HEADINGS = {
    "services": "featured services",
    "topic": "topic services",
    "topicall": "list services",
    "office": "office services",
    "area": "office services",
    "sector": "office services",
}


def add_lists(site: Site) -> None:
    for node in site.planting.tree:
        site.add(node.address, html(lambda node=node: _list(site, node)))
    site.add(
        site.url["map"], html(lambda: site.render("map.html", title=site.voice("site map"), crumbs=site.crumbs(None)))
    )


def _list(site: Site, node: Node) -> str:
    sheets = site.sheets(node)
    heading = "list services" if node.page > 1 else _HEADINGS.get(node.kind, "list services")
    above = node.base.parent
    return site.render(
        "list.html",
        title=node.title,
        crumbs=site.crumbs(above),
        node=node,
        intro=site.voice.pick(f"intro {node.kind}", catalogue.INTROS),
        lists=_lists(site, node) if node.page == 1 else [],
        about=_about,
        lists_heading=_lists_heading(node),
        sheets=sheets,
        heading=heading,
        topics=list(dict.fromkeys(site.topic(sheet).title for sheet in sheets)),
    )


def _lists(site: Site, node: Node) -> list[Node]:
    """The lists below. The lists of all categories, topics and offices show no list that lies deeper than they may reach."""
    whole = {"services": "category", "topics": "topic", "offices": "office"}
    if node.kind not in whole:
        return node.children
    return [one for one in site.planting.tree.of_kind(whole[node.kind]) if one.depth <= node.depth + 1]


def _lists_heading(node: Node) -> str:
    headings = {
        "services": "categories",
        "topics": "topics",
        "offices": "offices",
        "administration": "units",
        "areas": "areas",
    }
    return headings.get(node.kind, "units" if node.kind in ("area", "sector") else "subcategories")


def _about(node: Node) -> str:
    """A line about a category; nothing about other lists."""
    return catalogue.ABOUT.get(node.key.removeprefix("category:"), "")
