from __future__ import annotations

import pytest

from anfang.model import Finding
from anfang.probe import load_probes
from anfang.shopper.trail import Look, Trail
from tests.conftest import See
from tests.portals.looks import look, trail

pytestmark = pytest.mark.browser


def ask(indicator: str, made: Trail, **step: str) -> Finding:
    return load_probes()[indicator].ask(made, **step)


async def at_home(see: See, *more: Look) -> Trail:
    return trail(look("home", await see("home")), *more)


@pytest.mark.parametrize("channel", ["consult", "complaint"])
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("consult", "open"),
        ("login_item", "login"),
        ("<h2>网上咨询</h2><p>请下载“清河办”APP后提问。</p>", "app_only"),
        ("gone", "broken"),
        ("failed", "broken"),
    ],
)
async def test_channels(see: See, channel: str, name: str, form: str) -> None:
    found = ask(f"int_{channel}_channel", await at_home(see, look(channel, await see(name))))
    assert found.value == {"form": form, "sent": None}, "nothing was released for sending"
    assert found.evidence


async def test_no_entry_is_absence(see: See) -> None:
    assert ask("int_complaint_channel", await at_home(see)).value == {"form": "absent", "sent": None}


async def test_a_channel_on_another_host_waits_for_a_human(see: See) -> None:
    made = await at_home(see)
    made.unknown["complaint"] = "off_site:12345.test"
    found = ask("int_complaint_channel", made)
    assert (found.status, found.value, found.reason) == ("blocked", None, "off_site:12345.test")


async def test_an_unknown_page_is_not_judged(see: See) -> None:
    assert ask("int_consult_channel", await at_home(see, look("consult", await see("scenario")))).status == "not_observed"


async def test_questions_on_the_guide(see: See) -> None:
    made = await at_home(see, look("guide", await see("guide_table"), "registration"), look("guide", await see("guide_heads"), "seal"))
    assert ask("int_faq", made, step="registration").value == 2
    assert ask("int_faq", made, step="seal").value == 0
    assert ask("int_faq", made, step="invoice").value == 0, "no guide"


async def test_questions_on_the_page_that_the_guide_links_to(see: See) -> None:
    page = await see("<h2>常见问题</h2><p>刻章需要多久？</p><p>当场可取。</p><p>可以代办吗？</p><p>可以。</p>")
    made = await at_home(see, look("guide", await see("guide_heads"), "seal"), look("faq", page, "seal"))
    assert ask("int_faq", made, step="seal").value == 2
