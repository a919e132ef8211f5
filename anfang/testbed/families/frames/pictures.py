"""Pictures drawn as SVG and served under .gif names: browsers go by the type, so that no font need be at hand here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from random import Random

PICTURES = {
    "consult": "btn_wyzx", "complaint": "btn_wyts", "status": "btn_bjcx", "login": "btn_yhdl", "apply": "btn_zxsb",
    "people": "btn_grbs", "firms": "btn_qybs", "depts": "btn_bmbs", "hub": "btn_wsbs", "scene": "btn_kbqy",
    "detail": "btn_bszn", "step_on": "btn_next", "case_query": "btn_cx", "query_items": "btn_ss",
}  # fmt: skip
_FONT = "font-family='SimSun,NSimSun,Microsoft YaHei,Noto Sans CJK SC,sans-serif'"


def drawn(width: int, height: int, *parts: str) -> bytes:
    inner = "".join(parts)
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>{inner}</svg>".encode()


def word(x: float, y: float, text: str, size: int, fill: str = "#fff", *, bold: bool = False) -> str:
    weight = " font-weight='bold'" if bold else ""
    return f"<text x='{x}' y='{y}' font-size='{size}' fill='{fill}' text-anchor='middle' {_FONT}{weight}>{escape(text)}</text>"


def shade(name: str, light: str, dark: str) -> str:
    stops = f"<stop offset='0' stop-color='{light}'/><stop offset='1' stop-color='{dark}'/>"
    return f"<defs><linearGradient id='{name}' x1='0' y1='0' x2='0' y2='1'>{stops}</linearGradient></defs>"


def button(text: str, light: str, dark: str, width: int = 0, height: int = 34) -> bytes:
    """A label on a rounded plate; as wide as the label needs where no width is given."""
    width = width or 16 * len(text) + 36
    plate = f"<rect x='.5' y='.5' width='{width - 1}' height='{height - 1}' rx='5' fill='url(#g)' stroke='{dark}'/>"
    return drawn(width, height, shade("g", light, dark), plate, word(width / 2, height / 2 + 5, text, 15, bold=True))


def banner(title: str, light: str, dark: str) -> bytes:
    hills = "<path d='M0 120 Q150 40 300 105 T600 85 T1000 100 V120 H0Z' fill='#fff' opacity='.25'/>"
    sun = "<circle cx='60' cy='56' r='30' fill='#d5281f'/><circle cx='60' cy='56' r='30' fill='none' stroke='#f7d34a' stroke-width='4'/>"
    star = word(60, 68, "★", 34, "#f7d34a")
    name = f"<text x='110' y='68' font-size='36' fill='#fff' font-weight='bold' {_FONT}>{escape(title)}</text>"
    return drawn(1000, 120, shade("g", light, dark), "<rect width='1000' height='120' fill='url(#g)'/>", hills, sun, star, name)


def circles(labels: Sequence[str], dark: str) -> bytes:
    """The map of 互动交流: a circle for each label, two in a row (`circle_at` tells where)."""
    height = 20 + 104 * ((len(labels) + 1) // 2)
    shown = [
        f"<circle cx='{x}' cy='{y}' r='46' fill='{dark}' stroke='#fff' stroke-width='4'/>" + word(x, y + 5, label, 14)
        for label, (x, y) in zip(labels, map(circle_at, range(len(labels))), strict=True)
    ]
    return drawn(230, height, f"<rect width='230' height='{height}' fill='#eaf1f8' stroke='#c6d5e5'/>", *shown)


def circle_at(number: int) -> tuple[int, int]:
    return 62 + 106 * (number % 2), 60 + 104 * (number // 2)


def chart(steps: Sequence[str], dark: str) -> bytes:
    """A flow chart from top to bottom."""
    height = 58 * len(steps) + 10
    boxes = "".join(
        f"<rect x='150' y='{58 * n + 8}' width='220' height='34' fill='#f5faff' stroke='{dark}'/>"
        + word(260, 58 * n + 30, step, 14, "#222")
        + (f"<path d='M260 {58 * n + 42} v22 m-4 -6 l4 6 l4 -6' stroke='{dark}' fill='none'/>" if n + 1 < len(steps) else "")
        for n, step in enumerate(steps)
    )
    return drawn(520, height, f"<rect width='520' height='{height}' fill='#fff' stroke='#ddd'/>", boxes)


def icon(number: int, color: str) -> bytes:
    rng = Random(f"icon/{number}")
    bars = "".join(f"<rect x='{14 + 8 * n}' y='{rng.randint(14, 28)}' width='5' height='16' fill='#fff'/>" for n in range(3))
    return drawn(52, 52, f"<rect x='2' y='2' width='48' height='48' rx='10' fill='{color}'/>", bars)


def photo(number: int) -> bytes:
    rng = Random(f"photo/{number}")
    sky, land = rng.choice(("#9cc7ec", "#b9d7f3", "#f3d9a4")), rng.choice(("#5d8a4a", "#6f8f5b", "#4d7c6a"))
    blocks = "".join(
        f"<rect x='{x}' y='{rng.randint(60, 130)}' width='26' height='120' fill='#{rng.randint(0x77, 0xAA):02x}8f9f'/>"
        for x in range(10, 300, 34)
    )
    return drawn(300, 220, f"<rect width='300' height='220' fill='{sky}'/>", blocks, f"<rect y='170' width='300' height='50' fill='{land}'/>")


def code(number: int) -> bytes:
    """A square that looks like a QR code."""
    rng = Random(f"code/{number}")
    dots = "".join(f"<rect x='{x * 6}' y='{y * 6}' width='6' height='6'/>" for x in range(20) for y in range(20) if rng.random() < 0.5)
    corners = "".join(
        f"<rect x='{x}' y='{y}' width='36' height='36' fill='#fff' stroke='#000' stroke-width='6'/>" for x, y in ((3, 3), (81, 3), (3, 81))
    )
    return drawn(120, 120, "<rect width='120' height='120' fill='#fff'/>", dots, corners)


def captcha(number: int) -> bytes:
    rng = Random(f"captcha/{number}")
    digits = "".join(word(14 + 16 * n, rng.randint(17, 22), str(rng.randint(0, 9)), 18, "#36c") for n in range(4))
    lines = "".join(f"<path d='M0 {rng.randint(0, 26)} L76 {rng.randint(0, 26)}' stroke='#aaa'/>" for _ in range(4))
    return drawn(76, 26, "<rect width='76' height='26' fill='#eef'/>", digits, lines)
