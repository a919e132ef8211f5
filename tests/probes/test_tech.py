from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.model import Finding, Json
from anfang.probe import load_probes
from anfang.shopper.trail import Fetched, Look, Trail
from tests.conftest import See
from tests.portals.looks import look, trail

pytestmark = pytest.mark.browser


def ask(indicator: str, made: Trail, **step: str) -> Finding:
    return load_probes()[indicator].ask(made, **step)


async def at_home(see: See, *more: Look) -> Trail:
    return trail(look("home", await see("home")), *more)


async def test_load_is_the_median(see: See) -> None:
    made = await at_home(see)
    assert ask("tech_load", made).status == "not_observed"
    made.loads += [("http://a/", 1.0), ("http://b/", 9.0), ("http://c/", 2.0)]
    assert ask("tech_load", made).value == 2.0


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        (Fetched("http://a/", 200, 900, "", "html"), False),
        (Fetched("http://a/", 404, 900, "", "html"), True),
        (Fetched("http://a/", 503), True),
        (Fetched("http://a/", None, failure="ConnectError"), True),
        (Fetched("http://a/", 200, 90, "", "gone"), True),
        (Fetched("http://a/x.docx", 200, 90, "", "html", "docx"), True),
        (Fetched("http://a/x.docx", 200, 90, "", "docx", "docx"), False),
    ],
)
async def test_share_of_dead_links(see: See, link: Fetched, dead: bool) -> None:
    made = await at_home(see)
    made.links += [link, *(Fetched(f"http://a/{number}", 200, 9, "", "html") for number in range(3))]
    assert ask("tech_links", made).value == (0.25 if dead else 0)


async def test_links_that_our_policy_refused_count_on_neither_side(see: See) -> None:
    made = await at_home(see)
    made.links.append(Fetched("http://off/", None, failure="refused: host not allowed"))
    assert ask("tech_links", made).status == "not_observed"
    made.links += [Fetched("http://a/1", 404), Fetched("http://a/2", 200, 9, "", "html")]
    assert ask("tech_links", made).value == 0.5


@pytest.mark.parametrize(("rank", "value"), [(3, 3), (None, "none")])
async def test_search(see: See, rank: int | None, value: Json) -> None:
    made = await at_home(see)
    assert ask("tech_search_ok", made, step="seal").status == "not_observed"
    made.asked["seal"] = {"query": "公章刻制", "rank": rank}
    assert ask("tech_search_ok", made, step="seal").value == value


@pytest.mark.parametrize(
    ("name", "value"),
    [("login_password", "several"), ("login_one", "one"), ("login_app", "app_only"), ("gone", "broken"), ("failed", "broken")],
)
async def test_sign_in(see: See, name: str, value: str) -> None:
    assert ask("tech_login", await at_home(see, look("login", await see(name)))).value == value


async def test_sign_in_absent_or_elsewhere(see: See) -> None:
    made = await at_home(see)
    assert ask("tech_login", made).value == "absent"
    made.unknown["login"] = "off_site:sso.test"
    assert ask("tech_login", made).status == "blocked"


async def test_a_page_without_a_known_way_in_is_not_judged(see: See) -> None:
    assert ask("tech_login", await at_home(see, look("login", await see("scenario")))).status == "not_observed"


async def test_errors_are_counted_once_per_page_and_message(see: See) -> None:
    home, guide = await see("home"), await see("guide_table")
    twice = (("", "TypeError: a"), ("", "TypeError: a"), ("", "500 http://x/api"))
    made = trail(look("home", home, errors=twice), look("guide", guide, "seal", errors=twice[:1]))
    assert ask("tech_errors", made).value == 3
    made.looks[:] = [replace(one, errors=()) for one in made.looks]
    assert ask("tech_errors", made).value == 0
