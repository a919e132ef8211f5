"""The facts of a guide that are a label and a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anfang.testbed.facts import Limit, StepFacts
from anfang.testbed.families.comune import amounts
from anfang.testbed.families.comune.voice import Voice

TEXTS = (
    "name", "legal_basis", "conditions", "location", "office_hours", "phone", "authority", "audience", "item_type", "fee",
    "result", "complaint_phone",
)  # fmt: skip
WORDS = {"mail_in": "in", "mail_out": "out", "depth": "depth", "handling_type": "handling"}
"""Facts that are codes, and the prefix of their words."""


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    label: str
    text: str


class Rows:
    """The rows of one guide; what is not stated has none."""

    def __init__(self, voice: Voice, guide: StepFacts, unit_in_label: bool) -> None:
        self._voice, self._guide, self._unit_in_label = voice, guide, unit_in_label

    def of(self, keys: Iterable[str]) -> list[Row]:
        """The rows that are stated, in the order asked for."""
        return [row for key in keys if (row := self.row(key)) is not None]

    def row(self, key: str) -> Row | None:
        if key in ("statutory", "promised"):
            return self._limit(key, getattr(self._guide, key))
        text = self._text(key)
        return None if text is None else Row(key, self._voice(key), text)

    def _text(self, key: str) -> str | None:
        fact = getattr(self._guide, key)
        if fact is None or key in TEXTS:
            return fact
        return amounts.visits(self._voice, fact) if key == "trips" else self._voice(f"{WORDS[key]} {fact}")

    def _limit(self, key: str, limit: Limit | None) -> Row | None:
        if limit is None:
            return None
        label, unit = self._voice(key), amounts.unit(self._voice, limit)
        if unit and limit.amount and self._unit_in_label:
            return Row(key, f"{label} ({unit})", amounts.number(limit.amount))
        return Row(key, label, amounts.told(self._voice, limit, key))
