"""Links as the portal draws them: an anchor with an address, or one with a script that leads on."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.facts import OFF_SITE, Channel
from anfang.testbed.families.platform.choices import Choices

PROVINCE = "http://www.sheng-zwfw.test"
"""The province's platform: another host, to which some menu entries of the city's pages lead and which nobody serves."""


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    href: str
    go: str = ""
    """Where a script leads whose anchor has no address."""
    dead: bool = False
    """Whether a page that is not there is behind the address."""


def link(label: str, url: str, *, scripted: bool = False) -> Link:
    """A link; `scripted` ones have no address that could be read."""
    return Link(label, "javascript:void(0)", url) if scripted else Link(label, url)


def channel_link(pick: Choices, kind: str, channel: Channel, url: str) -> Link | None:
    """The entry of an enquiry, or None. A broken one goes by script: the home page's dead links are planted apart from it."""
    if channel == "absent":
        return None
    label = pick.word(kind)
    if channel == "off_site":
        return Link(label, OFF_SITE)
    return link(label, url, scripted=channel == "broken" or pick.chance(f"scripted:{kind}", 0.25))
