"""Is this machine fit for field work? Every check tries the thing itself and carries its mend."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import chinese_calendar
from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from anfang import report
from anfang.errors import BrowserMissing
from anfang.glyphs import SAMPLE, missing_in_browser, missing_in_font
from anfang.shopper.browser import Found, arguments, find_browser, is_root, launch

Verdict = Literal["ok", "warn", "fail"]

PYTHON = (3, 11)
SQLITE = (3, 35, 0)
"""RETURNING and a WAL without the reset bugs of old versions."""
FREE = 2 * 1024**3
"""Bytes: the evidence of a round of 36 cities with room to spare."""
FIGURE_FONT = Path(report.__file__).parent / "fonts" / "AnfangSansSC-Regular.otf"


@dataclass(frozen=True, slots=True)
class Check:
    """What was tried and how it went: `fail` stops field work, `warn` limits it."""

    name: str
    verdict: Verdict
    found: str
    mend: str = ""


async def examine(results: Path, *, now: datetime, browser: str | None = None) -> tuple[Check, ...]:
    """All checks in the order of their table; `results` is the folder where rounds will be stored."""
    return (
        python(),
        *await browser_checks(browser),
        figure_font(),
        sqlite(),
        storage(results),
        room(results),
        clock(now),
        calendar(now),
    )


def python(version: tuple[int, int, int] = sys.version_info[:3]) -> Check:
    found = ".".join(map(str, version))
    if version < PYTHON:
        return Check("Python", "fail", found, "install Python 3.11 or newer")
    return Check("Python", "ok", found)


async def browser_checks(explicit: str | None) -> tuple[Check, ...]:
    """Browser, sandbox and fonts; the last two need a browser that starts."""
    try:
        found = await find_browser(explicit)
        async with async_playwright() as driver:
            browser = await launch(driver, found, lab=True)
            try:
                started = Check("browser", "ok", f"{found.path} {browser.version}")
                return (started, await sandbox(driver, found), await screen_fonts(browser))
            finally:
                await browser.close()
    except BrowserMissing as missing:
        mend = "python -m playwright install --with-deps chromium-headless-shell"
        return (Check("browser", "fail", str(missing), mend),)
    except PlaywrightError as failure:
        return (
            Check(
                "browser", "fail", failure.message[:200], "start the browser by hand and read what it says"
            ),
        )


async def sandbox(driver: Playwright, found: Found) -> Check:
    """A browser without its sandbox may only meet the testbed. Playwright leaves it out unless it is asked for."""
    try:
        browser = await driver.chromium.launch(
            executable_path=found.path, args=arguments(lab=False), chromium_sandbox=True, headless=True
        )
        await browser.close()
    except PlaywrightError:
        how = "run as an ordinary user" if is_root() else "allow user namespaces (see `man user_namespaces`)"
        return Check("sandbox", "warn", "does not start: the testbed only", f"{how} for live visits")
    return Check("sandbox", "ok", "the browser starts with its sandbox")


async def screen_fonts(browser: Browser) -> Check:
    if missing := await missing_in_browser(browser):
        mend = "install a Chinese font, e.g. apt-get install fonts-noto-cjk"
        return Check("Chinese on screen", "fail", f"not drawn: {missing}", mend)
    return Check("Chinese on screen", "ok", f"{SAMPLE} drawn by the browser")


def figure_font(path: Path = FIGURE_FONT) -> Check:
    name, mend = "Chinese in figures", "install anfang again: its font is damaged or missing"
    if not path.is_file():
        return Check(name, "fail", f"no {path.name}", mend)
    try:
        missing = missing_in_font(path)
    except RuntimeError as failure:
        return Check(name, "fail", f"{path.name}: {failure}", mend)
    if missing:
        return Check(name, "fail", f"{path.name} does not draw {missing}", mend)
    return Check(name, "ok", f"{SAMPLE} drawn from {path.name}")


def sqlite(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> Check:
    found = ".".join(map(str, version))
    if version < SQLITE:
        return Check(
            "SQLite", "fail", found, f"use a Python with SQLite {'.'.join(map(str, SQLITE))} or newer"
        )
    return Check("SQLite", "ok", found)


def storage(results: Path) -> Check:
    """WAL, a durable commit and fsync of a folder, in the folder of the rounds itself (network disks lack them)."""
    name, mend = "store", f"give {results} to this user, or name a local folder with --results"
    try:
        results.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=results) as folder:
            mode = _write_durably(Path(folder))
    except (OSError, sqlite3.Error) as failure:
        return Check(name, "fail", f"{results}: {failure}", mend)
    if mode != "wal":
        return Check(name, "fail", f"{results}: journal mode {mode}, not wal", mend)
    return Check(name, "ok", f"WAL and fsync work in {results}")


def _write_durably(folder: Path) -> str:
    store = sqlite3.connect(folder / "store.sqlite")
    try:
        mode = str(store.execute("PRAGMA journal_mode=WAL").fetchone()[0])
        store.execute("PRAGMA synchronous=FULL")
        with store:
            store.execute("CREATE TABLE row (value TEXT)")
            store.execute("INSERT INTO row VALUES ('kept')")
    finally:
        store.close()
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return mode


def room(results: Path, *, needed: int = FREE) -> Check:
    """Free disk space under the folder of the rounds, or under the nearest folder above it that exists."""
    place = next(folder for folder in (results.absolute(), *results.absolute().parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    found = f"{free / 1024**3:.1f} GiB free"
    if free < needed:
        return Check("disk", "fail", found, f"make room: a round needs {needed / 1024**3:.0f} GiB")
    return Check("disk", "ok", found)


def clock(now: datetime, *, installed: Path = Path(__file__)) -> Check:
    """The clock must not be before the day on which this program was installed, and must know Asia/Shanghai."""
    since = datetime.fromtimestamp(installed.stat().st_mtime, UTC)
    if now < since - timedelta(days=1):
        return Check("clock", "fail", f"{now:%Y-%m-%d}, before anfang was installed", "set the clock (NTP)")
    try:
        local = now.astimezone(ZoneInfo("Asia/Shanghai"))
    except ZoneInfoNotFoundError:
        return Check("clock", "fail", "no time zone database", "pip install tzdata")
    return Check("clock", "ok", f"{local:%Y-%m-%d %H:%M} in Asia/Shanghai, {now.astimezone():%H:%M %Z} here")


def calendar(now: datetime) -> Check:
    """Working days are counted by the statutory calendar, which is known year by year."""
    horizon = (now + timedelta(days=31)).date()
    try:
        chinese_calendar.is_workday(horizon)
    except NotImplementedError:
        mend = "update chinesecalendar, or give the dated override file before a round reaches into that year"
        return Check("working days", "warn", f"the calendar does not cover {horizon:%Y}", mend)
    return Check("working days", "ok", f"statutory calendar known up to {horizon}")
