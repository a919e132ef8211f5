"""The instrument in use: the rows that it can observe and the hash that is stamped on every round."""

from __future__ import annotations

import hashlib
from pathlib import Path

import anfang
from anfang import suite
from anfang.probe import load_probes

BASKET = (
    "guide_findable",
    "guide_core_elements",
    "guide_ext_elements",
    "guide_time_limits",
    "guide_materials_clear",
    "guide_blank_form",
    "guide_sample_form",
    "guide_scenario",
    "guide_contact",
    "tech_load",
    "tech_links",
    "tech_search_ok",
    "tech_login",
    "tech_errors",
    "proc_trips",
    "proc_depth",
    "proc_apply",
    "proc_mail",
    "proc_status",
    "proc_days",
    "proc_materials",
    "int_consult_channel",
    "int_complaint_channel",
    "int_faq",
    "gate_service",
)
"""The catalogue rows that this release can observe without sending anything and without an account."""
DERIVED = ("gate_service",)
"""Rows that follow from other rows of the same visit, without a probe of their own."""

_FILES = ("scoring/catalogue.yaml", "scenarios/*.py", "scenarios/*.yaml", "probes/*.py", "probes/*.yaml")
_WORDS = ("shopper/*.py", "shopper/*.yaml", "shopper/lexicon/*.py", "shopper/lexicon/*.yaml")
"""How the shopper reads pages, ranks links and which words it knows: part of the instrument, though shipped with the engine."""


def default_basket() -> tuple[str, ...]:
    """The rows that the suite's probes and derivations measure: in the order of BASKET, then the study's own.

    BASKET itself while the suite has no probe at all.
    """
    probes = load_probes()
    known = (*probes, *DERIVED)
    own = tuple(row for row in known if row not in BASKET)
    return (*(row for row in BASKET if row in known), *own) if probes else BASKET


def instrument_hash(start: Path | None = None) -> str:
    """sha256 over catalogue, scenarios, probes, the shopper and its lexicon, file names included, line ends folded.

    A study's own file counts instead of the shipped one of the same name.
    """
    summed = hashlib.sha256()
    for name, file in sorted(_files(start).items()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        summed.update(f"{name}\0{len(content)}\0".encode() + content)
    return summed.hexdigest()


def _files(start: Path | None) -> dict[str, Path]:
    package = Path(anfang.__file__).parent
    found = {file.relative_to(package).as_posix(): file for words in _WORDS for file in package.glob(words)}
    for folder in filter(None, (suite.shipped(), suite.study(start))):
        for pattern in _FILES:
            found |= {file.relative_to(folder).as_posix(): file for file in folder.glob(pattern)}
    return found
