from __future__ import annotations

from pathlib import Path

from anfang import suite
from anfang.rounds.instrument import BASKET, default_basket, instrument_hash


def test_the_basket_is_what_has_a_probe_or_is_derived() -> None:
    assert default_basket() == BASKET


def test_the_hash_follows_the_files_of_the_instrument_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "cities.yaml").write_text("cities: []\n")
    shipped = instrument_hash(tmp_path)
    (tmp_path / "notes.md").write_text("nothing of the instrument")
    assert instrument_hash(tmp_path) == shipped
    own = tmp_path / "scoring" / "catalogue.yaml"
    own.parent.mkdir()
    text = suite.find("scoring/catalogue.yaml").read_bytes()
    own.write_bytes(text.replace(b"\n", b"\r\n"))
    assert instrument_hash(tmp_path) == shipped
    own.write_bytes(text + b"# one row more\n")
    assert instrument_hash(tmp_path) != shipped
