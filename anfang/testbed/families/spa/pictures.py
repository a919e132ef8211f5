"""Drawn pictures: the emblem, a QR-like code and the characters of a captcha."""

from __future__ import annotations

from zlib import crc32

_SIZE = 25
_HEAD = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {0} {1}' width='{0}' height='{1}'>"


def emblem() -> str:
    star = "<path d='M24 8l5 11 12 1-9 8 3 12-11-6-11 6 3-12-9-8 12-1z' fill='#fd3'/>"
    return _HEAD.format(48, 48) + "<circle cx='24' cy='24' r='24' fill='#c8161d'/>" + star + "</svg>"


def draw(name: str) -> str:
    """The picture of this name: "emblem", "captcha" or a code."""
    if name == "emblem":
        return emblem()
    return _captcha() if name == "captcha" else _code(name)


def _captcha() -> str:
    lines = "<path d='M0 12L90 24M0 28L90 8' stroke='#9bc' fill='none'/>"
    return _HEAD.format(90, 34) + "<rect width='90' height='34' fill='#eef3f8'/>" + lines + (
        "<text x='12' y='25' font-size='22' fill='#36c' letter-spacing='6' transform='skewX(-8)'>7k3d</text></svg>"
    )  # fmt: skip


def _code(name: str) -> str:
    cells = [(x, y) for x in range(_SIZE) for y in range(_SIZE) if _dark(name, x, y)]
    marks = "".join(f"<rect x='{x * 6}' y='{y * 6}' width='6' height='6'/>" for x, y in cells)
    return (
        _HEAD.format(_SIZE * 6, _SIZE * 6)
        + "<rect width='100%' height='100%' fill='#fff'/>"
        + marks
        + "</svg>"
    )


def _dark(name: str, x: int, y: int) -> bool:
    for left, top in ((0, 0), (_SIZE - 7, 0), (0, _SIZE - 7)):
        if 0 <= x - left < 7 and 0 <= y - top < 7:
            ring = max(abs(x - left - 3), abs(y - top - 3))
            return ring != 2
    return crc32(f"{name}{x},{y}".encode()) % 2 == 0
