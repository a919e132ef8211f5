from __future__ import annotations

from dataclasses import replace

import pytest

from anfang.errors import BadInput
from scoring.grouping import grouping
from scoring.retest import retest
from scoring.robustness import robustness
from scoring.settings import load_settings
from tests.scoring.sample import portal, scored
from tests.scoring.test_compare import CITIES, NAMES, all_of, results

SETTINGS = replace(load_settings(), draws=100)


def test_regions_of_eight_and_of_four_cities() -> None:
    found = grouping(results("one", all_of(better=NAMES[:8])), SETTINGS)
    assert {name: held.summary.n for name, held in found.groups.items() if held.summary} == {"华东": 8, "华北": 4}
    assert found.test.tested == ("华东", "华北")
    # eight of twelve stand above the other four: ranks 8.5 and 2.5; ties of 8 and 4
    assert found.test.statistic == pytest.approx(11)


def test_means_have_an_interval_where_a_retest_says_it() -> None:
    one = results("one", all_of())
    again = scored([held for name in NAMES for held in portal(name, tech_load=7 if name in NAMES[:6] else 11)], cities=CITIES, name="again")
    found = grouping(one, SETTINGS, robust=robustness(one, SETTINGS, retest([(one, again)])))
    east = found.groups["华东"]
    assert east.low is not None
    assert east.high is not None
    assert east.low < 65.476 < east.high


def test_an_unknown_group() -> None:
    with pytest.raises(BadInput, match="no city has a group"):
        grouping(results("one", all_of()), SETTINGS, by="coast")
