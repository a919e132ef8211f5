"""Canaries in everything that a page can hold, and a search for them in everything that leaves the archive."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser
from typer.testing import CliRunner

import anfang.cli  # registers the commands
from anfang.cli.app import app
from anfang.shopper.browser import new_context
from anfang.shopper.snapshot import capture
from anfang.store import Store
from anfang.testbed.hostile.pages import ID_NUMBER, PHONE
from tests.test_bundle import MORNING, folder

assert folder, "the fixture"
assert anfang.cli.main
CANARIES = (ID_NUMBER.encode(), PHONE.encode())


def contents(data: bytes) -> Iterator[bytes]:
    """The bytes of a file and of whatever is packed in it."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from contents(gzip.decompress(data))
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from contents(packed.read(name))


def leaks(root: Path) -> list[str]:
    files = [file for file in root.rglob("*") if file.is_file()]
    return [file.name for file in files for data in contents(file.read_bytes()) if any(one in data for one in CANARIES)]


def test_no_number_of_a_person_is_in_any_output_nor_inside_its_zips(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder) as store:
        store.move("open", at=MORNING, instrument="i1")
    out = tmp_path / "out"
    calls = [
        ["export", "spring", "-o", str(out / "book.xlsx")],
        *(["export", "spring", "--table", "observations", "-o", str(out / f"rows.{kind}")] for kind in ("csv", "xlsx", "json")),
        ["export", "spring", "--table", "problems", "-o", str(out / "problems.json")],
        ["report", "spring", "-o", str(out / "report")],
        ["evidence", "export", "spring", "qinghe", "-o", str(out / "qinghe.zip")],
        ["score", "spring"], ["explain", "spring", "qinghe"], ["round", "status", "spring", "--json"], ["verify", "spring"],
    ]  # fmt: skip
    for call in calls:
        told = CliRunner().invoke(app, [*call, "--results", str(folder.parent)])
        assert told.exit_code == 0, (call, told.output, told.exception)
        assert ID_NUMBER not in told.output
        assert PHONE not in told.output, call
    assert len(list(out.rglob("*"))) > 20
    assert leaks(out) == []
    assert leaks(folder), "the search finds them in the sealed archive"


@pytest.mark.browser
async def test_typed_passwords_and_cookies_are_in_no_snapshot(browser: Browser) -> None:
    context = await new_context(browser)
    page = await context.new_page()
    await page.set_content("<form><input name=u><input type=password name=p value=pre-set></form>")
    await context.add_cookies([{"name": "session", "value": "C00KIE", "url": "http://qinghe.portal.test/"}])
    await page.fill("[name=p]", "s3cret-w0rd")
    taken = await capture(await context.new_cdp_session(page))
    await context.close()
    told = gzip.decompress(taken.packed("")).decode()
    assert "type" in told
    assert not any(secret in told for secret in ("s3cret-w0rd", "pre-set", "C00KIE"))
