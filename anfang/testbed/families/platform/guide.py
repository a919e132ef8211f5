"""A guide: which of the stated elements stands in the head, in tables, in windows or in a pane of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.elements import ballast, stated
from anfang.testbed.families.platform.forms import FormFile, Kind, form_files
from anfang.testbed.families.platform.phrases import Pair
from anfang.testbed.families.platform.process import Process, process
from anfang.testbed.families.platform.questions import Question, questions
from anfang.testbed.families.platform.windows import has_windows, windows

Elements = tuple[str, ...]

_HEADS: tuple[Elements, ...] = (
    ("promised", "handling_type", "trips"),
    ("depth", "trips", "promised"),
    ("handling_type", "statutory", "promised", "depth"),
    (),
)
_AT_WINDOW: tuple[Elements, ...] = (("location", "office_hours", "phone"), ("office_hours", "location"), ())
_PANES: tuple[Elements, ...] = (
    ("conditions", "legal_basis"),
    ("conditions", "fee", "legal_basis"),
    ("legal_basis",),
    (),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A pane of the tab box, or a block where the portal has no tabs."""

    title: str
    kind: Literal["rows", "text", "materials", "process", "windows", "questions", "files"]
    rows: list[Pair] = field(default_factory=list[Pair])
    text: str = ""
    windows: list[list[Pair]] = field(default_factory=list[list[Pair]])


class Guide:
    """What the guide's page is made of."""

    def __init__(self, step: StepFacts, id: str, pick: Choices) -> None:
        self.step, self.id, self._pick = step, id, pick
        self._told = stated(step, pick)
        self.files = tuple(form_files(step, pick))
        self.process: Process | None = process(step, pick)
        self.questions: list[Question] = questions(step, pick)
        self.questions_apart = pick.chance("questions apart", 0.35)
        """The questions have a page of their own."""
        self.files_at = pick.one("files at", ("cell", "drop", "list"))
        if self.files_at == "cell" and not isinstance(step.materials, tuple):
            self.files_at = "drop"

    def of_kind(self, kind: Kind) -> list[FormFile]:
        return [file for file in self.files if file.kind == kind]

    @property
    def head(self) -> list[Pair]:
        """The lines beneath the title."""
        return [self._told[element] for element in self._head if element in self._told]

    @property
    def sections(self) -> list[Section]:
        found = [self._basic(), *self._panes(), *self._materials(), *self._process(), *self._windows()]
        order = self._pick.one("section order", ("as it comes", "mixed"))
        ordered = found if order == "as it comes" else [found[0], *self._pick.mixed("sections", found[1:])]
        return [*ordered, *self._files(), *self._questions()]

    @property
    def _head(self) -> Elements:
        return self._pick.one("head", _HEADS)

    @property
    def _at_window(self) -> Elements:
        return self._pick.one("at window", _AT_WINDOW) if has_windows(self._told) else ()

    @property
    def _own_panes(self) -> Elements:
        return self._pick.one("panes", _PANES)

    def _basic(self) -> Section:
        elsewhere = {*self._head, *self._at_window, *self._own_panes, "name"}
        rest = self._pick.mixed("basic", [element for element in self._told if element not in elsewhere])
        rows = [self._told["name"], *ballast(self._pick, self.id), *(self._told[element] for element in rest)]
        return Section(self._pick.word("basic"), "rows", rows)

    def _panes(self) -> list[Section]:
        pairs = [self._told[element] for element in self._own_panes if element in self._told]
        return [Section(label, "text", text=text) for label, text in pairs]

    def _materials(self) -> list[Section]:
        if self.step.materials is None:
            return []
        text = self._pick.word("no_materials") if self.step.materials == "none_needed" else ""
        return [Section(self._pick.word("materials"), "text" if text else "materials", text=text)]

    def _process(self) -> list[Section]:
        return [Section(self._pick.word("process"), "process")] if self.process else []

    def _windows(self) -> list[Section]:
        if not self._at_window:
            return []
        tables = windows(self._told, self._at_window, self._pick, self.id)
        return [Section(self._pick.word("windows"), "windows", windows=tables)]

    def _files(self) -> list[Section]:
        here = self.files and self.files_at == "list"
        return [Section(self._pick.word("files"), "files")] if here else []

    def _questions(self) -> list[Section]:
        here = self.questions and not self.questions_apart
        return [Section(self._pick.word("faq"), "questions")] if here else []
