"""Blank and sample forms: where a guide offers them, and the files behind the links."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.portal import Portal

Which = Literal["blank", "sample"]
Broken = Literal["", "gone", "page", "empty", "masked"]


@dataclass(frozen=True, slots=True)
class File:
    which: Which
    name: str
    url: str
    suffix: str
    broken: Broken

    @property
    def dead(self) -> bool:
        return self.broken != ""


def of_guide(portal: Portal, guide: StepFacts) -> list[File]:
    """The forms that a guide has links to, in order."""
    return [
        _file(portal, guide, which)
        for which in ("blank", "sample")
        if (guide.blank_form if which == "blank" else guide.sample_form) in ("works", "broken")
    ]


def _file(portal: Portal, guide: StepFacts, which: Which) -> File:
    rng = portal.taste.rng("file", guide.step, which)
    suffix = rng.choice(("docx", "docx", "xlsx") if which == "blank" else ("pdf", "docx"))
    path = portal.taste.one_of("file path", ("/attach/download?fid=", "/servlet/DownFileServlet?id=", "/fileserver/get?key="))
    fid = hashlib.sha1(f"{portal.taste.seed}:{guide.step}:{which}".encode()).hexdigest()[:20]
    works = (guide.blank_form if which == "blank" else guide.sample_form) == "works"
    # What a link leads to is either there or says that it is not; a script may also fetch something else.
    kinds: tuple[Broken, ...] = ("gone", "page") if portal.taste["file_link"] == "anchor" else ("gone", "page", "empty", "masked")
    return File(which, portal.words[which], path + fid, suffix, "" if works else rng.choice(kinds))


def in_table(portal: Portal, matter: Matter) -> list[dict[str, str]]:
    """The forms beside the first material, where this portal puts them there."""
    listed = isinstance(matter.guide.materials, tuple)
    return _shown(portal, matter.guide) if listed and portal.taste["files"] == "cell" else []


def in_menu(portal: Portal, matter: Matter) -> list[dict[str, str]]:
    """The forms of the drop-down beside the title, where this portal has one."""
    return _shown(portal, matter.guide) if portal.taste["files"] == "menu" else []


def pane(portal: Portal, matter: Matter) -> list[dict[str, Any]]:
    """The blocks of the pane of forms: those that stand nowhere else, and that none is to be brought."""
    guide, words = matter.guide, portal.words
    elsewhere = in_table(portal, matter) or in_menu(portal, matter)
    held = [] if elsewhere else _shown(portal, guide)
    for entry in held:
        entry["name"] = guide.name + entry["name"]
    found: list[dict[str, Any]] = [{"kind": "files", "files": held}] if held else []
    for which, code in (("blank", guide.blank_form), ("sample", guide.sample_form)):
        if code == "not_needed":
            found.append({"kind": "pairs", "pairs": [{"label": words[which], "value": words[f"{which}_not_needed"]}]})
    return found


def _shown(portal: Portal, guide: StepFacts) -> list[dict[str, str]]:
    by = portal.taste["file_link"]
    by = "script" if portal.taste["files"] == "menu" and by == "anchor" else by
    return [{"name": f"{file.name}.{file.suffix}", "url": file.url, "by": by} for file in of_guide(portal, guide)]


def anchors(portal: Portal, matter: Matter) -> dict[str, bool]:
    """The links among them, and whether each is dead."""
    by_url = {file.url: file.dead for file in of_guide(portal, matter.guide)}
    shown = (*in_table(portal, matter), *in_menu(portal, matter), *_in_pane(portal, matter))
    return {entry["url"]: by_url[entry["url"]] for entry in shown if entry["by"] == "anchor"}


def _in_pane(portal: Portal, matter: Matter) -> list[dict[str, str]]:
    return [entry for block in pane(portal, matter) if block["kind"] == "files" for entry in block["files"]]
