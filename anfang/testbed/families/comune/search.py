"""The site search: its results for a question, with every guide at its planted rank."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request

from anfang.testbed.families.comune.page import asked
from anfang.testbed.families.comune.sheet import Sheet
from anfang.testbed.families.comune.site import Site
from anfang.testbed.families.comune.town import Town

_KEYWORDS = {
    "registration": "registrazione registrare iscrizione iscrivere costituzione costituire nuova società srl impresa azienda registro imprese",
    "seal": "timbro timbri sigillo aziendale societario società impresa azienda ufficiale rilascio deposito",
    "invoice": "fattura fatture fatturazione elettronica attivazione abilitazione emissione registri rilascio impresa",
    "social_insurance": "inps previdenza previdenziale contributi contributiva matricola datore datori lavoro azienda impresa iscrizione dipendenti",
}
_EMPTY = {
    "di",
    "del",
    "della",
    "dei",
    "delle",
    "il",
    "la",
    "le",
    "lo",
    "un",
    "una",
    "per",
    "in",
    "al",
    "all",
    "dell",
    "e",
    "a",
    "da",
    "l",
    "d",
    "nel",
    "come",
}


@dataclass(frozen=True, slots=True)
class Result:
    title: str
    address: str
    kind: str
    words: frozenset[str]


class Search:
    """The search, where the portal has one that works."""

    def __init__(self, site: Site, town: Town) -> None:
        self._site = site
        sheets = list(site.planting.sheets.values())
        self._guides = [sheet for sheet in sheets if sheet.guide and sheet.guide.search_rank]
        self._others = [self._sheet(sheet) for sheet in sheets if not sheet.guide] + [
            Result(news.title, address, "news", _words(news.title)) for news, address in town.news
        ]
        if site.facts.search == "works":
            site.add(site.url["search"], asked(self._page))

    def suggestions(self) -> list[str]:
        """Titles that the box proposes while somebody types."""
        return [result.title for result in self._others if result.kind == "service"] + [
            sheet.title for sheet in self._guides
        ]

    def _sheet(self, sheet: Sheet) -> Result:
        return Result(sheet.title, sheet.address, "service", _words(sheet.title))

    def _page(self, request: Request) -> str:
        site, query = self._site, request.query_params.get("testo", "").strip()[:200]
        found = self.results(query) if query else []
        often = site.voice.some("often", [sheet.title for sheet in site.stock.daily()], 5)
        return site.render(
            "search.html",
            title=site.voice("search title"),
            crumbs=site.crumbs(None),
            query=query,
            found=found,
            often=often,
        )

    def results(self, query: str) -> list[Result]:
        """At most ten results; a guide that is asked for stands at its rank."""
        asked_for = _words(query)
        wanted = [sheet for sheet in self._guides if _same(sheet.title, query)]
        named = any(_same(sheet.title, query) for sheet in self._site.planting.sheets.values())
        if not wanted and not named:
            wanted = [
                sheet for sheet in self._guides if _within(asked_for, _words(sheet.title) | self._keywords(sheet))
            ]
        found = self._beside(
            asked_for, max((sheet.guide.search_rank or 1 for sheet in wanted if sheet.guide), default=1)
        )
        for sheet in sorted(wanted, key=lambda sheet: (sheet.guide and sheet.guide.search_rank) or 1):
            found.insert(((sheet.guide and sheet.guide.search_rank) or 1) - 1, self._sheet(sheet))
        return found[:10]

    def _keywords(self, sheet: Sheet) -> frozenset[str]:
        steps = [one.step for one in self._site.facts.steps.values() if sheet.id in (one.step, one.combined_with)]
        return frozenset[str]().union(*(_words(_KEYWORDS[step]) for step in steps))

    def _beside(self, asked_for: frozenset[str], rank: int) -> list[Result]:
        """Other results: those that share a word, and where a rank asks for more, some that do not."""
        near = [result for result in self._others if _shared(asked_for, result.words)]
        near.sort(key=lambda result: (-_shared(asked_for, result.words), result.title))
        missing = max(0, rank - 1 - len(near[:8]))
        return near[:8] + [result for result in self._others if result not in near[:8]][:missing]


def _words(text: str) -> frozenset[str]:
    """The stems of a text's words: what is left without accents, articles and endings."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("s.r.l.", "srl")
    return frozenset(_stem(word) for word in re.findall(r"\w+", plain) if word not in _EMPTY)


def _stem(word: str) -> str:
    if len(word) > 6:
        return word[:6]
    return word[:-1] if len(word) > 4 else word


def _shared(asked_for: frozenset[str], words: Iterable[str]) -> int:
    return sum(word in asked_for for word in words)


def _within(asked_for: frozenset[str], words: frozenset[str]) -> bool:
    return bool(asked_for) and all(word in words for word in asked_for)


def _same(title: str, query: str) -> bool:
    return " ".join(title.casefold().split()) == " ".join(query.casefold().split())
