"""The paragraphs of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anfang.testbed import texts


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: what is set in bold, and what follows."""

    head: str
    text: str
    inner: bool = False
    """A paragraph of a list."""


def opened(scheme: str, count: str, label: str, text: str) -> Iterable[Line]:
    """A chapter's first paragraph, or its heading and the paragraph below."""
    if scheme == "bracket":
        return [Line(bracketed(label), text)]
    if scheme in ("run_in", "bare"):
        return [Line(f"{count}{label}：", text)]
    return [Line(f"{count}{label}", ""), *([Line("", text)] if text else [])]


def bracketed(label: str) -> str:
    """A head in lenticular brackets, as notices have them."""
    return f"【{label}】"


def stopped(text: str) -> str:
    """With a full stop where there is a sentence without one."""
    plain = text in texts.pool("zh").placeholders or not text or text[-1] in "。；）)"
    return text if plain else f"{text}。"
