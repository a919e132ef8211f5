"""Technical support (技术支撑): does the portal load, link, find, let in, and run without errors?"""

from __future__ import annotations

from statistics import median

from anfang.model import Evidence, Finding
from anfang.probe import probe
from anfang.shopper.kinds import kind_of, methods, only_by_app, own_lines
from anfang.shopper.trail import Fetched, Trail
from probes.guide import absence


@probe("tech_load")
def load(trail: Trail) -> Finding:
    """How many seconds does it take until a page is loaded (median over home and guide pages, cold cache)?"""
    if not trail.loads:
        return Finding(status="not_observed", reason="no page reached its load event within the limit")
    note = "; ".join(f"{address}: {seconds} s" for address, seconds in trail.loads)
    home = trail.home
    return Finding(round(median(seconds for _address, seconds in trail.loads), 2), evidence=(home.evidence(note=note),) if home else ())


def dead(link: Fetched) -> bool:
    """A link that answers with an error, not at all, with a page that says that it is gone, or with a page instead of a document."""
    lost_document = bool(link.named) and link.detected in ("html", "gone")
    return link.status is None or link.status >= 400 or link.detected == "gone" or lost_document


@probe("tech_links")
def links(trail: Trail) -> Finding:
    """Which share of the links of the home page and the guides is dead?"""
    asked = [link for link in trail.links if not link.failure.startswith("refused")]
    if not asked:
        return Finding(status="not_observed", reason="no link could be asked for")
    broken = [link for link in asked if dead(link)]
    home = trail.home
    notes = [f"{link.url} -> {link.status or link.failure}" for link in broken] or [f"{len(asked)} links answer"]
    shown = tuple(home.evidence(note=note) for note in notes[:20]) if home else ()
    return Finding(round(len(broken) / len(asked), 4), evidence=shown)


@probe("tech_search_ok")
def search_ok(trail: Trail, step: str) -> Finding:
    """At which rank of the first result page does a result lead to the step's guide, asked with its official name?"""
    asked = trail.asked.get(step)
    if asked is None:
        return Finding(status="not_observed", reason="the site search was not asked")
    look = trail.first("search", step) or trail.home
    shown = (look.evidence(note=f"asked: {asked['query']}"),) if look else (Evidence(note=f"asked: {asked['query']}"),)
    return Finding(asked["rank"] if asked["rank"] is not None else "none", evidence=shown)


@probe("tech_login")
def login(trail: Trail) -> Finding:
    """Can a citizen sign in, and in how many ways?"""
    look = trail.first("login")
    if look is None:
        if reason := trail.unknown.get("login"):
            return Finding(status="blocked" if reason.startswith("off_site") else "not_observed", reason=reason)
        return Finding("absent", evidence=absence(trail, trail.places.get("login", ())))
    home_page = trail.home.page if trail.home else None
    seen = kind_of(look.page, home_page, trail.lexicon, status=look.status, failure=look.failure, dialogs=look.dialogs)
    if seen.kind in ("gone", "failed", "refused"):
        return Finding("broken", evidence=(look.cite(seen.words, note=seen.words),))
    ways = methods(look.page, home_page, trail.lexicon)
    app = only_by_app("\n".join(own_lines(look.page, home_page)), trail.lexicon)
    if seen.kind == "app_only" or (app and set(ways) <= {"qr"}):
        return Finding("app_only", evidence=(look.cite(app or seen.words),))
    if not ways:
        return Finding(status="not_observed", reason="a page was reached that offers no way to sign in that is known")
    value = "several" if len(ways) > 1 else "one"
    return Finding(value, evidence=tuple(look.cite(words, note=way) for way, words in ways.items()))


@probe("tech_errors")
def errors(trail: Trail) -> Finding:
    """How many distinct script errors and server errors come up on the home page and the guides?"""
    looks = [*trail.all("home"), *trail.all("guide")]
    found = sorted({(look.page.url, message) for look in looks for _url, message in look.errors})
    shown = [Evidence(note=message, url=address) for address, message in found[:20]]
    return Finding(len(found), evidence=tuple(shown) or tuple(look.evidence(note="no error") for look in looks[:1]))

