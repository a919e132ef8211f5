"""Two small rounds made by hand over four invented cities, with real screenshots and snapshots, some of them hostile."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, datetime

from PIL import Image

from anfang.evidence import EvidenceStore
from anfang.model import (
    Catalogue,
    Change,
    City,
    CityComparison,
    Comparison,
    Derived,
    Dimension,
    DimensionScore,
    Evidence,
    Indicator,
    IndicatorScore,
    Observation,
    Plan,
    Ranking,
    RankRow,
    RegionRow,
    RoundResults,
    Scorecard,
    Step,
)

HOSTILE_TITLE = "<script>alert('title')</script>办事指南"
HOSTILE_QUOTE = '承诺时限：<img src=x onerror=alert(1)> 三个工作日 & "即办"'
FORMULA_QUOTE = '=HYPERLINK("http://evil.example/","点击")'
HOSTILE_URL = "javascript:alert(document.domain)//xinhe.portal.test"
PORTAL_TEXT = f'新河市政务服务网\n企业设立登记\n{FORMULA_QUOTE}\n承诺时限：<img src=x onerror=alert(1)>\n三个工作日 & "即办"\n</div></body>'
REVERSED = "咨询电话：\u202e0755-12345\u0007"
OPEN, RANKED = "2026-03-02", ("xinhe", "beiling", "nanzhou")

CATALOGUE = Catalogue(
    dimensions=(
        Dimension("guide", "办事指南", "Service guides", 50),
        Dimension("processing", "业务办理", "Processing", 50),
        Dimension("mobile", "移动端", "Mobile", 0),
        Dimension("gate", "单项否决", "Gates", 0),
    ),
    indicators=(
        Indicator("guide_findable", "事项易获性", "Service findability", "guide", "step", "browser", 32, "clicks", {"kind": "steps"}, remedy_zh="在首页三次点击之内提供指南入口。", remedy_en="Link the guide within three clicks of the home page."),
        Indicator("guide_time_limits", "时限规范", "Time limits valid", "guide", "step", "browser", 48, "days", {"kind": "checks"}, remedy_zh="写明法定与承诺时限。", remedy_en="State the statutory and the promised limit."),
        Indicator("guide_scenario", "场景化服务", "Scenario service", "guide", "portal", "browser", 20, "code", {"kind": "codes"}),
        Indicator("proc_trips", "企业开办跑动次数", "Trips to the hall", "processing", "step", "browser", 100, "trips", {"kind": "sum_steps"}, over="sum", remedy_zh="提供线上申请与邮寄送达。", remedy_en="Offer online application and delivery by mail."),
        Indicator("mob_channels", "移动端渠道", "Mobile channels", "mobile", "portal", "browser", 100, "set", {"kind": "count"}),
        Indicator("gate_service", "服务不实用", "Service not usable", "gate", "portal", "browser", 0, "number", None),
        Indicator("inv_online", "网办覆盖", "Share of items online", "processing", "portal", "browser", 0, "counts", None),
    ),
    steps=(Step("registration", "企业设立登记", "Company registration"), Step("seal", "公章刻制", "Seal engraving")),
    core_elements=("name", "legal_basis"),
    extended_elements=("fee",),
)  # fmt: skip

DEVIATIONS = (
    (datetime(2026, 3, 4, 9, 30, tzinfo=UTC), "the instrument changed after the opening: 1122 became 3344"),
    (datetime(2026, 3, 5, 8, 0, tzinfo=UTC), "南州的访问推迟一天"),
)

CITIES = tuple(
    City(id, zh, en, region, portals={"portal": f"https://{id}.portal.test/"}, circumstances=told)
    for id, zh, en, region, told in (
        ("xinhe", "新河", "Xinhe", "华北", ""),
        ("beiling", "北岭", "Beiling", "华北", ""),
        ("nanzhou", "南州", "Nanzhou", "华南", "门户于一月迁移"),
        ("donggang", "东港", "Donggang", "华南", ""),
    )
)

# City -> points of guide_findable, guide_time_limits, proc_trips, and trips by step.
# guide_scenario is left out for all, so 32 and 48 of the weights are left in guide: 40% and 60%.
# The headline is worked out by hand: (0.4 x findable + 0.6 x limits + trips) / 2.
AFTER = {
    "xinhe": (100.0, 50.0, 85.0, (0, 1)),  # guide 70, processing 85, headline 77.5
    "beiling": (80.0, 100.0, 40.0, (2, 1)),  # guide 92, processing 40, headline 66
    "nanzhou": (40.0, 100.0, 100.0, (0, 0)),  # guide 76, processing 100, headline 88
}
BEFORE = {
    "xinhe": (100.0, 50.0, 65.0, (1, 1)),  # guide 70, processing 65, headline 67.5
    "beiling": (80.0, 100.0, 85.0, (1, 0)),  # guide 92, processing 85, headline 88.5
    "nanzhou": (40.0, 50.0, 65.0, (1, 1)),  # guide 46, processing 65, headline 55.5
}


def headline(points: tuple[float, float, float, tuple[int, int]]) -> tuple[float, float, float]:
    guide = (40 * points[0] + 60 * points[1]) / 100
    return guide, points[2], (guide + points[2]) / 2


def jpeg(shade: int) -> bytes:
    """A small real screenshot."""
    held = io.BytesIO()
    Image.new("RGB", (640, 900), (shade, 120, 160)).save(held, "JPEG")
    return held.getvalue()


def snapshot(title: str, text: str, url: str) -> bytes:
    body = {"format": 1, "url": url, "title": title, "text": text, "rows": []}
    return gzip.compress(json.dumps(body, ensure_ascii=False).encode(), mtime=0)


def compared() -> Comparison:
    cities = tuple(_compared(id) for id in RANKED)
    return Comparison(
        "first", "second", cities, Change(70.5, 77.166667),
        {"guide": Change(69.333333, 79.333333), "processing": Change(71.666667, 75.0)},
        {"proc_trips": Change(71.666667, 75.0)}, {"华北": Change(78.0, 71.75), "华南": Change(55.5, 88.0)},
        Change(5 / 3, 4 / 3), {"mob_channels": "left out of first"},
    )  # fmt: skip


def _compared(id: str) -> CityComparison:
    before, after = headline(BEFORE[id]), headline(AFTER[id])
    ranks = {"xinhe": (2, 2), "beiling": (1, 3), "nanzhou": (3, 1)}
    return CityComparison(
        id, Change(before[2], after[2]), Change(*ranks[id]),
        {"guide": Change(before[0], after[0]), "processing": Change(before[1], after[1])},
        {"proc_trips": Change(before[1], after[1])}, Change(sum(BEFORE[id][3]), sum(AFTER[id][3])),
    )  # fmt: skip


Points = dict[str, tuple[float, float, float, tuple[int, int]]]


def make(name: str, state: str, points: Points, store: EvidenceStore) -> RoundResults:
    observations = tuple(one for city in CITIES for one in _observations(city.id, points.get(city.id), store))
    ranked = sorted(RANKED, key=lambda id: -headline(points[id])[2])
    rows = [RankRow(id, at, headline(points[id])[2], max(1, at - 1), at) for at, id in enumerate(ranked, 1)]
    return RoundResults(
        name=name,
        state=state,  # type: ignore[arg-type]
        plan=Plan("business_startup", ("portal",), ("registration", "seal"), tuple(row.id for row in CATALOGUE.indicators), (OPEN, "2026-03-13")),
        plan_hash="ab" * 32,
        instrument="cd" * 32,
        catalogue=CATALOGUE,
        cities=CITIES,
        observations=observations,
        scorecards={city.id: _card(city.id, points.get(city.id)) for city in CITIES},
        ranking=Ranking((*rows, RankRow("donggang", None, None, reason="blocked")), {"guide": 0.4, "processing": 0.24, "mobile": 0.1}, {"guide_scenario": "missing in 2 of 3 cities, more than 10% (blocked 2)"}),
        regions=tuple(_region(region, points) for region in ("华北", "华南")),
        derived=(Derived("zero_trip_cities", "一次不用跑", "No trip at all", 1.0, 3, ("nanzhou",)),),
        points=_points(points),
        deviations=DEVIATIONS if state == "open" else (),
    )  # fmt: skip


def _region(region: str, points: Points) -> RegionRow:
    inside = [id for id in RANKED if next(city for city in CITIES if city.id == id).region == region]
    scores = [headline(points[id])[2] for id in inside]
    trips = [sum(points[id][3]) for id in inside]
    mean = sum(scores) / len(scores)
    return RegionRow(
        region,
        len(inside),
        2,
        mean,
        min(scores),
        max(scores),
        None,
        {"guide": 80.0, "processing": 62.5},
        sum(trips) / len(trips),
    )


def _card(id: str, points: tuple[float, float, float, tuple[int, int]] | None) -> Scorecard:
    if points is None:
        blocked = IndicatorScore("proc_trips", None, "blocked", "captcha")
        parts = {name: DimensionScore(name, None, 0.0) for name in ("guide", "processing")}
        return Scorecard(
            id, None, False, "blocked", parts, {"proc_trips": blocked}, 0.0, 100.0, {"gate_service": None}
        )
    guide, processing, whole = headline(points)
    return Scorecard(
        id, whole, True, "",
        {"guide": DimensionScore("guide", guide, 1.0), "processing": DimensionScore("processing", processing, 0.9), "mobile": DimensionScore("mobile", 100.0, 1.0)},
        {
            "guide_findable": IndicatorScore("guide_findable", points[0], "observed"),
            "guide_time_limits": IndicatorScore("guide_time_limits", points[1], "observed"),
            "proc_trips": IndicatorScore("proc_trips", points[2], "observed", value=sum(points[3])),
            "mob_channels": IndicatorScore("mob_channels", 100.0, "observed"),
        },
        whole - 2, whole + 3, {"gate_service": id == "beiling"},
    )  # fmt: skip


def _points(points: Points) -> dict[tuple[str, str, str], float | None]:
    made: dict[tuple[str, str, str], float | None] = {}
    for id, row in points.items():
        for step in ("registration", "seal"):
            made[id, step, "guide_findable"], made[id, step, "guide_time_limits"] = row[0], row[1]
        made[id, "", "mob_channels"] = 100.0
    return made


def _observations(
    id: str, points: tuple[float, float, float, tuple[int, int]] | None, store: EvidenceStore
) -> list[Observation]:
    when = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    if points is None:
        return [
            Observation(
                id, "portal", "", "mob_channels", "blocked", reason="captcha <b>here</b>", observed_at=when
            )
        ]
    page = store.put(snapshot(HOSTILE_TITLE, f"{PORTAL_TEXT}\n{id}\n{REVERSED}", HOSTILE_URL), "json.gz")
    shot = store.put(jpeg(len(id) * 20), "jpg")
    limits = Evidence(HOSTILE_QUOTE, HOSTILE_URL, page, shot, note="<b>W03</b>")
    trips = Evidence(FORMULA_QUOTE, f"https://{id}.portal.test/guide?a=1&b=2", page, shot, file="ef" * 32)
    phone = Evidence(REVERSED, f"https://{id}.portal.test/", page)
    value = {"statutory_days": 20, "promised_days": 3, "handling_type": "承诺件", "units": {}}
    made = [
        one
        for at, step in enumerate(("registration", "seal"))
        for one in (
            Observation(id, "portal", step, "guide_findable", "observed", 3, evidence=(phone,), observed_at=when),
            Observation(id, "portal", step, "guide_time_limits", "observed", value, evidence=(limits,), observed_at=when),
            Observation(id, "portal", step, "proc_trips", "observed", {"declared": points[3][at], "derived": 1, "used": points[3][at]}, evidence=(trips,), observed_at=when),
        )
    ]  # fmt: skip
    made.append(Observation(id, "portal", "", "mob_channels", "observed", ["app", "h5"], observed_at=when))
    gone = Evidence("没有存档的引用", f"https://{id}.portal.test/", "0" * 64, "1" * 64)
    made.append(
        Observation(
            id,
            "portal",
            "",
            "inv_online",
            "observed",
            {"items": 10, "fully_online": None},
            evidence=(gone,),
            observed_at=when,
        )
    )
    return made
