"""YAML that people edit: YAML 1.2 in which every scalar stays the text that was written, with its position.

`NO`, `010` and `0571` are text here; the schema that reads the tree turns text into numbers. What YAML could do behind
an editor's back (aliases, tags, duplicate keys, several documents) is refused with the line and the mend.
`anfang.schema.check` then checks the tree against a pydantic model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from anfang.errors import BadInput

DEPTH = 20
"""Levels of nesting that a file may have."""
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_HUGE = 1e18
_WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}

Key = str | int
Place = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A mapping of dicts, lists, texts and None, and where in the file each part of it stands."""

    path: Path
    data: dict[str, Any]
    marks: Mapping[Place, tuple[int, int]]
    """Place -> (line, column), both counted from 1; of a field it is the place of its key."""
    text: str = ""

    def mark(self, *place: Key) -> tuple[int, int]:
        """Line and column of `place`, or of the nearest part above it that was written."""
        for end in range(len(place), 0, -1):
            if place[:end] in self.marks:
                return self.marks[place[:end]]
        return (1, 1)

    def line(self, *place: Key) -> int:
        return self.mark(*place)[0]

    def where(self, *place: Key) -> str:
        """'file:line:column' for error messages."""
        line, column = self.mark(*place)
        return f"{self.path}:{line}:{column}"


def read(path: Path, *, max_bytes: int = 10_000_000, numbers: bool = False) -> Tree:
    """The tree of one file; raises BadInput that names file, line and the mend.

    `numbers`: for files whose values have no schema (goalposts, hints): plain scalars in the form of JSON numbers, true
    and false become values; whatever JSON would not call a number (010, NO, 0x1F) stays text all the same.
    """
    return parse(_text(path, max_bytes), path=path, numbers=numbers)


def parse(text: str, *, path: Path, numbers: bool = False) -> Tree:
    """As `read`, from text; `path` is what the messages name."""
    if tab := _TAB.search(text):
        line = text.count("\n", 0, tab.start()) + 1
        _refuse(path, line, tab.end() - tab.start(), "a tab in the indentation", "indent with spaces")
    builder = _Builder(path, numbers)
    try:
        data = builder.document(iter(YAML(typ="safe", pure=True).parse(text)))
    except MarkedYAMLError as bad:
        fault: Any = bad
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = " ".join(part for part in (fault.context, fault.problem) if part)
        _refuse(
            path, line, column, f"not YAML: {problem}", "mend the line; quote text with ': ' or ' #' in it"
        )
    except ReaderError as bad:
        fault: Any = bad
        at = fault.position
        _refuse(path, *_position(text, at), f"the character U+{ord(text[at]):04X}", "delete it")
    except (YAMLError, ValueError, RecursionError) as bad:
        _refuse(path, 1, 1, f"not YAML: {bad}", "mend the file")
    return Tree(path, data, builder.marks, text)


def _text(path: Path, max_bytes: int) -> str:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise BadInput(
                f"the file has {size:,} bytes, more than {max_bytes:,}",
                where=str(path),
                mend="split it or cut it down",
            )
        data = path.read_bytes()
    except OSError as bad:
        raise BadInput(
            f"cannot be read: {bad.strerror}",
            where=str(path),
            mend="name a YAML file that exists and is readable",
        ) from bad
    return _decoded(path, data.removeprefix(b"\xef\xbb\xbf"))


def _decoded(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as bad:
        before = data[: bad.start]
        column = bad.start - before.rfind(b"\n")
        message = f"not UTF-8: byte 0x{data[bad.start]:02X} at offset {bad.start}"
        _refuse(
            path,
            before.count(b"\n") + 1,
            column,
            message,
            "save the file as UTF-8 (it may be GBK or UTF-16 now)",
        )
    if (at := text.find("\0")) >= 0:
        _refuse(
            path,
            *_position(text, at),
            f"a NUL character at offset {at}",
            "delete it; save as plain UTF-8 text",
        )
    return text


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _refuse(path: Path, line: int, column: int, message: str, mend: str) -> NoReturn:
    raise BadInput(message, where=f"{path}:{line}:{column}", mend=mend)


def _name(key: Any) -> str:
    return str(key.value)


class _Builder:
    """Turns parser events into the tree, one document, noting where every part stands."""

    def __init__(self, path: Path, numbers: bool) -> None:
        self.path = path
        self.numbers = numbers
        self.marks: dict[Place, tuple[int, int]] = {}

    def document(self, events: Iterator[Any]) -> dict[str, Any]:
        data, seen = None, False
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if seen:
                    self.refuse(event, "a second YAML document", "one document a file: delete from '---' on")
                seen = True
                data = self.root(next(events), events)
        if data is None:
            _refuse(self.path, 1, 1, "the file is empty", "write its fields or delete the file")
        return data

    def root(self, event: Any, events: Iterator[Any]) -> dict[str, Any] | None:
        if isinstance(event, ScalarEvent) and self.scalar(event) is None:
            return None
        if not isinstance(event, MappingStartEvent):
            self.refuse(
                event,
                "the file does not begin with a field",
                "begin with 'field: value', not with a list or text",
            )
        return self.mapping(event, events, ())

    def value(self, event: Any, events: Iterator[Any], place: Place) -> Any:
        self.check(event, place)
        if isinstance(event, MappingStartEvent):
            return self.mapping(event, events, place)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(events, place)
        return self.scalar(event)

    def mapping(self, event: Any, events: Iterator[Any], place: Place) -> dict[str, Any]:
        self.check(event, place)
        found: dict[str, Any] = {}
        while not isinstance(key := next(events), MappingEndEvent):
            self.check(key, place)
            if not isinstance(key, ScalarEvent):
                self.refuse(key, "a field's name must be text", "write 'name: value'")
            name = _name(key)
            here = (*place, name)
            if name in found:
                first = self.marks[here][0]
                self.refuse(
                    key, f"the field {name!r} is there twice (first in line {first})", "keep one of them"
                )
            self.marks[here] = (key.start_mark.line + 1, key.start_mark.column + 1)
            found[name] = self.value(next(events), events, here)
        return found

    def sequence(self, events: Iterator[Any], place: Place) -> list[Any]:
        found: list[Any] = []
        while not isinstance(item := next(events), SequenceEndEvent):
            here = (*place, len(found))
            self.marks[here] = (item.start_mark.line + 1, item.start_mark.column + 1)
            found.append(self.value(item, events, here))
        return found

    def scalar(self, event: Any) -> str | float | bool | None:
        text = str(event.value)
        if event.style:
            return text
        if _NUMBER.fullmatch(text):
            return self.number(event, text)
        if text in _WORDS and (self.numbers or _WORDS[text] is None):
            return _WORDS[text]
        return text

    def number(self, event: Any, text: str) -> Any:
        if len(text) > 40 or abs(float(text)) > _HUGE:
            self.refuse(
                event, f"the number {text[:20]}… is too big", "put it in quotes if it is text, else mend it"
            )
        if not self.numbers:
            return text
        return int(text) if text.lstrip("-").isdigit() else float(text)

    def check(self, event: Any, place: Place) -> None:
        if isinstance(event, AliasEvent):
            self.refuse(event, f"the alias *{event.anchor}", "write the text again where it is used")
        if event.anchor:
            self.refuse(event, f"the anchor &{event.anchor}", "delete it; quote text that begins with '&'")
        if getattr(event, "tag", None) is not None:
            self.refuse(event, f"the tag {event.tag}", "delete it; quote text that begins with '!'")
        if len(place) > DEPTH:
            self.refuse(event, f"more than {DEPTH} levels of nesting", "mend the indentation or the brackets")

    def refuse(self, event: Any, message: str, mend: str) -> NoReturn:
        _refuse(self.path, event.start_mark.line + 1, event.start_mark.column + 1, message, mend)
