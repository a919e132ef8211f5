"""cities.yaml: what the study's file says, and every wrong line is named with its mend."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path

import pytest

from anfang import suite
from anfang.cities import REGIONS, CitiesWarning, dump_cities, load_cities
from anfang.errors import BadInput
from anfang.model import City

GOOD = """\
count: 2
cities:
  - id: jia
    name: 甲市
    name_en: Jia
    region: 华北
    tier: 省会城市
    groups: {port: NO, code: 0571}
    portals: {portal: 'https://zwfw.jia.example.cn/', mobile: null}
    source: https://news.example.cn/1
    checked: 2026-11-22
  - id: yi
    name: 乙市
    region: 华南
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "cities.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_city_with_all_its_fields_and_one_with_few(tmp_path: Path) -> None:
    jia, yi = load_cities(write(tmp_path, GOOD))
    assert jia.portals == {"portal": "https://zwfw.jia.example.cn/", "mobile": None}
    assert jia.groups == {"port": "NO", "code": "0571"}
    assert (jia.checked, jia.timezone, jia.lang) == ("2026-11-22", "Asia/Shanghai", "zh")
    assert yi == City(id="yi", name="乙市", name_en="乙市", region="华南")


def test_what_is_dumped_is_read_back(tmp_path: Path) -> None:
    cities = load_cities(write(tmp_path, GOOD))
    text = dump_cities(cities, header="two invented cities")
    assert text.startswith("# two invented cities\ncount: 2\n")
    assert load_cities(write(tmp_path, text)) == cities


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("id: yi", "id: jia", 12, "the id 'jia' is there twice (first in line 3)"),
        ("name: 乙市", "name: 甲市", 13, "the name '甲市' is there twice (first in line 4)"),
        ("    region: 华南", "    region: 华南\n    region: 华北", 15, "the field 'region' is there twice"),
        ("    tier:", "    teir:", 7, "unknown field 'teir'; did you mean 'tier'?"),
        ("region: 华南", "region: 华男", 14, "region: '华男' is none of 华北, 东北"),
        (
            "mobile:",
            "mobil:",
            9,
            "'mobil' is none of portal, mobile, province, government; did you mean 'mobile'?",
        ),
        ("id: yi", "id: Yi", 12, "the id 'Yi' is not 1 to 32 of a-z 0-9 _ -"),
        ("id: yi", "id: " + "a" * 33, 12, "the id 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' is not 1 to 32"),
        ("id: yi", "id: ../yi", 12, "the id '../yi' is not"),
        ("count: 2", "count: 36", 1, "count is 36, but 2 cities are listed"),
        ("    name: 乙市\n", "", 12, "the field 'name' is missing"),
        ("https://zwfw.jia", "file:///", 9, "portal: the scheme 'file' is not http or https"),
        (
            "https://zwfw.jia.example.cn/",
            "http://2130706433/",
            9,
            "portal: 2130706433 is an odd form of an IP address",
        ),
        (
            "https://zwfw.jia.example.cn/",
            "https://jia.portal.test/",
            9,
            "portal: jia.portal.test is a host of the testbed",
        ),
        ("https://zwfw.jia", "https://a:b@zwfw", 9, "portal: a user name, password"),
        ("zwfw.jia", "zwfw。jia", 9, "portal: full-width 。"),
        (
            "    region: 华南",
            "    region: 华南\n    timezone: Asia/Peking",
            15,
            "unknown timezone 'Asia/Peking'",
        ),
    ],
)
def test_refused(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in GOOD
    file = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(BadInput) as bad:
        load_cities(file)
    assert bad.value.where.startswith(f"{file}:{line}:")
    assert message in bad.value.message
    assert bad.value.mend


def test_no_city_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no city"):
        load_cities(write(tmp_path, "cities: []\n"))


def test_the_lab_may_use_its_own_hosts(tmp_path: Path) -> None:
    file = write(tmp_path, GOOD.replace("https://zwfw.jia.example.cn/", "http://jia.portal.test:8000/"))
    assert load_cities(file, lab=True)[0].simulated


@pytest.mark.parametrize(
    "line",
    [
        "portal: https://zwfw.jia.example.cn/#/home",
        "portal: https://zwfw.jia.example.cn/ #/home",
    ],
)
def test_a_hash_inside_an_address_warns(tmp_path: Path, line: str) -> None:
    text = f"cities:\n  - id: jia\n    name: 甲市\n    region: 华北\n    portals:\n      {line}\n"
    with pytest.warns(CitiesWarning, match=r"cities.yaml:6:7: "):
        load_cities(write(tmp_path, text))


def test_a_comment_after_an_address_does_not_warn(tmp_path: Path) -> None:
    text = "cities:\n  - id: jia\n    name: 甲市\n    region: 华北\n    portals:\n      portal: https://a.example.cn/ # 官网\n"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_cities(write(tmp_path, text))


def test_the_study_has_36_cities_in_seven_regions() -> None:
    cities = load_cities(suite.shipped() / "cities.yaml")
    assert len(cities) == 36
    assert Counter(city.region for city in cities) == dict(zip(REGIONS, (5, 4, 10, 3, 4, 5, 5), strict=True))
    assert [city.name for city in cities if city.tier == "直辖市"] == ["北京", "天津", "上海", "重庆"]
    assert sum("副省级" in city.tier for city in cities) == 15


def test_an_address_of_the_study_has_a_source_and_a_day() -> None:
    for city in load_cities(suite.shipped() / "cities.yaml"):
        named = [url for url in city.portals.values() if url]
        assert bool(named) == bool(city.source) == bool(city.checked)
