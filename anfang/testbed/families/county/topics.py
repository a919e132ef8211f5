"""Topics under which the site sorts its services, the bureaus in charge, and the finer columns of four of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    names: tuple[str, ...]
    bureau: str
    business: bool
    finer: tuple[tuple[str, ...], ...] = ()
    """Wordings of the column one step finer, and of the one below that; only the topics of the four steps have them."""
    beside: tuple[str, ...] = ()
    """Columns beside the finer one: other trades."""
    beside_finest: tuple[str, ...] = ()


TOPICS: Mapping[str, Topic] = {
    "registration": Topic(
        ("设立变更", "注册登记", "市场准入", "企业登记"),
        "{city}市市场监督管理局",
        True,
        (("内资企业", "内资公司", "本市企业"), ("公司制企业", "公司类", "有限公司")),
        ("农民专业合作社", "个体工商户", "外商投资企业"),
        ("合伙企业", "个人独资企业"),
    ),
    "seal": Topic(
        ("公安消防", "治安管理", "公共安全", "公安业务"),
        "{city}市公安局",
        True,
        (("特种行业", "特行管理", "行业治安"), ("印章业", "印章管理", "刻章管理")),
        ("危险物品", "大型活动", "保安服务"),
        ("旅馆业", "典当业"),
    ),
    "invoice": Topic(
        ("税收财务", "税务办理", "财税服务", "办税服务"),
        "{city}市税务局",
        True,
        (("发票业务", "发票管理", "发票办理"), ("发票使用", "普通业务", "日常发票业务")),
        ("申报纳税", "税务登记", "税收证明"),
        ("税控设备", "代开业务"),
    ),
    "social_insurance": Topic(
        ("社会保障", "人社服务", "劳动保障", "人力资源和社会保障"),
        "{city}市人力资源和社会保障局",
        True,
        (("社会保险", "社保业务", "社保经办"), ("单位参保", "参保单位业务", "单位业务")),
        ("就业创业", "劳动关系", "人才服务"),
        ("个人参保", "待遇申领"),
    ),
    "trade": Topic(("准营准办", "经营许可", "行业准营"), "{city}市卫生健康委员会", True),
    "building": Topic(("投资审批", "工程建设", "建设项目审批"), "{city}市住房和城乡建设局", True),
    "family": Topic(("婚姻登记", "民政服务", "婚姻家庭"), "{city}市民政局", False),
    "household": Topic(("户籍办理", "户政服务", "户口身份证"), "{city}市公安局", False),
    "housing": Topic(("住房保障", "住房和不动产", "置业安居"), "{city}市自然资源局", False),
    "health": Topic(("医疗卫生", "医保卫生", "卫生健康"), "{city}市医疗保障局", False),
    "school": Topic(("教育科研", "教育服务", "就学求学"), "{city}市教育局", False),
    "traffic": Topic(("交通出行", "车辆驾驶", "交通服务"), "{city}市交通运输局", False),
}
