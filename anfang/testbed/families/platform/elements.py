"""What a guide states, by element, as labels and texts; and what every item of the platform carries besides."""

from __future__ import annotations

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.phrases import Pair, code_pairs

TEXTS = (
    "name", "item_type", "authority", "audience", "result", "fee", "conditions", "legal_basis", "location", "office_hours",
    "phone", "complaint_phone",
)  # fmt: skip
_CODES = (
    ("基本编码", "基本目录编码", "目录编码"),
    ("实施编码", "实施清单编码", "事项编码"),
)
_ALWAYS = (
    (("行使层级", "层级", "办理层级"), ("市级", "设区市级")),
    (("权力来源", "职权来源"), ("法定本级行使", "上级下放")),
    (("数量限制", "审批数量"), ("无数量限制",)),
    (("通办范围", "办理范围"), ("全市", "全省")),
    (("版本号", "事项版本"), ("3", "V2.0", "7")),
    (("事项状态", "状态"), ("在用", "已发布")),
)


def stated(step: StepFacts, pick: Choices) -> dict[str, Pair]:
    """Everything that the guide states in a line, by element."""
    texts: dict[str, str | None] = {element: getattr(step, element) for element in TEXTS}
    told = {element: (pick.word(element), text) for element, text in texts.items() if text is not None}
    return told | code_pairs(step, pick) | _no_forms(step, pick)


def _no_forms(step: StepFacts, pick: Choices) -> dict[str, Pair]:
    """That no form is to be brought stands where a form would be named."""
    told: dict[str, Pair] = {}
    for kind, state in (("blank", step.blank_form), ("sample", step.sample_form)):
        if state == "not_needed":
            told[f"no_{kind}"] = (pick.word(kind), pick.word(f"no_{kind}"))
    return told


def ballast(pick: Choices, id: str) -> list[Pair]:
    """Codes and attributes that such a platform prints of every item and that nobody needs."""
    # A letter in front, so that no code looks like a telephone number.
    codes = [(pick.one(labels[0], labels), f"A{pick.digits(f'{labels[0]}:{id}', 11 + 15 * n)}") for n, labels in enumerate(_CODES)]
    rest = [(pick.one(labels[0], labels), pick.one(f"{labels[0]}:{id}", values)) for labels, values in _ALWAYS]
    return codes + pick.mixed("ballast", rest)[: pick.one("ballast number", (2, 3, 4, 5))]
