from __future__ import annotations

from pathlib import Path

from anfang.testbed.accuracy import Accuracy
from bench.ledger import HEAD, Entry, add, known

ROW = {"value_equal": 0.75, "points_equal": 0.875, "wrong": 1, "missing": 1, "n": 8}
FOUND = Accuracy(ROW, {"tech_load": {**ROW, "majority_baseline": 0.5}}, ())


def test_lines_are_added_and_the_first_contact_is_known(tmp_path: Path) -> None:
    file = tmp_path / "accuracy.md"
    add([Entry("2026-03-02", "county", "first", "0123abcde", 12, FOUND)], file)
    add([Entry("2026-03-03", "spa", "later", "fedcba987", 6, FOUND)], file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert text.splitlines()[-2:] == [
        "| 2026-03-02 | county | first | 0123abcde | 12 | 8 | 75.0% | 87.5% | 50.0% | 12.5% | 12.5% |",
        "| 2026-03-03 | spa | later | fedcba987 | 6 | 8 | 75.0% | 87.5% | 50.0% | 12.5% | 12.5% |",
    ]
    assert known(text, "county")
    assert not known(text, "spa")
