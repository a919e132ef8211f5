"""The evidence of one city as a zip that anyone can check with sha256sum: for a right of reply, an audit, a dispute."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

import anfang
from anfang.custody import Named, named, purged
from anfang.errors import BadInput
from anfang.evidence import EVIDENCE, EvidenceStore
from anfang.exchange import write_whole
from anfang.private import masked_all
from anfang.redaction import shown
from anfang.storage import chain, rows, tables
from anfang.store import Store
from anfang.timestamp import STAMPED, TOKEN

README = Path(anfang.__file__).parent / "templates" / "evidence"
_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every entry: equal rounds give equal bytes."""


@dataclass(frozen=True, slots=True)
class Bundled:
    files: int
    masked: int
    """Files in which numbers of persons were masked."""
    missing: tuple[str, ...]
    """Hashes that are named but not there and not purged on record."""
    head: str


def bundle(folder: Path, city: str, target: Path) -> Bundled:
    """Write the evidence of a city of the round in `folder`; the zip appears whole or not at all.

    Raises BadInput (no such round or city), VerificationFailed (a file is not what was stored).
    """
    with Store.open(folder) as store:
        if city not in {one.id for one in store.cities()}:
            raise BadInput(f"no city {city} in this round", where=folder.name, mend="see `anfang round status`")
        proofs, gone, head = named(store, city), purged(store), store.head()
        texts = {
            "observations.json": _pretty(_attempts(store, city)),
            "diary.json": _pretty([asdict(entry) for entry in store.diary(city)]),
            "chain.json": _pretty(_chain(store)),
            "head.txt": head.encode(),
        }
    files, manifest = _evidence(EvidenceStore(folder / EVIDENCE), proofs, gone)
    texts["manifest.json"] = _pretty({"round": folder.name, "city": city, "head": head, "evidence": manifest})
    texts |= {file.name: file.read_bytes() for file in sorted(README.iterdir())}
    texts |= {name: (folder / name).read_bytes() for name in (TOKEN, STAMPED) if (folder / name).is_file()}
    write_whole(target, _zip({**texts, **files}))
    missing = tuple(entry["sha256"] for entry in manifest if entry["state"] == "missing")
    return Bundled(len(files), sum(entry["masked"] for entry in manifest), missing, head)


def _attempts(store: Store, city: str) -> list[dict[str, Any]]:
    """Every attempt with its observations, in the order made."""
    query = select(tables.observations, tables.visits.c.city, tables.visits.c.channel, tables.attempts.c.number)
    joined = tables.observations.join(tables.attempts).join(tables.visits, tables.attempts.c.visit == tables.visits.c.id)
    query = query.select_from(joined).where(tables.visits.c.city == city).order_by(tables.observations.c.id)
    with store.transaction() as connection:
        found = connection.execute(query).mappings().all()
    told: list[dict[str, Any]] = []
    for made in store.attempts(city=city):
        mine = [row for row in found if (row["channel"], row["number"]) == (made.channel, made.number)]
        seen = [rows.observation_fields(row) | {"recorded_at": row["recorded_at"]} for row in mine]
        told.append(asdict(made) | {"observations": [one | {"evidence": [asdict(item) for item in one["evidence"]]} for one in seen]})
    return told


def _chain(store: Store) -> list[dict[str, Any]]:
    with store.transaction() as connection:
        return [asdict(link) for link in chain.links(connection)]


def _evidence(
    store: EvidenceStore, proofs: Iterable[Named], gone: frozenset[str]
) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    files: dict[str, bytes] = {}
    manifest: list[dict[str, Any]] = []
    pages = {one.sha: one.page for one in proofs if one.page}
    for sha in sorted({one.sha for one in proofs}):
        entry: dict[str, Any] = {"sha256": sha, "file": "", "masked": False, "state": "kept"}
        manifest.append(entry)
        if sha not in store:
            entry["state"] = "purged" if sha in gone else "missing"
            continue
        found = shown(store, sha, snapshot=pages.get(sha, ""))
        name = f"evidence/{store.path(sha).name}"
        entry |= {"file": name, "masked": found.changed}
        files[name] = found.data
    return files, manifest


def _pretty(value: Any) -> bytes:
    text = json.dumps(masked_all(value), ensure_ascii=False, indent=1, default=_plain)
    return (text + "\n").encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return dict(value)


def _zip(files: dict[str, bytes]) -> bytes:
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundled:
        for name, data in sorted({**files, "SHA256SUMS": sums.encode()}.items()):
            bundled.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()
