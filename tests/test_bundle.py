from __future__ import annotations

import gzip
import io
import json
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from anfang.bundle import bundle
from anfang.errors import BadInput, VerificationFailed
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.model import Evidence
from anfang.shopper.job import DiaryEntry
from anfang.store import Attempt, Store
from anfang.testbed.hostile.pages import ID_NUMBER, PHONE
from tests.sample import CITIES, PLAN, seen

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHITE = (255, 255, 255)


def snapshot(text: str, box: tuple[int, int, int, int] = (10, 40, 200, 20)) -> bytes:
    rows = [[-1, "body", "", {}, [0, 0, 300, 100], 1, 1, 0], [0, "#text", text, {}, list(box), 1, 2, 14]]
    body = {"format": 1, "url": "http://qinghe.portal.test/", "title": "公示", "text": f"公示\n{text}", "rows": rows}
    return gzip.compress(json.dumps(body, ensure_ascii=False).encode(), mtime=0)


def picture(height: int = 100) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, height), WHITE).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round in which a page of Qinghe shows a citizen's numbers, and one of Linhai a hotline."""
    evidence = EvidenceStore(tmp_path / "spring" / EVIDENCE)
    with Store.create(tmp_path / "spring", PLAN, CITIES, at=MORNING) as store:
        for city, text in (("qinghe", f"王某某 {ID_NUMBER} {PHONE}"), ("linhai", "咨询电话 12345")):
            page, shot = evidence.put(snapshot(text), "json.gz"), evidence.put(picture(), "jpg")
            part = evidence.put(picture(60), "jpg")
            proof = Evidence(quote=text, url=f"http://{city}.portal.test/?id={ID_NUMBER}", snapshot=page, screenshot=shot)
            diary = [DiaryEntry(f"find {PHONE}", ok=True, snapshot=page, screenshot=part)]
            made = Attempt(city, "portal", MORNING, MORNING, "measured", complete=True, reason=f"see {PHONE}")
            store.record_attempt(made, observations=[seen(city, "tech_load", 3.0, evidence=(proof,))], diary=diary)
    return tmp_path / "spring"


def unpacked(archive: Path, target: Path) -> Path:
    with zipfile.ZipFile(archive) as bundled:
        bundled.extractall(target)
    return target


def test_anyone_can_check_it_with_common_tools(folder: Path, tmp_path: Path) -> None:
    found = bundle(folder, "linhai", tmp_path / "linhai.zip")
    files = unpacked(tmp_path / "linhai.zip", tmp_path / "linhai")
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=files, check=True)
    readme = (files / "README.md").read_text("utf-8")
    program = readme.split("```python\n")[1].split("```")[0]
    told = subprocess.run(["python3", "-c", program], cwd=files, check=True, capture_output=True, text=True)
    assert told.stdout.strip() == found.head == (files / "head.txt").read_text()
    assert (files / "说明.md").stat().st_size > 3000
    assert (found.files, found.masked, found.missing) == (3, 0, ())
    manifest = json.loads((files / "manifest.json").read_text("utf-8"))
    assert all(entry["file"] == f"evidence/{entry['sha256']}.{entry['file'].split('.', 1)[1]}" for entry in manifest["evidence"])
    seen_again = json.loads((files / "observations.json").read_text("utf-8"))
    assert seen_again[0]["observations"][0]["evidence"][0]["quote"] == "咨询电话 12345"


def everything(archive: Path) -> bytes:
    """All bytes of a zip, packed files unpacked."""
    with zipfile.ZipFile(archive) as bundled:
        contents = [bundled.read(name) for name in bundled.namelist()]
    return b"\n".join(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in contents)


def test_no_number_of_a_person_is_in_it_and_the_archive_keeps_the_original(folder: Path, tmp_path: Path) -> None:
    found = bundle(folder, "qinghe", tmp_path / "qinghe.zip")
    assert found.masked == 3
    assert ID_NUMBER.encode() not in everything(tmp_path / "qinghe.zip")
    assert PHONE.encode() not in everything(tmp_path / "qinghe.zip")
    store = EvidenceStore(folder / EVIDENCE)
    assert any(ID_NUMBER.encode() in gzip.decompress(store.read(sha)) for sha in store if store.path(sha).suffix == ".gz")


def test_pictures_are_painted_over_where_the_number_stands_and_wholly_where_that_is_not_known(folder: Path, tmp_path: Path) -> None:
    bundle(folder, "qinghe", tmp_path / "qinghe.zip")
    files = unpacked(tmp_path / "qinghe.zip", tmp_path / "qinghe")
    whole, part = sorted((Image.open(file) for file in (files / "evidence").glob("*.jpg")), key=lambda one: -one.height)
    assert max(whole.getpixel((100, 50))) < 120  # type: ignore[type-var]
    assert min(whole.getpixel((100, 10))) > 240, "the rest of a whole page stays"  # type: ignore[type-var]
    assert max(part.getpixel((100, 5))) < 120, "a part of the page, scrolled to an unknown place"  # type: ignore[type-var]


def test_equal_rounds_give_equal_bytes(folder: Path, tmp_path: Path) -> None:
    bundle(folder, "qinghe", tmp_path / "a.zip")
    bundle(folder, "qinghe", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_file_that_is_missing_is_named_and_a_damaged_one_stops_it(folder: Path, tmp_path: Path) -> None:
    first, second, *_ = sorted((folder / EVIDENCE).rglob("*.json.gz"))
    first.unlink()
    results = [bundle(folder, city, tmp_path / f"{city}.zip") for city in ("qinghe", "linhai")]
    assert sum(len(found.missing) for found in results) == 1
    second.write_bytes(b"changed")
    with pytest.raises(VerificationFailed, match="not what was stored"):
        [bundle(folder, city, tmp_path / f"{city}.zip") for city in ("qinghe", "linhai")]


def test_an_unknown_city_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no city atlantis"):
        bundle(folder, "atlantis", tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()
