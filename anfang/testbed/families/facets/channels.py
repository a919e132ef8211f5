"""Sign-in, progress query, consultation and complaint: the entries and what each does."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import OFF_SITE, Channel
from anfang.testbed.families.facets.portal import Portal

Entry = dict[str, Any]
"""{label, act}: an act goes `to` a route, to an `href`, or before a `wall`."""


def wall(back: str, *, box: bool) -> dict[str, Any]:
    """The message that nobody is signed in, then a sign-in."""
    return {"wall": {"item": "", "back": back, "box": box}}


def talk(portal: Portal) -> list[Entry]:
    """The entries of consultation and complaint that there are."""
    codes: dict[str, Channel] = {"consult": portal.facts.consult, "complaint": portal.facts.complaint}
    order = portal.taste.shuffled("talk", list(codes))
    return [{"label": portal.words[f"m_{kind}"], "act": _channel(portal, kind, codes[kind])} for kind in order if codes[kind] != "absent"]


def _channel(portal: Portal, kind: str, code: Channel) -> dict[str, Any]:
    route = portal.at(kind)
    if code == "login":
        return wall(route, box=portal.taste["wall"] == "box")
    if code == "broken":
        return portal.taste.one_of(f"broken {kind}", ({"href": f"/hdjl/{kind}.do"}, {"to": f"/old{route}"}))
    acts: dict[str, dict[str, Any]] = {
        "open": {"to": route},
        "app_only": {"to": portal.at("app", f"from={kind}")},
        "off_site": {"href": OFF_SITE, "blank": True},
    }
    return acts[code]


def status(portal: Portal) -> Entry | None:
    """The entry of the progress query."""
    if portal.facts.status == "absent":
        return None
    route = portal.at("status")
    walled = portal.facts.status == "login"
    return {"label": portal.words["m_status"], "act": wall(route, box=portal.taste["wall"] == "box") if walled else {"to": route}}


def login(portal: Portal) -> Entry | None:
    """The entry of the sign-in, which stands beside the portal's name."""
    code = portal.facts.login
    if code == "absent":
        return None
    acts: dict[str, dict[str, Any]] = {
        "app_only": {"to": portal.at("app", "from=login")},
        "broken": portal.taste.one_of("broken login", ({"href": "/sso/oauth/login.do"}, {"to": "/sso/center"})),
    }
    ready = {"signin": True} if portal.taste["signin"] == "box" else {"to": portal.at("login")}
    return {"label": portal.words["m_login"], "act": acts.get(code, ready)}


def ways(portal: Portal) -> list[str]:
    """The ways to sign in that a sign-in offers. Where the entry has none of its own, a wall asks for a password."""
    if portal.facts.login == "several":
        more = portal.taste.shuffled("ways", ["sms", "scan", "national", "cert"])
        return ["password", *more[: portal.taste.one_of("ways", (1, 2, 3))]]
    if portal.facts.login == "one":
        return [portal.taste.one_of("way", ("password", "sms"))]
    return ["password"]


def only_by_app(portal: Portal, asked: str) -> str | None:
    """What the page about the app says, where there is one for what was asked."""
    codes = {"login": portal.facts.login, "consult": portal.facts.consult, "complaint": portal.facts.complaint}
    if codes.get(asked) != "app_only":
        return None
    text = portal.words["app_login" if asked == "login" else "app_channel"]
    return text.replace("{app}", portal.words["app_name"])
