"""Small drawings: the emblem, the bullets of the wizard, a captcha, a QR code that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{body}</svg>'


def _svg(width: int, height: int, body: str) -> str:
    return _SVG.format(w=width, h=height, body=body)


def emblem(color: str) -> str:
    """A roof over a doorway."""
    lines = '<path d="M10 24 L28 10 L46 24 Z" fill="#fff"/><path d="M15 27h6v15h-6zM25 27h6v15h-6zM35 27h6v15h-6z" fill="#fff"/>'
    return _svg(56, 56, f'<circle cx="28" cy="28" r="27" fill="{color}"/>{lines}<path d="M11 43h34v3H11z" fill="#fff"/>')


def bullet(color: str) -> str:
    return _svg(16, 16, '<circle cx="8" cy="8" r="6.5" fill="#fff" stroke="#999"/>')


def bullet_on(color: str) -> str:
    return _svg(16, 16, f'<circle cx="8" cy="8" r="6.5" fill="#fff" stroke="{color}"/><circle cx="8" cy="8" r="3.5" fill="{color}"/>')


def captcha(color: str) -> str:
    """Four characters on a striped ground."""
    rng = Random("captcha")
    letters = "".join(
        f'<text x="{10 + 19 * n}" y="{24 + rng.randint(-3, 3)}" font-size="20" fill="#446" '
        f'transform="rotate({rng.randint(-14, 14)} {16 + 19 * n} 18)">{letter}</text>'
        for n, letter in enumerate(rng.choices("3479ACEHKMPRTWXY", k=4))
    )
    stripes = "".join(f'<path d="M0 {rng.randint(0, 34)} L90 {rng.randint(0, 34)}" stroke="#9bc"/>' for _ in range(4))
    return _svg(90, 34, f'<rect width="90" height="34" fill="#eef4fa"/>{stripes}{letters}')


def code(color: str) -> str:
    """A pattern of squares with three corners: it looks like a QR code."""
    rng, side = Random("code"), 25
    dots = "".join(
        f'<rect x="{6 * x}" y="{6 * y}" width="6" height="6"/>' for x in range(side) for y in range(side) if rng.random() < 0.45
    )
    eye = '<g transform="translate({},{})"><rect width="42" height="42" fill="#fff"/><rect x="3" y="3" width="36" height="36" fill="none" stroke="#000" stroke-width="6"/><rect x="12" y="12" width="18" height="18"/></g>'
    return _svg(150, 150, f'<rect width="150" height="150" fill="#fff"/>{dots}{eye.format(0, 0)}{eye.format(108, 0)}{eye.format(0, 108)}')


PICTURES: dict[str, Callable[[str], str]] = {
    "emblem": emblem,
    "radio": bullet,
    "radio-on": bullet_on,
    "rand": captcha,
    "ewm": code,
}
