"""One item of one city: from the codes dealt to the facts that its guide prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal

from anfang.testbed import texts
from anfang.testbed.deal import Dealer, Key
from anfang.testbed.facts import Document, Limit, Material, StepFacts
from anfang.testbed.handling import DEPTHS, derived_trips, seen_depth
from anfang.testbed.places import Place

ONLINE = ("form", "login_item", "login_generic")

Materials = tuple[Material, ...] | Literal["none_needed"] | None
Codes = Mapping[str, Mapping[Key, Any]]
"""Row -> (city, step) -> the code dealt."""


@dataclass(frozen=True, slots=True)
class Item:
    """A service item on its way from codes to facts. Wordings are the same in both rounds where the code is."""

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
            name=self.rng("name").choice(self.pool.names),
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
            legal_basis=self.text("legal_basis", self.pool.legal_basis),
            conditions=self.text("conditions", self.pool.conditions),
            location=self.text("location", (self.words.hall(self.rng("hall"), self.place.name),)),
            office_hours=self.text("office_hours", self.words.hours),
            authority=self.text("authority", self.pool.authority),
            audience=self.text("audience", self.words.audiences),
            item_type=self.text("item_type", self.words.item_types),
            fee=self.text("fee", self.pool.fees),
            result=self.text("result", self.results()),
        )
        return replace(step, depth=self.depth(step), trips=self.trips(step))

    @property
    def words(self) -> texts.Pool:
        return texts.pool(self.place.lang)

    @property
    def pool(self) -> texts.Item:
        return self.words.items[self.step]

    def code(self, row: str) -> Any:
        return self.codes[row][self.place.id, self.step]

    def rng(self, *key: object) -> Random:
        return self.dealer.rng("text", self.place.id, self.step, *key)

    def text(self, row: str, pool: tuple[str, ...]) -> str | None:
        code = self.code(row)
        if code == "unstated":
            return None
        rng = self.rng(row)
        return rng.choice(self.words.placeholders) if code == "placeholder" else rng.choice(pool).format(city=self.place.name)

    def contacts(self) -> tuple[str | None, str | None]:
        rng, kind, hotline = self.rng("contact"), self.code("contact"), self.words.hotline
        own, other = self.words.number(rng), self.words.number(rng)
        consultation = rng.choice((own, own, self.pool.hotline))
        complaint = rng.choice((other, other, hotline))
        pairs: dict[str, tuple[str | None, str | None]] = {
            "fine": (consultation, complaint),
            "hotline": (hotline, hotline),
            "same": (own, own),
            "malformed": rng.choice(((self.words.malformed(rng), complaint), (consultation, self.words.malformed(rng)))),
            "no_complaint": (consultation, rng.choice((None, self.words.placeholders[1]))),
            "no_consultation": (rng.choice((None, self.words.placeholders[2])), complaint),
        }
        return pairs[kind]

    def forms(self, materials: Materials) -> tuple[Document, Document]:
        return ("not_needed", "not_needed") if materials == "none_needed" else self.code("forms")

    def materials(self) -> Materials:
        rng, kind = self.rng("materials"), self.code("materials")
        if kind in ("none_needed", "unstated"):
            return "none_needed" if kind == "none_needed" else None
        chosen = rng.sample(self.pool.materials, rng.randint(2, len(self.pool.materials)))
        listed = tuple(sorted(chosen, key=self.pool.materials.index))
        if kind == "listed":
            return listed
        return (*listed, Material(rng.choice(self.words.catch_all), form="", source="", required=False, catch_all=True))

    def process(self) -> tuple[str, ...] | None:
        if self.code("process") == "unstated":
            return None
        online = self.code("apply") in ONLINE
        return self.rng("process").choice([steps for steps in self.pool.process if online or self.words.online not in steps[0]])

    def results(self) -> tuple[str, ...]:
        electronic = self.way_out() == "electronic"
        return tuple(result for result in self.pool.results if electronic or self.words.electronic not in result)

    def way_out(self) -> Any:
        """A seal cannot be downloaded: it comes by mail."""
        code = self.code("mail_out")
        return "mail" if (self.step, code) == ("seal", "electronic") else code

    def limits(self) -> tuple[Limit | None, Limit | None]:
        rng = self.rng("limits")
        days, hours = rng.choice(self.pool.statutory), rng.choice((2, 4, 8, 24, 48))
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
