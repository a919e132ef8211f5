"""Drawing portals: the planted facts of the 36 invented cities (or of any others), in both rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from anfang.testbed import texts
from anfang.testbed.deal import Dealer, Key
from anfang.testbed.facts import PortalFacts
from anfang.testbed.item import ONLINE, Codes, Item
from anfang.testbed.places import PLACES, Place
from anfang.testbed.rates import DELAY, ITEM, MAIL_IN, PORTAL, Rates, Round

FAMILIES = ("table", "spa")
TEXTS = ("legal_basis", "conditions", "location", "office_hours", "authority", "audience", "item_type", "fee", "result")


def draw(seed: int, round: Round) -> tuple[PortalFacts, ...]:
    """The portals of the 36 invented cities. `during` is `before` with transitions, mostly for the better."""
    return generate(PLACES, seed, round)


def generate(places: Iterable[Place], seed: int, round: Round = "before") -> tuple[PortalFacts, ...]:
    """The portals of any cities; the same arguments always give the same facts."""
    places = tuple(places)
    dealer = Dealer(seed, round, places)
    codes = {**_portal_codes(dealer, places), **_item_codes(dealer, places)}
    codes["search_rank"] = _ranks(dealer, codes)
    codes["mail_in"] = _ways_in(dealer, codes)
    return tuple(
        _portal(place, dealer, codes, family=FAMILIES[i % len(FAMILIES)]) for i, place in enumerate(places)
    )


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


def _portal(place: Place, dealer: Dealer, codes: Codes, *, family: str) -> PortalFacts:
    own = {row: codes[row][place.id, ""] for row in ("delay", *PORTAL)}
    steps = {step: Item(place, step, dealer, codes).facts() for step in texts.STEPS}
    return PortalFacts(
        id=place.id,
        name=place.name,
        region=place.region,
        family=family,
        seed=dealer.rng("seed", place.id).getrandbits(31),
        steps=steps,
        **own,
    )
