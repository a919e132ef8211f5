"""Write a round's report as a static folder: no network, opens from file://, Chinese and English side by side."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from anfang.errors import BadInput
from anfang.evidence import EvidenceStore
from anfang.model import Comparison, RoundResults
from anfang.report import figures, reckoned
from anfang.report.asked import cells
from anfang.report.html import pages, sure
from anfang.report.html.city import CityPage, city_pages
from anfang.report.html.proofs import FOLDER, Proofs
from anfang.report.html.quotes import mark
from anfang.report.html.shares import weights_hold
from anfang.report.html.speech import Speech, percent
from anfang.report.html.text import safe_name, shown
from anfang.report.search_story import tell
from anfang.report.wording import LANGS, Lang
from anfang.shopper.search_record import SearchRecord
from scoring.certainty import Certainty

Searches = Mapping[str, tuple[SearchRecord, ...]]
"""City -> what its shopper searched for."""

_HERE = Path(__file__).parent
_OURS = ("zh", "en", "assets", "figures", FOLDER)


def write(
    results: RoundResults,
    out_dir: Path,
    *,
    against: RoundResults | None = None,
    comparison: Comparison | None = None,
    evidence: EvidenceStore | None = None,
    against_evidence: EvidenceStore | None = None,
    searches: Searches | None = None,
    against_searches: Searches | None = None,
    certainty: Certainty | None = None,
) -> Path:
    """Write the report of `results` to `out_dir` and return its index.html.

    `comparison` compares `against` (before) with `results` (after); both or neither. `certainty` says how sure the figures
    are, against the earlier round too; without it the pages show none of that. An earlier report in `out_dir` is
    replaced; BadInput for a folder that holds anything else.
    """
    if (against is None) != (comparison is None):
        raise ValueError("against and comparison go together")
    _make_room(out_dir)
    proofs = Proofs(out_dir)
    changes = comparison.cities if comparison else ()
    after = city_pages(results, proofs, evidence, changes, certainty, [against] if against else [])
    before = city_pages(against, proofs, against_evidence) if against else {}
    for lang in LANGS:
        _draw(results, comparison, out_dir / "figures", lang)
        told = {"city": searches or {}, "before": against_searches or {}}
        _Folder(out_dir, Speech(lang, results.catalogue), results, against, comparison, told, certainty).write(after, before)
    _evidence_pages(proofs, out_dir, simulated=results.simulated)
    index = out_dir / "index.html"
    _save(index, _environment(None).get_template("door.html").render(results=results))
    return index


def _make_room(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadInput("is a file, not a folder", where=str(folder), mend="name another folder with -o")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "assets" / "report.css").is_file():
        raise BadInput(
            "holds files that are no report", where=str(folder), mend="name an empty or new folder with -o"
        )
    for name in _OURS:
        shutil.rmtree(folder / name, ignore_errors=True)
    # First of all: a report that was cut short is known as ours by its style sheet and can be written again.
    shutil.copytree(_HERE / "assets", folder / "assets")


def _draw(results: RoundResults, comparison: Comparison | None, folder: Path, lang: Lang) -> None:
    figures.save(figures.scores(results, lang=lang), folder, f"standing-{lang}")
    if comparison:
        figures.save(figures.scores(results, comparison=comparison, lang=lang), folder, f"scores-{lang}")
    figures.save(figures.trips(results, comparison=comparison, lang=lang), folder, f"trips-{lang}")


def _environment(speech: Speech | None) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    if speech:
        made.globals.update(speech.globals())
        made.filters.update(speech.filters())
    return made


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class _Folder:
    """The pages of one language."""

    out: Path
    speech: Speech
    results: RoundResults
    against: RoundResults | None
    comparison: Comparison | None
    searches: Mapping[str, Searches]
    """Folder of city pages -> the searches of its cities."""
    certainty: Certainty | None

    def write(self, after: Mapping[str, CityPage], before: Mapping[str, CityPage]) -> None:
        environment = _environment(self.speech)
        common = self._common()
        for page, context in pages.contexts(self.results, self.comparison, self.speech, self.certainty, self.against).items():
            self._page(environment, f"{page}.html", f"{page}.html", common | {"here": page} | context)
        self._cities(environment, "city", after, self.results, {"before": before} if self.against else {})
        if self.against:
            self._cities(environment, "before", before, self.against, {"city": after})

    def _common(self) -> dict[str, Any]:
        cities = [*(self.against.cities if self.against else ()), *self.results.cities]
        shown_pages = [
            "index",
            "ranking",
            "regions",
            "problems",
            *(["comparison"] if self.comparison else []),
            "methodology",
        ]
        return {
            "results": self.results,
            "rounds": [self.results, *([self.against] if self.against else [])],
            "city_of": {city.id: city for city in cities},
            "pages": shown_pages,
        }

    def _cities(
        self,
        environment: Environment,
        folder: str,
        cities: Mapping[str, CityPage],
        results: RoundResults,
        others: Mapping[str, Mapping[str, CityPage]],
    ) -> None:
        ranked = sum(row.rank is not None for row in results.ranking.rows)
        weighted = weights_hold(results)
        for id, page in cities.items():
            path = f"{folder}/{safe_name(id)}.html"
            context = {
                "page": page,
                "ranked": ranked,
                "weighted": weighted,
                **_told(page, results, self.speech.lang),
                "confidence": percent(self.certainty.grouping.settings.comparison.confidence if self.certainty else None),
                "counterpart": self._counterpart(id, others),
                "stories": [tell(one, results.catalogue, self.speech.lang) for one in self.searches[folder].get(id, ())],
            }
            self._page(
                environment, path, "city.html", self._common() | {"results": results, "here": ""} | context
            )

    def _counterpart(self, id: str, others: Mapping[str, Mapping[str, CityPage]]) -> dict[str, str] | None:
        for folder, cities in others.items():
            other = self.against if folder == "before" else self.results
            if id in cities and other:
                return {"href": f"../{folder}/{safe_name(id)}.html", "round": other.name}
        return None

    def _page(self, environment: Environment, path: str, template: str, context: Mapping[str, Any]) -> None:
        deep = path.count("/")
        places = {"path": path, "home": "../" * deep, "root": "../" * (deep + 1)}
        # The macros see the places through the context of the template that imports them.
        text = environment.get_template(template).render({**context, **places})
        _save(self.out / self.speech.lang / path, text)


def _told(page: CityPage, results: RoundResults, lang: Lang) -> dict[str, Any]:
    """What a city's page says of its sum, of what would lift it and of its change."""
    held = page.sure
    kinds = sure.kinds_of(held.parts)
    return {
        "names": reckoned.names_of(results.catalogue, lang),
        "gains": held.lift.gains[: sure.GAINS] if held.lift else (),
        "ways": sure.ways(held.lift, results.catalogue, lang) if held.lift else (),
        "earlier_known": any(item.past.history for item, _ in page.problems),
        "asked": [(one.row, one.found, cells(one.found, lang)) for one in held.asked],
        "change_kinds": kinds,
        "change_parts": sure.parts_told(held.parts, kinds, results.catalogue, lang),
    }


def _evidence_pages(proofs: Proofs, out: Path, *, simulated: bool) -> None:
    template = _environment(None).get_template("evidence.html")
    for sha, page in proofs.pages.items():
        passages, quotes = mark(page["text"], proofs.quotes.get(sha, ()))
        text = template.render(sha=sha, page=page, passages=passages, quotes=quotes, simulated=simulated)
        _save(out / FOLDER / f"{sha}.html", text)
