"""What two rounds say, in sentences for a reader without statistics: what changed, mainly why, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from anfang.model import Catalogue
from anfang.report.labels import label
from anfang.report.wording import Lang, number, signed
from scoring.changes import Changes
from scoring.decompose import grouped
from scoring.paired import Paired

LIST = {"zh": "、", "en": ", "}
PARTS = 2
"""So many causes are named at most..."""
SHARE = 0.2
"""...and none that made less than this share of the change."""


def verdict(found: Changes, catalogue: Catalogue, lang: Lang) -> tuple[str, ...]:
    """Trips, then the score, then the cities: each with its uncertainty. Empty where no city is in both rounds."""
    return (*_trips(found, catalogue, lang), *_score(found, catalogue, lang), *_classes(found, lang), *_published(found, lang))


def paragraphs(found: Changes, catalogue: Catalogue, lang: Lang) -> tuple[str, ...]:
    """The same as running text: one paragraph on the trips, one on the score, one on the cities."""
    parts = (_trips(found, catalogue, lang), _score(found, catalogue, lang), (*_classes(found, lang), *_published(found, lang)))
    gap = "" if lang == "zh" else " "
    return tuple(text for part in parts if (text := gap.join(part)))


def chance(p: float | None) -> str:
    """How often chance alone would do it: 2.3%, <0.1%."""
    if p is None:
        return "—"
    return "<0.1%" if p < 0.001 else f"{p:.1%}"


def sureness(found: Paired, settings_significance: float, lang: Lang) -> str:
    """Whether chance alone explains a change."""
    if found.flips is None:
        return label("too_few", lang)
    key = "chance_clear" if found.flips < settings_significance else "chance_open"
    return label("by_chance", lang).format(chance=chance(found.flips), verdict=label(key, lang))


def _trips(found: Changes, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    change, test = found.comparison.trips, found.trips
    if change.change is None or test is None:
        return
    names = {step.id: getattr(step, lang) for step in catalogue.steps}
    parts = {names.get(step, step): one.change or 0.0 for step, one in found.steps.items()}
    figures = {"before": number(change.before), "after": number(change.after), "mainly": _mainly(parts, change.change, lang)}
    yield label(f"trips_{_way(change.change)}", lang).format(**figures)
    yield from _uncertain(test, found, "cities_moved_trips", lang)


def _score(found: Changes, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    change, test = found.comparison.mean, found.headline
    if change.change is None or test is None or found.nation is None:
        return
    names = {one.id: getattr(one, lang) for one in catalogue.dimensions}
    parts = {names.get(name, name): amount for name, amount in grouped(found.nation, found.root).items()}
    told = {"before": number(change.before), "after": number(change.after)}
    told |= {"mainly": _mainly(parts, change.change, lang), "against": _against(parts, change.change, lang)}
    yield label(f"score_{_way(change.change)}", lang).format(**told)
    yield from _uncertain(test, found, "cities_moved", lang)


def _uncertain(test: Paired, found: Changes, moved: str, lang: Lang) -> Iterator[str]:
    same = test.n - test.rose - test.fell
    yield label(moved, lang).format(n=test.n, rose=test.rose, fell=test.fell, same=same)
    if test.n > 1:
        told = {"mean": signed(test.mean), "low": signed(test.low), "high": signed(test.high)}
        yield label("rests_on", lang).format(**told, confidence=f"{found.settings.comparison.confidence:.0%}")
    yield sureness(test, found.settings.comparison.significance, lang)


def _classes(found: Changes, lang: Lang) -> Iterator[str]:
    moved = found.movements
    if moved is None:
        return
    how = label("drawn_both" if moved.error_known else "drawn_weights", lang).format(spread=f"{found.settings.spreads[0]:.0%}")
    interval = {"low": signed(moved.mean_low), "high": signed(moved.mean_high), "share": f"{1 - 2 * found.settings.tail:.0%}"}
    yield label("drawn_change", lang).format(how=how, **interval)
    kinds = [one.kind for one in moved.cities.values()]
    yield label("classes" if moved.error_known else "classes_weights", lang).format(**{kind: kinds.count(kind) for kind in ("improved", "declined", "unchanged")})


def _published(found: Changes, lang: Lang) -> Iterator[str]:
    """Only where the printed means tell another change than the matched panel does."""
    held, matched = found.published, found.comparison.mean.change
    if held is None or held.both is None or (matched is not None and abs(held.change - matched) < 0.005):
        return
    means = {"before": number(held.before), "after": number(held.after), "change": signed(held.change)}
    parts = {"both": signed(held.both.change), "came": signed(held.came), "went": signed(held.went)}
    yield label("published_bridge", lang).format(**means, **parts)


def _way(change: float) -> str:
    if round(change, 2) == 0:
        return "same"
    return "rose" if change > 0 else "fell"


def _mainly(parts: Mapping[str, float], change: float, lang: Lang) -> str:
    """The parts that made most of it, the greatest first."""
    found = _listed(parts, change, lang)
    return label("mainly", lang).format(parts=found) if found else ""


def _against(parts: Mapping[str, float], change: float, lang: Lang) -> str:
    found = _listed({name: -amount for name, amount in parts.items()}, change, lang, sign=-1.0)
    return label("against", lang).format(parts=found) if found else ""


def _listed(parts: Mapping[str, float], change: float, lang: Lang, *, sign: float = 1.0) -> str:
    ahead = 1 if change > 0 else -1
    told = sorted(((amount * ahead, name) for name, amount in parts.items() if amount * ahead >= SHARE * abs(change)), reverse=True)
    each = label("part_amount", lang)
    return LIST[lang].join(each.format(part=name, amount=signed(sign * ahead * size)) for size, name in told[:PARTS] if round(size, 2))
