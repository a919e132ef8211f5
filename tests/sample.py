"""A round small enough to reckon by hand: three invented cities, four rows of the instrument, one sum, one gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from anfang.model import (
    Change,
    City,
    CityComparison,
    Comparison,
    Derived,
    DimensionScore,
    Evidence,
    IndicatorScore,
    Json,
    Observation,
    Plan,
    Ranking,
    RankRow,
    RegionRow,
    RoundResults,
    Scorecard,
)
from scoring.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SEEN_AT = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=8)))
QUOTE = Evidence(quote="办理地点：无", url="http://qinghe.portal.test:8000/guide/1", snapshot="a" * 64)

CITIES = (
    City("qinghe", "清河", "Qinghe", "华北", portals={"portal": "http://qinghe.portal.test:8000/"}),
    City("linhai", "临海", "Linhai", "华东", portals={"portal": "http://linhai.portal.test:8000/"}),
    City("yunshan", "云山", "Yunshan", "华东", portals={"portal": "http://yunshan.portal.test:8000/"}),
)

PLAN = Plan(
    scenario="business_startup",
    channels=("portal",),
    steps=("registration", "seal"),
    basket=("guide_blank_form", "guide_logic", "tech_load", "proc_trips", "gate_service"),
    window=("2026-03-02", "2026-03-06"),
    lab=True,
)


def seen(city: str, indicator: str, value: Json, *, step: str = "", **other: object) -> Observation:
    given = {"status": "observed", "observed_at": SEEN_AT, "evidence": (QUOTE,)} | other
    return Observation(city=city, channel="portal", step=step, indicator=indicator, value=value, **given)  # type: ignore[arg-type]


OBSERVATIONS = (
    seen("linhai", "tech_load", 3.0),
    seen("qinghe", "tech_load", 9),
    seen("qinghe", "guide_blank_form", "broken", step="registration"),
    seen("qinghe", "guide_blank_form", "works", step="seal"),
    seen(
        "qinghe",
        "guide_logic",
        {"applicable": ["W03", "W05", "W07", "W12", "W13"], "failed": ["W05", "W12"]},
        step="seal",
    ),
    seen("qinghe", "proc_trips", {"used": 2, "declared": 0, "derived": 2}, step="seal"),
    seen("qinghe", "proc_trips", {"used": 0, "declared": 0, "derived": 0}, step="registration"),
    seen("yunshan", "tech_load", None, status="blocked", reason="captcha", evidence=()),
)

POINTS = {
    ("linhai", "", "tech_load"): 100.0,
    ("qinghe", "", "tech_load"): 50.0,
    ("qinghe", "registration", "guide_blank_form"): 0.0,
    ("qinghe", "seal", "guide_blank_form"): 100.0,
    ("qinghe", "seal", "guide_logic"): 65.0,
}


def _card(city: str, headline: float | None, **points: float | None) -> Scorecard:
    dimensions = {
        name: DimensionScore(name, worth, 1.0 if worth is not None else 0.0) for name, worth in points.items()
    }
    reason = "" if headline is not None else "coverage below 70%: tech 0%"
    return Scorecard(city, headline, headline is not None, reason, dimensions, {}, low=40.0, high=90.0)


QINGHE_ROWS = {
    "tech_load": IndicatorScore("tech_load", 50.0, "observed"),
    "guide_blank_form": IndicatorScore(
        "guide_blank_form", 50.0, "observed", step_points={"registration": 0.0, "seal": 100.0}
    ),
    "guide_logic": IndicatorScore("guide_logic", 65.0, "observed", step_points={"seal": 65.0}),
    "proc_trips": IndicatorScore("proc_trips", 65.0, "observed", value=2),
}
CARDS = {
    "qinghe": replace(
        _card("qinghe", 57.5, guide=55.0, tech=50.0, processing=65.0),
        indicators=QINGHE_ROWS,
        gates={"gate_service": True, "gate_reach": None},
    ),
    "linhai": replace(
        _card("linhai", 88.25, guide=80.0, tech=100.0, processing=85.0),
        indicators={"tech_load": IndicatorScore("tech_load", 100.0, "observed")},
    ),
    "yunshan": replace(
        _card("yunshan", None, tech=None),
        indicators={"tech_load": IndicatorScore("tech_load", None, "blocked", "captcha")},
    ),
}

RESULTS = RoundResults(
    name="demo-during",
    state="open",
    plan=PLAN,
    plan_hash="c0ffee" * 10 + "c0ff",
    instrument="1nstrument-hash",
    chain="5ea1" * 16,
    catalogue=CATALOGUE,
    cities=CITIES,
    observations=OBSERVATIONS,
    scorecards=CARDS,
    ranking=Ranking(
        rows=(
            RankRow("linhai", 1, 88.25, 1, 2),
            RankRow("qinghe", 2, 57.5, 1, 2),
            RankRow("yunshan", None, None, reason="coverage below 70%: tech 0%"),
        ),
        basket_share={"guide": 0.18, "tech": 0.08},
        left_out={"tech_sso": "missing in 1 of 2 cities, more than 10% (not_observed 1)"},
    ),
    regions=(
        RegionRow("华东", 1, 2, 88.25, 88.25, 88.25, None, {"guide": 80.0, "tech": 100.0}, None),
        RegionRow("华北", 1, 1, 57.5, 57.5, 57.5, None, {"guide": 55.0, "tech": 50.0}, 2.0),
    ),
    derived=(Derived("zero_trip_cities", "一次不用跑", "No trip at all", 0, 1, ()),),
    points=POINTS,
)


def real(results: RoundResults) -> RoundResults:
    """The same round on addresses that are not the testbed's."""
    cities = tuple(
        replace(city, portals={"portal": f"https://{city.id}.example/"}) for city in results.cities
    )
    return replace(results, cities=cities)


COMPARISON = Comparison(
    before="demo-before",
    after="demo-during",
    cities=(
        CityComparison(
            "qinghe",
            Change(60.0, 57.5),
            Change(1, 2),
            {"guide": Change(60.0, 55.0)},
            {"tech_load": Change(None, 50.0)},
            Change(3, 2),
        ),
        CityComparison(
            "linhai", Change(58.0, 88.25), Change(2, 1), {"guide": Change(50.0, 80.0)}, {}, Change(None, None)
        ),
    ),
    mean=Change(59.0, 72.875),
    dimensions={"guide": Change(55.0, 67.5)},
    indicators={"tech_load": Change(None, 75.0)},
    regions={"华东": Change(58.0, 88.25), "华北": Change(60.0, 57.5)},
    trips=Change(3.0, 2.0),
    entries=("yunshan",),
)
