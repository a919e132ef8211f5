from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfang.private import MASK, masked, masked_all, private

IDENTITY, MOBILE, CARD = "11010519491231002X", "13800138000", "6222021234567890128"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"身份证号：{IDENTITY}。", f"身份证号：110{MASK * 15}。"),
        (f"身份证号 {IDENTITY.lower()}", f"身份证号 110{MASK * 15}"),
        ("身份证 110105 19491231 002X", f"身份证 110{MASK * 17}"),
        (f"手机{MOBILE}，", f"手机138{MASK * 8}，"),
        ("手机 +86 138-0013-8000", f"手机 +86{MASK * 14}"),
        (f"卡号{CARD}", f"卡号622{MASK * 16}"),
        (f"{MOBILE} {MOBILE}", f"138{MASK * 8} 138{MASK * 8}"),
    ],
)
def test_numbers_of_persons_are_masked_but_for_their_first_signs(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话 0571-88888888", "热线 12345", "统一社会信用代码 91330100MA2B0QLR3X", "办件编号 20260302123456789",
        "110105194912310021 (wrong check digit)", "金额 6222021234567890129", "12800138000", "138001380001",
    ],
)  # fmt: skip
def test_numbers_of_offices_and_cases_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text("0123456789Xx -1358AB", max_size=60))
def test_masking_keeps_the_length_and_leaves_nothing_to_mask(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert list(private(masked(text))) == []


def test_every_text_of_a_json_value_is_masked() -> None:
    value = {"quote": [f"电话{MOBILE}", 7, None], MOBILE: {"a": 1.5}}
    shown = masked_all(value)
    assert MOBILE not in str(shown)
    assert shown["quote"][1:] == [7, None]
