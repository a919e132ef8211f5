"""The panel of the published 36-city study. Every figure of a single city is SYNTHETIC: none was published.

The study printed means, regions, trips and counts. This module deals out one set of observations per round that meets all
of them, so that the scoring engine can be asked to give the published figures back. How it is dealt:

1.  Headlines by hand: the top ten in order, the bottom ten, regional sums; the other cities are shifted to the mean.
2.  Trips by hand, so that the regions' sums are 6, 16, 5, 7, 10, 9, 13.
3.  Every row of tech and every other row of processing gets the same points q in all cities, q chosen for the overall mean.
4.  What is left of a headline is shared out between guide and interaction along a straight line through their means.
5.  Rows with published counts get real values, best cities first; one level of points on the other rows fills the rest.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from anfang.model import Catalogue, City, Plan
from scoring import goalposts

REGIONS: Mapping[str, Sequence[str]] = {
    "华北": ("北京", "天津", "石家庄", "太原", "呼和浩特"),
    "东北": ("沈阳", "大连", "长春", "哈尔滨"),
    "华东": ("上海", "南京", "杭州", "宁波", "合肥", "福州", "厦门", "南昌", "济南", "青岛"),
    "华中": ("郑州", "武汉", "长沙"),
    "华南": ("广州", "深圳", "南宁", "海口"),
    "西南": ("重庆", "成都", "贵阳", "昆明", "拉萨"),
    "西北": ("西安", "兰州", "西宁", "银川", "乌鲁木齐"),
}
CITIES = tuple(city for held in REGIONS.values() for city in held)
TOP_TEN = ("北京", "深圳", "杭州", "厦门", "南宁", "广州", "上海", "青岛", "合肥", "宁波")
BOTTOM_TEN = ("西宁", "石家庄", "太原", "拉萨", "武汉", "哈尔滨", "银川", "天津", "南昌", "呼和浩特")
CLEAR_FALLS = ("西宁", "西安", "天津")
TRIP_STEPS = ("invoice", "social_insurance", "seal", "registration")
"""Where a city's trips fall, first to last: firms went for invoices and social insurance."""


@dataclass(frozen=True)
class Figures:
    """What a round of the panel has to meet; guide and interaction of `before` were not published and are chosen."""

    overall: float
    guide: float
    interaction: float
    opens: str
    closes: str


BEFORE = Figures(78.68, 68.20, 67.90, "2019-12-28", "2020-01-10")
DURING = Figures(81.19, 73.19, 62.86, "2020-03-28", "2020-04-10")

_HEADLINES = {
    **dict(zip(TOP_TEN, (94.5, 93.5, 92.8, 91.9, 91.2, 90.6, 89.9, 89.2, 88.6, 88.0), strict=True)),
    "天津": 70.5,
    "石家庄": 69.2,
    "太原": 69.05,
    "呼和浩特": 70.0,
    "海口": 79.86,
    "西宁": 66.5,
    "拉萨": 68.0,
    "武汉": 71.0,
    "哈尔滨": 71.4,
    "银川": 71.8,
    "南昌": 72.2,
}
"""Published: the order of the top ten, the bottom ten, 华北 74.65 x 5 and 华南 88.79 x 4."""
_MIDDLE = {
    "南京": 3.6,
    "成都": 3.2,
    "福州": 2.8,
    "重庆": 2.4,
    "济南": 2.0,
    "长沙": 1.6,
    "大连": 1.2,
    "贵阳": 0.8,
    "郑州": 0.4,
}
_MIDDLE |= {"沈阳": 0.0, "昆明": -1.2, "长春": -2.0, "兰州": -2.4, "乌鲁木齐": -3.0, "西安": -3.4}
"""The other cities, as distances; they are shifted so that the overall mean comes out."""

_TRIPS = {"杭州": 0, "海口": 3, "西宁": 3, "银川": 3, "乌鲁木齐": 3} | dict.fromkeys(
    ("北京", "天津", "石家庄", "太原", "沈阳", "上海", "宁波", "长沙"), 1
)
"""Trips in `during`; every other city 2. By region 6, 7, 16, 5, 9, 10, 13: 66 in all."""
_ONE_MORE = {"合肥": "registration", "西宁": "seal", "青岛": "social_insurance"} | dict.fromkeys(
    ("天津", "太原", "大连", "南京", "福州", "郑州", "广州", "重庆", "昆明", "西安"), "invoice"
)
"""Where `before` took one trip more: three named by the study, ten chosen (79 - 66 = 13)."""


def headlines() -> Mapping[str, float]:
    """City -> headline of `during`, mean 81.19."""
    rest = len(CITIES) * DURING.overall - sum(_HEADLINES.values())
    middle = (rest - sum(_MIDDLE.values())) / len(_MIDDLE)
    return _HEADLINES | {city: middle + distance for city, distance in _MIDDLE.items()}


def headlines_before() -> Mapping[str, float]:
    """City -> headline of `before`, mean 78.68: clear falls of 5 points, rises of the others between 2 and 4 points or so."""
    changes = {city: -5.0 if city in CLEAR_FALLS else float(1 + at % 5) for at, city in enumerate(CITIES)}
    wanted = len(CITIES) * (DURING.overall - BEFORE.overall)
    missing = (wanted - sum(changes.values())) / (len(CITIES) - len(CLEAR_FALLS))
    return {
        city: now - changes[city] - (0 if city in CLEAR_FALLS else missing)
        for city, now in headlines().items()
    }


def trips(figures: Figures) -> Mapping[str, Mapping[str, int]]:
    """City -> step -> trips."""
    return {city: _deal(city, before=figures is BEFORE) for city in CITIES}


def _deal(city: str, *, before: bool) -> Mapping[str, int]:
    dealt = {step: int(at < _TRIPS.get(city, 2)) for at, step in enumerate(TRIP_STEPS)}
    if before and city in _ONE_MORE:
        dealt[_ONE_MORE[city]] += 1
    return dealt


_TRIP_POINTS = (100.0, 85.0, 65.0, 40.0, 20.0)


def dimensions(figures: Figures) -> tuple[Mapping[str, Mapping[str, float]], float]:
    """City -> dimension -> points under the weights 30/20/30/20; and the level q of tech and the rest of processing."""
    held = headlines() if figures is DURING else headlines_before()
    total = 100 * np.array([held[city] for city in CITIES])
    taken = np.array([_TRIP_POINTS[sum(trips(figures)[city].values())] for city in CITIES])
    rest = float(np.mean(total)) - 30 * figures.guide - 20 * figures.interaction
    q = (rest - 30 * 0.24 * float(np.mean(taken))) / (20 + 30 * 0.76)
    processing = 0.24 * taken + 0.76 * q
    left = total - 30 * processing - 20 * q
    guide = figures.guide + 0.019 * (left - left.mean())
    interaction = (left - 30 * guide) / 20
    columns = zip(CITIES, guide, processing, interaction, strict=True)
    return {
        city: {"guide": float(g), "tech": q, "processing": float(p), "interaction": float(i)}
        for city, g, p, i in columns
    }, q


def values(figures: Figures) -> Mapping[str, Mapping[str, Any]]:
    """City -> row -> value (of every step), for the rows with published counts: the better the city, the better the value."""
    points, _ = dimensions(figures)
    by_guide = sorted(CITIES, key=lambda city: -points[city]["guide"])
    by_interaction = sorted(CITIES, key=lambda city: -points[city]["interaction"])
    return {
        city: _guide_values(by_guide.index(city), figures)
        | _interaction_values(by_interaction.index(city))
        | _mobile(city)
        for city in CITIES
    }


def _guide_values(place: int, figures: Figures) -> Mapping[str, Any]:
    agree = place < 10 if figures is DURING else place < 14
    differing = [] if agree else ["office_hours"]
    return {
        "guide_scenario": "wizard" if place < 8 else "all_steps" if place < 22 else "absent",
        "guide_sample_form": "works" if place < 27 else "absent",
        "guide_cross_channel": {"compared": 6, "equal": 6 - len(differing), "differing": differing},
    }


def _interaction_values(place: int) -> Mapping[str, Any]:
    solves = place < 16
    return {
        "int_consult_days": {"replied": 1 if place < 11 else 3}
        if place < 22
        else {"replied": 8}
        if place < 30
        else {"unanswered": 10},
        "int_consult_quality": {
            "on_point": place < 30,
            "correct": place < 26,
            "actionable": solves,
            "polite": True,
        },
        "int_complaint_days": {"replied": 4}
        if place < 11
        else {"replied": 9}
        if place < 28
        else {"unanswered": 10},
        "int_complaint_solved": "fixed"
        if place < 8
        else "explained"
        if place < 20
        else "referred"
        if place < 30
        else "brushed_off",
    }


def _mobile(city: str) -> Mapping[str, Any]:
    place = CITIES.index(city)
    channels = ["app", "wechat_account", "alipay_mini"][: 0 if place >= 34 else 1 if place >= 28 else 3]
    return {"mob_channels": channels, "mob_info": "present" if place < 27 else "absent"}


HEADLINE = ("guide", "tech", "processing", "interaction")


def plan(catalogue: Catalogue, figures: Figures) -> Plan:
    """Every scored row of the headline, and the two mobile rows that were counted."""
    rows = [row.id for row in catalogue.indicators if row.score is not None and row.dimension in HEADLINE]
    steps = tuple(step.id for step in catalogue.steps)
    window = (figures.opens, figures.closes)
    return Plan("business_startup", ("portal",), steps, (*rows, "mob_channels", "mob_info"), window)


COLUMNS = (
    "city",
    "channel",
    "step",
    "indicator",
    "status",
    "value",
    "score",
    "evidence",
    "observed_at",
    "reason",
    "observer",
)


def write(path: Path, figures: Figures, catalogue: Catalogue, cities: Sequence[City]) -> Path:
    """The panel as a table of observations; values per step, points alone where the study tells nothing of a row."""
    ids = {city.name: city.id for city in cities}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for city, step, row, value, score in _cells(figures, catalogue):
            told = "" if value is None else json.dumps(value, ensure_ascii=False)
            when = f"{figures.closes}T10:00:00+08:00"
            worth = "" if score is None else repr(score)
            writer.writerow(
                (ids[city], "portal", step, row, "observed", told, worth, "", when, "SYNTHETIC", "import")
            )
    return path


_Cell = tuple[str, str, str, Any, float | None]


def _cells(figures: Figures, catalogue: Catalogue) -> Iterator[_Cell]:
    points, q = dimensions(figures)
    known, travelled = values(figures), trips(figures)
    levels = _levels(points, known, catalogue)
    basket = plan(catalogue, figures).basket
    for city in CITIES:
        for step, used in travelled[city].items():
            yield city, step, "proc_trips", {"declared": used, "derived": used, "used": used}, None
        for row in (catalogue[name] for name in basket if name != "proc_trips"):
            if row.id in known[city]:
                steps = [step.id for step in catalogue.steps] if row.per == "step" else [""]
                yield from ((city, step, row.id, known[city][row.id], None) for step in steps)
            else:
                yield city, "", row.id, None, levels[city].get(row.dimension, q)


def _levels(
    points: Mapping[str, Mapping[str, float]], known: Mapping[str, Mapping[str, Any]], catalogue: Catalogue
) -> Mapping[str, Mapping[str, float]]:
    """City -> dimension -> the points that all its other rows need, 0-100, for the dimension to come out."""
    return {
        city: {
            name: _level(points[city][name], name, known[city], catalogue)
            for name in ("guide", "interaction")
        }
        for city in CITIES
    }


def _level(wanted: float, dimension: str, known: Mapping[str, Any], catalogue: Catalogue) -> float:
    rows = [catalogue[name] for name in known if catalogue[name].dimension == dimension]
    given = sum(row.weight * (goalposts.points(row.score or {}, known[row.id]) or 0.0) for row in rows)
    return (100 * wanted - given) / (100 - sum(row.weight for row in rows))
