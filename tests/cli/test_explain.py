from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli import main  # noqa: F401 (registers the commands)
from anfang.cli.app import app
from anfang.evidence import EvidenceStore
from anfang.results import EVIDENCE
from anfang.shopper.job import DiaryEntry
from anfang.shopper.search_record import Choice, SearchRecord, Stop
from anfang.store import Store
from tests.sample import CITIES, PLAN
from tests.test_store import MEASURED, seen

HOME = Stop("h", "http://yunhe.portal.test/", "云河政务服务网", 0, "", [("新闻", -60.0, [("headline", "")])])
CHOICE = Choice("h", "法人办事", "http://yunhe.portal.test/l", 20.0, [("hub", "法人办事")], "", "nothing happened")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A round with one visit that searched for one guide."""
    folder = tmp_path / "spring"
    record = SearchRecord("guide:seal", "budget", "", None, {"h": HOME}, [CHOICE])
    sha = EvidenceStore(folder / EVIDENCE).put(record.packed(), "search.json.gz")
    with Store.create(folder, PLAN, CITIES) as store:
        diary = [DiaryEntry("find the guide of seal", True, searches=(sha,))]
        city = CITIES[0].id
        from dataclasses import replace

        rows = [replace(seen("proc_trips", "seal", {"declared": 1, "derived": 1, "used": 1}), city=city)]
        store.record_attempt(replace(MEASURED, city=city), observations=rows, diary=diary)
    return tmp_path


def told(root: Path, *words: str) -> str:
    found = CliRunner().invoke(app, ["explain", "spring", *words, "--results", str(root)], env={"COLUMNS": "160"})
    assert found.exit_code == 0, found.output
    return found.output


def test_a_step_is_explained_with_its_observations_and_its_search(root: Path) -> None:
    text = told(root, CITIES[0].id, "seal")
    for words in ("SIMULATED", "企业开办跑动次数 · 公章刻制", "寻找“公章刻制”的办事指南", "次数用尽", "> 法人办事", "点击后没有变化", "新闻 -60"):
        assert words in text


def test_in_english_everything_that_was_searched_for(root: Path) -> None:
    text = told(root, CITIES[0].id, "--lang", "en")
    assert "looking for the guide of Seal engraving" in text
    assert "nothing happened" in text


def test_a_city_of_another_round_is_refused(root: Path) -> None:
    found = CliRunner().invoke(app, ["explain", "spring", "nowhere", "--results", str(root)])
    assert found.exit_code != 0
