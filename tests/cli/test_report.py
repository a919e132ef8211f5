from __future__ import annotations

import gzip
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from anfang.cli import report as _registers_the_command  # noqa: F401
from anfang.cli.app import app
from anfang.errors import BadInput
from anfang.model import City, Evidence, Observation, Plan
from anfang.results import evidence
from anfang.store import Attempt, Store

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = Plan(
    "business_startup", ("portal",), ("seal",), ("proc_trips",), ("2026-03-02", "2026-03-06"), lab=True
)
CITY = City("yunhe", "云河", "Yunhe", "华东", portals={"portal": "http://yunhe.portal.test/"})
VISIT = Attempt("yunhe", "portal", MORNING, MORNING, "measured", complete=True)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Two measured rounds of one city: two trips in spring, none in autumn."""
    for name, trips in (("spring", 2), ("autumn", 0)):
        with Store.create(tmp_path / name, PLAN, (CITY,), at=MORNING) as store:
            store.move("open", at=MORNING, instrument="ab" * 32)
            page = {
                "url": "http://yunhe.portal.test/seal",
                "title": "公章刻制",
                "text": f"到办事现场次数\n{trips}次",
            }
            sha = evidence(name, tmp_path).put(gzip.compress(json.dumps(page).encode(), mtime=0), "json.gz")
            proof = Evidence(f"到办事现场次数 {trips}次", page["url"], sha)
            value = {"declared": trips, "derived": None, "used": trips}
            seen = Observation(
                "yunhe",
                "portal",
                "seal",
                "proc_trips",
                "observed",
                value,
                evidence=(proof,),
                observed_at=MORNING,
            )
            store.record_attempt(VISIT, observations=(seen,))
    return tmp_path


def test_the_report_of_a_round_goes_to_its_exports(results: Path) -> None:
    done = CliRunner().invoke(app, ["report", "autumn", "--results", str(results)], catch_exceptions=False)
    index = results / "autumn" / "exports" / "report" / "index.html"
    assert done.output.strip() == str(index)
    city = (index.parent / "zh" / "city" / "yunhe.html").read_text("utf-8")
    assert "到办事现场次数 0次" in city
    assert "SIMULATED" in city


def test_a_comparison_is_written_where_asked(results: Path, tmp_path: Path) -> None:
    asked = [
        "report",
        "autumn",
        "--against",
        "spring",
        "-o",
        str(tmp_path / "out"),
        "--results",
        str(results),
    ]
    done = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert done.exit_code == 0
    compared = (tmp_path / "out" / "en" / "comparison.html").read_text("utf-8")
    # proc_trips: 2 trips are worth 65 points, none 100
    assert {">65.00<", ">100.00<", ">+35.00<"} <= set(re.findall(r">[+\d.]+<", compared))
    assert "到办事现场次数 2次" in (tmp_path / "out" / "en" / "before" / "yunhe.html").read_text("utf-8")


def test_a_round_that_is_not_there_is_named(results: Path) -> None:
    with pytest.raises(BadInput, match="no such round"):
        CliRunner().invoke(app, ["report", "winter", "--results", str(results)], catch_exceptions=False)
