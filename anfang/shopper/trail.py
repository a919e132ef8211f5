"""What a visit saw, in the order of the story: the only thing that probes judge. Pure data over pages; no browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from anfang.model import City, Evidence, Json
from anfang.shopper.lexicon import Lexicon
from anfang.shopper.page import Page, fold, squeezed


def verbatim(text: str, quote: str) -> str:
    """The words as the page has them: found whatever the white space between its boxes, copied from the text."""
    found = re.search(r"\s*".join(map(re.escape, "".join(quote.split()))), text)
    return " ".join(found[0].split()) if found else quote


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The shopper stood here and looked: `role` says what for (home, guide, tab, apply, consult, ...)."""

    role: str
    step: str
    page: Page
    snapshot: str
    screenshot: str = ""
    label: str = ""
    """What was pressed or asked to see this: the tab's label, the query."""
    path: tuple[str, ...] = ()
    """The words pressed on the way from the home page."""
    status: int | None = None
    failure: str = ""
    dialogs: tuple[str, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    note: str = ""

    def evidence(self, quote: str = "", note: str = "") -> Evidence:
        return Evidence(
            quote=verbatim(self.page.text, quote)[:500],
            url=self.page.url,
            snapshot=self.snapshot,
            screenshot=self.screenshot,
            note=note or self.note,
        )

    def cite(self, words: str, *, note: str = "") -> Evidence:
        """Evidence that quotes the line of the page in which the words stand."""
        wanted = squeezed(words)
        line = next((line for line in self.page.text.split("\n") if wanted and wanted in squeezed(line)), "")
        return self.evidence(line[:300], note)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document or link asked for without the browser."""

    url: str
    status: int | None
    bytes: int = 0
    sha256: str = ""
    detected: str = ""
    """The type that the magic bytes tell: pdf, docx, doc, xlsx, xls, zip, html, empty, text, image, other."""
    named: str = ""
    """The type that the address or file name tells, '' where neither does."""
    failure: str = ""
    kind: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How a step's guide was found, or that it was not."""

    clicks: int | None
    proved: bool
    searched: bool = False
    exhausted: bool = True
    """False: the search ran out of budget, so that absence is not established."""
    listed: bool = False
    """The errands of the step's trade were listed without it; whether it is absent is for the site search to say."""
    looked: tuple[str, ...] = ()
    """The pages looked at, in order."""
    hinted: bool = False
    """A hint of cities.yaml led to the guide where links did not."""


@dataclass(slots=True)
class Trail:
    """One visit's record as it grows."""

    city: City
    channel: str
    steps: tuple[str, ...]
    lexicon: Lexicon
    now: datetime
    looks: list[Look] = field(default_factory=list[Look])
    ways: dict[str, Way] = field(default_factory=dict[str, Way])
    asked: dict[str, Json] = field(default_factory=dict[str, Json])
    """step -> {query, rank, looked} of the site search."""
    fetched: list[Fetched] = field(default_factory=list[Fetched])
    links: list[Fetched] = field(default_factory=list[Fetched])
    loads: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])
    """(address, seconds to the load event) of the timing pass."""
    places: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Section -> the places looked at where none was found: what its absence rests on."""
    unknown: dict[str, str] = field(default_factory=dict[str, str])
    """role or role:step -> why nothing can be said about it."""

    def all(self, role: str, step: str | None = None) -> Iterator[Look]:
        return (look for look in self.looks if look.role == role and step in (None, look.step))

    def first(self, role: str, step: str | None = None) -> Look | None:
        return next(self.all(role, step), None)

    def combined_with(self, step: str) -> str:
        """The first of the steps before whose guide is this step's too (a combined guide), or ''."""
        own = self.first("guide", step)
        for other in self.steps[: self.steps.index(step)] if own else ():
            theirs = self.first("guide", other)
            if own and theirs and (own.page.key, own.page.text) == (theirs.page.key, theirs.page.text):
                return other
        return ""

    @property
    def home(self) -> Look | None:
        return self.first("home")

    def furniture(self) -> frozenset[str]:
        """The lines of the home page: what stands there too is not a guide's own."""
        return frozenset(fold(line) for line in self.home.page.text.split("\n")) if self.home else frozenset()

    def replace(self, old: Look, new: Look) -> None:
        """Tell a look otherwise (another way to the same page)."""
        self.looks[self.looks.index(old)] = new

    def add(self, look: Look) -> Look:
        self.looks.append(look)
        return look


Facts = Mapping[str, Json]
