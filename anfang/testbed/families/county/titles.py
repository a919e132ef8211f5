"""Names of the forms behind the four steps and of what the scenario calls the steps. Data."""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, str] = {
    "registration": "公司登记（备案）申请书",
    "seal": "印章刻制申请表",
    "invoice": "纳税人领用发票票种核定表",
    "social_insurance": "社会保险单位参保登记表",
}

PLAIN: Mapping[str, tuple[str, ...]] = {
    "registration": ("企业设立登记", "公司设立登记", "设立登记（领取营业执照）"),
    "seal": ("公章刻制", "刻制公章", "印章刻制备案"),
    "invoice": ("发票申领", "领用发票", "申领发票"),
    "social_insurance": ("社会保险登记", "企业社保登记", "办理社会保险登记"),
}

SAID: Mapping[str, tuple[str, ...]] = {
    "registration": ("营业执照是企业合法经营的凭证。", "投资人申请设立企业，登记后企业成立。"),
    "seal": ("印章是企业对外行使权利的凭证。", "企业成立后刻制印章并备案。"),
    "invoice": ("企业开展经营活动应当依法开具发票。", "有开票需要的企业领用发票。"),
    "social_insurance": ("用人单位应当依法为职工参加社会保险。", "企业为职工参保前登记单位信息。"),
}
"""A sentence about each step that states no element of its guide."""

QUESTIONS = (
    ("可以委托他人代为办理吗？", "可以，委托人和受托人自行约定委托的范围。"),
    ("填报的内容写错了怎么办？", "受理之前可以自行修改，受理之后请向承办人员说明情况。"),
    ("需要补正的内容怎样告知？", "工作人员会一次性告知需要补正的全部内容。"),
    ("受理之后还能撤回申请吗？", "在作出决定之前可以申请撤回。"),
    ("对作出的决定不服怎么办？", "可以依法申请行政复议或者提起行政诉讼。"),
    ("同一集团的几家企业可以一并申请吗？", "各企业应当分别提出申请。"),
    ("经办人更换了，原来的申请还有效吗？", "有效，不影响已经受理的申请。"),
    ("证照上的文字有误如何更正？", "请说明有误之处，核实后予以更正。"),
    ("已经提交的信息会不会泄露？", "工作人员对申请人的信息负有保密义务。"),
    ("企业更名期间可以同时办理吗？", "建议更名完成之后再办理。"),
)
"""Questions and answers that fit any item and state no element of a guide."""
