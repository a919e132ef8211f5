"""Every picture of a portal by its file name: buttons, icons, banners, charts, codes."""

from __future__ import annotations

from starlette.responses import Response

from anfang.testbed.families.frames import pictures
from anfang.testbed.families.frames.enquiries import circle_labels
from anfang.testbed.families.frames.home import SPECIALS
from anfang.testbed.families.frames.pictures import PICTURES
from anfang.testbed.families.frames.site import Site

COLORS = {
    "blue": ("#5b9bd8", "#1f5fa8"),
    "red": ("#e0604f", "#a81d18"),
    "green": ("#62b06a", "#24733a"),
    "teal": ("#52aab8", "#1b6d80"),
}
_KEYS = {name: key for key, name in PICTURES.items()}


def colors(site: Site) -> tuple[str, str]:
    return COLORS[site.taste.pick("color", sorted(COLORS))]


def picture(name: str, site: Site) -> Response | None:
    """The picture's answer; None where there is none of this name."""
    drawn = _drawn(name, site)
    return None if drawn is None else Response(drawn, media_type="image/svg+xml")


def _drawn(name: str, site: Site) -> bytes | None:
    light, dark = colors(site)
    if name in _KEYS:
        return pictures.button(site.word(_KEYS[name]), light, dark)
    if name == "top":
        return pictures.banner(site.word("site"), light, dark)
    if name == "hdjl":
        return pictures.circles(circle_labels(site), dark)
    kind, _, number = name.partition("_")
    return _numbered(kind, number, site)


def _numbered(kind: str, number: str, site: Site) -> bytes | None:
    if not number.isdigit():
        return None
    light, dark = colors(site)
    if kind == "lct":
        return _chart(number, site)
    if kind == "zt":
        return pictures.button(SPECIALS[int(number) % len(SPECIALS)], light, dark, 480, 60)
    simple = {"tp": pictures.photo, "ewm": pictures.code, "yzm": pictures.captcha}
    if kind == "ico":
        return pictures.icon(int(number), dark)
    return simple[kind](int(number)) if kind in simple else None


def _chart(number: str, site: Site) -> bytes | None:
    for item in site.items.guides.values():
        if item.number == number and item.guide and item.guide.process:
            return pictures.chart(item.guide.process, colors(site)[1])
    return None
