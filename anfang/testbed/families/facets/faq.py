"""Questions about the steps, in the guide's last pane or on a page of their own."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.facets.portal import Portal

QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "registration": (
        ("注册资本是实缴还是认缴？", "除法律、行政法规另有规定外，由股东按照章程约定认缴。"),
        ("经营范围应当怎样填写？", "请参照经营范围规范表述目录选择与经营活动相符的条目。"),
        ("公司名称可以使用字母吗？", "名称应当使用规范汉字，一般不使用外文字母。"),
        ("住宅可以登记为公司住所吗？", "应当符合当地住所登记管理的规定，并经有利害关系的业主同意。"),
        ("监事可以由董事兼任吗？", "不可以，董事和高级管理人员不得兼任监事。"),
        ("公司章程有统一的文本吗？", "可以参考示范文本，也可以由股东自行制定。"),
    ),
    "seal": (
        ("可以自行选择刻章企业吗？", "可以，在公布的刻章企业名录内自主选择。"),
        ("印章上的编码是什么意思？", "编码由系统生成，用于识别印章的唯一身份。"),
        ("印章的材质有哪些？", "常见的有光敏、铜质等，由单位自行决定。"),
        ("公章磨损了怎么处理？", "可以按照印章更换的有关规定另行办理。"),
        ("合同专用章必须刻制吗？", "由单位根据经营需要自行决定。"),
        ("印章可以使用英文吗？", "外商投资企业可以在印文中加刻外文名称。"),
    ),
    "invoice": (
        ("领用的票种可以调整吗？", "可以，经营情况变化时另行提出票种调整。"),
        ("发票开错了怎样处理？", "按照规定作废或者开具红字发票。"),
        ("发票专用章和公章可以通用吗？", "不可以，开具发票应当加盖发票专用章。"),
        ("发票丢失以后怎么做？", "应当及时向主管税务机关报告。"),
        ("最高开票限额怎样确定？", "由税务机关根据实际经营情况核定。"),
        ("电子发票和纸质发票效力相同吗？", "电子发票与纸质发票具有同等法律效力。"),
    ),
    "social_insurance": (
        ("试用期内的职工要参保吗？", "要，建立劳动关系后单位就应当为职工参保。"),
        ("缴费基数怎样确定？", "按照职工本人上年度月平均工资申报，并受上下限限制。"),
        ("职工离职后怎样停保？", "由单位通过参保减员业务申报。"),
        ("单位名称变了，参保信息要改吗？", "要，请另行办理社会保险变更登记。"),
        ("职工同时在两家单位工作怎么参保？", "工伤保险由各用人单位分别参加。"),
        ("劳务派遣人员由谁参保？", "由与其订立劳动合同的派遣单位参保。"),
    ),
}


def questions(portal: Portal, guide: StepFacts) -> list[dict[str, str]]:
    """As many as planted; what a portal asks is the seed's choice."""
    if guide.step not in QUESTIONS:
        return []
    words, chosen = portal.words, portal.taste.shuffled(f"faq {guide.step}", QUESTIONS[guide.step])
    return [{"q": words["question"] + asked, "a": words["answer"] + told} for asked, told in chosen[: guide.faq]]


def pane(portal: Portal, guide: StepFacts) -> list[dict[str, Any]]:
    """The block of the guide's pane; none where there are no questions or where they have their own page."""
    found = questions(portal, guide) if portal.taste["faq"] == "pane" else []
    return [{"kind": "faq", "items": found}] if found else []
