from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image

from anfang.evidence import EvidenceStore
from anfang.model import Evidence
from anfang.report.html.proofs import Proofs
from tests.report.byhand import jpeg, snapshot


def test_a_screenshot_is_copied_byte_for_byte_with_a_small_one_beside_it(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    sha = store.put(jpeg(90), "jpg")
    shown = Proofs(tmp_path / "out").show(Evidence(screenshot=sha), store)
    copied = tmp_path / "out" / shown.screenshot
    assert hashlib.sha256(copied.read_bytes()).hexdigest() == sha
    with Image.open(tmp_path / "out" / shown.thumb) as small:
        assert small.size == (220, 138)


def test_a_file_that_is_no_picture_has_no_small_one(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    shown = Proofs(tmp_path / "out").show(Evidence(screenshot=store.put(b"not a picture", "jpg")), store)
    assert shown.screenshot
    assert shown.thumb == ""


def test_a_snapshot_is_remembered_with_the_quotations_of_all_who_name_it(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    sha = store.put(snapshot("指南\x00", "收费 无", "https://a.portal.test/"), "json.gz")
    proofs = Proofs(tmp_path / "out")
    for quote in ("收费", "无"):
        shown = proofs.show(Evidence(quote, snapshot=sha), store)
        assert (shown.snapshot, shown.missing) == (f"evidence/{sha}.html", False)
    assert proofs.pages[sha] == {"url": "https://a.portal.test/", "title": "指南", "text": "收费 无"}
    assert proofs.quotes[sha] == {"收费", "无"}


def test_a_missing_and_a_damaged_file_are_called_missing_and_not_linked(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    damaged = store.put(snapshot("a", "b", "c"), "json.gz")
    store.path(damaged).write_bytes(b"changed")
    for sha in (damaged, "0" * 64):
        shown = Proofs(tmp_path / "out").show(Evidence("收费", snapshot=sha), store)
        assert (shown.snapshot, shown.anchor, shown.missing) == ("", "", True)
