"""How one portal of the vendor was configured: what the seed chooses, wordings apart."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

OPTIONS: dict[str, tuple[str, ...]] = {
    "api": ("/api/", "/gateway/portal/", "/rest/v2/"),
    "listing": ("button", "scroll", "pager"),
    "opens": ("self", "blank"),
    "usual": ("chip", "heading"),
    "wall": ("page", "box"),
    "signin": ("page", "box"),
    "pairs": ("blocks", "table", "lines"),
    "tabs": ("top", "left"),
    "files": ("cell", "pane", "menu"),
    "file_link": ("anchor", "script", "window"),
    "faq": ("pane", "page"),
    "fee": ("own", "base"),
    "rules": ("one", "two"),
    "stars": ("stars", "both", "words"),
    "units": ("label", "value"),
    "materials": ("tree", "opened", "flat"),
    "process": ("line", "table", "list"),
    "color": ("#1b6fd0", "#2066b8", "#c0322b", "#0a7d8c"),
    "talk": ("menu", "float", "tiles"),
    "hot": ("list", "cards"),
    "news_box": ("home", "page"),
    "search_at": ("head", "hero"),
    "titles": ("item", "site"),
    "code": ("hex", "long", "dashed"),
    "boot": ("0", "300", "800"),
    "first": ("themes", "news"),
}  # fmt: skip

ROUTES: dict[str, tuple[str, ...]] = {
    "home": ("/index", "/home", "/portal"),
    "list": ("/service", "/matter/list", "/bsfw"),
    "guide": ("/matter/detail", "/guide", "/service/bszn"),
    "faq": ("/matter/faq", "/guide/cjwt", "/service/question"),
    "apply": ("/apply", "/declare/form", "/wssb"),
    "search": ("/search", "/search/result", "/qwjs"),
    "news": ("/news/list", "/info", "/zwzx"),
    "article": ("/news/detail", "/info/article", "/zwzx/view"),
    "login": ("/login", "/passport", "/uc/login"),
    "app": ("/client", "/mobile/guide", "/appydl"),
    "status": ("/progress", "/case/query", "/bjcx"),
    "consult": ("/interact/consult", "/hdjl/wyzx", "/ask"),
    "complaint": ("/interact/complaint", "/hdjl/wyts", "/report"),
    "start": ("/theme/qykb", "/onething/1001", "/qykb"),
    "about": ("/about", "/page/about", "/gywm"),
    "help": ("/help", "/page/help", "/sybz"),
    "privacy": ("/privacy", "/page/privacy", "/yssm"),
    "terms": ("/terms", "/page/terms", "/fwtk"),
    "map": ("/map", "/page/sitemap", "/wzdt"),
}  # fmt: skip


class Taste:
    """Choices by key: the same key and the same options always give the same choice."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._held = {key: self.one_of(key, options) for key, options in OPTIONS.items()}
        self.routes = {page: self.one_of(f"route {page}", options) for page, options in ROUTES.items()}

    def __getitem__(self, key: str) -> str:
        return self._held[key]

    def rng(self, *key: object) -> Random:
        return Random(":".join(map(str, (self.seed, *key))))

    def one_of(self, key: str, options: Sequence[T]) -> T:
        return self.rng("taste", key).choice(options)

    def shuffled(self, key: str, options: Sequence[T]) -> list[T]:
        return self.rng("order", key).sample(options, len(options))

    def everything(self) -> dict[str, Any]:
        """For the pages' script."""
        return dict(self._held)
