"""What the family words itself: time limits, the kind of handling, ways in and out, depth, visits."""

from __future__ import annotations

from anfang.testbed.facts import Depth, Limit, StepFacts
from anfang.testbed.families.frames.taste import Taste
from anfang.testbed.handling import comes_in

_CHINESE: dict[Depth, str] = {"I": "一", "II": "二", "III": "三", "IV": "四"}
_ROMAN: dict[Depth, str] = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ"}


class Values:
    def __init__(self, taste: Taste) -> None:
        self._word = taste.word

    def statutory(self, limit: Limit | None) -> str | None:
        return self._limit(limit, "no_statutory")

    def promised(self, limit: Limit | None) -> str | None:
        return self._limit(limit, "no_promise")

    def _limit(self, limit: Limit | None, none: str) -> str | None:
        if limit is None:
            return None
        if limit.amount is None:
            return self._word(none)
        if limit.amount == 0:
            return self._word("at_once")
        return self._word("hours" if limit.unit == "hours" else "days").format(n=f"{limit.amount:g}")

    def note(self, limit: Limit | None) -> str | None:
        """The limit once more in other words, for the cell beside it; nothing where there is no limit."""
        if limit is None or limit.amount is None:
            return None
        key = "at_once" if limit.amount == 0 else "hours" if limit.unit == "hours" else "days"
        return self._word(f"{key}_note").format(n=f"{limit.amount:g}")

    def handling(self, kind: str | None) -> str | None:
        return kind and self._word(kind)

    def way_in(self, step: StepFacts) -> str | None:
        return step.mail_in and self._word(f"in_{step.mail_in}")

    def way_out(self, step: StepFacts) -> str | None:
        return step.mail_out and self._word(f"out_{step.mail_out}")

    def depth(self, depth: Depth | None) -> str | None:
        return depth and self._word("depth_words").format(c=_CHINESE[depth], r=_ROMAN[depth])

    def trips(self, trips: int | None) -> str | None:
        return None if trips is None else self._word("trip").format(n=trips)

    def no_form(self, step: StepFacts) -> str:
        """Filling in online is named only where papers come in online."""
        return self._word("form_online" if comes_in(step) == "electronic" else "no_form")
