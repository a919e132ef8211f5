"""The nouns of the field, as values. This module imports nothing of ours.

`None` means "not known"; `0.0` means "seen and worth nothing". Terms are those of docs/methodology.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

Json = Any
"""A JSON value: the raw fact of an observation in the form that its indicator prescribes."""

Status = Literal[
    "observed", "not_planned", "not_applicable", "not_observed", "blocked", "censored", "error"
]
STATUSES: tuple[Status, ...] = get_args(Status)

SIMULATED_SUFFIX = ".portal.test"
"""Hosts of the testbed (.test is reserved, RFC 2606): whatever was seen there is marked SIMULATED."""


@dataclass(frozen=True, slots=True)
class City:
    """A city under evaluation and the addresses of its portals by channel."""

    id: str
    name: str
    name_en: str
    region: str
    tier: str = ""
    groups: Mapping[str, str] = field(default_factory=dict[str, str])
    lang: str = "zh"
    timezone: str = "Asia/Shanghai"
    portals: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    """Channel (portal, mobile, province, government) -> address, or None where not known."""
    source: str = ""
    checked: str = ""
    circumstances: str = ""
    hints: Mapping[str, Json] = field(default_factory=dict[str, Json])

    @property
    def simulated(self) -> bool:
        return any(SIMULATED_SUFFIX in (url or "") for url in self.portals.values())


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the scenario's business, e.g. seal (公章刻制)."""

    id: str
    zh: str
    en: str
    department: str = ""
    """Who answers for it in a city (an id of the catalogue's departments)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves an observation. Hashes are sha256 (hex) of files in the round's evidence store."""

    quote: str = ""
    """Text copied verbatim (white space folded) from the snapshot."""
    url: str = ""
    snapshot: str = ""
    screenshot: str = ""
    file: str = ""
    """A download: only its hash is kept."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a probe found out: a value in the indicator's form, or a status with its reason."""

    value: Json = None
    status: Status = "observed"
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One recorded fact: visit x indicator (x step). `step` is '' for rows measured once per portal."""

    city: str
    channel: str
    step: str
    indicator: str
    status: Status
    value: Json = None
    score: float | None = None
    """Points given from outside (import); None where the scoring engine computes them from the value."""
    evidence: tuple[Evidence, ...] = ()
    observed_at: datetime | None = None
    reason: str = ""
    observer: str = "shopper"


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of authority that answers for a row or a step in a city, e.g. market regulation (市场监管部门)."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """A node of the tree of indicators; `parent` is the dimension above it, '' right below the headline."""

    id: str
    zh: str
    en: str
    weight: float
    parent: str = ""
    optional: bool = False
    """A file of weights need not name it: it weighs nothing there."""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """Whose weights they are, for dimensions and rows; those below one dimension add up to 100."""

    dimensions: Mapping[str, float]
    indicators: Mapping[str, float]
    """Row -> points of weight inside its dimension."""
    source: str = ""
    notice: str = "provisional"
    name: str = ""
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    """How means are made: `headline`, `dimensions` or a dimension's id -> arithmetic, geometric or harmonic."""

    @property
    def provisional(self) -> bool:
        return self.notice == "provisional"

    def headline(self, dimension: str) -> bool:
        """Whether the dimension, one right below the headline, counts in it."""
        return self.dimensions.get(dimension, 0.0) > 0

    def method(self, node: str) -> str:
        """How the mean of a node is made; the root is `headline`."""
        other = "headline" if node == "headline" else "dimensions"
        return self.methods.get(node, self.methods.get(other, "arithmetic"))


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the instrument's catalogue."""

    id: str
    zh: str
    en: str
    dimension: str
    per: Literal["step", "portal"]
    by: str
    weight: float
    value: str
    """The form of the raw value, in words."""
    score: Mapping[str, Json] | None
    """Goalposts as data ({kind: ...}); None for rows that are counted or raised, never scored."""
    evidence: str = ""
    source: str = ""
    over: Literal["mean", "sum"] = "mean"
    remedy_zh: str = ""
    remedy_en: str = ""
    channels: tuple[str, ...] = ("portal",)
    """Whose observation counts: that of the first of these channels which holds one."""
    raised: float | str | None = None
    """Gates only: raised at this value or more, or `every_step`."""
    department: str = ""
    """Who answers for it; '' = who answers for its step, else for its dimension."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The instrument's rows, with the steps and element lists that they speak of."""

    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    steps: tuple[Step, ...]
    core_elements: tuple[str, ...]
    extended_elements: tuple[str, ...]
    derived: tuple[Mapping[str, Json], ...] = ()
    """Counts over the cities of a round, as data (scoring/derived.py)."""
    departments: tuple[Department, ...] = ()

    def __getitem__(self, indicator: str) -> Indicator:
        for row in self.indicators:
            if row.id == indicator:
                return row
        raise KeyError(indicator)

    def department(self, row: Indicator, step: str = "") -> Department | None:
        """Who answers for a row (of a step): the row's own department, else the step's, else the dimension's."""
        steps = {one.id: one.department for one in self.steps}
        dimensions = {one.id: one.department for one in self.dimensions}
        wanted = row.department or steps.get(step, "") or dimensions.get(row.dimension, "")
        return next((one for one in self.departments if one.id == wanted), None)


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """Points of one indicator of one city (0-100), or None with the state that left it out."""

    indicator: str
    points: float | None
    status: Status
    reason: str = ""
    step_points: Mapping[str, float | None] = field(default_factory=dict[str, float | None])
    value: Json = None
    """For rows combined by sum: the sum; else None (values are in the observations)."""


@dataclass(frozen=True, slots=True)
class DimensionScore:
    dimension: str
    points: float | None
    coverage: float
    """Weight of scored rows / weight of applicable rows of the basket, 0-1."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A city's points per indicator, dimension and headline, with coverage and bounds."""

    city: str
    headline: float | None
    ranked: bool
    reason: str
    dimensions: Mapping[str, DimensionScore]
    indicators: Mapping[str, IndicatorScore]
    low: float | None = None
    high: float | None = None
    """Headline with every left-out row at 0 and at 100."""
    gates: Mapping[str, bool | None] = field(default_factory=dict[str, bool | None])


@dataclass(frozen=True, slots=True)
class RankRow:
    city: str
    rank: int | None
    """Ties share the smallest rank; None = not ranked."""
    points: float | None
    best_rank: int | None = None
    worst_rank: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    rows: tuple[RankRow, ...]
    """Ranked cities first, best first; then the cities that are not ranked."""
    basket_share: Mapping[str, float] = field(default_factory=dict[str, float])
    """Per dimension: weight of the basket's rows / weight of the full instrument's rows, 0-1."""
    left_out: Mapping[str, str] = field(default_factory=dict[str, str])
    """Indicators left out of the headline for all cities, with the reason."""


@dataclass(frozen=True, slots=True)
class RegionRow:
    region: str
    n: int
    """Ranked cities of the region (the mean is over these)."""
    cities: int
    mean: float | None
    low: float | None
    high: float | None
    stdev: float | None
    dimensions: Mapping[str, float | None] = field(default_factory=dict[str, float | None])
    trips: float | None = None
    """Mean number of trips over the cities where it is known."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A count over the cities of a round, with its denominator."""

    id: str
    zh: str
    en: str
    count: float | None
    of: int
    cities: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    """The cities of the denominator: those where the answer is known. Empty for a mean."""


@dataclass(frozen=True, slots=True)
class Change:
    """Before and after of one figure; `change` is None where either side is not known."""

    before: float | None
    after: float | None

    @property
    def change(self) -> float | None:
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class CityComparison:
    city: str
    headline: Change
    rank: Change
    dimensions: Mapping[str, Change]
    indicators: Mapping[str, Change]
    trips: Change


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds side by side over the cities that both hold."""

    before: str
    after: str
    cities: tuple[CityComparison, ...]
    mean: Change
    dimensions: Mapping[str, Change]
    indicators: Mapping[str, Change]
    regions: Mapping[str, Change]
    trips: Change
    left_out: Mapping[str, str] = field(default_factory=dict[str, str])
    """Indicators left out of both headlines, with the reason."""
    entries: tuple[str, ...] = ()
    exits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What was fixed before a round opened."""

    scenario: str
    channels: tuple[str, ...]
    steps: tuple[str, ...]
    basket: tuple[str, ...]
    """Catalogue rows measured in this round; every other row is not_planned."""
    window: tuple[str, str]
    """First and last day, ISO dates."""
    weights: str = "default"
    coverage: float = 0.7
    left_out_share: float = 0.1
    vantage: str = ""
    lab: bool = False


@dataclass(frozen=True, slots=True)
class RoundResults:
    """Everything that the products of a round are made of: values only, no paths, no store."""

    name: str
    state: Literal["planned", "open", "closed"]
    plan: Plan
    plan_hash: str
    instrument: str
    catalogue: Catalogue
    cities: tuple[City, ...]
    observations: tuple[Observation, ...]
    scorecards: Mapping[str, Scorecard]
    ranking: Ranking
    regions: tuple[RegionRow, ...]
    derived: tuple[Derived, ...]
    points: Mapping[tuple[str, str, str], float | None] = field(default_factory=dict[tuple[str, str, str], float | None])
    """(city, step, indicator) -> points of the single observation, 0-100."""
    deviations: tuple[tuple[datetime, str], ...] = ()
    """What was done otherwise than planned after the opening, each with its moment, in order."""
    weights: Weights | None = None
    """The weights that made the headline; None where a round was not scored by them."""
    chain: str = ""
    """Head of the hash chain over all records (sha256, hex): what `anfang verify --head` is given."""

    @property
    def simulated(self) -> bool:
        return any(city.simulated for city in self.cities)

    @property
    def preliminary(self) -> bool:
        return self.state != "closed"
