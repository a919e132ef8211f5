"""What cities.yaml tells of an odd portal: used before searching, kept in the evidence, and never an answer to findability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from anfang.model import Json
from anfang.shopper.job import VisitRecord


@dataclass(frozen=True, slots=True)
class Hints:
    """`start`: the page to begin at where the portal's address leads to a chooser or an old site; `search_box`: words beside
    the site search's box; `names`: step -> what the portal calls it; `guides`, `sections`: addresses."""

    start: str = ""
    search_box: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    guides: Mapping[str, str] = field(default_factory=dict[str, str])
    sections: Mapping[str, str] = field(default_factory=dict[str, str])


def hints_of(given: Mapping[str, Json]) -> Hints:
    """The hints of a city (cities.yaml has checked them)."""

    def table(name: str) -> Mapping[str, str]:
        return cast("Mapping[str, str]", given.get(name) or {})

    start, box = (str(given.get(name) or "") for name in ("start", "search_box"))
    return Hints(start, box, table("names"), table("guides"), table("sections"))


ROWS = {"consult": "int_consult_channel", "complaint": "int_complaint_channel", "status": "proc_status", "login": "tech_login"}


def proposed(record: VisitRecord) -> dict[str, dict[str, str]]:
    """Hints as cities.yaml holds them, from what a visit found: the guides' addresses and those of the sections."""
    found: dict[str, dict[str, str]] = {"guides": {}, "sections": {}}
    sections = {row: section for section, row in ROWS.items()}
    for one in record.observations:
        url = next((proof.url for proof in one.evidence if proof.url), "")
        if one.status != "observed" or not url:
            continue
        if one.indicator == "guide_findable" and one.value != "absent":
            found["guides"][one.step] = url
        elif one.indicator in sections and not _nothing(one.value):
            found["sections"][sections[one.indicator]] = url
    return {kind: addresses for kind, addresses in found.items() if addresses}


def _nothing(value: Json) -> bool:
    return value == "absent" or (isinstance(value, Mapping) and cast("Mapping[str, Json]", value).get("form") == "absent")
