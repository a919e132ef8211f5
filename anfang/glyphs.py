"""Can this machine draw Chinese? Judged by drawing it, not by lists of fonts: tofu in a screenshot is false evidence."""

from __future__ import annotations

import warnings
from itertools import chain
from pathlib import Path

from matplotlib.ft2font import FT2Font
from playwright.async_api import Browser

SAMPLE = "直门骨中文"
"""Common characters, among them those whose Chinese and Japanese forms differ."""
UNASSIGNED = "\u0378\u0379"
"""Code points that no font has (unassigned in Unicode): they show what a missing character looks like here."""

_DRAW = """characters => characters.map(character => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 48;
  const pen = canvas.getContext('2d');
  pen.font = '32px sans-serif';
  pen.fillText(character, 4, 36);
  return canvas.toDataURL();
})"""


async def missing_in_browser(browser: Browser) -> str:
    """The characters of the sample that the browser draws as tofu or not at all; '' when all are drawn."""
    page = await browser.new_page(locale="zh-CN")
    try:
        drawn: list[str] = await page.evaluate(_DRAW, [*SAMPLE, *UNASSIGNED, " "])
    finally:
        await page.close()
    return tofu(drawn[: len(SAMPLE)], drawn[len(SAMPLE) :])


def tofu(drawn: list[str], absent: list[str]) -> str:
    """Characters of the sample whose picture is that of an absent one, or that of another character of the sample."""
    pictures = list(chain(drawn, absent))
    return "".join(
        character for character, picture in zip(SAMPLE, drawn, strict=True) if pictures.count(picture) > 1
    )


def missing_in_font(path: Path) -> str:
    """The characters of the sample that a font file cannot draw."""
    return "".join(character for character in SAMPLE if not _inked(FT2Font(str(path)), character))


def _inked(font: FT2Font, character: str) -> bool:
    if font.get_char_index(ord(character)) == 0:
        return False
    font.set_size(32, 72)
    font.set_text(character)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        font.draw_glyphs_to_bitmap()
    return any(bytes(font.get_image().tobytes()))
