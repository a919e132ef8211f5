from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from anfang.errors import BrowserMissing
from anfang.shopper.browser import LAB_RESOLVER, VIEWPORT, arguments, find_browser, is_root, new_context
from tests.portals.site import Site


async def test_a_path_given_comes_first_and_must_be_there(tmp_path: Path) -> None:
    given = tmp_path / "chrome"
    given.write_bytes(b"")
    assert (await find_browser(str(given))).kind == "given"
    with pytest.raises(BrowserMissing, match="correct the path or unset ANFANG_BROWSER"):
        await find_browser(str(tmp_path / "none"))


async def test_the_environment_may_give_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = tmp_path / "chrome"
    given.write_bytes(b"")
    monkeypatch.setenv("ANFANG_BROWSER", str(given))
    assert (await find_browser()).path == str(given)


def test_only_the_lab_resolves_simulated_portals_and_drops_the_sandbox() -> None:
    assert LAB_RESOLVER in arguments(lab=True)
    assert ("--no-sandbox" in arguments(lab=True)) is is_root()
    assert LAB_RESOLVER not in arguments(lab=False)
    assert "--no-sandbox" not in arguments(lab=False)


@pytest.mark.browser
async def test_a_context_is_a_common_desktop_that_says_who_it_is(browser: Browser, site: Site) -> None:
    context = await new_context(browser)
    page = await context.new_page()
    await page.goto(site.url("gone"))
    agent, platform, width, zone, language = await page.evaluate(
        "[navigator.userAgent, navigator.platform, innerWidth, Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language]"
    )
    assert "Windows NT 10.0" in agent
    assert "Headless" not in agent
    assert "Anfang/" in agent
    assert (platform, width, zone, language) == ("Win32", VIEWPORT[0], "Asia/Shanghai", "zh-CN")
    await context.close()


@pytest.mark.browser
async def test_contexts_share_no_cookies(browser: Browser, site: Site) -> None:
    one, other = await new_context(browser), await new_context(browser)
    await one.add_cookies([{"name": "who", "value": "one", "url": site.url()}])
    assert await other.cookies() == []
    await one.close()
    await other.close()
