"""Evidence as it may be shown: numbers of persons masked in texts and painted over in pictures. The archive stays sealed."""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw, UnidentifiedImageError

from anfang.evidence import EvidenceStore
from anfang.private import masked_all, private

Box = tuple[int, int, int, int]
_MARGIN = 3
_GREY = (90, 90, 90)


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as it may be shown. `changed`: something in it was masked, so that its hash is no longer the recorded one."""

    data: bytes
    changed: bool


def shown(store: EvidenceStore, sha: str, *, snapshot: str = "") -> Shown:
    """A stored file ready to be shown; of a picture, `snapshot` is the hash of the page that it shows.

    Raises KeyError (missing), VerificationFailed (damaged).
    """
    data = store.read(sha)
    if store.path(sha).name.endswith(".jpg"):
        return _picture(data, store.read(snapshot) if snapshot in store else b"")
    return _text(data)


def _text(data: bytes) -> Shown:
    """A JSON file of ours, packed or not, with every text in it masked."""
    packed = data[:2] == b"\x1f\x8b"
    body = json.loads(gzip.decompress(data) if packed else data)
    clean = masked_all(body)
    if clean == body:
        return Shown(data, changed=False)
    raw = json.dumps(clean, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return Shown(gzip.compress(raw, 5, mtime=0) if packed else raw, changed=True)


def _picture(data: bytes, snapshot: bytes) -> Shown:
    """A picture with the places of private numbers painted over; wholly grey where the places are not certain."""
    body: dict[str, Any] = json.loads(gzip.decompress(snapshot)) if snapshot else {}
    count = _count(str(body.get("text", "")))
    found = [(tuple(row[4]), number) for row in body.get("rows", ()) if row[4] and (number := _count(str(row[2])))]
    if not count and not found:
        return Shown(data, changed=False)
    boxes = [box for box, _number in found]
    # What stands in the page's text but in no single node has no box: then the whole picture is withheld.
    sure = sum(number for _box, number in found) >= count
    try:
        with Image.open(io.BytesIO(data)) as whole:
            return Shown(_painted(whole.convert("RGB"), boxes, _height(body), sure=sure), changed=True)
    except (UnidentifiedImageError, OSError):
        return Shown(b"", changed=True)


def _painted(picture: Image.Image, boxes: list[Box], page: int, *, sure: bool) -> bytes:
    draw = ImageDraw.Draw(picture)
    if not sure or picture.height < page - 2:
        # A part of the page, scrolled to a place that is not recorded.
        draw.rectangle((0, 0, *picture.size), fill=_GREY)
    for x, y, width, height in boxes:
        draw.rectangle((x - _MARGIN, y - _MARGIN, x + width + _MARGIN, y + height + _MARGIN), fill=_GREY)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=60)
    return target.getvalue()


def _count(text: str) -> int:
    return sum(1 for _ in private(text))


def _height(body: dict[str, Any]) -> int:
    return max((row[4][1] + row[4][3] for row in body["rows"] if row[4] and row[5] & 1), default=0)
