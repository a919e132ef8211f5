from __future__ import annotations

import hashlib
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from anfang.errors import DiskFull, VerificationFailed
from anfang.evidence import EvidenceStore

PICTURE = b"\xff\xd8 a picture"
SHA = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "evidence")


@pytest.fixture
def file_limit() -> Iterator[int]:
    """No file may grow past 4 kB, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    yield 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)


def test_a_file_is_named_by_its_content(store: EvidenceStore) -> None:
    assert store.put(PICTURE, "jpg") == SHA
    assert store.path(SHA) == store.folder / SHA[:2] / f"{SHA}.jpg"
    assert store.read(SHA) == PICTURE


def test_the_same_content_is_kept_once(store: EvidenceStore) -> None:
    store.put(PICTURE, "jpg")
    written = store.path(SHA).stat().st_mtime_ns
    store.put(PICTURE, "jpg")
    assert store.path(SHA).stat().st_mtime_ns == written
    assert list(store) == [SHA]


@pytest.mark.parametrize("sha", ["0" * 64, "../../etc/passwd", "", "*"])
def test_what_is_not_there_is_a_key_error(store: EvidenceStore, sha: str) -> None:
    store.put(PICTURE, "jpg")
    assert sha not in store
    with pytest.raises(KeyError):
        store.path(sha)


def test_a_changed_file_is_not_given_out(store: EvidenceStore) -> None:
    store.put(PICTURE, "jpg")
    store.path(SHA).write_bytes(b"another picture")
    with pytest.raises(VerificationFailed, match=SHA):
        store.read(SHA)


def test_a_truncated_file_is_mended_by_putting_it_again(store: EvidenceStore) -> None:
    store.put(PICTURE, "jpg")
    store.path(SHA).write_bytes(b"")
    store.put(PICTURE, "jpg")
    assert store.read(SHA) == PICTURE


@pytest.mark.parametrize("suffix", ["", ".jpg", "../x", "jpg/", "JPG"])
def test_a_suffix_cannot_leave_the_folder(store: EvidenceStore, suffix: str) -> None:
    with pytest.raises(ValueError, match="suffix"):
        store.put(PICTURE, suffix)


def test_no_room_leaves_no_file_at_all(store: EvidenceStore, file_limit: int) -> None:
    with pytest.raises(DiskFull, match="make room"):
        store.put(b"x" * (file_limit + 1), "jpg")
    assert [file for file in store.folder.rglob("*") if file.is_file()] == []
    assert store.put(PICTURE, "jpg") == SHA


def test_what_a_killed_writer_left_is_swept_and_never_found(store: EvidenceStore) -> None:
    half = store.folder / SHA[:2] / f"{SHA}.jpg.4711.partial"
    half.parent.mkdir(parents=True)
    half.write_bytes(PICTURE[:3])
    assert SHA not in store
    assert store.sweep() == 1
    assert not half.exists()
