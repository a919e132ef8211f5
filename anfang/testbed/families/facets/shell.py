"""The one HTML document: an empty page, the portal's settings, its style and its script."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from anfang.testbed.families.facets import channels, home
from anfang.testbed.families.facets.portal import Portal

HERE = Path(__file__).parent
_TEMPLATES = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape())
SCRIPTS = ("base", "frame", "dialog", "home", "list", "rows", "guide", "blocks", "search", "news", "forms", "query", "start", "run")


def document(portal: Portal) -> str:
    """The document that every address of the application is served with."""
    settings = json.dumps(_settings(portal), ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return page("shell.html", portal, settings=settings, stamp=f"{portal.facts.seed:08x}"[:8])


def page(template: str, portal: Portal, **more: Any) -> str:
    return _TEMPLATES.get_template(template).render(words=portal.words, taste=portal.taste, **more)


def _settings(portal: Portal) -> dict[str, Any]:
    taste = portal.taste
    return {
        "words": portal.words.everything(),
        "taste": taste.everything(),
        "routes": taste.routes,
        "menu": menu(portal),
        "side": channels.talk(portal) if taste["talk"] == "float" else [],
        "login": channels.login(portal),
        "ways": channels.ways(portal),
        "foot": home.foot(portal),
        "search": portal.facts.search,
        "hot": taste.shuffled("hot words", home.HOT_WORDS)[:4] if portal.facts.search == "works" else [],
        "lag": taste.one_of("lag", (60, 140, 260)),
    }


def menu(portal: Portal) -> list[dict[str, Any]]:
    """The entries above every page, none of them a link."""
    words, at = portal.words, portal.at
    entries = [{"label": words[f"m_{tab}"], "act": {"to": at("list", f"tab={tab}")}} for tab in ("personal", "legal", "dept")]
    more: list[dict[str, Any]] = [{"label": words["m_news"], "act": {"to": at("news")}}]
    if portal.facts.scenario != "absent":
        more.append({"label": words["m_start"], "act": {"to": at("start")}})
    if asked := channels.status(portal):
        more.append(asked)
    talk = channels.talk(portal) if portal.taste["talk"] == "menu" else []
    if talk:
        more.append({"label": words["m_talk"], "below": talk})
    home_entry = {"label": words["m_home"], "act": {"to": at("home")}}
    return [home_entry, *portal.taste.shuffled("menu", entries), *portal.taste.shuffled("menu more", more)]


@cache
def script() -> str:
    """All parts of the script as one file."""
    parts = [(HERE / "static" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


@cache
def style() -> str:
    return (HERE / "static" / "site.css").read_text(encoding="utf-8")
