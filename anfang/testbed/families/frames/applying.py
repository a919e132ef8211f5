"""The application: the guide's button, the form, the sign-in before it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.frames import signin, troubles
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.site import Site

_FIELDS = (
    "applicant", "credit_code", "legal_person", "address", "business", "agent", "agent_card", "agent_phone", "remark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    url: str
    how: str
    """window, same or dialog."""
    look: str
    """A picture with or without alt, an input button, or text (a plain link, which a broken one never is)."""


def button(item: Item, step: StepFacts, site: Site) -> Button | None:
    if step.apply == "absent":
        return None
    how = _by(site)
    # A failing application is looked for in a page of its own: a frame has no address to be told.
    how = "same" if how == "dialog" and step.apply == "broken" else how
    looks = ("alt", "title", "input") if step.apply == "broken" else ("alt", "title", "input", "text")
    return Button(_target(item, step, site), how, site.taste.pick("apply look", looks))


def _target(item: Item, step: StepFacts, site: Site) -> str:
    itself = step.apply == "broken" and site.taste.flag(f"apply itself/{step.step}", 0.25)
    return site.url("guide" if itself else "apply", item.number)


def answer(item: Item, step: StepFacts, site: Site) -> Response:
    if step.apply == "form":
        return _form(item, site)
    if step.apply == "login_item":
        return _sent_to_wall(site, site.url("apply", item.number))
    if step.apply == "login_generic":
        return _sent_to_wall(site)
    return troubles.broken(f"apply/{step.step}", site) if step.apply == "broken" else troubles.missing(site)


def _sent_to_wall(site: Site, back: str = "") -> Response:
    """The address tells where the sign-in returns to."""
    query = f"?returnUrl={quote(back, safe='')}" if back else ""
    return RedirectResponse(site.url.asked("wall") + query, 302)


def wall(asked: dict[str, str], site: Site) -> Response:
    """The sign-in before an application: most name the item, some (never in a dialog, without an address) only return to it."""
    back = asked.get("returnUrl", "")
    names = [item.name for item in site.items.guides.values() if site.url("apply", item.number) == back]
    told = _in_dialog(site) or site.taste.flag("sign-in names the item", 0.75)
    named = names[0] if names and told else ""
    return signin.wall(site, back, named, bare=_in_dialog(site))


def _form(item: Item, site: Site) -> Response:
    fields = site.taste.shuffled("application", _FIELDS)[: site.taste.number("fields", 7, 9)]
    return site.page("application", item=item, fields=fields, framed=_in_dialog(site))


def _by(site: Site) -> str:
    return site.taste.pick("apply by", ("window", "same", "dialog"))


def _in_dialog(site: Site) -> bool:
    return _by(site) == "dialog"
