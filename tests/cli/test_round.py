from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from anfang import results, suite
from anfang.cities import CitiesWarning
from anfang.cli import app as frame
from anfang.cli import round as round_
from anfang.errors import BadInput, Refused, Unfinished
from anfang.rounds.lock import locked
from anfang.store import Store

assert round_.round_app
WINDOW = ("--window", "2026-03-02..2026-03-06")
NOW = ("--now", "2026-03-02T09:00")


def nobody() -> int:
    """A port of this machine on which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    port = nobody()
    rows = [
        f"  - {{id: {name}, name: {zh}, name_en: {name}, region: 华东, tier: 省会城市, source: lab, checked: 2026-03-01,\n"
        f"     portals: {{portal: 'http://127.0.0.1:{port}/{name}', mobile: null, province: null, government: null}}}}\n"
        for name, zh in (("yunhe", "云河"), ("anping", "安平"))
    ]
    file = tmp_path / "lab.yaml"
    file.write_text("cities:\n" + "".join(rows), encoding="utf-8")
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "results"


def call(*words: object) -> Result:
    return CliRunner().invoke(frame.app, ["round", *map(str, words)])


def plan(root: Path, cities: Path, *more: str) -> Result:
    return call("new", "spring", *WINDOW, *NOW, "--lab", "--cities", cities, "--results", root, *more)


def test_a_round_is_planned_and_opened(root: Path, cities: Path) -> None:
    planned = plan(root, cities, "--only", "yunhe")
    assert planned.exit_code == 0, planned.output
    assert "spring planned: 1 visits, 25 rows" in planned.output
    assert call("open", "spring", *NOW, "--results", root).exit_code == 0
    with Store.open(root / "spring") as store:
        assert (store.state(), len(store.instrument())) == ("open", 64)
        assert [city.id for city in store.cities()] == ["yunhe"]


def test_a_live_round_is_refused(root: Path, cities: Path) -> None:
    refused = call("new", "spring", *WINDOW, *NOW, "--cities", cities, "--results", root)
    assert isinstance(refused.exception, Refused)
    assert not root.exists()


def test_the_studys_cities_have_no_addresses_yet(root: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(suite.find("cities.yaml"), tmp_path))
    failed = plan(root, file).exception
    assert isinstance(failed, BadInput)
    assert (failed.message, failed.where) == ("no city has an address for portal", str(file))
    assert "portals: portal" in failed.mend
    assert not root.exists()


def test_a_city_without_an_address_stays_in_the_round_unvisited(root: Path, cities: Path) -> None:
    text, address = cities.read_text("utf-8"), re.compile(r"'http://\S+/anping'")
    cities.write_text(address.sub("null", text), encoding="utf-8")
    with pytest.warns(CitiesWarning, match="neither visited nor ranked: anping"):
        planned = plan(root, cities)
    assert "spring planned: 1 visits" in planned.output
    with Store.open(root / "spring") as store:
        assert [city.id for city in store.cities()] == ["yunhe", "anping"]
        assert store.visits() == (("yunhe", "portal"),)
    reasons = {row.city: row.reason for row in results.load("spring", root).ranking.rows}
    assert reasons["anping"] == "no portal address known"
    assert reasons["yunhe"].startswith("coverage below 70%")


def test_an_unknown_city_gets_a_hint(root: Path, cities: Path) -> None:
    failed = plan(root, cities, "--only", "yunhu").exception
    assert isinstance(failed, BadInput)
    assert "did you mean 'yunhe'" in str(failed)


def test_visits_are_made_inside_the_window_of_an_open_round(root: Path, cities: Path) -> None:
    plan(root, cities)
    early = call("run", "spring", "--now", "2026-03-01T15:00", "--results", root).exception
    assert "2026-03-01 is outside the window" in str(early)
    assert "the round is planned" in str(call("run", "spring", *NOW, "--results", root).exception)


def test_a_second_runner_ends_with_75(root: Path, cities: Path) -> None:
    plan(root, cities)
    call("open", "spring", *NOW, "--results", root)
    with locked(root / "spring"):
        taken = call("run", "spring", *NOW, "--results", root).exception
    assert getattr(taken, "exit_code", None) == 75


@pytest.mark.browser
def test_a_round_is_run_in_parts_and_closed(root: Path, cities: Path) -> None:
    plan(root, cities)
    call("open", "spring", *NOW, "--results", root)
    part = call("run", "spring", *NOW, "--max-visits", 1, "--results", root).exception
    assert isinstance(part, Unfinished)
    assert "1 visits are not finished (anping)" in str(part)
    rest = call("run", "spring", *NOW, "--results", root)
    assert "every visit of spring is finished" in rest.output
    found = json.loads(call("status", "spring", "--json", "--results", root).output)
    assert [(row["city"], row["stage"], row["attempts"]) for row in found["visits"]] == [
        ("yunhe", "unreachable", 3),
        ("anping", "unreachable", 3),
    ]
    assert found["simulated"] is False
    assert "spring is closed" in call("close", "spring", *NOW, "--results", root).output
