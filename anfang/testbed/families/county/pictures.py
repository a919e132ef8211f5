"""Pictures drawn for the site: landscapes, captchas, a code to scan, the icon."""

from __future__ import annotations

from anfang.testbed.families.county.dice import Dice

_SKIES = (("#9cc9ee", "#eaf5fd"), ("#f2c48d", "#fdf1df"), ("#b9d7c2", "#f2faf4"))
_HILLS = (("#5f8f6b", "#3c6b4a"), ("#6f86a8", "#44597a"), ("#8a7a55", "#5d4f31"))


def landscape(dice: Dice, name: str) -> str:
    """Hills under a sky."""
    rng = dice.rng("landscape", name)
    (top, low), (far, near) = rng.choice(_SKIES), rng.choice(_HILLS)
    sky = f'<linearGradient id="s" x2="0" y2="1"><stop stop-color="{top}"/><stop offset="1" stop-color="{low}"/></linearGradient>'
    back, front = (_ridge([rng.randint(low, high) for _ in range(7)]) for low, high in ((120, 210), (210, 280)))
    sun = f'<circle cx="{rng.randint(80, 500)}" cy="{rng.randint(50, 100)}" r="26" fill="#fff6d8"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="330" viewBox="0 0 600 330"><defs>{sky}</defs>'
        f'<rect width="600" height="330" fill="url(#s)"/>{sun}<path d="{back}" fill="{far}"/><path d="{front}" fill="{near}"/></svg>'
    )


def _ridge(heights: list[int]) -> str:
    return "M0 330 " + " ".join(f"L{i * 100} {height}" for i, height in enumerate(heights)) + " L600 330 Z"


def captcha(dice: Dice, key: object) -> str:
    """Four characters that dance."""
    rng = dice.rng("captcha", key)
    signs = "".join(
        f'<text x="{8 + 17 * i}" y="{20 + rng.randint(-3, 4)}" font-size="19" font-family="Georgia,serif" '
        f'fill="{rng.choice(("#803", "#148", "#262"))}" transform="rotate({rng.randint(-15, 15)} {14 + 17 * i} 15)">'
        f"{rng.choice('2345678abcdefhkmnpqrstwxy')}</text>"
        for i in range(4)
    )
    noise = "".join(
        f'<path d="M0 {rng.randint(2, 26)} L80 {rng.randint(2, 26)}" stroke="#9ab" fill="none"/>' for _ in range(3)
    )
    frame = '<rect width="80" height="28" fill="#f4f4ee"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="28">{frame}{noise}{signs}</svg>'


def matrix(dice: Dice) -> str:
    """What looks like a code to scan."""
    rng = dice.rng("matrix")
    dots = "".join(
        f'<rect x="{x * 5}" y="{y * 5}" width="5" height="5"/>' for x in range(29) for y in range(29) if rng.random() < 0.45
    )
    corners = "".join(
        f'<rect x="{x}" y="{y}" width="40" height="40" fill="#fff"/><rect x="{x + 2}" y="{y + 2}" width="31" height="31" '
        f'fill="none" stroke="#000" stroke-width="5"/><rect x="{x + 10}" y="{y + 10}" width="15" height="15"/>'
        for x, y in ((0, 0), (108, 0), (0, 108))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 155 155"><rect x="-5" y="-5" width="155" height="155" fill="#fff"/>{dots}{corners}</svg>'


def icon(colour: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="{colour}"/></svg>'
