"""Options that draw again: pairs of rounds, seeds, spreads."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang.cli.drawing import pair_of, retest_of, settings_of
from anfang.errors import BadInput


@pytest.mark.parametrize("text", ["spring", "=again", "spring=", " = "])
def test_no_pair_of_rounds(text: str) -> None:
    with pytest.raises(BadInput) as bad:
        pair_of(text, "--retest")
    assert (bad.value.where, bad.value.mend) == ("--retest", "write --retest ROUND=ROUND")


def test_a_pair_of_rounds() -> None:
    assert pair_of("spring = again", "--bridge") == ("spring", "again")


def test_without_a_pair_there_is_no_retest(tmp_path: Path) -> None:
    assert retest_of(None, tmp_path) is None
    assert retest_of([], tmp_path) is None


def test_settings_are_those_of_the_file_but_for_what_was_asked() -> None:
    plain, own = settings_of(), settings_of(50, 7, 0.1)
    assert (own.draws, own.seed, own.spreads) == (50, 7, (0.1,))
    assert own.comparison == plain.comparison
