"""The instrument in use: the rows that it can observe and the hash that is stamped on every round."""

from __future__ import annotations

import hashlib
import importlib
from pathlib import Path

import anfang
from anfang import suite

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
_LEXICON = "shopper/lexicon/*.yaml"


def default_basket(start: Path | None = None) -> tuple[str, ...]:
    """The rows that the suite's probes and derivations measure: in the order of BASKET, then the study's own.

    BASKET itself while the suite has no probe at all.
    """
    probes = _probes(start)
    known = (*probes, *DERIVED)
    own = tuple(row for row in known if row not in BASKET)
    return (*(row for row in BASKET if row in known), *own) if probes else BASKET


def instrument_hash(start: Path | None = None) -> str:
    """sha256 over catalogue, scenarios, probes and lexicon, file names included, line ends folded.

    A study's own file counts instead of the shipped one of the same name.
    """
    summed = hashlib.sha256()
    for name, file in sorted(_files(start).items()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        summed.update(f"{name}\0{len(content)}\0".encode() + content)
    return summed.hexdigest()


def _files(start: Path | None) -> dict[str, Path]:
    package = Path(anfang.__file__).parent
    found = {file.relative_to(package).as_posix(): file for file in package.glob(_LEXICON)}
    for folder in filter(None, (suite.shipped(), suite.study(start))):
        for pattern in _FILES:
            found |= {file.relative_to(folder).as_posix(): file for file in folder.glob(pattern)}
    return found


def _probes(start: Path | None) -> tuple[str, ...]:
    """The indicators that have a probe; importing the suite's probe files registers them."""
    for name in sorted(_files(start)):
        file = Path(name)
        if file.parts[0] == "probes" and file.suffix == ".py" and file.stem != "__init__":
            importlib.import_module(f"probes.{file.stem}")
    try:
        return tuple(importlib.import_module("anfang.probe").PROBES)
    except ModuleNotFoundError as missing:
        if missing.name != "anfang.probe":
            raise
        return ()
