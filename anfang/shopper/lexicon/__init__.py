"""What words mean on service portals: one YAML file per language, loaded once, matched without a model.

A label matches exactly, else by its suffix (weaker). Numbers, times and depths are read in values.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML

from anfang.errors import BadInput
from anfang.shopper.page import fold

FOLDER = Path(__file__).resolve().parent
LONGEST_LABEL = 24
NUMBERING = re.compile(
    r"^(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．:：]\s*|第[一二三四五六七八九十]+[项步]?\s*|[【\[◆●■▪·•★☆►▶>*※]+\s*)"
)
UNIT = re.compile(r"[(（]\s*(?:单位[:：]?)?\s*([^()（）]{1,16})\s*[)）]$")
CURLY = "\u2019"
"""The apostrophe of typesetters (l’area), compared as the plain one."""
CLAUSE_END = re.compile(r"[,.;。；，]")
SEVERAL_WORDS = re.compile(r"[\u4e00-\u9fff]{2,} +[\u4e00-\u9fff]{2,}")
"""A head row read as one text (受理地点 联系电话) is no label."""
SENTENCE = re.compile(r"[:,;。?!]")
"""A text of several clauses (收费标准:不收费) is no unknown label, whatever it ends with."""
EXACT, OUTLINE, SUFFIX, SENTENCE_STRENGTH = 4, 3, 2, 1
"""How surely a label was read: as a whole, over what follows it, by its ending, inside a sentence."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text read as the label of an element, and how surely (EXACT, SUFFIX ...)."""

    element: str
    text: str
    unit: str
    strength: int


class Lexicon:
    """The words of one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.lang: str = data["lang"]
        # One lexicon serves a whole round: what was worked out for a word once is kept.
        self.words = lru_cache(maxsize=None)(self._words)
        self.label = lru_cache(maxsize=32768)(self._label)
        self.has = lru_cache(maxsize=65536)(self._has)
        self._lowered = lru_cache(maxsize=None)(self._lower)
        self._squeezed = lru_cache(maxsize=None)(self._squeeze)

    def _lower(self, *path: str) -> tuple[tuple[str, str], ...]:
        return tuple((word, word.lower()) for word in sorted(self.words(*path), key=len, reverse=True))

    def _squeeze(self, *path: str) -> frozenset[str]:
        return frozenset(squeeze(word).lower() for word in self.words(*path))

    def _words(self, *path: str) -> tuple[str, ...]:
        """A list of words, e.g. words('actions', 'apply'); empty where the language has none."""
        node = self._at(*path)
        return tuple(fold(str(word)) for word in node) if node else ()

    def _at(self, *path: str) -> Any:
        """What stands at a path of keys, None where the language has nothing there."""
        node: Any = self._data
        for name in path:
            node = cast("Mapping[str, Any]", node).get(name) if isinstance(node, Mapping) else None
        return node

    def calling(self, names: Mapping[str, str]) -> Lexicon:
        """The lexicon with a portal's own names of steps before the usual ones."""
        if not names:
            return self
        steps = {
            step: {**entry, "names": [*([names[step]] if step in names else []), *entry["names"]]}
            for step, entry in self._data["steps"].items()
        }
        return Lexicon({**self._data, "steps": steps})

    def weights(self, *path: str) -> Mapping[str, float]:
        return {fold(str(word)): float(weight) for word, weight in self._at(*path).items()}

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(self._data["steps"])

    def groups(self, step: str) -> tuple[tuple[str, ...], ...]:
        """Word groups of a step: a text that holds a word of each group names the step."""
        groups = self._data["steps"].get(step, {}).get("groups", ())
        return tuple(tuple(fold(str(word)) for word in group) for group in groups)

    @cached_property
    def _exact(self) -> Mapping[str, str]:
        elements: Mapping[str, Any] = self._data["elements"]
        return {squeeze(label): name for name, entry in elements.items() for label in entry["labels"]}

    def _label(self, text: str) -> Label | None:
        """The element that a short text is the label of, or None."""
        plain, unit = strip_label(text)
        key = squeeze(plain)
        if not key or len(key) > LONGEST_LABEL * (1 if self.lang == "zh" else 2):
            return None
        if key in self._exact:
            return Label(self._exact[key], plain, unit, EXACT)
        return self._by_suffix(plain, key, unit) or self._by_head(plain, unit)

    def _by_head(self, plain: str, unit: str) -> Label | None:
        """A label that begins with a known one and says more of it, in languages whose head comes first."""
        low = plain.lower()
        if not self._data.get("head_first") or len(low) > LONGEST_LABEL * 2 or SENTENCE.search(plain):
            return None
        for label, name in self._heads:
            if low.startswith(f"{label} ") and not low.startswith(tuple(self.words("elements", name, "not")) or ("\0",)):
                return Label(name, plain, unit, SUFFIX)
        return None

    @cached_property
    def _heads(self) -> tuple[tuple[str, str], ...]:
        """Labels of several words or of one long one, the longest first, with their elements."""
        elements: Mapping[str, Any] = self._data["elements"]
        every = [(fold(str(label)).lower(), name) for name, entry in elements.items() for label in entry["labels"]]
        return tuple(sorted((one for one in every if " " in one[0]), key=lambda one: -len(one[0])))

    @cached_property
    def _suffixes(self) -> tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]:
        elements: Mapping[str, Any] = self._data["elements"]
        return tuple(
            (name, tuple(map(squeeze, entry.get("suffixes", ()))), frozenset(map(squeeze, entry.get("not", ()))))
            for name, entry in elements.items()
        )

    def _by_suffix(self, plain: str, key: str, unit: str) -> Label | None:
        best: tuple[int, str] = (0, "")
        if SEVERAL_WORDS.search(plain) or SENTENCE.search(plain):
            return None
        for name, suffixes, exceptions in self._suffixes:
            if key in exceptions:
                continue
            lengths = [len(suffix) for suffix in suffixes if key.endswith(suffix) and stands(suffix, key)]
            if lengths and len(key) <= 12 * (1 if self.lang == "zh" else 3):
                best = max(best, (max(lengths), name))
        return Label(best[1], plain, unit, SUFFIX) if best[0] else None

    def is_placeholder(self, text: str, element: str = "") -> bool:
        """Whether a value says nothing. 无 is an answer where the element may be none (fee, conditions)."""
        value = squeeze(text).rstrip("。.;；,，")
        if not value:
            return True
        if element in self.words("stated_when_none") and value in ("无", "none", "nessuno", "nessuna"):
            return False
        if value.lower() in self._squeezed("placeholders"):
            return True
        starts = tuple(map(squeeze, self.words("placeholder_starts")))
        return bool(starts) and value.startswith(starts) and len(value) <= 14

    def _has(self, text: str, *path: str) -> str:
        """The longest word of a list that the text contains, or ''."""
        low = fold(text).lower().replace(CURLY, "'")
        return next((word for word, lowered in self._lowered(*path) if lowered in low and stands(lowered, low)), "")

    def says(self, text: str, *path: str) -> str:
        """The words of a list that the text contains, or what one of its `<name>_forms` (regular expressions) finds, or ''."""
        word = self._has(text, *path)
        if word:
            return word
        value = fold(text)
        *above, name = path
        for form in self.words(*above, f"{name}_forms"):
            if found := re.search(form, value, re.I):
                return found.group(0)
        return ""

    def is_one_of(self, text: str, *path: str) -> bool:
        """Whether the whole text is one of a list's words (arrows and numbering aside)."""
        key = squeeze(strip_label(text)[0]).strip(">»›→").lower()
        return key in self._squeezed(*path)

    def denied(self, text: str, word: str) -> bool:
        """Whether the text denies the word: a negation stands shortly before it, in the same clause."""
        low = fold(text).lower()
        at = low.find(word.lower())
        reach = 8 if self.lang == "zh" else 24
        before = CLAUSE_END.split(low[max(0, at - reach) : at])[-1] if at >= 0 else ""
        return any(stands(negation.lower(), before) for negation in self.words("negations"))


def stands(word: str, text: str) -> bool:
    """Whether the word stands in the text; at Latin letters and digits as a whole word ("no" is not in "notice")."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_joined(text[at - 1 : at], word[:1]) or _joined(word[-1:], text[end : end + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def _joined(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one Latin word."""
    return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """Fold and drop all white space and a final colon (labels are often spaced out: 办 理 地 点)."""
    folded = fold(text).replace(CURLY, "'")
    joined = re.sub(r"\s+", "", folded) if any(ord(char) > 0x2E80 for char in folded) else folded.lower()
    return joined.rstrip(":：").strip()


def strip_label(text: str) -> tuple[str, str]:
    """A label without numbering, brackets, colon and required-mark, and the unit that stood in it."""
    plain = NUMBERING.sub("", fold(text)).strip(" :：*】]>»▾▼▴▲∨⌄↓+＋▸▶►﹀").strip()
    found = UNIT.search(plain)
    if found and found.start() > 0:
        return plain[: found.start()].strip(" :："), found.group(1)
    return plain, ""


def contains_any(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


@lru_cache
def load(lang: str) -> Lexicon:
    """The lexicon of a language.

    Raises BadInput when there is no file for it.
    """
    path = FOLDER / f"{lang}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.yaml")))
        raise BadInput(f"no lexicon for the language {lang!r}", mend=f"use one of: {known}; or add {path.name}")
    return Lexicon(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
