from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from scoring.kinds import AnyScore

SCORE: TypeAdapter[Any] = TypeAdapter(AnyScore)


@pytest.mark.parametrize(
    "score",
    [
        {"kind": "codes", "codes": {"offered": 100, "absent": "0"}},
        {"kind": "linear", "part": "failed", "of": "requests", "through": [[0, 100], [1, 0]]},
        {"kind": "rules", "rules": [{"pass": ["in != none"]}]},
        {"kind": "blend", "of": [{"weight": 1, "score": {"kind": "share", "part": "a", "of": "b"}}] * 2},
    ],
)
def test_accepted(score: dict[str, Any]) -> None:
    assert SCORE.validate_python(score).kind == score["kind"]


@pytest.mark.parametrize(
    ("score", "why"),
    [
        ({"kind": "guess"}, "kind"),
        ({"kind": "codes"}, "codes"),
        ({"kind": "codes", "codes": {"offered": 120}}, "less than or equal to 100"),
        ({"kind": "codes", "codes": {"offered": 100}, "colour": 1}, "Extra inputs"),
        ({"kind": "steps", "upto": [[1, 100]], "beyond": 0, "part": "failed"}, "`part` and `of` go together"),
        ({"kind": "linear", "through": [[1, 100]]}, "at least 2"),
        ({"kind": "linear", "through": [[1, 100], [1, 0]]}, "must rise"),
        ({"kind": "share", "of": "n"}, "either `part` or `lost`"),
        ({"kind": "share", "part": "a", "lost": "b", "of": "n"}, "either `part` or `lost`"),
        ({"kind": "rules", "rules": [{"pass": ["a is b"]}]}, "not a condition"),
        ({"kind": "sum_steps", "score": {"kind": "codes", "codes": {"a": 1}}}, "'steps', 'linear'"),
        ({"kind": "deductions", "failed": "f", "applicable": "a", "each": float("nan")}, "finite number"),
    ],
)
def test_refused(score: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        SCORE.validate_python(score)
