"""How a site is laid out and how it behaves: one choice for the whole site, by its seed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from anfang.testbed.families.county.dice import Dice

_THEMES = (
    ("#1b5fa9", "#0f4480", "#eaf2fb"),
    ("#b3221c", "#8a1510", "#fdf1ef"),
    ("#1f7a53", "#135a3b", "#edf7f1"),
    ("#0d6e8a", "#084f64", "#e9f5f8"),
)
_WORDS = (
    "本网站正在进行改版升级，部分栏目内容迁移中，由此带来的不便敬请谅解。",
    "网站新版正式上线，欢迎社会各界提出宝贵意见和建议。",
    "为加强网站安全防护，请使用主流浏览器访问本网站。",
)


@dataclass(frozen=True, slots=True)
class Look:
    colour: str
    dark: str
    pale: str
    width: int
    drop_down: bool
    """Whether the menu opens on hover."""
    search: str
    """single: a box; scope: with a choice of where to search; two: a button for articles and one for services."""
    injected: bool
    """Whether results come by script."""
    visit: bool
    """Whether results lead through a counter that redirects."""
    pager: str
    """links: numbers; script: javascript: and a choice of the page; store: all entries lie in the page as XML."""
    acts: str
    """title: the entry's title leads to the guide, actions on hover too; only: nothing but the actions on hover does."""
    cover: bool
    """Whether a notice covers the home page."""
    cover_text: str
    ads: int
    """Floating advertisements of the home page."""
    rules: str
    """The notice before a letter's form: mask lies over it, gate hides it, frame shows it in a frame of its own."""
    opened: bool
    """Whether the application button works by script."""
    blank: bool
    """Whether links open a new window."""
    home: tuple[str, ...]
    """The home page's blocks."""


@lru_cache(maxsize=256)
def look(dice: Dice) -> Look:
    colour, dark, pale = dice.pick("theme", _THEMES)
    return Look(
        colour,
        dark,
        pale,
        width=dice.pick("width", (1000, 1180, 1200)),
        drop_down=dice.chance("drop down", 0.6),
        search=dice.pick("search box", ("single", "single", "scope", "two")),
        injected=dice.chance("injected", 0.35),
        visit=dice.chance("visit", 0.3),
        pager=dice.pick("pager", ("links", "script", "store")),
        acts=dice.pick("acts", ("title", "title", "only")),
        cover=dice.chance("cover", 0.6),
        cover_text=dice.pick("cover text", _WORDS),
        ads=dice.pick("ads", (1, 2, 2)),
        rules=dice.pick("rules", ("mask", "gate", "frame")),
        opened=dice.chance("opened", 0.35),
        blank=dice.chance("blank", 0.7),
        home=tuple(dice.shuffled("home", ("service", "interact", "open"))),
    )
