from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from anfang.cli import app as frame
from anfang.cli import visit
from anfang.errors import BadInput, Refused

assert visit.visit

HOME = """<!doctype html><html lang="en"><title>Riverton City Council</title><h1>Riverton City Council</h1>
<p>Services for people and businesses of an invented city, on one plain page of links.</p>
<ul><li><a href="register.html">Register a company</a></li><li><a href="waste.html">Waste and recycling</a></li></ul>"""
GUIDE = """<!doctype html><html lang="en"><title>Register a company</title><h1>Register a company</h1>
<table><tr><th>Who can apply</th><td>Anyone over 16 with an address in Riverton</td></tr>
<tr><th>Processing time</th><td>3 working days</td></tr>
<tr><th>Cost</th><td>12 pounds</td></tr>
<tr><th>Opening hours</th><td>Monday to Friday, 9am to 5pm</td></tr>
<tr><th>Legal basis</th><td>To be confirmed</td></tr></table>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(HOME, encoding="utf-8")
    (site / "register.html").write_text(GUIDE, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def call(*words: object) -> Result:
    return CliRunner().invoke(frame.app, ["visit", *map(str, words)])


def test_single_visits_are_of_the_lab() -> None:
    refused = call("http://127.0.0.1:1/")
    assert isinstance(refused.exception, Refused)
    assert refused.exception.exit_code == 2
    assert "add --lab" in str(refused.exception)


@pytest.mark.parametrize(
    "url", ["https://www.example.org/", "http://10.0.0.1/", "http://portal.test.example.org/"]
)
def test_the_lab_visits_this_machine_only(url: str) -> None:
    refused = call(url, "--lab")
    assert isinstance(refused.exception, Refused)
    assert "not on this machine" in str(refused.exception)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "127.0.0.1:8000", "http://me:secret@127.0.0.1/"])
def test_what_is_no_address_is_bad_input(url: str) -> None:
    assert isinstance(call(url, "--lab").exception, BadInput)


def test_a_language_without_a_lexicon_is_bad_input() -> None:
    bad = call("http://127.0.0.1:1/", "--lab", "--lang", "xx").exception
    assert isinstance(bad, BadInput)
    assert "en, it, zh" in str(bad)


@pytest.mark.browser
def test_a_visit_is_one_json_document(portal: str, tmp_path: Path) -> None:
    made = call(portal, "--lab", "--lang", "en", "--json", "--keep", tmp_path / "evidence")
    assert made.exit_code == 0, made.output
    told = json.loads(made.stdout)
    assert (told["outcome"], told["simulated"], told["refused"]) == ("measured", False, [])
    seen = {(one["indicator"], one["step"]): one for one in told["observations"]}
    assert seen["guide_findable", "registration"]["value"] == 1
    assert seen["guide_core_elements", "registration"]["value"] == ["name", "conditions", "office_hours"]
    assert seen["guide_ext_elements", "registration"]["value"] == ["promised_limit", "fee"]
    assert seen["proc_days", "registration"]["value"] == 3
    assert seen["guide_findable", "seal"]["value"] == "absent"
    assert seen["tech_links", ""]["value"] == 0.5, "one of the two links is dead"
    proof = seen["proc_days", "registration"]["evidence"][0]
    assert "3 working days" in proof["quote"]
    assert list((tmp_path / "evidence").rglob(f"{proof['snapshot']}.*"))


@pytest.mark.browser
def test_a_visit_is_told_as_diary_and_table(portal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame.out, "_width", 160)
    told = call(portal, "--lab", "--lang", "en").output
    assert "find the guide of registration" in told
    assert "Processing time 3 working days" in told
    assert "page loads" in told


@pytest.mark.browser
def test_a_dead_home_page_ends_with_its_signature(tmp_path: Path) -> None:
    dead = call("http://127.0.0.1:9/", "--lab", "--lang", "en")
    assert dead.exit_code == 3, dead.output
    assert "home_dead" in dead.output
    assert "committed=False" in dead.output
