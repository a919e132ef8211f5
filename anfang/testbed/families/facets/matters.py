"""Everything that has a guide: the planted steps and the services beside them, each under a code of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from anfang.testbed.facts import Limit, Material, PortalFacts, StepFacts
from anfang.testbed.families.facets.services import KIN, OTHERS, Service
from anfang.testbed.families.facets.taste import Taste
from anfang.testbed.families.facets.themes import DEPARTMENTS, STEP_DEPARTMENTS, STEP_THEMES


@dataclass(frozen=True, slots=True)
class Matter:
    code: str
    guide: StepFacts
    service: Service

    @property
    def planted(self) -> bool:
        return self.guide.step in STEP_THEMES

    @property
    def online(self) -> bool:
        """Whether the list keeps it when only online services are asked for."""
        return self.guide.apply != "absent"


class Matters:
    """The portal's guides, by code."""

    def __init__(self, facts: PortalFacts, taste: Taste) -> None:
        self._taste, self._city = taste, facts.name
        self.planted = tuple(self._matter(guide, _place(guide)) for guide in facts.guides)
        self.others = tuple(self._matter(self._plain(service), service) for service in (*OTHERS, *KIN))
        self.by_code = {matter.code: matter for matter in (*self.planted, *self.others)}

    def kin(self, step: str) -> list[Matter]:
        """The neighbours of a step, in the portal's order."""
        return self._taste.shuffled(f"kin {step}", [one for one in self.others if one.service.kin == step])

    def of_theme(self, theme: str) -> list[Matter]:
        """The services of a theme that are no step's neighbours."""
        return [one for one in self.others if one.service.theme == theme and not one.service.kin]

    def of_department(self, department: str) -> list[Matter]:
        return [one for one in self.others if one.service.department == department]

    def trades(self, tab: str) -> list[Matter]:
        """Services of other trades than the steps', in the portal's order."""
        own = STEP_THEMES.values()
        found = [one for one in self.others if one.service.tab == tab and one.service.theme not in own]
        return self._taste.shuffled(f"trades {tab}", found)

    def _matter(self, guide: StepFacts, service: Service) -> Matter:
        return Matter(_code(self._taste, service.name), guide, service)

    def _plain(self, service: Service) -> StepFacts:
        """A short guide: who does it, for whom, from what papers."""
        rng = self._taste.rng("plain", service.name)
        chip = DEPARTMENTS[service.department][1]
        return _short(
            service.name,
            authority=f"{self._city}市{chip}",
            audience="自然人" if service.tab == "personal" else "企业法人",
            materials=(Material(f"{service.name}申请表"), Material("申请人身份证明", form="复印件")),
            promised=Limit(rng.randint(3, 12)),
            online=rng.random() < 0.5,
        )


def _place(guide: StepFacts) -> Service:
    """Theme and department of a step: where its authority sits, if the guide names one."""
    said, department = guide.authority or "", STEP_DEPARTMENTS[guide.step]
    if "审批" in said:
        department = "permit"
    return Service(guide.name, "legal", STEP_THEMES[guide.step], department)


def _code(taste: Taste, name: str) -> str:
    digest = hashlib.sha1(f"{taste.seed}:{name}".encode()).hexdigest()
    if taste["code"] == "hex":
        return digest[:32]
    if taste["code"] == "long":
        return f"11{int(digest[:16], 16) % 10**16:016d}XK"
    return "-".join((digest[:8], digest[8:12], digest[12:16]))


def _short(
    name: str, *, authority: str, audience: str, materials: Iterable[Material], promised: Limit, online: bool
) -> StepFacts:
    return StepFacts(
        step="other", name=name, way=2, legal_basis=None, conditions=f"符合{name}规定情形的申请人。", materials=tuple(materials),
        location=None, office_hours=None, phone=None, process=("申请", "受理", "办结"), authority=authority, audience=audience,
        item_type=None, handling_type="承诺件", statutory=None, promised=promised, fee=None, result=None, mail_in=None,
        mail_out=None, depth=None, trips=None, complaint_phone=None, blank_form="absent", sample_form="absent",
        apply="login_generic" if online else "absent", faq=0, search_rank=1,
    )  # fmt: skip
