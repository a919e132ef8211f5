"""The menu of every page, and the addresses of what is no column."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.facts import OFF_SITE
from anfang.testbed.families.county.site import Site

STATUS = "/wsbs/query.do"
SCENARIO = "/zt/qykb/index.html"
LOGIN = "/user/login.do"
WALL = "/sso/login.do"
LETTERS = "/jact/front/maillist.do"
CHANNELS = {"consult": "/jact/front/mailwrite.do?sysid=9", "complaint": "/jact/front/mailwrite.do?sysid=12"}
SITEMAP = "/col/sitemap/index.html"


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    url: str
    below: tuple[Entry, ...] = ()


def menu(site: Site, drop_down: bool) -> list[Entry]:
    """The top columns. What hangs below them on hover lies as near to the home page as they do."""
    tops = [Entry(site.words["nav_home"], "/")]
    for key in ("nav_city", "nav_news", "nav_open"):
        column = site.news[key]
        tops.append(Entry(column.name, column.url, tuple(Entry(one.name, one.url) for one in column.children)))
    tops.append(Entry(site.tree.hub.name, site.tree.hub.url, tuple(services(site))))
    tops.append(Entry(site.interact.name, site.interact.url, tuple(talks(site))))
    tops.append(Entry(site.news["topics"].name, site.news["topics"].url))
    return tops if drop_down else [Entry(one.name, one.url) for one in tops]


def services(site: Site) -> list[Entry]:
    """What of the services lies one activation from the home page."""
    found = [Entry(site.tree.all.name, site.tree.all.url)]
    if site.facts.scenario != "absent":
        found.append(Entry(site.words["scenario"], SCENARIO))
    if site.facts.status != "absent":
        found.append(Entry(site.words["status"], STATUS))
    return found


def talks(site: Site) -> list[Entry]:
    """What the citizens' corner offers besides its two channels."""
    columns = (site.news["survey"], site.news["interview"])
    return [Entry(site.words["letters"], LETTERS), *(Entry(one.name, one.url) for one in columns)]


def channels(site: Site) -> list[Entry]:
    """The entries to consultation and complaint, where there are any."""
    codes = {"consult": site.facts.consult, "complaint": site.facts.complaint}
    return [
        Entry(site.words[key], OFF_SITE if code == "off_site" else CHANNELS[key])
        for key, code in codes.items()
        if code != "absent"
    ]
