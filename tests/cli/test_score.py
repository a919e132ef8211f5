"""`anfang score`, `rank`, `regions`, `compare` over real stores of two small rounds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli.app import app, run
from anfang.model import City, Json
from anfang.store import Attempt, Store
from tests.scoring.sample import PLAN, portal

AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
CITIES = (
    City(
        "jia", "甲市", "Jia", "华东", groups={"coast": "yes"}, portals={"portal": "https://jia.example.cn/"}
    ),
    City("yi", "乙市", "Yi", "华北", groups={"coast": "no"}, portals={"portal": "https://yi.example.cn/"}),
)
NONE = {"declared": 0, "derived": 0, "used": 0}


def measure(
    root: Path, name: str, changes: Mapping[str, Mapping[str, Json]], instrument: str = "one"
) -> None:
    """A closed round of the two cities; `changes`: city -> row -> value other than that of sample.py."""
    with Store.create(root / name, PLAN, CITIES, at=AT) as store:
        store.move("open", at=AT, instrument=instrument)
        for city in CITIES:
            seen = [replace(one, observed_at=AT) for one in portal(city.id, **changes.get(city.id, {}))]
            attempt = Attempt(city.id, "portal", AT, AT, "measured", complete=True)
            store.record_attempt(attempt, observations=seen)
        store.move("closed", at=AT, instrument=instrument)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """spring: 乙市 has a fast portal (72.14 against 65.48); autumn: 甲市 needs no trip any more (72.48)."""
    folder = tmp_path_factory.mktemp("results")
    measure(folder, "spring", {"yi": {"tech_load": 3}})
    measure(folder, "autumn", {"yi": {"tech_load": 3}, "jia": {"proc_trips": NONE}})
    measure(folder, "other", {}, instrument="two")
    return folder


def printed(root: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--results", str(root)], env={"COLUMNS": "160"})
    assert result.exit_code == 0, result.output
    return result.output


def test_score(root: Path) -> None:
    text = printed(root, "score", "spring")
    assert "甲市" in text
    assert "65.48" in text
    assert "权重为暂定值" in text


def test_score_by_other_weights(root: Path) -> None:
    """equal: guide (80 + 50) / 2, tech (50 + 100) / 2, processing (65 + 50) / 2, interaction (50 + 100) / 2; mean 68.125."""
    text = printed(root, "score", "spring", "--weights", "equal", "--lang", "en")
    assert "68.12" in text
    assert "Jia" in text


def test_rank(root: Path) -> None:
    text = printed(root, "rank", "spring", "--top", "1")
    assert "乙市" in text
    assert "甲市" not in text


def test_rank_for_programs(root: Path) -> None:
    told = json.loads(printed(root, "rank", "spring", "--json"))
    assert [(row["city"], row["rank"], round(row["points"], 2)) for row in told["rows"]] == [
        ("yi", 1, 72.14),
        ("jia", 2, 65.48),
    ]
    assert (told["simulated"], told["preliminary"], told["notice"]) == (False, False, "provisional")


def test_regions(root: Path) -> None:
    assert "华东" in printed(root, "regions", "spring")
    assert "yes" in printed(root, "regions", "spring", "--by", "coast")


def test_compare(root: Path) -> None:
    text = printed(root, "compare", "spring", "autumn")
    assert "+7.00" in text
    assert "2 → 1" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("score", "winter"), "no such round"),
        (("rank", "spring", "--weights", "equel"), "did you mean 'equal'"),
        (("regions", "spring", "--by", "cost"), "did you mean 'coast'"),
        (("compare", "spring", "other"), "different instruments: one and two"),
    ],
)
def test_bad_input_ends_with_2(
    root: Path, words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(lambda: app([*words, "--results", str(root)], standalone_mode=False)) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_rank_says_how_sure_it_is(root: Path) -> None:
    """乙市 is better in one row and nowhere worse: it is first whatever the weights."""
    text = printed(root, "rank", "spring", "--lang", "en", "--draws", "40", "--seed", "7")
    assert "2 cities fall into 2 bands; the first one: Yi." in text
    assert "40 draws, seed 7." in text
    drawn = json.loads(printed(root, "rank", "spring", "--json", "--draws", "40"))["robustness"]
    assert (drawn["draws"], drawn["spread"], drawn["error_known"]) == (40, 0.25, False)
    assert [(row["city"], row["low"], row["high"], row["probability"]) for row in drawn["rows"]] == [("yi", 1, 1, {"1": 1}), ("jia", 2, 2, {"2": 1})]
    assert drawn["beats"]["yi"] == {"jia": 1, "yi": 0}


def test_a_retest_is_named_as_a_pair_of_rounds(root: Path) -> None:
    text = printed(root, "rank", "spring", "--lang", "en", "--draws", "40", "--retest", "spring=autumn")
    assert "20 pairs of observations were made twice, 1 of them differ" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rank", "spring", "--retest", "spring"], "'spring' is no pair of rounds"),
        (["rank", "spring", "--retest", "spring=spring"], "a round is no retest of itself"),
        (["rank", "spring", "--retest", "spring=other"], "a retest needs the same instrument"),
        (["rank", "spring", "--draws", "0"], "0 draws"),
        (["rank", "spring", "--spread", "2"], "a spread of 2"),
        (["compare", "spring", "other"], "different instruments"),
        (["regions", "spring", "--by", "coastline"], "no city has a group 'coastline'"),
    ],
)
def test_what_cannot_be_is_refused_with_the_mend(root: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: app([*words, "--results", str(root)], standalone_mode=False)) == 2
    assert message in capsys.readouterr().err


def test_explain_the_score(root: Path) -> None:
    text = printed(root, "explain", "spring", "jia", "--score", "--lang", "en")
    assert "Processing = (24 × 65 + 12 × 50) / 36 = 60.00" in text
    assert "Score = (30 × 67.143 + 20 × 66.667 + 30 × 60 + 20 × 70) / 100 = 65.48" in text


def test_explain_the_score_of_one_row_is_not_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(lambda: app(["explain", "spring", "jia", "tech_load", "--score", "--results", str(root)], standalone_mode=False)) == 2
    assert "leave it out" in capsys.readouterr().err
