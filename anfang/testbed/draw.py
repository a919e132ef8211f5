"""Drawing portals: the planted facts of the 36 invented cities (or of any others), in both rounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal

from anfang.testbed import texts
from anfang.testbed.deal import Dealer, Key
from anfang.testbed.facts import PLACEHOLDERS, Document, Limit, Material, PortalFacts, StepFacts
from anfang.testbed.handling import DEPTHS, derived_trips, seen_depth
from anfang.testbed.places import PLACES, Place
from anfang.testbed.rates import ITEM, MAIL_IN, PORTAL, Rates, Round

FAMILIES = ("table", "spa")
ONLINE = ("form", "login_item", "login_generic")
TEXTS = ("legal_basis", "conditions", "location", "office_hours", "authority", "audience", "item_type", "fee", "result")

Materials = tuple[Material, ...] | Literal["none_needed"] | None
Codes = Mapping[str, Mapping[Key, Any]]
"""Row -> (city, step) -> the code dealt."""


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
    return {row: dealer.deal(row, keys, rates) for row, rates in PORTAL.items()}


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
    own = {row: codes[row][place.id, ""] for row in PORTAL}
    steps = {step: _Guide(place, step, dealer, codes).facts() for step in texts.STEPS}
    return PortalFacts(
        id=place.id,
        name=place.name,
        region=place.region,
        family=family,
        seed=dealer.rng("seed", place.id).getrandbits(31),
        steps=steps,
        **own,
    )


@dataclass(frozen=True, slots=True)
class _Guide:
    """One item of one city on its way from codes to facts. Wordings are the same in both rounds where the code is."""

    place: Place
    step: str
    dealer: Dealer
    codes: Codes

    def facts(self) -> StepFacts:
        consultation, complaint = self.contacts()
        statutory, promised = self.limits()
        materials = self.materials()
        blank, sample = self.forms(materials)
        step = StepFacts(
            step=self.step,
            name=self.rng("name").choice(self.item.names),
            way=self.code("way"),
            search_rank=self.code("search_rank"),
            materials=materials,
            phone=consultation,
            complaint_phone=complaint,
            process=self.process(),
            handling_type=self.handling(promised),
            statutory=statutory,
            promised=promised,
            mail_in=self.code("mail_in"),
            mail_out=self.way_out(),
            depth=None,
            trips=None,
            blank_form=blank,
            sample_form=sample,
            apply=self.code("apply"),
            faq=self.code("faq"),
            legal_basis=self.text("legal_basis", self.item.legal_basis),
            conditions=self.text("conditions", self.item.conditions),
            location=self.text("location", (texts.hall(self.rng("hall"), self.place.name),)),
            office_hours=self.text("office_hours", texts.HOURS),
            authority=self.text("authority", self.item.authority),
            audience=self.text("audience", texts.AUDIENCES),
            item_type=self.text("item_type", texts.ITEM_TYPES),
            fee=self.text("fee", self.item.fees),
            result=self.text("result", self.results()),
        )
        return replace(step, depth=self.depth(step), trips=self.trips(step))

    @property
    def item(self) -> texts.Item:
        return texts.ITEMS[self.step]

    def code(self, row: str) -> Any:
        return self.codes[row][self.place.id, self.step]

    def rng(self, *key: object) -> Random:
        return self.dealer.rng("text", self.place.id, self.step, *key)

    def text(self, row: str, pool: tuple[str, ...]) -> str | None:
        code = self.code(row)
        if code == "unstated":
            return None
        rng = self.rng(row)
        return rng.choice(PLACEHOLDERS) if code == "placeholder" else rng.choice(pool).format(city=self.place.name)

    def contacts(self) -> tuple[str | None, str | None]:
        rng, kind = self.rng("contact"), self.code("contact")
        own, other = texts.number(rng), texts.number(rng)
        consultation = rng.choice((own, own, self.item.hotline))
        complaint = rng.choice((other, other, "12345"))
        pairs: dict[str, tuple[str | None, str | None]] = {
            "fine": (consultation, complaint),
            "hotline": ("12345", "12345"),
            "same": (own, own),
            "malformed": rng.choice(((texts.malformed(rng), complaint), (consultation, texts.malformed(rng)))),
            "no_complaint": (consultation, rng.choice((None, "暂无"))),
            "no_consultation": (rng.choice((None, "-")), complaint),
        }
        return pairs[kind]

    def forms(self, materials: Materials) -> tuple[Document, Document]:
        return ("not_needed", "not_needed") if materials == "none_needed" else self.code("forms")

    def materials(self) -> Materials:
        rng, kind = self.rng("materials"), self.code("materials")
        if kind in ("none_needed", "unstated"):
            return "none_needed" if kind == "none_needed" else None
        chosen = rng.sample(self.item.materials, rng.randint(2, len(self.item.materials)))
        listed = tuple(sorted(chosen, key=self.item.materials.index))
        if kind == "listed":
            return listed
        return (*listed, Material(rng.choice(texts.CATCH_ALL), form="", source="", required=False, catch_all=True))

    def process(self) -> tuple[str, ...] | None:
        if self.code("process") == "unstated":
            return None
        online = self.code("apply") in ONLINE
        return self.rng("process").choice([steps for steps in self.item.process if online or "网上" not in steps[0]])

    def results(self) -> tuple[str, ...]:
        electronic = self.way_out() == "electronic"
        return tuple(result for result in self.item.results if electronic or "电子" not in result)

    def way_out(self) -> Any:
        """A seal cannot be downloaded: it comes by mail."""
        code = self.code("mail_out")
        return "mail" if (self.step, code) == ("seal", "electronic") else code

    def limits(self) -> tuple[Limit | None, Limit | None]:
        rng = self.rng("limits")
        days, hours = rng.choice(self.item.statutory), rng.choice((2, 4, 8, 24, 48))
        statutory = {"days": Limit(days), "none": Limit(None), "unstated": None}
        promised = {
            "zero": Limit(0),
            "hours": Limit(hours, "hours"),
            "shorter": Limit(rng.randint(1, max(1, min(5, days - 1)))),
            "longer": Limit(days + rng.choice((2, 5, 10))),
            "unstated": None,
        }
        return statutory[self.code("statutory")], promised[self.code("promised")]

    def handling(self, promised: Limit | None) -> Any:
        kind = self.code("handling")
        if kind == "unstated":
            return None
        if promised is None:
            return self.rng("handling").choice(("即办件", "承诺件"))
        at_once = promised.amount == 0
        return "即办件" if at_once == (kind == "fits") else "承诺件"

    def depth(self, step: StepFacts) -> Any:
        kind = self.code("depth")
        if kind == "unstated":
            return None
        shift = {"honest": 0, "over": 1, "under": -1}[kind]
        return DEPTHS[min(3, max(0, DEPTHS.index(seen_depth(step)) + shift))]

    def trips(self, step: StepFacts) -> int | None:
        kind, derived = self.code("trips"), derived_trips(step)
        return {"unstated": None, "honest": derived, "boast": 0, "more": min(2, derived + 1)}[kind]
