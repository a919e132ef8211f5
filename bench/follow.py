"""Follow random figures of a report down to a quoted text and look for the text in the stored snapshot.

    python bench/follow.py [REPORT] [--results DIR] [--number N] [--seed N]

Figures are drawn in turn from the ranking, the regions, the comparison and the cities' pages, in both languages. Each is
followed as a reader follows it, by the links of the pages alone: to a city, to an observation, to a quotation and its
page. The quotation must stand in the snapshot that the round's evidence store keeps under the hash that the report
names, white space folded. A figure under which nothing is quoted (what is absent has no words) is drawn again and
counted. Exit code 1 when a link is broken, a quotation is not found, or too few figures lead to one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import lxml.html
from rich.console import Console
from rich.table import Table

from anfang.report.html.text import folded
from anfang.results import evidence

TABLES = ("ranking", "regions", "comparison")
LANGS = ("zh", "en")


class Broken(Exception):
    """A link, a name or a quotation that does not hold."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a page and the link that it is or, on a city's page, the row whose score it is."""

    page: Path
    text: str
    href: str
    city: str
    """'' for a region's."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a figure led; `fault` says what broke on the way."""

    figure: Figure
    round: str = ""
    city: str = ""
    row: str = ""
    quote: str = ""
    fault: str = ""


def figures(report: Path, kind: str) -> list[Figure]:
    """The figures of one kind of page in both languages: a table's linked figures, or the scores of cities' rows."""
    if kind in TABLES:
        pages = [report / lang / f"{kind}.html" for lang in LANGS]
        return [one for page in pages if page.is_file() for one in _linked(page)]
    pages = [page for lang in LANGS for page in sorted((report / lang / kind).glob("*.html"))]
    return [one for page in pages for one in _scores(page)]


def _linked(page: Path, inside: Any = None) -> Iterator[Figure]:
    place = _read(page) if inside is None else inside
    for link in place.xpath(".//td//a[@data-city or starts-with(@href, '#region-')]"):
        if any(char.isdigit() for char in link.text_content()):
            yield Figure(page, link.text_content().strip(), link.get("href"), link.get("data-city", ""))


def _scores(page: Path) -> Iterator[Figure]:
    for row in _read(page).xpath(".//article[@data-points != '']"):
        (score,) = row.xpath("./header/span[@class='score']")
        yield Figure(page, score.text_content().strip(), f"#{row.get('id')}", row.get("data-city"))


def draw(report: Path, rng: random.Random) -> Iterator[Figure]:
    """Every figure once, at random, the kinds of pages in turn."""
    kinds = [figures(report, kind) for kind in (*TABLES, "city", "before")]
    for kind in kinds:
        rng.shuffle(kind)
    return (one for one in chain.from_iterable(zip_longest(*kinds)) if one is not None)


def follow(figure: Figure, results: Path, rng: random.Random) -> Trail | None:
    """From the figure to a quotation; None where nothing is quoted under it. `results`: the folder of the rounds."""
    try:
        page, place = _land(figure.page, figure.href)
        if place.get("data-region") is not None:
            inner = [one for one in _linked(page, place) if one.city]
            return _renamed(follow(rng.choice(inner), results, rng), figure) if inner else None
        quotes = _whole(place).xpath(".//blockquote[@data-sha != '']")
        return _quoted(figure, page, rng.choice(quotes), results) if quotes else None
    except Broken as broken:
        return Trail(figure, fault=str(broken))


def _renamed(trail: Trail | None, figure: Figure) -> Trail | None:
    if trail is None:
        return None
    return Trail(figure, trail.round, trail.city, trail.row, trail.quote, trail.fault)


def _whole(place: Any) -> Any:
    """A city's score rests on all that its page shows."""
    return place.getroottree() if place.get("id") == "score" else place


def _quoted(figure: Figure, page: Path, quote: Any, results: Path) -> Trail:
    (sighting,) = quote.xpath("ancestor::div[@data-status]")
    name = quote.xpath("string(/html/body/@data-round)")
    row = " ".join(part for part in (sighting.get("data-indicator"), sighting.get("data-step")) if part)
    trail = Trail(figure, name, sighting.get("data-city"), row, quote.get("data-quote"))
    try:
        if figure.city and figure.city != trail.city:
            raise Broken(f"leads to {trail.city}, not to {figure.city}")
        _check_page(page, quote)
        _check_snapshot(trail.quote, quote.get("data-sha"), name, results)
    except Broken as broken:
        return Trail(figure, name, trail.city, row, trail.quote, str(broken))
    return trail


def _check_page(page: Path, quote: Any) -> None:
    """The link beside the quotation leads to the page of the same snapshot, to the place where the text stands."""
    links = quote.xpath("../a[@class='snapshot']")
    if not links:
        raise Broken("no link to the stored page")
    _, place = _land(page, links[0].get("href"))
    if place.xpath("string(/html/body/@data-sha)") != quote.get("data-sha"):
        raise Broken("the link leads to the page of another snapshot")


def _check_snapshot(quote: str, sha: str, name: str, results: Path) -> None:
    try:
        text = json.loads(gzip.decompress(evidence(name, results).read(sha)))["text"]
    except KeyError as missing:
        raise Broken(f"{name} has no snapshot {sha[:12]}") from missing
    if folded(quote) not in folded(text):
        raise Broken(f"the quotation is not in the snapshot {sha[:12]}")


def _land(page: Path, href: str) -> tuple[Path, Any]:
    """The page and the element that a link leads to."""
    path, _, anchor = href.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.is_file():
        raise Broken(f"{href}: no such page")
    tree = _read(target)
    found: list[Any] = tree.xpath(".//*[@id = $anchor]", anchor=anchor) if anchor else [tree]
    if len(found) != 1:
        raise Broken(f"{href}: {len(found)} places of this name")
    return target, found[0]


def _read(page: Path) -> Any:
    return lxml.html.fromstring(page.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def survey(report: Path, results: Path, *, number: int, seed: int) -> tuple[list[Trail], int]:
    """`number` figures that lead to a quotation or break (fewer where there are not so many), and those drawn again."""
    rng, trails, again = random.Random(seed), list[Trail](), 0
    for figure in draw(report, rng):
        if len(trails) == number:
            break
        if trail := follow(figure, results, rng):
            trails.append(trail)
        else:
            again += 1
    return trails, again


def table(trails: Sequence[Trail], report: Path) -> Table:
    made = Table("page", "figure", "round", "city", "row", "quotation", "")
    for one in trails:
        page = one.figure.page.relative_to(report).as_posix()
        quote = folded(one.quote)
        cut = quote if len(quote) <= 24 else f"{quote[:23]}…"
        made.add_row(page, one.figure.text, one.round, one.city, one.row, cut, one.fault or "found")
    return made


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Follow random figures of a report to the text that they rest on."
    )
    parser.add_argument("report", type=Path, nargs="?", default=Path("results/demo/report"))
    parser.add_argument("--results", type=Path, default=Path("results"), help="folder of the report's rounds")
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    asked = parser.parse_args()
    report = asked.report.resolve()
    trails, again = survey(report, asked.results, number=asked.number, seed=asked.seed)
    faults = sum(bool(one.fault) for one in trails)
    screen = Console(markup=False)
    screen.print(table(trails, report))
    screen.print(
        f"seed {asked.seed}: {len(trails)} of {asked.number} figures followed, {faults} broken; "
        f"{again} drawn again, nothing is quoted under them"
    )
    return 1 if faults or len(trails) < asked.number else 0


if __name__ == "__main__":
    sys.exit(main())
