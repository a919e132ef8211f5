"""The same wave by two instruments: what the newer one alone adds."""

from __future__ import annotations

import pytest

from anfang.errors import BadInput
from scoring.bridge import break_between
from tests.scoring.sample import scored
from tests.scoring.test_compare import CITIES, GAIN, NAMES, all_of

OLD = scored(all_of(), cities=CITIES, name="old")
AGAIN = scored(all_of(better=NAMES[:6]), cities=CITIES, name="again", instrument="two")
NEW = scored(all_of(), cities=CITIES, name="new", instrument="two")


def test_the_shift_is_the_mean_over_the_cities_ranked_in_both() -> None:
    """The new instrument gives six of twelve cities 13.667 points more."""
    found = break_between(OLD, NEW, [(OLD, AGAIN)])
    assert found is not None
    assert (found.bridge, found.cities) == (("old", "again"), 12)
    assert found.shift == pytest.approx(GAIN / 2)


def test_one_instrument_has_no_break() -> None:
    assert break_between(AGAIN, NEW, []) is None


def test_a_break_without_a_bridge_is_refused() -> None:
    with pytest.raises(BadInput, match="the instrument changed between old and new") as bad:
        break_between(OLD, NEW, [(AGAIN, OLD)])
    assert "--bridge old=NEW" in bad.value.mend


def test_a_bridge_needs_cities_in_common() -> None:
    apart = scored(all_of(CITIES[:1]), cities=CITIES[:1], name="again", instrument="two")
    few = scored(all_of(CITIES[1:]), cities=CITIES[1:], name="few")
    with pytest.raises(BadInput, match="no city is ranked in both rounds of the bridge"):
        break_between(few, NEW, [(few, apart)])
