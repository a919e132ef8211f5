"""What the templates call: names, labels and values in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from anfang.celltext import compact
from anfang.model import Catalogue, City, Indicator, Json
from anfang.problems import Problem
from anfang.report import mending, reckoned, wording
from anfang.report.html.text import safe_name
from anfang.report.labels import label, note, reason, region_name, scenario_name, tier_name
from anfang.report.posts import goalposts
from anfang.report.wording import Lang
from scoring.ledger import RowLine

_HAN = re.compile("[\u3400-\u9fff]")


class Named(Protocol):
    """Whatever has a name in both languages: indicators, dimensions, steps, counts."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Speech:
    """One language over one catalogue."""

    lang: Lang
    catalogue: Catalogue

    def globals(self) -> dict[str, Any]:
        own: list[Callable[..., Any]] = [
            self.t, self.name, self.row_name, self.dimension_name, self.readable, self.remedy, self.rule, self.say, self.remark,
            self.observer, self.joined, self.scenario, self.region_name, self.tier_name, self.posts, self.row_sum, self.seen, self.place,
        ]  # fmt: skip
        free: list[Callable[..., Any]] = [plain, percent, lang_of, compact, wording.number, wording.signed, reckoned.node_sum, reckoned.adds]
        named = {one.__name__: one for one in (*own, *free)}
        return named | {"lang": self.lang, "other": "en" if self.lang == "zh" else "zh", "safe": safe_name}

    def filters(self) -> dict[str, Callable[[str], str]]:
        return {"step_name": self.step_name, "channel_name": self.channel_name}

    def t(self, key: str) -> str:
        return label(key, self.lang)

    def name(self, one: Named | City) -> str:
        if isinstance(one, City):
            return one.name if self.lang == "zh" else one.name_en or one.name
        return one.zh if self.lang == "zh" else one.en

    def row_name(self, indicator: str) -> str:
        return self.name(self.catalogue[indicator])

    def dimension_name(self, dimension: str) -> str:
        return next((self.name(one) for one in self.catalogue.dimensions if one.id == dimension), dimension)

    def step_name(self, step: str) -> str:
        return next((self.name(one) for one in self.catalogue.steps if one.id == step), step)

    def channel_name(self, channel: str) -> str:
        known = {"portal", "mobile", "province", "government", "survey"}
        return self.t(f"channel_{channel}") if channel in known else channel

    def readable(self, value: Json, indicator: str) -> str:
        return wording.readable(value, indicator, self.lang, self.catalogue)

    def remedy(self, row: Indicator) -> str:
        return row.remedy_zh if self.lang == "zh" else row.remedy_en

    def posts(self, row: Indicator) -> str:
        """The row's goalposts in words."""
        return goalposts(row.score, row.id, self.lang) if row.score else ""

    def row_sum(self, line: RowLine) -> str:
        return reckoned.row_sum(line, self.lang)

    def seen(self, problem: Problem) -> str:
        return mending.seen_said(problem, self.catalogue, self.lang)

    def place(self, row: Indicator, step: str) -> str:
        """The step of a problem, or what stands for all of them."""
        return mending.step_said(row, step, self.catalogue, self.lang)

    def rule(self, code: str) -> str:
        return wording.rule(code, self.lang)

    def say(self, text: str) -> str | None:
        """A reason in words; None where it is not in the table: then it is shown as it was recorded."""
        return reason(text, self.lang)

    def remark(self, text: str) -> str | None:
        """A note of the evidence in words; None for data, which is shown as it was recorded."""
        return note(text, self.lang)

    def observer(self, observer: str) -> str:
        return self.t(f"observer_{observer}") if observer in {"shopper", "import", "survey"} else observer

    def joined(self, words: Iterable[str]) -> str:
        return ("、" if self.lang == "zh" else ", ").join(words)

    def scenario(self, id: str) -> str:
        return scenario_name(id, self.lang)

    def region_name(self, region: str) -> str:
        return region_name(region, self.lang)

    def tier_name(self, tier: str) -> str:
        return tier_name(tier, self.lang)


def plain(value: float | None) -> str:
    """A count: 5, 1.83; a dash where it is not known."""
    return wording.UNKNOWN if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float | None) -> str:
    return wording.UNKNOWN if share is None else f"{share:.0%}"


def lang_of(text: str) -> str:
    """The language of a stranger's words, for the reader's font and for screen readers."""
    return "zh" if _HAN.search(text) else "en"
