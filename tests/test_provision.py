"""A machine without a browser: nothing on the PATH, Playwright's folder empty, nothing to be downloaded."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from anfang import provision
from anfang.shopper.browser import find_browser

pytestmark = pytest.mark.browser


@pytest.fixture
def browser() -> str:
    """The Chromium that this machine does have."""
    return asyncio.run(find_browser()).path


@pytest.fixture
def bare(tmp_path: Path, browser: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "ms-playwright"))
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.delenv("ANFANG_BROWSER", raising=False)
    monkeypatch.setattr("anfang.shopper.browser.MAC_APPLICATIONS", ())
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_where_nothing_is_to_be_had_the_line_to_run_is_printed(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert provision.main() == 2
    told = capsys.readouterr()
    assert "not to be had there" in told.out
    assert "browser: no Chromium found" in told.err
    assert "run: python -m playwright install" in told.err


def test_the_distribution_has_one(bare: Path, browser: str, capsys: pytest.CaptureFixture[str]) -> None:
    installed = bare / "chromium-headless-shell"
    arrives = f"printf '#!/bin/sh\\nexec {browser} \"$@\"\\n' > {installed}; /bin/chmod +x {installed}"
    program(bare, "apt-get", f'[ "$1" = install ] && {{ {arrives}; }}')
    program(bare, "sudo", 'shift; exec "$@"')
    assert provision.provide() == ()
    assert "installing chromium-headless-shell fonts-noto-cjk with apt-get" in capsys.readouterr().out


def test_a_machine_that_has_everything_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert provision.main() == 0
    assert capsys.readouterr().out == ""
