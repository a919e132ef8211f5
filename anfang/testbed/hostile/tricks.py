"""The tricks: what the server of a hostile portal says, and the class that its visit must end in.

`measured`: a home page like any other, whatever it tries. `unreachable`: the portal's failure, proved by attempts.
`blocked`: a wall or our own policy, never scored. `error`: it cannot be told whose failure it is, never scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from anfang.testbed.hostile import pages

Expected = Literal["measured", "unreachable", "blocked", "error"]


@dataclass(frozen=True, slots=True)
class Trick:
    """`how` names the server's behaviour (server.py); `page` is the HTML that it serves; `title` is the contract's word."""

    name: str
    title: str
    expected: Expected
    how: str = "page"
    page: str = ""
    quick: bool = False
    """Cheap enough for every run of the tests."""


_ALL = (
    Trick("no_bytes", "no bytes", "unreachable", "hang_up", quick=True),
    Trick("stalled", "stalled", "unreachable", "stall"),
    Trick("truncated", "truncated", "unreachable", "truncate"),
    Trick("reset", "reset", "unreachable", "reset", quick=True),
    Trick("garbage", "garbage", "unreachable", "garbage", quick=True),
    Trick("redirect_loop", "redirect loop", "unreachable", "loop", quick=True),
    Trick("no_content", "204", "unreachable", "204", quick=True),
    Trick("download", "surprise download", "unreachable", "download", quick=True),
    Trick("basic_auth", "basic auth", "blocked", "401", quick=True),
    Trick("busy_once", "503 once then fine", "measured", "busy_once", pages.plain(), quick=True),
    Trick("busy_always", "503 always", "unreachable", "503"),
    Trick("soft_404", "soft 404", "unreachable", "page", pages.SOFT_404, quick=True),
    Trick("maintenance", "系统维护中", "unreachable", "page", pages.MAINTENANCE, quick=True),
    Trick("alert_storm", "alert storm", "measured", "page", pages.ALERTS),
    Trick("script_loop", "while(1)", "error", "page", pages.LOOP),
    Trick("memory", "out of memory", "error", "page", pages.MEMORY),
    Trick("popups", "50 popups", "measured", "page", pages.POPUPS),
    Trick("tall", "huge page", "measured", "page", pages.TALL, quick=True),
    Trick("many_nodes", "400k nodes", "error", "page", pages.NODES),
    Trick("gbk", "GBK without charset", "measured", "gbk", pages.plain(), quick=True),
    Trick("meta_refresh", "meta refresh to another host", "blocked", "page", pages.REFRESH, quick=True),
    Trick("service_worker", "service worker", "measured", "page", pages.WORKER, quick=True),
    Trick("permissions", "permission prompts", "measured", "page", pages.PERMISSIONS, quick=True),
    Trick("prototypes", "forged prototypes", "measured", "page", pages.PROTOTYPES, quick=True),
    Trick("orders", "text that gives orders", "measured", "page", pages.ORDERS, quick=True),
    Trick("certificate", "expired certificate", "unreachable", "tls"),
    Trick("closed_roots", "closed shadow roots", "measured", "page", pages.CLOSED_ROOTS, quick=True),
    Trick("canvas", "canvas-only text", "unreachable", "page", pages.CANVAS),
    Trick("citizen", "a citizen's ID number in the page", "measured", "page", pages.CITIZEN, quick=True),
    Trick("redirect_away", "a redirect to another host", "blocked", "elsewhere", quick=True),
    Trick("escapes", "every way out at once", "measured", "page", pages.ESCAPES, quick=True),
    Trick("posts", "a page that posts by itself and at unload", "measured", "page", pages.POSTS, quick=True),
)
TRICKS: Mapping[str, Trick] = {trick.name: trick for trick in _ALL}
