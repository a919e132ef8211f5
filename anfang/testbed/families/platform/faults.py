"""How what is planted as broken is broken: a server error, a page that says it is not there, an empty file and so on."""

from __future__ import annotations

from typing import Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices

PageFault = Literal["error", "soft"]
FileFault = Literal["missing", "page", "empty"]


def page_fault(pick: Choices, page: str) -> PageFault:
    """A page that cannot be had: 500, or 200 and the words that it is not there."""
    faults: tuple[PageFault, ...] = ("error", "soft")
    return pick.one(f"fault:{page}", faults)


def apply_fault(pick: Choices, step: StepFacts) -> PageFault | Literal["itself"]:
    """Where a broken application leads; `itself` is the guide again."""
    faults: tuple[PageFault | Literal["itself"], ...] = ("error", "soft", "itself")
    return pick.one(f"fault:apply:{step.step}", faults)


def file_fault(pick: Choices, step: StepFacts, kind: str) -> FileFault:
    """A form that is lost: 404, an HTML page under its name, or no byte at all."""
    faults: tuple[FileFault, ...] = ("missing", "page", "empty")
    return pick.one(f"fault:{kind}:{step.step}", faults)
