"""The planted facts of a simulated portal: primitives that a family prints and from which truth.py derives values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Depth = Literal["I", "II", "III", "IV"]
Document = Literal["works", "not_needed", "broken", "absent"]
Apply = Literal["form", "login_item", "login_generic", "broken", "absent"]
Channel = Literal["open", "login", "app_only", "broken", "absent", "off_site"]
In = Literal["electronic", "mail", "none"]

Lang = Literal["zh", "en", "it"]

OFF_SITE = "http://hotline.gov.test/"
"""Where an off-site consultation or complaint lives: a host that no cities file names and nobody serves."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit. `amount` None: the guide says that there is none (无法定时限). 0 working days: 即办/当场办结."""

    amount: float | None
    unit: Literal["working_days", "hours"] = "working_days"


@dataclass(frozen=True, slots=True)
class Material:
    name: str
    source: str = "申请人自备"
    form: str = "原件"
    copies: int = 1
    required: bool = True
    catch_all: bool = False
    """A catch-all such as 法律法规规定的其他材料."""


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One service item. A text of None is not printed at all (no label either); a placeholder text is printed as it is.

    way: the fewest activations of links or menu entries from the home page to the guide by links alone;
         "search": only the site search leads to it; "absent": the portal has no such guide at all.
    """

    step: str
    name: str
    """The item's official name, printed as the guide's title and as its name element."""
    way: int | Literal["search", "absent"]
    legal_basis: str | None
    conditions: str | None
    materials: tuple[Material, ...] | Literal["none_needed"] | None
    location: str | None
    office_hours: str | None
    phone: str | None
    """Consultation phone as printed; may be malformed (wrong number of digits)."""
    process: tuple[str, ...] | None
    authority: str | None
    audience: str | None
    item_type: str | None
    handling_type: Literal["即办件", "承诺件"] | None
    statutory: Limit | None
    promised: Limit | None
    fee: str | None
    """e.g. 不收费, 无 (= free), 收费：每枚公章120元."""
    result: str | None
    mail_in: In | None
    """How papers come in, printed as the way of applying (e.g. 网上提交 / 邮寄提交 / 窗口提交); None: not stated."""
    mail_out: In | None
    """How the result goes out, printed as the delivery (e.g. 电子证照下载 / 邮寄送达 / 窗口领取); None: not stated."""
    depth: Depth | None
    """Declared depth; the family chooses the label's wording (四级, Ⅳ级, 全程网办 = IV; 三级, Ⅲ级 = III; ...)."""
    trips: int | None
    """Declared number of trips (到办事现场次数)."""
    complaint_phone: str | None
    blank_form: Document
    sample_form: Document
    apply: Apply
    faq: int
    """Questions shown on the guide, or on the page its FAQ link leads to."""
    search_rank: int | None
    """Rank (1-based) of this guide on the first result page when asked with the official name; None: no result leads to it."""
    combined_with: str = ""
    """An earlier step whose guide is this step's too (a combined guide: one page, one item, both named in its name), or ''."""


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """One portal in one round."""

    id: str
    """Host name label: the portal is served at http://<id>.portal.test:<port>/."""
    name: str
    region: str
    family: str
    seed: int
    """Free choice of wordings, order and decoration: the same seed always renders the same portal."""
    steps: Mapping[str, StepFacts]
    search: Literal["works", "dead", "absent"]
    scenario: Literal["wizard", "all_steps", "some_steps", "absent"]
    login: Literal["several", "one", "app_only", "broken", "absent"]
    status: Literal["stages", "state", "asks", "login", "no_answer", "absent"]
    consult: Channel
    complaint: Channel
    delay: float = 0.0
    """Seconds before the home page and every guide send their main document."""
    dead_links: int = 0
    """Distinct links on the home page that lead nowhere (404 or soft 404)."""
    script_errors: int = 0
    """Distinct uncaught script errors that the home page throws."""
    home: Literal["normal", "bare", "dead", "walled"] = "normal"
    """bare: a home page with the city's name and nothing else; dead: every request ends without an answer; walled: a
    firewall's check stands where the home page should be."""
    lang: Lang = "zh"
    hiccup: int = 0
    """The so-many-th page that a browser asks for is answered 503 once (the server does it, not the family); 0: none."""

    @property
    def guides(self) -> tuple[StepFacts, ...]:
        """One for each guide that the portal has: a combined guide once, at the first step that it names."""
        return tuple(step for step in self.steps.values() if step.way != "absent" and not step.combined_with)
