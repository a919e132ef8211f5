"""The evidence folder of a report: screenshots as they are, thumbnails, and a text page for every snapshot quoted."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from anfang.errors import VerificationFailed
from anfang.evidence import EvidenceStore
from anfang.model import Evidence
from anfang.redaction import shown
from anfang.report.html.text import clean, folded, quote_anchor

FOLDER = "evidence"
THUMB = (220, 138)


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as a page shows it; paths are relative to the report's folder, '' where there is none."""

    of: Evidence
    snapshot: str
    anchor: str
    screenshot: str
    thumb: str
    missing: bool
    """A file that the observation names is not in the store."""


@dataclass(slots=True)
class Proofs:
    """Copies what the observations refer to; remembers which quotations each snapshot must show."""

    folder: Path
    quotes: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    pages: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    _thumbs: dict[str, str] = field(default_factory=dict[str, str])

    def show(self, evidence: Evidence, store: EvidenceStore | None) -> Proof:
        snapshot = self._snapshot(evidence, store)
        shot = self._screenshot(evidence, store)
        missing = bool(store) and (
            bool(evidence.snapshot) > bool(snapshot) or bool(evidence.screenshot) > bool(shot)
        )
        anchor = quote_anchor(evidence.quote) if snapshot and folded(evidence.quote) else ""
        return Proof(evidence, snapshot, anchor, shot, self._thumbs.get(evidence.screenshot, ""), missing)

    def _snapshot(self, evidence: Evidence, store: EvidenceStore | None) -> str:
        sha = evidence.snapshot
        if sha and store and sha not in self.pages and (page := _page(sha, store)):
            self.pages[sha] = page
        if sha not in self.pages:
            return ""
        self.quotes.setdefault(sha, set()).add(evidence.quote)
        return f"{FOLDER}/{sha}.html"

    def _screenshot(self, evidence: Evidence, store: EvidenceStore | None) -> str:
        sha = evidence.screenshot
        path = f"{FOLDER}/{sha}.jpg"
        if sha in self._thumbs:
            return path
        if not sha or not store or sha not in store:
            return ""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_picture(sha, evidence.snapshot, store))
        self._thumbs[sha] = _thumb(target, self.folder / FOLDER / "thumb" / f"{sha}.jpg", self.folder)
        return path


def _picture(sha: str, snapshot: str, store: EvidenceStore) -> bytes:
    """A screenshot with numbers of persons painted over; as it is on the disk where it is no longer what was stored."""
    try:
        return shown(store, sha, snapshot=snapshot).data
    except VerificationFailed:
        return store.path(sha).read_bytes()


def _page(sha: str, store: EvidenceStore) -> dict[str, str] | None:
    """url, title and visible text of a stored snapshot; None where it is missing or no longer what was stored."""
    try:
        body: dict[str, Any] = json.loads(gzip.decompress(shown(store, sha).data))
    except (KeyError, VerificationFailed, OSError, EOFError, ValueError):
        return None
    return {key: clean(str(body.get(key, ""))) for key in ("url", "title", "text")}


def _thumb(picture: Path, target: Path, root: Path) -> str:
    """The upper part of a screenshot, small; '' where the file is no picture."""
    try:
        with Image.open(picture) as whole:
            top = whole.convert("RGB").crop(
                (0, 0, whole.width, min(whole.height, round(whole.width * THUMB[1] / THUMB[0])))
            )
    except (UnidentifiedImageError, OSError):
        return ""
    top.thumbnail(THUMB)
    target.parent.mkdir(parents=True, exist_ok=True)
    top.save(target, "JPEG", quality=72)
    return target.relative_to(root).as_posix()
