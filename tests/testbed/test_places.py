from __future__ import annotations

from pathlib import Path

import pytest

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.testbed.controls import perfect
from anfang.testbed.draw import draw
from anfang.testbed.places import PLACES, cities, invent, write_cities


def test_a_city_of_the_testbed_has_its_portal_at_a_host_of_its_own() -> None:
    assert cities(draw(1, "before"), 8036)[12] == {
        "id": "wanting",
        "name": "皖汀",
        "name_en": "Wanting",
        "region": "华东",
        "tier": "省会城市",
        "lang": "zh",
        "timezone": "Asia/Shanghai",
        "portals": {"portal": "http://wanting.portal.test:8036/"},
    }
    assert cities([perfect()], 1)[0]["tier"] == ""


def test_the_cities_file_reads_back_as_simulated_cities(tmp_path: Path) -> None:
    file = tmp_path / "study" / "cities.yaml"
    write_cities(file, draw(1, "before"), 8036)
    read = load_cities(file, lab=True)
    assert (len(read), read[0].name, read[0].simulated) == (36, "沐燕", True)
    assert "SIMULATED" in file.read_text(encoding="utf-8")


def test_any_number_of_cities_can_be_invented_in_every_language() -> None:
    many = invent(700)
    assert len({place.name for place in many}) == len({place.id for place in many}) == 700
    assert not {place.name for place in many} & {place.name for place in PLACES}
    assert [place.region for place in many[:8]] == ["华北", "东北", "华东", "华中", "华南", "西南", "西北", "华北"]
    assert [(place.id, place.name) for place in invent(2, "it")] == [("it0001", "Albena"), ("it0002", "Brenengo")]
    with pytest.raises(BadInput, match="more than there are names"):
        invent(129, "en")
