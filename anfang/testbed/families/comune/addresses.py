"""Addresses in the manner of four makers of municipal portals; the seed chooses one manner for all of a portal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from random import Random

STYLES = ("plain", "html", "do", "capital")


class Addresses:
    """Gives every page an address of its own. The same calls in the same order always give the same addresses."""

    def __init__(self, seed: int) -> None:
        self._rng = Random(f"comune:{seed}:addresses")
        self.style = STYLES[seed % len(STYLES)]
        self._numbers: set[int] = set()
        self._taken: set[str] = set()

    def fixed(self, name: str) -> str:
        """A page of the portal's own machinery, such as the search."""
        forms = {"plain": "/{0}", "html": "/it/{0}.html", "do": "/portale/{0}.do", "capital": "/Home/{1}"}
        return self._own(forms[self.style].format(name, _capitals(name)))

    def section(self, trail: Sequence[str]) -> str:
        """A page of lists, by the titles that lead to it."""
        if self.style == "plain":
            return self._own("/" + "/".join(map(slug, trail)))
        forms = {"html": "/it/{0}-c{1}.html", "do": "/portale/elenco.do?sez={1}", "capital": "/Home/Elenco/{1}/{2}"}
        return self._own(forms[self.style].format(slug(trail[-1]), self._number(), _capitals(trail[-1])))

    def following(self, section: str) -> str:
        """The second page of a list."""
        forms = {"plain": "?pagina=2", "html": "?p=2", "do": "&pag=2", "capital": "/(pagina)/2"}
        return self._own(section + forms[self.style])

    def sheet(self, title: str, trail: Sequence[str], under: str = "servizi") -> str:
        """The page of one service, or of one piece of news."""
        number = self._number()
        if self.style == "plain":
            way = [slug(one) for one in trail] or [under]
            return self._own("/" + "/".join([*way, slug(title) or f"scheda-{number}"]))
        forms = {
            "html": "/it/{0}/{1}-s{2}.html",
            "do": "/portale/scheda.do?tipo={0}&id={2}",
            "capital": "/Dettaglio/{0}/{2}/{3}",
        }
        return self._own(forms[self.style].format(under, slug(title) or "scheda", number, _capitals(title) or "Scheda"))

    def below(self, sheet: str, name: str) -> str:
        """A page that belongs to a sheet, such as its application form."""
        if "?" in sheet:
            return self._own(f"/portale/{name}.do?{sheet.partition('&')[2]}")
        return self._own(f"{sheet.removesuffix('.html')}/{name}" + (".html" if sheet.endswith(".html") else ""))

    def document(self, name: str, kind: str) -> str:
        """A file to download; one manner leaves its type to the answer's header."""
        number = self._number()
        if self.style == "do":
            return self._own(f"/portale/scaricaFile.do?allegato={number}")
        return self._own(f"/{'documents' if self.style == 'plain' else 'media'}/{number}/{name}.{kind}")

    def _number(self) -> int:
        number = self._rng.randint(1_000, 99_999)
        while number in self._numbers:
            number += 1
        self._numbers.add(number)
        return number

    def _own(self, address: str) -> str:
        if address in self._taken:
            raise ValueError(f"two pages at {address}")
        self._taken.add(address)
        return address


def slug(title: str) -> str:
    """Small letters and hyphens, without accents; empty for a title in another script."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70].rstrip("-")


def _capitals(title: str) -> str:
    return "-".join(part.capitalize() for part in slug(title).split("-") if part)
