from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from anfang.cli.progress import visits
from anfang.demo.field import NAMES, Demo, clear, make_rounds
from anfang.errors import BadInput, RoundLocked
from anfang.model import City, Plan
from anfang.rounds.lock import locked
from anfang.store import Store

PLAN = Plan(
    "business_startup", ("portal",), ("seal",), ("tech_load",), ("2019-12-28", "2020-01-10"), lab=True
)
REAL = City("yunhe", "云河", "Yunhe", "华东", portals={"portal": "http://127.0.0.1:9/"})
INVENTED = replace(REAL, portals={"portal": "http://yunhe.portal.test/"})


def a_round(root: Path, city: City) -> Path:
    folder = root / NAMES["before"]
    Store.create(folder, PLAN, (city,)).close()
    return folder


def test_the_windows_are_those_of_the_study(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    assert demo.window("before") == ("2019-12-28", "2020-01-10")
    assert demo.window("during") == ("2020-03-28", "2020-04-10")


def test_the_windows_follow_the_moment_given(tmp_path: Path) -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert Demo(tmp_path, start=late).window("before") == ("2026-03-01", "2026-03-14")


def test_few_cities_come_from_several_families_and_several_regions(tmp_path: Path) -> None:
    four = Demo(tmp_path, cities=4).portals("during")
    assert len({facts.family for facts in four}) > 1
    assert [facts.region for facts in four] == ["华北", "东北", "华东", "华中"]
    assert [facts.id for facts in four] == [facts.id for facts in Demo(tmp_path, cities=4).portals("before")]
    assert len({facts.id for facts in Demo(tmp_path).portals("before")}) == 36


def test_what_an_earlier_demo_made_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    ours, other = a_round(tmp_path, INVENTED), tmp_path / "spring"
    (tmp_path / "demo").mkdir()
    other.mkdir()
    clear(Demo(tmp_path))
    assert sorted(tmp_path.iterdir()) == [other]
    assert not ours.exists()


def test_a_round_of_real_cities_is_never_replaced(tmp_path: Path) -> None:
    folder = a_round(tmp_path, REAL)
    with pytest.raises(BadInput, match="real cities"):
        clear(Demo(tmp_path))
    assert (folder / "store.sqlite").is_file()


def test_a_round_that_is_called_demo_is_never_replaced(tmp_path: Path) -> None:
    Store.create(tmp_path / "demo", PLAN, (INVENTED,)).close()
    with pytest.raises(BadInput, match="demo is a round here"):
        clear(Demo(tmp_path))


def test_a_demo_that_runs_is_not_replaced(tmp_path: Path) -> None:
    with locked(a_round(tmp_path, INVENTED)), pytest.raises(RoundLocked):
        clear(Demo(tmp_path))


async def test_a_demo_goes_on_only_with_its_own_rounds(tmp_path: Path) -> None:
    a_round(tmp_path, INVENTED)
    with pytest.raises(BadInput, match="another seed"):
        await make_rounds(Demo(tmp_path, cities=1), watch=visits, keep=True)
