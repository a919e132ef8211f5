from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang.errors import BadInput
from anfang.rounds.imported import import_round, plan_of
from anfang.store import Store
from tests.sample import CATALOGUE, CITIES, OBSERVATIONS, seen

NOW = datetime(2026, 3, 9, tzinfo=UTC)


def test_the_plan_is_what_the_data_answer():
    late = datetime(2026, 3, 4, 20, tzinfo=UTC)
    plan = plan_of(
        (*OBSERVATIONS, seen("qinghe", "int_faq", 1, step="seal", observed_at=late)), CITIES, CATALOGUE, NOW
    )
    assert plan.basket == ("guide_logic", "guide_blank_form", "tech_load", "proc_trips", "int_faq")
    assert (plan.channels, plan.steps) == (("portal",), ("registration", "seal"))
    assert plan.window == ("2026-03-02", "2026-03-05"), "20:00 UTC is the next day in Shanghai"
    assert plan.lab, "addresses of the testbed"


def test_without_steps_and_dates_it_is_every_step_on_the_day_of_the_import():
    plan = plan_of((seen("qinghe", "tech_load", 9, observed_at=None),), CITIES, CATALOGUE, NOW)
    assert plan.steps == ("registration", "seal", "invoice", "social_insurance")
    assert plan.window == ("2026-03-09", "2026-03-09")


def test_the_round_holds_the_cities_observed_and_is_closed(tmp_path: Path):
    held = tuple(one for one in OBSERVATIONS if one.city != "yunshan")
    assert import_round(tmp_path, "winter", held, cities=CITIES, catalogue=CATALOGUE, now=NOW)
    with Store.open(tmp_path / "winter") as store:
        assert [city.id for city in store.cities()] == ["qinghe", "linhai"]
        assert store.state() == "closed"
        assert [attempt.complete for attempt in store.attempts()] == [True, True]
        assert len(store.current_observations()) == len(held)
    assert [path.name for path in tmp_path.iterdir()] == ["winter"]


def test_a_folder_that_is_in_the_way_is_refused_and_kept(tmp_path: Path):
    (tmp_path / "winter").mkdir()
    (tmp_path / "winter" / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="cannot make the round"):
        import_round(tmp_path, "winter", OBSERVATIONS, cities=CITIES, catalogue=CATALOGUE, now=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["winter"]


def test_a_city_without_an_address_for_the_channel_is_refused(tmp_path: Path):
    bare = tuple(replace(city, portals={}) for city in CITIES)
    with pytest.raises(BadInput, match="has no address for it"):
        import_round(tmp_path, "winter", OBSERVATIONS, cities=bare, catalogue=CATALOGUE, now=NOW)
