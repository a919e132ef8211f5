"""The demo over two invented cities, one of either family, with a real browser: made once, then looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from anfang import results as rounds
from anfang.cli import app as frame
from anfang.cli import demo as demo_
from anfang.demo import Demo, differences
from anfang.errors import BadInput
from anfang.store import Store
from anfang.testbed.server import Testbed

assert demo_.demo
pytestmark = [pytest.mark.browser, pytest.mark.slow]

CITIES = 2


def call(root: Path, *words: str) -> Result:
    return CliRunner().invoke(frame.app, ["demo", "--cities", str(CITIES), "--results", str(root), *words])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "results"


@pytest.fixture(scope="module")
def made(root: Path) -> Result:
    done = call(root, "--workers", "2", "--lang", "en")
    assert done.exit_code == 0, (done.output, done.exception)
    return done


@pytest.fixture(scope="module")
def summary(root: Path, made: Result) -> dict[str, Any]:
    return json.loads((root / "demo" / "summary.json").read_text(encoding="utf-8"))


def test_the_terminal_shows_the_findings_the_accuracy_and_where_to_look(root: Path, made: Result) -> None:
    for shown in ("SIMULATED", "Top ten", "Regions", "Comparison", "Counts", "majority", "Everything wrong"):
        assert shown in made.output
    assert made.output.rstrip().endswith(f"open {root / 'demo' / 'report' / 'index.html'}")


def test_the_summary_has_the_form_that_programs_read(summary: dict[str, Any]) -> None:
    assert (summary["schema"], summary["simulated"]) == (1, True)
    assert [(made["name"], made["visits"]) for made in summary["rounds"]] == [
        ("demo-before", 2),
        ("demo-during", 2),
    ]
    assert all(made["page_loads"] > 0 and made["wall_s"] > 0 for made in summary["rounds"])
    assert summary["browser"]["name"] == "chromium"
    assert set(summary["accuracy"]["overall"]) == {"value_equal", "points_equal", "wrong", "missing", "n"}
    tally = summary["accuracy"]["overall"]
    assert len(summary["misses"]) == tally["wrong"] + tally["missing"]


def test_what_was_planted_was_seen(summary: dict[str, Any]) -> None:
    assert summary["accuracy"]["overall"]["value_equal"] >= 0.95, summary["misses"]


def test_the_rounds_lie_in_their_windows(root: Path, made: Result) -> None:
    shanghai = ZoneInfo("Asia/Shanghai")
    for name, day in (("demo-before", "2019-12-28"), ("demo-during", "2020-03-28")):
        results = rounds.load(name, root)
        assert results.state == "closed"
        assert {
            one.observed_at.astimezone(shanghai).date().isoformat()
            for one in results.observations
            if one.observed_at
        } == {day}


def test_every_product_is_marked_simulated(root: Path, made: Result) -> None:
    folder = root / "demo"
    for lang in ("zh", "en"):
        assert "SIMULATED" in (folder / "report" / lang / "ranking.html").read_text(encoding="utf-8")
        book = openpyxl.load_workbook(folder / f"workbook.{lang}.xlsx", read_only=True)
        first = book.worksheets[0]
        assert "SIMULATED" in " ".join(
            str(cell) for row in first.iter_rows(values_only=True) for cell in row if cell
        )
        assert (folder / "figures" / f"scores.{lang}.png").is_file()
    for name in ("demo-before", "demo-during"):
        assert "SIMULATED" in (folder / f"observations.{name}.csv").read_text(encoding="utf-8-sig")


def test_it_goes_on_where_it_stopped(root: Path, made: Result) -> None:
    with Store.open(root / "demo-during") as store:
        before = len(store.attempts())
    again = call(root, "--keep")
    assert again.exit_code == 0
    with Store.open(root / "demo-during") as store:
        assert len(store.attempts()) == before


def test_another_seed_does_not_go_on_with_these_rounds(root: Path, made: Result) -> None:
    refused = call(root, "--keep", "--seed", "2").exception
    assert isinstance(refused, BadInput)
    assert "another seed" in str(refused)


async def test_a_second_run_is_identical(root: Path, made: Result, tmp_path: Path) -> None:
    again = Demo(tmp_path, cities=CITIES)
    async with Testbed(again.portals("before")) as bed:
        assert await again.round("before").make(port=bed.port, workers=2) == ()
    assert differences(rounds.load("demo-before", root), rounds.load("demo-before", tmp_path)) == ()
