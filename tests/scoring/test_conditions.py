from __future__ import annotations

import pytest

from anfang.model import Json
from scoring.conditions import holds, parse

LIMITS = {"statutory_days": 20, "promised_days": 5, "handling_type": "承诺件", "units": None}


@pytest.mark.parametrize(
    ("condition", "value", "answer"),
    [
        ("promised_days <= statutory_days", LIMITS, True),
        ("promised_days >= statutory_days", LIMITS, False),
        ("promised_days < 5", LIMITS, False),
        ("handling_type = 即办件", LIMITS, False),
        ("handling_type != 即办件 or promised_days <= 1", LIMITS, True),
        ("units stated", LIMITS, False),
        ("handling_type stated", LIMITS, True),
        ("handling_type number", LIMITS, False),
        ("in != none", {"in": "mail"}, True),
        ("in != none", {"in": None}, False),
        ("real_name", {"real_name": True}, True),
        ("not real_name", {"real_name": False}, True),
        ("chain", ["https", "chain"], True),
        ("not chain", ["https"], True),
        ("value = absent", "absent", True),
        ("value >= 2", ["app", "weibo"], True),
        ("value <= 0", 0, True),
        ("replied <= 5", {"unanswered": 10}, False),
        ("replied <= 5", "no_guide", False),
        ("used <= 1", {"used": True}, False),
    ],
)
def test_holds(condition: str, value: Json, answer: bool) -> None:
    assert holds(condition, value) is answer


@pytest.mark.parametrize("text", ["", "promised days", "a = ", "= 3", "a => b", "a and b"])
def test_what_is_not_a_condition(text: str) -> None:
    with pytest.raises(ValueError, match="not a condition"):
        parse(text)
