"""Drawing portals: the planted facts of the 36 invented cities (or of any others), in both rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from anfang.errors import BadInput
from anfang.testbed import families, texts
from anfang.testbed.deal import Dealer, Key
from anfang.testbed.facts import Channel, Lang, PortalFacts, StepFacts
from anfang.testbed.families import Family
from anfang.testbed.item import ONLINE, Codes, Item
from anfang.testbed.places import PLACES, Place
from anfang.testbed.rates import COMBINED, DELAY, HICCUP, ITEM, MAIL_IN, OFF_SITE, PORTAL, Rates, Round

TEXTS = ("legal_basis", "conditions", "location", "office_hours", "authority", "audience", "item_type", "fee", "result")


FIRST = ("table", "spa")
"""The families of the 36 invented cities: every value code is planted in a round that visits two kinds of portals."""


def draw(seed: int, round: Round) -> tuple[PortalFacts, ...]:
    """The portals of the 36 invented cities. `during` is `before` with transitions, mostly for the better."""
    return generate(PLACES, seed, round, only=FIRST)


def generate(
    places: Iterable[Place], seed: int, round: Round = "before", *, only: Sequence[str] = ()
) -> tuple[PortalFacts, ...]:
    """The portals of any cities, of the families of their language in turn (or of those named in `only`).

    The same arguments always give the same facts. Raises BadInput for a family that does not exist or that speaks
    another language than the city.
    """
    places = tuple(places)
    dealer = Dealer(seed, round, places)
    codes = {**_portal_codes(dealer, places), **_item_codes(dealer, places)}
    codes["search_rank"] = _ranks(dealer, codes)
    codes["mail_in"] = _ways_in(dealer, codes)
    langs: set[Lang] = {place.lang for place in places}
    chosen = {lang: _families(lang, only) for lang in langs}
    return tuple(
        _portal(place, dealer, codes, chosen[place.lang][i % len(chosen[place.lang])]) for i, place in enumerate(places)
    )


def _families(lang: Lang, only: Sequence[str]) -> list[Family]:
    held = families.load()
    if unknown := [name for name in only if name not in held]:
        raise BadInput(f"no family {unknown[0]}", where="--family", mend=f"name one of {', '.join(held)}")
    found = [held[name] for name in only or held if held[name].lang == lang]
    if not found:
        raise BadInput(f"none of the families speaks {lang}", where="--family", mend="name another family or language")
    return found


def _portal_codes(dealer: Dealer, places: Iterable[Place]) -> dict[str, Mapping[Key, Any]]:
    keys = [(place.id, "") for place in places]
    dealt = {row: dealer.deal(row, keys, rates) for row, rates in PORTAL.items()}
    return {**dealt, "delay": dealer.deal("delay", keys, DELAY, at_least=0)}


def _item_codes(dealer: Dealer, places: Iterable[Place]) -> dict[str, Mapping[Key, Any]]:
    places = tuple(places)
    search = dealer.deal("search", [(place.id, "") for place in places], PORTAL["search"])
    keys = [(place.id, step) for place in places for step in texts.STEPS]
    searchable = {key for key in keys if search[key[0], ""] == "works"}
    way = dealer.deal("way", searchable, ITEM["way"]) | dealer.deal(
        "way", set(keys) - searchable, _without("search", ITEM["way"])
    )
    offered = [key for key in keys if way[key] != "absent"]
    # What nobody sees is drawn all the same, so that every item has its facts; only what is offered fills the quotas.
    absent = [key for key in keys if way[key] == "absent"]
    rows = {row: rates for row, rates in ITEM.items() if row not in ("way", "search_rank", "text")}
    rows |= dict.fromkeys(TEXTS, ITEM["text"])
    dealt = {row: dealer.deal(row, offered, rates) | dealer.deal(row, absent, rates) for row, rates in rows.items()}
    return {"way": way, **dealt}


def _ranks(dealer: Dealer, codes: Codes) -> Mapping[Key, int | None]:
    """Only a search that works finds anything, and it finds every guide that nothing else leads to."""
    way = codes["way"]
    ranked = {key for key in way if codes["search"][key[0], ""] == "works" and way[key] != "absent"}
    only = {key for key in ranked if way[key] == "search"}
    rates = ITEM["search_rank"]
    found = dealer.deal("search_rank", ranked - only, rates) | dealer.deal("search_rank", only, _without(None, rates))
    return {key: found.get(key) for key in way}


def _ways_in(dealer: Dealer, codes: Codes) -> Mapping[Key, Any]:
    apply = codes["apply"]
    kinds = {key: "online" if code in ONLINE else code for key, code in apply.items()}
    ways: dict[Key, Any] = {}
    for kind, rates in MAIL_IN.items():
        ways |= dealer.deal("mail_in", [key for key in kinds if kinds[key] == kind], rates)
    return ways


def _without(code: Any, rates: Rates) -> Rates:
    left = {other: pair for other, pair in rates.items() if other != code}
    before, during = (sum(pair[i] for pair in left.values()) for i in (0, 1))
    return {other: (pair[0] / before, pair[1] / during) for other, pair in left.items()}


def _portal(place: Place, dealer: Dealer, codes: Codes, family: Family) -> PortalFacts:
    own = {row: codes[row][place.id, ""] for row in ("delay", *PORTAL)}
    steps = {step: Item(place, step, dealer, codes).facts() for step in texts.STEPS}
    facts = PortalFacts(
        id=place.id,
        name=place.name,
        region=place.region,
        family=family.name,
        seed=dealer.rng("seed", place.id).getrandbits(31),
        steps=steps,
        lang=place.lang,
        **own,
    )
    return _with_extras(facts, family, dealer.rng("extras", place.id))


def _with_extras(facts: PortalFacts, family: Family, rng: Random) -> PortalFacts:
    """What only some families can show, and a page that fails once."""
    consult, complaint = (_moved(rng, code, "off_site" in family.plants) for code in (facts.consult, facts.complaint))
    steps = _combined(facts, rng) if "combined" in family.plants and rng.random() < COMBINED else facts.steps
    hiccup = rng.randint(1, 12) if rng.random() < HICCUP else 0
    return replace(facts, consult=consult, complaint=complaint, steps=steps, hiccup=hiccup)


def _moved(rng: Random, code: Channel, possible: bool) -> Channel:
    """An enquiry that works, now and then on a host of its own."""
    return "off_site" if rng.random() < OFF_SITE and possible and code in ("open", "login") else code


def _combined(facts: PortalFacts, rng: Random) -> Mapping[str, StepFacts]:
    """Two neighbouring steps with one guide, where both have one."""
    pairs = [(a, b) for a, b in pairwise(facts.steps) if "absent" not in (facts.steps[a].way, facts.steps[b].way)]
    if not pairs:
        return facts.steps
    one, other = rng.choice(pairs)
    name = texts.pool(facts.lang).together.format(facts.steps[one].name, facts.steps[other].name)
    guide = replace(facts.steps[one], name=name)
    return {**facts.steps, one: guide, other: replace(guide, step=other, combined_with=one)}
