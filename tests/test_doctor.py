"""Every check of the doctor passes where the thing works, and fails with a mend where it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import matplotlib
import pytest

from anfang import doctor
from anfang.doctor import FIGURE_FONT
from anfang.shopper.browser import is_root

LATIN = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def only_fonts_of(monkeypatch: pytest.MonkeyPatch, work: Path, *folders: Path) -> None:
    """Let the browser see the fonts of these folders and no others."""
    config = work / "fonts.conf"
    folded = "".join(f"<dir>{folder}</dir>" for folder in folders)
    config.write_text(f"<fontconfig>{folded}<cachedir>{work}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))


@pytest.mark.browser
async def test_tofu_on_screen_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_fonts_of(monkeypatch, tmp_path, LATIN)
    started, _, fonts = await doctor.browser_checks(None)
    assert started.verdict == "ok"
    assert (fonts.verdict, fonts.found) == ("fail", "not drawn: 直门骨中文")
    assert "fonts-noto-cjk" in fonts.mend


@pytest.mark.browser
async def test_a_chinese_font_on_screen_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_fonts_of(monkeypatch, tmp_path, LATIN, FIGURE_FONT.parent)
    checks = await doctor.browser_checks(None)
    assert [check.name for check in checks] == ["browser", "sandbox", "Chinese on screen"]
    assert checks[2].verdict == "ok"


@pytest.mark.parametrize("kind", ["missing", "not a browser"])
async def test_a_browser_that_does_not_start(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "chromium"
    if kind == "not a browser":
        path.write_text("#!/bin/sh\nexit 1\n")
        path.chmod(0o755)
    (check,) = await doctor.browser_checks(str(path))
    assert (check.name, check.verdict) == ("browser", "fail")
    assert str(path) in check.found
    assert check.mend


@pytest.mark.browser
@pytest.mark.skipif(not is_root(), reason="Chromium refuses its sandbox to root only")
async def test_root_has_no_sandbox() -> None:
    checks = {check.name: check for check in await doctor.browser_checks(None)}
    assert checks["sandbox"].verdict == "warn"
    assert "ordinary user" in checks["sandbox"].mend


def test_the_font_of_the_figures_draws_chinese() -> None:
    assert doctor.figure_font().verdict == "ok"


def test_a_latin_font_does_not() -> None:
    check = doctor.figure_font(LATIN / "DejaVuSans.ttf")
    assert (check.verdict, check.found) == ("fail", "DejaVuSans.ttf does not draw 直门骨中文")


def test_a_damaged_or_missing_font(tmp_path: Path) -> None:
    damaged = tmp_path / "font.otf"
    assert doctor.figure_font(damaged).found == "no font.otf"
    damaged.write_bytes(FIGURE_FONT.read_bytes()[:2000])
    assert doctor.figure_font(damaged).verdict == "fail"


def test_the_store_is_tried_in_the_folder_of_the_rounds_and_leaves_nothing(tmp_path: Path) -> None:
    results = tmp_path / "study" / "results"
    assert doctor.storage(results).verdict == "ok"
    assert list(results.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file")
    check = doctor.storage(tmp_path / "results")
    assert check.verdict == "fail"
    assert "--results" in check.mend


def test_room_is_measured_where_the_rounds_will_lie(tmp_path: Path) -> None:
    assert doctor.room(tmp_path / "not" / "yet", needed=1).verdict == "ok"
    assert doctor.room(tmp_path, needed=2**60).verdict == "fail"


def test_old_versions() -> None:
    assert doctor.python((3, 10, 14)).verdict == "fail"
    assert doctor.python((3, 11, 0)).verdict == "ok"
    assert doctor.sqlite((3, 34, 1)).verdict == "fail"
    assert doctor.sqlite((3, 35, 0)).verdict == "ok"


def test_a_clock_before_the_installation_is_wrong(tmp_path: Path) -> None:
    assert doctor.clock(datetime.now(UTC)).verdict == "ok"
    assert doctor.clock(datetime(2001, 1, 1, tzinfo=UTC)).verdict == "fail"


def test_the_calendar_of_working_days_ends() -> None:
    assert doctor.calendar(datetime(2020, 1, 2, tzinfo=UTC)).verdict == "ok"
    check = doctor.calendar(datetime(2090, 1, 2, tzinfo=UTC))
    assert (check.verdict, check.found) == ("warn", "the calendar does not cover 2090")
