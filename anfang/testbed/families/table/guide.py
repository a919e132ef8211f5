"""The guide of an item: which element stands where, in the portal's wordings. Nothing is printed that was not planted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anfang.testbed.facts import Material, StepFacts
from anfang.testbed.families.table import words
from anfang.testbed.families.table.files import Attachment, attachments
from anfang.testbed.families.table.items import Item
from anfang.testbed.families.table.portal import Portal

SHORT: Final = ("authority", "audience", "item_type", "handling_type", "fee", "result", "complaint_phone")
LONG: Final = ("legal_basis", "conditions")
WINDOW: Final = ("location", "office_hours", "phone")


@dataclass(frozen=True, slots=True)
class Guide:
    cells: tuple[tuple[str, str], ...]
    """Label and text of the short elements, two pairs a row."""
    blocks: tuple[tuple[str, str], ...]
    windows: tuple[tuple[str, str], ...]
    process: tuple[str, ...]
    materials: tuple[Material, ...]
    none_needed: str
    files: tuple[Attachment, ...]
    """Blank and sample form, or the sentence that there is no need of them."""
    files_in_table: bool


def guide(portal: Portal, item: Item) -> Guide:
    step, taste = item.facts, portal.taste
    listed = step.materials if isinstance(step.materials, tuple) else ()
    windows = tuple(_texts(portal, step, WINDOW))
    own_table = taste.chance("windows", 0.6)
    cells = [*_head(portal, step), *taste.some("cells", list(_cells(portal, step)), 99)]
    return Guide(
        cells=(*cells, *(() if own_table else windows)),
        blocks=tuple(_texts(portal, step, LONG)),
        windows=windows if own_table else (),
        process=step.process or (),
        materials=listed,
        none_needed=taste.pick("none", words.NONE_NEEDED) if step.materials == "none_needed" else "",
        files=attachments(portal, item),
        files_in_table=bool(listed) and taste.chance("files", 0.7),
    )


def _head(portal: Portal, step: StepFacts) -> Iterator[tuple[str, str]]:
    yield portal.word("name"), step.name


def _cells(portal: Portal, step: StepFacts) -> Iterator[tuple[str, str]]:
    yield from _texts(portal, step, SHORT)
    yield from _limits(portal, step)
    yield from _visits(portal, step)


def _texts(portal: Portal, step: StepFacts, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        text = getattr(step, key)
        if text is not None:
            yield portal.word(key), text


def _limits(portal: Portal, step: StepFacts) -> Iterator[tuple[str, str]]:
    if step.statutory is not None:
        yield words.limit(portal.taste, step.name, "statutory", step.statutory)
    if step.promised is not None:
        yield words.limit(portal.taste, step.name, "promised", step.promised)


def _visits(portal: Portal, step: StepFacts) -> Iterator[tuple[str, str]]:
    taste, key = portal.taste, step.name
    if step.depth is not None:
        yield portal.word("depth"), words.depth(taste, key, step.depth)
    if step.trips is not None:
        yield portal.word("trips"), words.trips(taste, key, step.trips)
    if step.mail_in is not None:
        yield portal.word("mail_in"), taste.pick(f"in:{key}", words.MAIL_IN[step.mail_in])
    if step.mail_out is not None:
        yield portal.word("mail_out"), taste.pick(f"out:{key}", words.MAIL_OUT[step.mail_out])
