"""The sections of a guide, in the arrangement of the portal."""

from __future__ import annotations

from dataclasses import dataclass, field

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.comune.rows import Row, Rows
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.site import Site

_CONTACTS = ("location", "office_hours", "phone", "complaint_phone")
_SINGLE = ("audience", "conditions", "fee", "result", "legal_basis")
"""Facts whose label is the heading of a section, where no list of rows has them."""

_GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "model": {
        "times": ("statutory", "promised"),
        "ways": ("mail_in", "mail_out", "trips", "depth"),
        "contacts": ("authority", *_CONTACTS),
        "more": ("name", "item_type", "handling_type", "legal_basis"),
    },
    "sheet": {
        "sheet": ("name", "item_type", "handling_type", "authority", "audience", "depth", "trips"),
        "times": ("statutory", "promised"),
        "ways": ("mail_in", "mail_out"),
        "contacts": _CONTACTS,
    },
    "brief": {
        "sheet": ("name", "audience", "fee", "result", "authority"),
        "times": ("promised", "statutory"),
        "ways": ("mail_in", "trips", "mail_out"),
        "contacts": _CONTACTS,
        "more": ("item_type", "handling_type", "depth", "legal_basis"),
    },
}
_MIDDLE = ("conditions", "process", "materials", "forms", "result", "times", "fee", "ways")
_PANES = {"second": (*_MIDDLE[1:4], "times", "fee", "ways"), "third": ("contacts", "more", "legal_basis", "faq")}


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    rows: list[Row] = field(default_factory=list[Row])

    @property
    def pane(self) -> str:
        """Where the section stands in a guide with tabs."""
        return next((pane for pane, held in _PANES.items() if self.id in held), "first")


def sections(site: Site, sheet: Sheet) -> list[Section]:
    """The sections that have something to say, in the portal's order."""
    guide = sheet.guide
    assert guide is not None
    rows = Rows(site.voice, guide, site.look.unit_in_label)
    groups = _GROUPS[site.look.grouping]
    grouped = {key for keys in groups.values() for key in keys}
    made = {id: Section(id, site.voice(id), rows.of(keys)) for id, keys in groups.items()}
    for key in _SINGLE:
        if key not in grouped and (row := rows.row(key)):
            made[key] = Section(key, row.label, [row])
    made["ways"] = Section("ways", _ways_title(site, guide), made["ways"].rows)
    made = {
        id: section for id, section in made.items() if section.rows or (id == "ways" and _button_below(site, guide))
    }
    return _ordered(site, {**made, **_special(site, sheet)})


def _special(site: Site, sheet: Sheet) -> dict[str, Section]:
    """Sections with contents of their own kind: papers, steps, files, questions."""
    guide = sheet.guide
    assert guide is not None
    files = {guide.blank_form, guide.sample_form} != {"absent"}
    apart = files and (not site.look.forms_with_papers or guide.materials is None)
    present = {
        "process": bool(guide.process),
        "materials": guide.materials is not None,
        "forms": apart,
        "faq": guide.faq > 0,
    }
    return {id: Section(id, site.voice(id)) for id, there in present.items() if there}


def _ordered(site: Site, made: dict[str, Section]) -> list[Section]:
    middle = site.voice.shuffled("order of sections", _MIDDLE)
    return [made[id] for id in ("sheet", "audience", *middle, "contacts", "more", "legal_basis", "faq") if id in made]


def _button_below(site: Site, guide: StepFacts) -> bool:
    """Whether the application's button stands in the section about the ways of the service."""
    return guide.apply != "absent" and not site.look.apply_on_top


def _ways_title(site: Site, guide: StepFacts) -> str:
    """The section is named after the access to the service only where the button is in it and the heading itself is none."""
    access = (
        _button_below(site, guide) and site.look.guide != "folds" and site.voice.pick("access heading", (True, False))
    )
    return site.voice("access" if access else "ways")
