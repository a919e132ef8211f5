"""Find a Chromium, start it, and open the contexts that visits live in."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from anfang import __version__
from anfang.errors import BrowserMissing
from anfang.shopper.guard import UNLOADING
from anfang.shopper.limits import CURRENT

SYSTEM_NAMES = (
    "chromium-headless-shell",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chromium",
    "chromium-browser",
)
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--no-first-run",
    "--disable-gpu",
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,Translate,OptimizationHints,MediaRouter",
    "--mute-audio",
)
NOWHERE = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1"
"""The browser itself resolves nothing but this machine: names of portals are the gate's business."""
LIVE_RESOLVER = f"--host-resolver-rules={NOWHERE}"
LAB_RESOLVER = f"--host-resolver-rules=MAP *.portal.test 127.0.0.1, {NOWHERE}"
VIEWPORT = (1366, 900)
# Portals send Linux browsers to a "use a phone" page: the most common desktop platform is presented, with our contact.
USER_AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/{major}.0.0.0 Safari/537.36 Anfang/{version} (+{contact})"
)
PLATFORM_SCRIPT = "Object.defineProperty(navigator, 'platform', {get: () => 'Win32'});"


@dataclass(frozen=True, slots=True)
class Found:
    """A browser that can be started: its binary and where it was found."""

    path: str
    kind: str
    """'given', 'playwright', 'system'."""


async def _playwright_binary() -> str:
    async with async_playwright() as driver:
        return driver.chromium.executable_path


def _playwright_shell(full: str) -> str:
    """Playwright keeps its headless shell beside its full Chromium."""
    folder = Path(full)
    for root in folder.parents:
        shells = sorted(root.glob("chromium_headless_shell-*/*/*headless?shell*"))
        if root.name == "ms-playwright" and shells:
            return str(shells[-1])
    return full


async def find_browser(explicit: str | None = None) -> Found:
    """The first of: the path given (or ANFANG_BROWSER), Playwright's own, a system Chrome, Edge or Chromium."""
    given = explicit or os.environ.get("ANFANG_BROWSER")
    if given:
        if not Path(given).is_file():
            raise BrowserMissing(f"no browser at {given}: correct the path or unset ANFANG_BROWSER")
        return Found(given, "given")
    own = _playwright_shell(await _playwright_binary())
    if Path(own).is_file():
        return Found(own, "playwright")
    system = next(filter(None, (shutil.which(name) for name in SYSTEM_NAMES)), None)
    system = system or next((path for path in MAC_APPLICATIONS if Path(path).is_file()), None)
    if system:
        return Found(system, "system")
    raise BrowserMissing(
        "no Chromium found; run `python -m playwright install --with-deps chromium-headless-shell`, "
        "or on Debian/Ubuntu `apt-get install chromium-headless-shell fonts-noto-cjk`"
    )


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def arguments(*, lab: bool) -> list[str]:
    """Command line switches. Only the lab may run without the sandbox (root has none) and resolve *.portal.test."""
    flags: list[str] = [*QUIET, LAB_RESOLVER if lab else LIVE_RESOLVER]
    if lab and is_root() and sys.platform.startswith("linux"):
        flags.append("--no-sandbox")
    return flags


async def launch(driver: Playwright, found: Found, *, lab: bool = True) -> Browser:
    """Start the browser found.

    Raises BrowserMissing with the browser's own words when it does not start.
    """
    try:
        return await driver.chromium.launch(
            executable_path=found.path, args=arguments(lab=lab), headless=True, chromium_sandbox=not (lab and is_root())
        )
    except PlaywrightError as failure:
        raise BrowserMissing(f"{found.path} does not start: {failure.message[:500]}") from failure


@asynccontextmanager
async def open_browser(explicit: str | None = None, *, lab: bool = True) -> AsyncGenerator[Browser, None]:
    """A running browser for the length of the block."""
    found = await find_browser(explicit)
    async with async_playwright() as driver:
        browser = await launch(driver, found, lab=lab)
        try:
            yield browser
        finally:
            await browser.close()


async def new_context(
    browser: Browser, *, timezone: str = "Asia/Shanghai", lang: str = "zh", gate: str = ""
) -> BrowserContext:
    """A fresh context: no cookies, no cache, desktop Chrome on Windows, service workers blocked.

    `gate`: address of the proxy through which everything must pass, this machine's own addresses included.
    """
    major, limits = browser.version.split(".")[0], CURRENT.get()
    contact = limits.agent if limits else "mystery-shopper"
    context = await browser.new_context(
        user_agent=USER_AGENT.format(major=major, version=__version__, contact=contact),
        viewport={"width": VIEWPORT[0], "height": VIEWPORT[1]},
        locale={"zh": "zh-CN", "en": "en-GB", "it": "it-IT"}.get(lang, "zh-CN"),
        timezone_id=timezone,
        service_workers="block",
        accept_downloads=True,
        ignore_https_errors=False,
        proxy={"server": gate, "bypass": "<-loopback>"} if gate else None,
    )
    await context.add_init_script(PLATFORM_SCRIPT)
    await context.add_init_script(UNLOADING)
    return context
