"""A study folder has the suite's card, loads as it is, and nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang import suite
from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.init import make_study


def test_a_study_has_the_cities_and_the_scoring_of_the_suite(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    made = {str(file.relative_to(folder)) for file in make_study(folder)}
    assert {".gitignore", "README.md", "cities.yaml", "scoring/catalogue.yaml", "results/README.md"} <= made
    assert load_cities(folder / "cities.yaml") == load_cities(suite.shipped() / "cities.yaml")
    catalogue = "scoring/catalogue.yaml"
    assert (folder / catalogue).read_bytes() == (suite.shipped() / catalogue).read_bytes()


def test_every_weights_file_and_scenario_comes_along_but_no_python_of_scoring(tmp_path: Path) -> None:
    make_study(tmp_path)
    for pattern in ("scoring/weights/*.yaml", "scenarios/*.py"):
        shipped = {file.name for file in suite.shipped().glob(pattern)}
        assert {file.name for file in tmp_path.glob(pattern)} == shipped
    assert not list(tmp_path.glob("scoring/**/*.py"))


def test_the_study_is_found_from_below_and_wins(tmp_path: Path) -> None:
    make_study(tmp_path)
    assert suite.find("cities.yaml", start=tmp_path / "notebooks") == tmp_path / "cities.yaml"


def test_an_empty_study_has_one_example_city(tmp_path: Path) -> None:
    make_study(tmp_path, empty=True)
    (city,) = load_cities(tmp_path / "cities.yaml")
    assert (city.id, set(city.portals.values())) == ("example", {None})


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(BadInput, match="the folder is not empty"):
        make_study(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "study").write_text("mine")
    with pytest.raises(BadInput, match="is a file"):
        make_study(tmp_path / "study")
