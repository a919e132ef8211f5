"""The fields of an application form: a hundred and more, in groups that become tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.choices import Choices

Kind = Literal["text", "date", "choice", "yes_no", "long"]


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    name: str
    kind: Kind
    required: bool


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    fields: list[Field]


_UNIT = (
    "单位名称 单位简称 英文名称 统一社会信用代码 单位类型 行业类别 经济性质 隶属关系 注册资本（万元） 出资方式 成立日期 营业期限起 "
    "营业期限止 所在行政区 所在街道 注册地址详址 注册地邮编 生产经营地址 经营地邮编 经营范围 主营业务 从业人数 单位网址 是否为分支机构 备注"
)
_PERSON = (
    "姓名 性别 证件类型 证件号码 证件有效期起 证件有效期止 出生日期 民族 政治面貌 文化程度 国籍（地区） 职务 产生方式 任职日期 "
    "固定电话号码 手机号码 电子邮箱 户籍地址 现居住地址"
)
_SHARE = "姓名或名称 类型 证件类型 证件号码 国籍（地区） 认缴出资额（万元） 出资比例 出资方式 出资日期 实缴出资额（万元） 住所"
_AGENT = "姓名 证件类型 证件号码 手机号码 固定电话号码 电子邮箱 通讯地址 委托事项 委托期限起 委托期限止 是否本人办理"
_PLACE = "房屋产权人 房屋性质 使用方式 建筑面积（平方米） 租赁起始日期 租赁终止日期 所在社区 四至范围 是否为集中办公区 门牌编号"
_OWN = {
    "registration": "字号 行业表述 组织形式 核算方式 副本份数 是否申领纸质执照 党员人数 是否建立党组织 章程制定日期 首次会议日期 "
    "董事会人数 监事会人数 执行董事姓名 经理姓名 监事姓名",
    "seal": "印章类型 印章材质 印章形状 印章规格（毫米） 刻制数量 刻制原因 中心图案 环行文字 下排文字 制作单位 是否含芯片 "
    "交付日期 领取人姓名 领取人证件号码",
    "invoice": "发票种类 发票名称 联次 版面限额 每次最高领用数量 每月最高领用数量 持票最高数量 领用方式 开票设备类型 购票人姓名 "
    "购票人证件号码 税务登记表序号 主管税务所 核算软件名称 是否一般纳税人",
    "social_insurance": "参保险种 参保日期 缴费开户银行 缴费账户名称 缴费账号 社保经办机构 工伤行业风险类别 用工形式 在职职工人数 "
    "农民工人数 退休人数 上年职工工资总额 月平均缴费工资 专管员姓名 专管员手机号码 是否集中托收",
}
_DATES, _LONG, _CHOICES = ("日期", "期起", "期止", "期限起", "期限止"), ("范围", "备注", "业务"), ("类型", "性质", "类别", "性别", "民族")


def groups(step: StepFacts, pick: Choices) -> list[Group]:
    """The form's tabs: 90 to 180 fields, the item's own among them."""
    own = _OWN.get(step.step, _PLACE)
    plan = [
        (pick.one("form:unit", ("单位基本信息", "申请人基本信息", "企业信息")), _UNIT),
        (pick.one("form:person", ("法定代表人（负责人）信息", "法定代表人信息", "负责人信息")), _PERSON),
        (pick.one("form:own", ("业务信息", "申请内容", "事项信息")), own),
        (pick.one("form:place", ("住所（经营场所）信息", "经营场所", "场所信息")), _PLACE),
        *((f"{pick.one('form:share', ('股东（发起人）', '出资人', '投资人'))}{n}", _SHARE) for n in range(1, pick.one("shares", (2, 3, 4)) + 1)),
        *((title, _PERSON) for title in ("财务负责人", "联络员")[: pick.one("persons", (0, 1, 2))]),
        (pick.one("form:agent", ("经办人（代理人）信息", "经办人信息", "委托代理人")), _AGENT),
    ]
    return [Group(title, [*_fields(labels, f"g{n}")]) for n, (title, labels) in enumerate(plan)]


def _fields(labels: str, group: str) -> Iterator[Field]:
    for n, label in enumerate(labels.split()):
        yield Field(label, f"{group}_f{n}", _kind(label), n % 3 != 2)


def _kind(label: str) -> Kind:
    if label.endswith(_DATES):
        return "date"
    if label.startswith("是否"):
        return "yes_no"
    if label.endswith(_LONG):
        return "long"
    return "choice" if label.endswith(_CHOICES) else "text"
