"""A guide as its page asks for it: what stands above the panes, the panes' titles, the button."""

from __future__ import annotations

from typing import Any

from anfang.testbed.families.facets import faq, files, panes
from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.portal import Portal


def guide(portal: Portal, matter: Matter) -> dict[str, Any]:
    words, name = portal.words, matter.guide.name
    title = words["item_title"].format(name=name) if portal.taste["titles"] == "item" else words["site"]
    return {
        "name": name,
        "title": title,
        "cards": panes.cards(portal, matter.guide),
        "tabs": panes.tabs(portal, matter),
        "files": files.in_menu(portal, matter),
        "apply": apply(portal, matter),
        "faq": faq_link(portal, matter),
        "kin": [{"name": one.guide.name, "href": portal.href("guide", f"id={one.code}")} for one in kin(portal, matter)],
    }


def apply(portal: Portal, matter: Matter) -> dict[str, Any] | None:
    """What the application button does; None where there is no button."""
    code, name = matter.code, matter.guide.name
    form = portal.at("apply", f"id={code}")
    acts: dict[str, dict[str, Any]] = {
        "form": {"to": form, "blank": portal.taste["opens"] == "blank"},
        "login_item": {"wall": {"item": name, "back": form, "box": portal.taste["wall"] == "box"}},
        "login_generic": {"wall": {"item": "", "back": "", "box": False}},
    }
    if matter.guide.apply == "absent":
        return None
    return acts.get(matter.guide.apply) or _broken(portal, matter)


def _broken(portal: Portal, matter: Matter) -> dict[str, Any]:
    """A server's error, a page that isn't there, or the guide itself."""
    code = matter.code
    kinds = ({"href": f"/declare/start.do?matter={code}"}, {"to": f"/declare/{code}"}, {"to": portal.at("guide", f"id={code}")})
    return portal.taste.one_of(f"broken {code}", kinds)


def faq_link(portal: Portal, matter: Matter) -> dict[str, str] | None:
    """The link to the page of questions, where they have one."""
    if portal.taste["faq"] == "pane" or not faq.questions(portal, matter.guide):
        return None
    return {"name": portal.words["faq_open"], "href": portal.href("faq", f"id={matter.code}")}


def kin(portal: Portal, matter: Matter) -> list[Matter]:
    """Related services: never a step's guide."""
    if matter.planted:
        return portal.matters.kin(matter.guide.step)[:3]
    return [one for one in portal.matters.of_theme(matter.service.theme) if one is not matter][:3]


def anchors(portal: Portal, matter: Matter) -> dict[str, bool]:
    """The links of a guide, all panes opened, and whether each is dead."""
    link = faq_link(portal, matter)
    related = {portal.href("guide", f"id={one.code}"): False for one in kin(portal, matter)}
    return {**({link["href"]: False} if link else {}), **files.anchors(portal, matter), **related}
