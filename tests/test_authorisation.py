from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from anfang.authorisation import EXAMPLE, load, refuse_uncovered
from anfang.errors import BadInput, Refused
from anfang.model import City

NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
CITY = City("yunhe", "云河", "Yunhe", "华东", portals={"portal": "https://zwfw.example.gov.cn/home", "mobile": None})


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "authorisation.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_example_is_one_and_covers_its_hosts_in_its_days(tmp_path: Path) -> None:
    granted = load(written(tmp_path, EXAMPLE))
    assert (granted.hosts, granted.pace_s, granted.page_loads_a_day) == (("zwfw.example.gov.cn",), 5.0, 150)
    refuse_uncovered(granted, (CITY,), NOW)
    with pytest.raises(Refused, match="not on 2026-04-01"):
        refuse_uncovered(granted, (CITY,), NOW.replace(month=4, day=1))
    other = City("anping", "安平", "Anping", "华东", portals={"portal": "https://zwfw.example.gov.cn.evil.test/"})
    with pytest.raises(Refused, match=r"anping: portal .* does not name"):
        refuse_uncovered(granted, (CITY, other), NOW)


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("who: the office or body that commissioned the evaluation\n", "", "", "the field 'who' is missing"),
        ("hosts: [zwfw.example.gov.cn]", "hosts: []", ":4", "at least 1 item"),
        ("zwfw.example.gov.cn]", "127.0.0.1]", ":4", "is this machine"),
        ("zwfw.example.gov.cn]", "user@zwfw.example.gov.cn]", ":4", "user name"),
        ("contact: evaluation@example.org", "contact: us", ":2", "pattern"),
        ("to: 2026-03-27", "to: 2026-03-01", "", "ends before it begins"),
        ("to: 2026-03-27", "to: 2026-03-27\npace_s: 1", ":7", "greater than or equal to 5"),
        ("to: 2026-03-27", "to: 2026-03-27\npage_loads_a_day: 1000", ":7", "less than or equal to 150"),
        ("to: 2026-03-27", "to: 2026-03-27\nsubmit: yes", ":7", "unknown field 'submit'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, old: str, new: str, line: str, told: str) -> None:
    assert old in EXAMPLE
    with pytest.raises(BadInput, match=told) as refused:
        load(written(tmp_path, EXAMPLE.replace(old, new)))
    assert line in refused.value.where
    assert refused.value.mend
