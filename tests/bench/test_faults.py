from __future__ import annotations

import ast
import fnmatch
from pathlib import Path

import pytest

from bench.faults import PAGE, ROOT, Proved, Row, keywords, page, prove, read, rows, standing

PROMISED = rows()


@pytest.mark.parametrize("row", PROMISED, ids=lambda row: row.text[:60])
def test_every_row_names_tests_that_exist(row: Row) -> None:
    for pattern in row.tests:
        file, _, name = pattern.partition("::")
        tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
        names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        bare = name.split("[")[0]
        assert any(fnmatch.fnmatchcase(one, bare) or bare.startswith("*") for one in names if one.startswith("test")), pattern


def test_the_page_was_written_from_these_rows() -> None:
    text = PAGE.read_text("utf-8")
    for row in PROMISED:
        assert f"| {row.text.replace('|', '/')} |" in text, "run `make faults`"
    assert "| FAIL |" not in text


def test_a_row_holds_when_all_its_tests_pass_and_each_pattern_finds_one(tmp_path: Path) -> None:
    report = tmp_path / "junit.xml"
    report.write_text(
        "<testsuites><testsuite><testcase file='tests/a.py' name='test_x[1]'/><testcase file='tests/a.py' name='test_y'>"
        "<failure/></testcase><testcase file='tests/b.py' name='test_z'><skipped/></testcase></testsuite></testsuites>"
    )
    outcomes = read(report)
    assert outcomes == {"a.py::test_x[1]": "passed", "a.py::test_y": "failed", "b.py::test_z": "skipped"}
    assert prove(Row("s", "t", ("a.py::test_x*",)), outcomes).holds
    for patterns in (("a.py::*",), ("a.py::test_x*", "c.py::*"), ("b.py::*",)):
        assert not prove(Row("s", "t", patterns), outcomes).holds


def test_rows_that_failed_are_run_again_by_the_names_of_their_tests_and_the_others_keep_their_line() -> None:
    held, broken = Row("S", "held", ("a.py::*",)), Row("S", "broken", ("b.py::test_x[[]one]", "c.py::*posts*"))
    before = page([Proved(held, 7, 0, 0, ()), Proved(broken, 0, 1, 0, ())])
    kept = {text: line for text, line in standing(before).items() if line.startswith("| pass")}
    assert set(kept) == {"held"}
    assert keywords([broken]) == "posts or test_x[one]"
    assert keywords([held]) == "a"
    after = page([Proved(held, 0, 0, 0, held.tests), Proved(broken, 2, 0, 0, ())], kept)
    assert "| pass | held | `a.py::*` (7) |" in after
    assert "| pass | broken |" in after


def test_a_page_has_a_line_for_every_row() -> None:
    text = page([Proved(Row("Section", "a | b", ("a.py::*",)), 2, 0, 0, ()), Proved(Row("Other", "c", ("d.py::*",)), 0, 1, 0, ())])
    assert "| pass | a / b | `a.py::*` (2) |" in text
    assert "| FAIL | c | `d.py::*` (0) |" in text
