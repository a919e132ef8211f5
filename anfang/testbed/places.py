"""The 36 invented cities, over the seven regions of the published study (5, 4, 10, 3, 4, 5, 5), and their cities file.

None of the names is that of a real Chinese city or county.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anfang.cities import dump_cities
from anfang.errors import BadInput
from anfang.model import City
from anfang.testbed.facts import Lang, PortalFacts


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    region: str
    tier: str
    lang: Lang = "zh"


_NAMES = {
    "华北": "muyan 沐燕, shuolan 朔澜, jitang 冀棠, molan 漠岚, jinxiu 晋岫",
    "东北": "songlan 松澜, xuexun 雪浔, liaotong 辽桐, yuji 榆霁",
    "华东": "sujin 苏槿, zhetang 浙棠, hucen 沪岑, wanting 皖汀, minzhou 闽舟, ganning 赣柠, lujia 鲁岬, chaoyu 潮屿, "
    "qiwu 栖梧, jinghuai 镜淮",
    "华中": "chuting 楚汀, yulan 豫岚, xiangji 湘霁",
    "华南": "yuetang 粤棠, guilan 桂澜, qiongyu 琼屿, zhucen 珠岑",
    "西南": "shutong 蜀桐, qianji 黔霁, dianmei 滇湄, yuxiu 渝岫, zangliu 藏柳",
    "西北": "qintang 秦棠, longting 陇汀, qingyan 青砚, ningyu 宁榆, jianglan 疆岚",
}
_MUNICIPALITIES = {"muyan", "shuolan", "hucen", "yuxiu"}
_PLANNED_SEPARATELY = {"liaotong", "chaoyu", "qiwu", "lujia", "zhucen"}


def _tier(city: str) -> str:
    if city in _MUNICIPALITIES:
        return "直辖市"
    return "计划单列市" if city in _PLANNED_SEPARATELY else "省会城市"


def _places() -> Iterable[Place]:
    for region, names in _NAMES.items():
        for city, name in (entry.split() for entry in names.split(", ")):
            yield Place(id=city, name=name, region=region, tier=_tier(city))


PLACES: tuple[Place, ...] = tuple(_places())


_STEMS: Mapping[Lang, str] = {
    "zh": "沐朔冀漠晋松雪榆辽苏浙沪皖闽赣鲁潮栖镜楚豫湘粤桂琼珠蜀黔滇渝藏秦陇青宁疆",
    "en": "Ald Brae Carn Dun Elm Fern Glen Hart Ivel Kes Lyn Mere Nor Ost Pen Quil",
    "it": "Alb Bren Corv Dol Fier Grav Iss Lum Marz Nov Orv Pral Quer Rost Stav Ust",
}
_ENDINGS: Mapping[Lang, str] = {
    "zh": "泠砾翎箐垣塬岿芷汐湉蓼苕菖璟玥珩琚瑄镛锜钧",
    "en": "wick mouth stead combe thwaite hurst minster ford",
    "it": "ena anza isco ello ata engo uria olla",
}
_REGIONS = tuple(_NAMES)
ZONES: Mapping[Lang, str] = {"zh": "Asia/Shanghai", "en": "Europe/London", "it": "Europe/Rome"}


def invent(number: int, lang: Lang = "zh") -> tuple[Place, ...]:
    """Any number of further cities, spread over the regions, with names and ids of their own."""
    stems, endings = _parts(_STEMS[lang]), _parts(_ENDINGS[lang])
    most = len(stems) * len(endings)
    if number > most:
        raise BadInput(f"{number} cities are more than there are names", where="--cities", mend=f"ask for {most} at most")
    # 5 has no divisor in common with any number of endings: neighbours differ in both parts of their names.
    names = (f"{stems[n % len(stems)]}{endings[(n // len(stems) + 5 * n) % len(endings)]}" for n in range(number))
    return tuple(
        Place(f"{lang}{n + 1:04d}", name, _REGIONS[n % len(_REGIONS)], _tier(name), lang) for n, name in enumerate(names)
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split()) if " " in text else tuple(text)


def cities(portals: Iterable[PortalFacts], port: int) -> list[dict[str, Any]]:
    """Rows of a cities file: one city per portal, its channel `portal` at http://<id>.portal.test:<port>/."""
    tiers: Mapping[str, str] = {place.id: place.tier for place in PLACES}
    return [
        {
            "id": facts.id,
            "name": facts.name,
            "name_en": facts.id.capitalize() if facts.lang == "zh" else facts.name,
            "region": facts.region,
            "tier": tiers.get(facts.id, ""),
            "lang": facts.lang,
            "timezone": ZONES[facts.lang],
            "portals": {"portal": f"http://{facts.id}.portal.test:{port}/"},
        }
        for facts in portals
    ]


def write_cities(path: Path, portals: Iterable[PortalFacts], port: int) -> None:
    """Write a cities file (YAML) for the testbed's portals."""
    rows = [City(**row) for row in cities(portals, port)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_cities(rows, header="SIMULATED 模拟数据: invented cities on simulated portals"), encoding="utf-8")
