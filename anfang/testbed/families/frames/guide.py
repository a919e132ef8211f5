"""What a guide prints: panels in the portal's own order, each with a label and a text, a list or links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from anfang.testbed.facts import Material, StepFacts
from anfang.testbed.families.frames.files import Download, downloads
from anfang.testbed.families.frames.items import Item
from anfang.testbed.families.frames.questions import questions
from anfang.testbed.families.frames.site import Site

SHORT = (
    "authority", "audience", "item_type", "handling_type", "statutory", "promised", "fee", "result", "mail_in",
    "mail_out", "depth", "trips", "location", "office_hours", "phone", "complaint_phone",
)  # fmt: skip
LONG = ("legal_basis", "conditions", "materials", "process", "blank", "sample")
INNER = ("materials", "blank", "sample")
"""What stands in a frame of its own where the portal keeps materials apart."""


@dataclass(frozen=True, slots=True)
class Panel:
    key: str
    label: str
    kind: str
    """text, materials, process, files or faq: what `told` is."""
    told: Any


def named(item: Item, site: Site) -> Panel:
    return Panel("name", site.word("name"), "text", item.name)


def short(step: StepFacts, site: Site) -> list[Panel]:
    """The lines of the guide's first table, in the portal's order."""
    values = site.values
    worded = {
        "handling_type": values.handling(step.handling_type),
        "statutory": values.statutory(step.statutory),
        "promised": values.promised(step.promised),
        "mail_in": values.way_in(step),
        "mail_out": values.way_out(step),
        "depth": values.depth(step.depth),
        "trips": values.trips(step.trips),
    }
    texts = {key: worded[key] if key in worded else getattr(step, key) for key in SHORT}
    texts |= {f"{key}_note": values.note(getattr(step, key)) for key in ("statutory", "promised")}
    return [_text(key, texts[key], site) for key in _order(site) if texts[key] is not None]


def _order(site: Site) -> list[str]:
    """Some portals tell each time limit twice, in neighbouring cells and in other words."""
    twice = ("statutory", "promised") if site.taste.flag("limits told twice", 0.4) else ()
    keys = site.taste.shuffled("short", SHORT)
    return [one for key in keys for one in ((key, f"{key}_note") if key in twice else (key,))]


def long(item: Item, step: StepFacts, site: Site) -> list[Panel]:
    """The panels below: law, conditions, materials, process, forms, questions."""
    panels = [
        *_texts(step, site),
        *_materials(step.materials, site),
        *_process(step.process, site),
        *_files(item, step, site),
    ]
    order: list[str] = site.taste.shuffled("long", LONG)
    return [*sorted(panels, key=lambda panel: order.index(panel.key)), *_faq(item, step, site)]


def _text(key: str, text: Any, site: Site) -> Panel:
    return Panel(key, site.word(key), "text", text)


def _texts(step: StepFacts, site: Site) -> Iterable[Panel]:
    for key in ("legal_basis", "conditions"):
        if (text := getattr(step, key)) is not None:
            yield _text(key, text, site)


def _materials(materials: Any, site: Site) -> Iterable[Panel]:
    if materials is None:
        return
    if materials == "none_needed":
        yield _text("materials", site.word("none_needed"), site)
    else:
        yield Panel("materials", site.word("materials"), "materials", _rows(materials, site))


def _rows(materials: Sequence[Material], site: Site) -> list[dict[str, str]]:
    return [
        {
            "name": one.name,
            "source": one.source,
            "form": one.form,
            "copies": f"{one.copies}份",
            "required": site.word("yes" if one.required else "no"),
        }
        for one in materials
    ]


def _process(process: Sequence[str] | None, site: Site) -> Iterable[Panel]:
    if process:
        yield Panel("process", site.word("process"), "process", list(process))


def _files(item: Item, step: StepFacts, site: Site) -> Iterable[Panel]:
    """A line for each kind of form: a link, or the word that none is to be brought."""
    links = {one.kind: one for one in downloads(item, step, site)}
    for kind, state in (("blank", step.blank_form), ("sample", step.sample_form)):
        if kind in links:
            yield _file(links[kind], site)
        elif state == "not_needed":
            yield _text(kind, site.values.no_form(step) if kind == "blank" else site.word("no_sample"), site)


def _file(link: Download, site: Site) -> Panel:
    return Panel(link.kind, site.word(link.kind), "files", [link])


def _faq(item: Item, step: StepFacts, site: Site) -> Iterable[Panel]:
    if step.faq:
        apart = site.taste.flag("faq apart", 0.4)
        told = site.url("faq", item.number) if apart else questions(step, site.taste)
        yield Panel("faq", site.word("faq"), "elsewhere" if apart else "faq", told)
