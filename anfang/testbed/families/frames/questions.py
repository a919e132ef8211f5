"""Questions and answers of a guide: they tell no time limit, fee, number, place or paper, so that nothing is contradicted."""

from __future__ import annotations

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.frames.taste import Taste

_GENERAL = (
    ("名称中有生僻字怎么办？", "请在申请时说明，由工作人员协助录入。"),
    ("可以由别人代为办理吗？", "可以，代办人应如实填报申请内容。"),
    ("申请内容填错了能否更改？", "受理以前都可以更正，受理以后需要重新提出。"),
    ("外地人员能否在本市申请？", "能，与本市人员同等对待。"),
    ("以前办过同类业务，还要再申请吗？", "情况没有变化的不必重复申请。"),
    ("申请未获通过会不会告知原因？", "会一次性告知原因和需要补正的内容。"),
)
_OWN = {
    "registration": (
        ("公司名称重复了怎么办？", "名称与同行业企业相同的，请另选名称。"),
        ("股东可以是外地人吗？", "可以，股东不受户籍限制。"),
    ),
    "seal": (
        ("公章的尺寸自己能定吗？", "不能，规格由国家统一规定。"),
        ("公章损坏以后还能继续使用吗？", "不能，应当停止使用并更换。"),
    ),
    "invoice": (
        ("领来的发票可以转借他人吗？", "不可以，任何单位和个人不得转借发票。"),
        ("开错的发票怎么处理？", "作废或者开具红字发票，全部联次应妥善保存。"),
    ),
    "social_insurance": (
        ("试用期的职工要参保吗？", "要，试用期包含在劳动合同期内。"),
        ("职工自愿放弃参保可以吗？", "不可以，参加社会保险是法定义务。"),
    ),
}


def questions(step: StepFacts, taste: Taste) -> list[tuple[str, str]]:
    """As many as are planted."""
    pool = [*_OWN.get(step.step, ()), *_GENERAL]
    return taste.shuffled(f"questions/{step.step}", pool)[: step.faq]
