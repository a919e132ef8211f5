"""The workbook is opened again and its figures are read back."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from anfang.model import Evidence
from anfang.report.wording import Lang
from anfang.report.workbook import write
from anfang.report.workbook.binder import Column, Link, fitting, height
from tests.sample import COMPARISON, OBSERVATIONS, RESULTS, real, seen

HEAD, FIRST = 2, 3
"""Rows as a spreadsheet counts them."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(RESULTS, tmp_path_factory.mktemp("book") / "zh.xlsx", comparison=COMPARISON)


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def row(sheet: Worksheet, at: int) -> list[object]:
    return [cell.value for cell in sheet[at]]


def column(sheet: Worksheet, heading: str) -> list[object]:
    at = row(sheet, HEAD).index(heading) + 1
    return [sheet.cell(line, at).value for line in range(FIRST, sheet.max_row + 1)]


def test_sheets_in_the_readers_order(book: Workbook):
    assert book.sheetnames == [
        "封面", "排名", "图表", "维度得分", "指标总览", "指标得分", "区域", "前后对比", "城市前后对比", "统计结果",
        "问题清单", "观测记录", "指标体系", "方法说明",
    ]  # fmt: skip


def test_the_cover_says_what_state_by_which_plan_and_instrument(book: Workbook):
    cover = book["封面"]
    told = {
        str(name): str(value)
        for name, value in cover.iter_rows(min_row=HEAD, max_col=2, values_only=True)
        if name
    }
    assert told["轮次"] == "demo-during"
    assert told["状态"] == "进行中"
    assert told["评估时段"] == "2026-03-02 至 2026-03-06"
    assert told["方案指纹"] == RESULTS.plan_hash
    assert told["指标体系指纹"] == RESULTS.instrument
    assert told["记录链末端指纹"] == RESULTS.chain
    assert told["参与排名"] == "2"
    text = "\n".join(str(cell) for line in cover.iter_rows(values_only=True) for cell in line if cell)
    for words in ("不反映任何真实城市", "本轮尚未结束", "权重为暂定值", "办事指南  18%", "一次登录"):
        assert words in text


def test_the_cover_prints_the_deviations_or_says_that_there_is_none(book: Workbook, tmp_path: Path):
    assert ("偏离方案的记录", "没有偏离方案。") in list(book["封面"].iter_rows(max_col=2, values_only=True))
    changed = "the instrument changed after the opening: 1122 became 3344"
    log = (datetime(2026, 3, 4, 9, 30, tzinfo=UTC), changed), (datetime(2026, 3, 5, tzinfo=UTC), "推迟一天")
    cover = openpyxl.load_workbook(write(replace(RESULTS, deviations=log), tmp_path / "log.xlsx"))["封面"]
    rows = list(cover.iter_rows(max_col=2, values_only=True))
    at = rows.index(("偏离方案的记录", "2026-03-04 09:30+00:00  指标体系在开始后有改动：1122 改为 3344"))
    assert rows[at + 1][1] == "2026-03-05 00:00+00:00  推迟一天"


def test_ranking_figures_and_the_city_that_is_not_ranked(book: Workbook):
    sheet = book["排名"]
    assert row(sheet, FIRST)[:8] == [1, "临海", "华东", 88.25, 1, 2, 40, 90]
    assert column(sheet, "办事指南") == [80, 55, None]
    assert row(sheet, FIRST + 2)[:4] == ["未参与排名", "云山", "华东", None]
    assert column(sheet, "单项否决")[1] == "服务不实用"


def test_a_citys_name_leads_to_its_indicators(book: Workbook):
    ranking, indicators = book["排名"], book["指标得分"]
    for at in range(FIRST, FIRST + 3):
        link = ranking.cell(at, 2).hyperlink
        sheet, place = re.fullmatch(r"'(.+)'!(\w+)", link.location).groups()
        assert sheet == "指标得分"
        assert indicators[place].value == ranking.cell(at, 2).value


def test_indicators_dimensions_and_regions(book: Workbook):
    indicators = book["指标得分"]
    points = dict(
        zip(
            zip(column(indicators, "城市"), column(indicators, "编号"), strict=True),
            column(indicators, "得分"),
            strict=True,
        )
    )
    assert points["清河", "guide_logic"] == 65
    assert points["云山", "tech_load"] is None
    assert column(book["维度得分"], "技术支撑·覆盖率") == [1, 1, 0]
    assert row(book["区域"], FIRST)[:5] == ["华东", 1, 2, 88.25, 88.25]
    assert column(book["区域"], "跑动次数") == [None, 2]
    assert column(book["指标总览"], "清河") == [65, 50, 50, 65]


def test_before_and_after(book: Workbook):
    means = {line[1]: line[2:5] for line in book["前后对比"].iter_rows(min_row=FIRST, values_only=True)}
    assert means["总分均值"] == (59, 72.875, 13.875)
    assert means["华北"] == (60, 57.5, -2.5)
    assert means["页面加载时长"] == (None, 75, None)
    best, other = (row(book["城市前后对比"], at) for at in (FIRST, FIRST + 1))
    assert best[:4] == ["临海", 58, 88.25, 30.25]
    assert other[-3:] == [1, 2, 1]


def test_problems_and_observations_in_words(book: Workbook):
    problems = [line[:6] for line in book["问题清单"].iter_rows(min_row=FIRST, values_only=True)]
    assert ("清河", "办事指南", "空表可下载", "企业设立登记", "失效", 0) in problems
    assert ("清河", "业务办理", "企业开办跑动次数", "各环节之和", "2 次", 65) in problems
    assert column(book["问题清单"], "原文引用")[0] == "办理地点：无"
    observed = book["观测记录"]
    assert len(column(observed, "城市")) == len(OBSERVATIONS)
    assert column(observed, "得分")[:2] == [65, 0]
    assert column(observed, "存档指纹")[0] == "a" * 12
    assert column(book["统计结果"], "结果") == [0]


def test_every_sheet_carries_the_marks_on_screen_and_on_paper(book: Workbook):
    for sheet in book:
        assert "SIMULATED" in str(sheet["A1"].value), sheet.title
        assert "PRELIMINARY" in str(sheet["A1"].value), sheet.title
        assert "SIMULATED" in sheet.oddHeader.left.text, sheet.title


def test_a_real_closed_round_carries_no_mark(tmp_path: Path):
    made = openpyxl.load_workbook(write(replace(real(RESULTS), state="closed"), tmp_path / "a.xlsx"))
    assert "前后对比" not in made.sheetnames
    for sheet in made:
        text = " ".join(str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell)
        assert "SIMULATED" not in text + str(sheet.oddHeader.left.text)
        assert "PRELIMINARY" not in text


def test_the_chinese_workbook_has_no_english_but_identifiers(book: Workbook):
    known = {
        "SIMULATED",
        "PRELIMINARY",
        "demo-during",
        "demo-before",
        "T/CAB_CSISA",
        "HTTPS",
        "IPv6",
        "W05",
        "W12",
    }
    known |= {one.id for kind in ("indicators", "dimensions") for one in getattr(RESULTS.catalogue, kind)}
    known |= {one.id for one in RESULTS.derived} | {RESULTS.plan_hash, RESULTS.instrument, RESULTS.chain, "a" * 12}
    for sheet in book:
        for text in (
            cell for line in sheet.iter_rows(values_only=True) for cell in line if isinstance(cell, str)
        ):
            words = re.findall(r"[A-Za-z][\w/-]*", re.sub(r"https?://\S+", "", text), re.ASCII)
            assert not [word for word in words if not any(word in name for name in known)], text


def test_the_english_workbook(tmp_path: Path):
    made = openpyxl.load_workbook(write(RESULTS, tmp_path / "en.xlsx", comparison=COMPARISON, lang="en"))
    assert made.sheetnames[1] == "Ranking"
    assert row(made["Ranking"], FIRST)[:3] == [1, "Linhai", "East China"]
    assert "The weights are provisional" in str([cell.value for cell in made["Methodology"]["B"]])


def test_charts_read_cells_that_hold_figures(path: Path, book: Workbook):
    with zipfile.ZipFile(path) as archive:
        charts = [
            archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")
        ]
    assert len(charts) == 5
    for chart in charts:
        assert "SIMULATED" in chart
        for place in re.findall(r"<c:val>.*?<c:f>(.*?)</c:f>", chart):
            sheet, begin, end = re.fullmatch(r"'?(.+?)'?!\$(\w+\$\d+):\$(\w+\$\d+)", place).groups()
            cells = book[sheet][begin.replace("$", "") : end.replace("$", "")]
            assert any(isinstance(cell.value, int | float) for (cell,) in cells), place


def test_frozen_filtered_and_ready_to_print(book: Workbook):
    sheet = book["排名"]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == "A2:N5"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet["D3"].number_format == "0.00"
    assert [str(area.sqref) for area in sheet.conditional_formatting] == [
        "D3:D5",
        "I3:I5",
        "J3:J5",
        "K3:K5",
        "L3:L5",
    ]


def test_text_of_a_page_is_never_a_formula_or_a_link(tmp_path: Path):
    evil = '=HYPERLINK("http://evil.test/")'
    one = seen(
        "qinghe", "tech_load", 9, reason=evil, evidence=(Evidence(quote=evil, url="http://evil.test/\x07"),)
    )
    made = write(replace(RESULTS, observations=(one,)), tmp_path / "a.xlsx")
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name, data in parts.items() if name.endswith(".rels") and b"evil" in data]
    assert not any(b"<f>" in data for name, data in parts.items() if name.startswith("xl/worksheets/"))
    observed = openpyxl.load_workbook(made)["观测记录"]
    assert column(observed, "原文引用") == [evil]
    assert column(observed, "网址") == ["http://evil.test/␇"]


def test_equal_results_give_equal_bytes(tmp_path: Path):
    shuffled = replace(RESULTS, observations=OBSERVATIONS[::-1])
    one, two = (write(results, tmp_path / f"{at}.xlsx") for at, results in enumerate((RESULTS, shuffled)))
    assert one.read_bytes() == two.read_bytes()


def test_an_empty_round_still_opens(tmp_path: Path):
    empty = replace(
        RESULTS,
        observations=(),
        scorecards={},
        regions=(),
        derived=(),
        points={},
        ranking=replace(RESULTS.ranking, rows=()),
    )
    assert len(openpyxl.load_workbook(write(empty, tmp_path / "a.xlsx")).sheetnames) == 12


def test_widths_fit_chinese_and_long_text_wraps():
    assert fitting(Column("城市"), ["呼和浩特"]) == 11
    assert fitting(Column("城市"), [Link("呼和浩特", "x")]) == 11
    assert fitting(Column("所见", "wrap"), ["长" * 100]) == 38
    assert height(("长" * 36, 38.0), ("short", 38.0)) == 30
    assert height((None, 38.0)) == 15


@pytest.mark.parametrize(
    ("lang", "sheet", "heading", "told"),
    [("zh", "观测记录", "备注", "没有登录入口"), ("en", "Observations", "Remarks", "no entry to sign in")],
)
def test_notes_of_the_evidence_are_told_in_the_workbooks_language(
    tmp_path: Path, lang: Lang, sheet: str, heading: str, told: str
):
    proof = Evidence(note="no entry to sign in")
    one = seen("qinghe", "tech_load", 9, evidence=(proof, proof, Evidence(note="用户名")))
    made = openpyxl.load_workbook(
        write(replace(RESULTS, observations=(one,)), tmp_path / "a.xlsx", lang=lang)
    )
    assert column(made[sheet], heading) == [f"{told}\n用户名"]
