"""How a portal looks: colours and arrangement, by its voice."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.families.comune.voice import Voice

_COLOURS = (
    ("#0b5cad", "#083f77", "#eaf2fb"),
    ("#00705f", "#004d41", "#e6f4f1"),
    ("#8a1f3d", "#5f1229", "#fbecf0"),
    ("#35478c", "#222f61", "#eceffa"),
    ("#7a4b12", "#55330a", "#f8f1e6"),
)


@dataclass(frozen=True, slots=True)
class Look:
    colour: str
    dark: str
    pale: str
    search: str
    """Where the search box is: in the header, behind a button, on the home page's first screen."""
    cookie: str
    """A bar at the bottom, or a box in the middle."""
    guide: str
    """One long page with an index, a row of folds, or tabs."""
    rows: str
    """Label and value as a definition list, a table or paragraphs."""
    grouping: str
    papers: str
    process: str
    home: str
    blank_windows: bool
    rating: bool
    unit_in_label: bool
    apply_on_top: bool
    faq_apart: bool
    privacy_first: bool
    button_downloads: bool
    forms_with_papers: bool

    @classmethod
    def of(cls, voice: Voice) -> Look:
        colour, dark, pale = voice.pick("colours", _COLOURS)
        return cls(
            colour=colour,
            dark=dark,
            pale=pale,
            search=voice.pick("look search", ("header", "panel", "hero")),
            cookie=voice.pick("look cookie", ("bar", "bar", "box")),
            guide=voice.pick("look guide", ("long", "long", "folds", "tabs")),
            rows=voice.pick("look rows", ("list", "table", "paragraphs")),
            grouping=voice.pick("look grouping", ("model", "sheet", "brief")),
            papers=voice.pick("look papers", ("table", "bullets", "cards")),
            process=voice.pick("look process", ("timeline", "numbers", "table", "arrows")),
            home=voice.pick("look home", ("news", "services", "topics")),
            blank_windows=voice.pick("look windows", (False, False, False, True)),
            rating=voice.pick("look rating", (True, True, False)),
            unit_in_label=voice.pick("look unit", (False, False, True)),
            apply_on_top=voice.pick("look apply", (True, False)),
            faq_apart=voice.pick("look faq", (True, False)),
            privacy_first=voice.pick("look privacy", (False, False, True)),
            button_downloads=voice.pick("look downloads", (False, False, True)),
            forms_with_papers=voice.pick("look forms", (True, False)),
        )
