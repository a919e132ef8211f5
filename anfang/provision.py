"""Get what the browser needs and this machine lacks: a Chromium that starts, and a font that draws Chinese.

python -m anfang.provision
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Sequence

from anfang import apt
from anfang.doctor import Check, browser_checks

FONT = "fonts-noto-cjk"


def playwrights_own() -> bool:
    """Playwright's headless shell, in the user's own cache."""
    print("getting a headless Chromium (playwright install chromium-headless-shell)", flush=True)
    getting = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    got = subprocess.run(getting, check=False, capture_output=True, text=True)
    if got.returncode:
        print(f"not to be had there: {_told(got.stderr)}", flush=True)
    return got.returncode == 0


def debians() -> bool:
    """The distribution's Chromium, the headless one where it has one, with the font."""
    return apt.install("chromium-headless-shell", FONT) or apt.install("chromium", FONT)


WAYS: Sequence[Callable[[], bool]] = (playwrights_own, debians)


def provide() -> tuple[Check, ...]:
    """What the doctor still finds wrong with browser and font after every way was tried; nothing is got twice."""
    for way in WAYS:
        if "browser" not in _failing():
            break
        way()
    if "Chinese on screen" in _failing():
        apt.install(FONT)
    return tuple(_failing().values())


def _failing() -> dict[str, Check]:
    return {check.name: check for check in asyncio.run(browser_checks(None)) if check.verdict == "fail"}


def _told(text: str) -> str:
    """The first line of an error that says something."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line.startswith("Error")), "the download failed")


def main() -> int:
    failing = provide()
    for check in failing:
        print(f"{check.name}: {check.found}\n  run: {check.mend}", file=sys.stderr)
    return 2 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
