"""The first sheet: what was measured, in what state it is, by which plan and instrument, and where to read on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anfang.model import RoundResults
from anfang.report.labels import scenario_name
from anfang.report.workbook.binder import HEAD, Binder, Link, height
from anfang.report.workbook.standings import dimension_titles, why

Line = tuple[str, Any]

_NAMES, _VALUES = 30.0, 78.0
"""Widths of the two columns."""


def cover(binder: Binder, results: RoundResults) -> None:
    """Facts first, then a list of the sheets that leads to each."""
    page = binder.blank("cover", portrait=True)
    page.set_column(0, 0, _NAMES)
    page.set_column(1, 1, _VALUES)
    lines = [
        *_notices(binder, results),
        *_facts(binder, results),
        *_shares(binder, results),
        *_left_out(binder, results),
        *_deviations(binder, results),
    ]
    lines += [
        (binder.word("sheet") if not at else "", Link(name, f"'{name}'!A1"))
        for at, name in enumerate(binder.names()[1:])
    ]
    bold = binder.style(bold=True, bottom=1, bottom_color="#C9D2DB", text_wrap=True)
    plain = binder.style(text_wrap=True, bottom=1, bottom_color="#C9D2DB", align="left")
    for at, (name, value) in enumerate(lines, HEAD):
        page.write_string(at, 0, name, bold)
        binder.put(page, at, 1, value, plain)
        page.set_row(at, height((name, _NAMES), (value, _VALUES)))


def _notices(binder: Binder, results: RoundResults) -> Iterator[Line]:
    told = (("simulated", results.simulated), ("preliminary", results.preliminary), ("weights_notice", True))
    for key, holds in told:
        if holds:
            yield binder.word("notice"), binder.word(key)


def _facts(binder: Binder, results: RoundResults) -> Iterator[Line]:
    plan, word = results.plan, binder.word
    steps = {step.id: getattr(step, binder.lang) for step in results.catalogue.steps}
    pause = "、" if binder.lang == "zh" else ", "
    ranked = sum(row.rank is not None for row in results.ranking.rows)
    yield word("round"), results.name
    yield word("state"), word(f"state_{results.state}")
    yield word("window"), word("window_text", *plan.window)
    yield word("scenario"), scenario_name(plan.scenario, binder.lang)
    yield word("steps"), pause.join(steps.get(step, step) for step in plan.steps)
    yield word("channels"), pause.join(word(f"channel_{channel}") for channel in plan.channels)
    yield word("cities"), len(results.cities)
    yield word("ranked_cities"), ranked
    if plan.vantage:
        yield word("vantage"), plan.vantage
    yield word("weight_set"), word("weight_set_default") if plan.weights == "default" else plan.weights
    yield word("coverage"), word("coverage_rule", f"{plan.coverage:.0%}")
    yield word("plan_hash"), results.plan_hash
    yield word("instrument"), results.instrument
    if results.chain:
        yield word("chain"), results.chain


def _shares(binder: Binder, results: RoundResults) -> Iterator[Line]:
    shares = results.ranking.basket_share
    titles = dimension_titles(results, binder, list(shares))
    for at, (title, share) in enumerate(zip(titles, shares.values(), strict=True)):
        yield binder.word("basket") if not at else "", f"{title}  {share:.0%}"


def _left_out(binder: Binder, results: RoundResults) -> Iterator[Line]:
    rows = {row.id: getattr(row, binder.lang) for row in results.catalogue.indicators}
    out = results.ranking.left_out
    if not out:
        yield binder.word("left_out"), binder.word("left_out_none")
    for at, (name, text) in enumerate(out.items()):
        yield binder.word("left_out") if not at else "", f"{rows.get(name, name)}  {why(text, binder)}"


def _deviations(binder: Binder, results: RoundResults) -> Iterator[Line]:
    if not results.deviations:
        yield binder.word("deviations"), binder.word("deviations_none")
    for number, (at, text) in enumerate(results.deviations):
        told = f"{at.isoformat(' ', 'minutes')}  {why(text, binder)}"
        yield binder.word("deviations") if not number else "", told
