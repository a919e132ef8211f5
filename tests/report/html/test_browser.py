"""The report as its reader opens it: from disk, in a browser, with no network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page

from anfang.shopper.browser import open_browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
async def page() -> AsyncIterator[Page]:
    async with open_browser() as browser:
        yield await browser.new_page()


async def cities(page: Page) -> list[str]:
    return await page.locator("#ranking tbody tr:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.city)"
    )


async def test_a_heading_sorts_and_the_unknown_stays_last(page: Page, report: Path) -> None:
    await page.goto((report / "zh" / "ranking.html").as_uri())
    assert await cities(page) == ["nanzhou", "xinhe", "beiling", "donggang"]
    for asked, order in (
        ("办事指南", ["beiling", "nanzhou", "xinhe"]),
        ("办事指南", ["xinhe", "nanzhou", "beiling"]),
    ):
        await page.get_by_role("button", name=asked).click()
        assert await cities(page) == [*order, "donggang"]


async def test_filters_leave_the_cities_that_fit(page: Page, report: Path) -> None:
    await page.goto((report / "en" / "ranking.html").as_uri())
    await page.get_by_label("Region").select_option("华南")
    assert await cities(page) == ["nanzhou", "donggang"]
    await page.get_by_label("Find a city").fill("DONG")
    assert await cities(page) == ["donggang"]
    await page.get_by_label("Find a city").fill("nowhere")
    assert await page.get_by_text("No city fits.").is_visible()


async def test_only_rows_below_full_points_are_left(page: Page, report: Path) -> None:
    await page.goto((report / "en" / "city" / "nanzhou.html").as_uri())
    await page.get_by_label("Only rows below full points").check()
    shown = await page.locator("article:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.indicator)"
    )
    # nanzhou: findable 40 points; limits 100, trips 100, mobile 100
    assert shown == ["guide_findable"]


async def test_every_kind_of_page_draws_its_pictures_and_breaks_no_rule(page: Page, report: Path) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    evidence = sorted((report / "evidence").glob("*.html"))[0]
    names = ("index", "ranking", "regions", "comparison", "methodology", "city/xinhe", "before/xinhe")
    for path in (evidence, *(report / "zh" / f"{name}.html" for name in names)):
        await page.goto(path.as_uri())
        await page.locator("img").evaluate_all(
            "all => Promise.all(all.map(one => { one.loading = 'eager'; return one.decode() }))"
        )
        # A style sheet that was refused would leave the browser's own margin.
        assert await page.locator("body").evaluate("body => getComputedStyle(body).marginTop") == "0px"
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
    assert {url.partition(":")[0] for url in asked} == {"file"}
