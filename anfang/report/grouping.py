"""Whether groups of cities are apart, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from anfang.report.labels import label, region_name
from anfang.report.verdict import LIST, chance
from anfang.report.wording import Lang, number
from scoring.grouping import Grouping


def groups_said(found: Grouping, lang: Lang) -> Iterator[str]:
    """The test over all groups, the pairs that are apart, the groups that are too small, and what an interval means."""
    test, limit = found.test, found.settings.comparison.significance
    if test.chance is None:
        yield label("group_none", lang)
    else:
        key = "chance_clear" if test.chance < limit else "chance_open"
        figures = {"h": number(test.statistic), "chance": chance(test.chance)}
        yield label("group_apart", lang).format(**figures, verdict=label(key, lang))
    for pair in test.pairs if test.chance is not None and test.chance < limit else ():
        if pair.corrected < limit:
            one, two = region_name(pair.one, lang), region_name(pair.two, lang)
            yield label("group_pair", lang).format(one=one, two=two, chance=chance(pair.corrected))
    if test.small:
        yield label("group_small", lang).format(names=LIST[lang].join(region_name(name, lang) for name in test.small))
    yield label("group_census", lang)
