"""The facets: themes for people and for firms, departments; each with its wordings."""

from __future__ import annotations

PERSONAL: dict[str, tuple[str, ...]] = {
    "birth": ("生育收养", "生育服务", "生儿育女"),
    "household": ("户籍办理", "户籍户政", "入户迁移"),
    "id": ("证件办理", "证照办理", "身份与证件"),
    "edu": ("教育科研", "教育求学", "入学升学"),
    "job": ("就业创业", "求职就业", "劳动就业"),
    "medical": ("医疗卫生", "就医看病", "医疗健康"),
    "housing": ("住房保障", "购房租房", "住房服务"),
    "marriage": ("婚姻登记", "婚姻家庭", "结婚离婚"),
    "traffic": ("交通出行", "驾车出行", "车辆与驾驶"),
    "retire": ("离职退休", "养老退休", "老年生活"),
}  # fmt: skip

LEGAL: dict[str, tuple[str, ...]] = {
    "setup": ("设立变更", "市场主体登记", "登记注册"),
    "safety": ("公安消防", "公共安全", "治安消防"),
    "tax": ("税收财务", "纳税服务", "财税金融"),
    "social": ("社会保障", "人力社保", "用工与社保"),
    "invest": ("投资审批", "工程建设", "项目投资"),
    "env": ("环保绿化", "生态环境", "环境保护"),
    "transport": ("交通运输", "道路运输", "运输物流"),
    "agri": ("农林牧渔", "农业农村", "涉农服务"),
    "cert": ("准营准办", "资质许可", "行业准营"),
    "quality": ("质量技术", "质量监督", "计量与质量"),
    "culture": ("文体教育", "文化体育", "文教旅游"),
    "annual": ("年检年审", "年报年检", "年度检验"),
}  # fmt: skip

OBJECTS: dict[str, dict[str, tuple[str, ...]]] = {
    "personal": {
        "elder": ("老年人", "长者", "老年群体"),
        "student": ("学生", "在校学生", "学生群体"),
        "disabled": ("残疾人", "残障人士", "残疾人群体"),
        "soldier": ("退役军人", "军人", "退伍军人"),
        "seeker": ("求职者", "就业人员", "劳动者"),
    },
    "legal": {
        "firm": ("企业", "企业法人", "各类企业"),
        "office": ("事业单位", "机关事业单位", "事业法人"),
        "society": ("社会组织", "社会团体", "社团组织"),
        "trader": ("个体工商户", "个体户", "个体经营者"),
        "farmer": ("农民专业合作社", "农业合作社", "专业合作社"),
    },
}  # fmt: skip
"""Whom services are for."""

DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "drc": ("市发展改革委", "发展和改革委员会", "市发改委"),
    "edu": ("市教育局", "教育局", "教体局"),
    "police": ("市公安局", "公安局", "公安机关"),
    "civil": ("市民政局", "民政局", "民政部门"),
    "hrss": ("市人力资源社会保障局", "人社局", "市人社局"),
    "natural": ("市自然资源局", "自然资源局", "规划资源局"),
    "ecology": ("市生态环境局", "生态环境局", "环境保护局"),
    "build": ("市住房城乡建设局", "住建局", "市住建局"),
    "transport": ("市交通运输局", "交通运输局", "交通局"),
    "agri": ("市农业农村局", "农业农村局", "农业局"),
    "culture": ("市文化旅游局", "文旅局", "文化广电和旅游局"),
    "health": ("市卫生健康委", "卫健委", "卫生健康局"),
    "market": ("市市场监管局", "市场监督管理局", "市监局"),
    "permit": ("市行政审批局", "行政审批局", "审批服务局"),
    "medical": ("市医疗保障局", "医保局", "市医保局"),
    "tax": ("市税务局", "税务局", "税务部门"),
    "fund": ("市公积金中心", "住房公积金中心", "公积金管理中心"),
    "fire": ("市消防救援支队", "消防支队", "消防部门"),
}  # fmt: skip

STEP_THEMES = {"registration": "setup", "seal": "safety", "invoice": "tax", "social_insurance": "social"}
STEP_DEPARTMENTS = {"registration": "market", "seal": "police", "invoice": "tax", "social_insurance": "hrss"}

SUBS: dict[str, tuple[tuple[str, ...], ...]] = {
    "registration": (("企业登记", "公司类登记", "企业类"), ("个体与农合", "其他主体", "非公司主体")),
    "seal": (("治安管理", "特种行业", "印章治安"), ("消防监督", "消防业务", "消防管理")),
    "invoice": (("发票业务", "发票管理", "票据业务"), ("申报征收", "纳税申报", "税费申报")),
    "social_insurance": (("单位社保", "参保业务", "企业社保"), ("劳动用工", "用工管理", "劳动关系")),
}  # fmt: skip
"""Second level under a step's theme: its own first, then a neighbour's."""

GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "registration": (("内资企业业务", "内资主体业务", "公司业务"), ("企业变动业务", "存续企业业务", "企业事后业务")),
    "seal": (("印章业务", "印章管理", "单位印章业务"), ("印章变动业务", "印章后续业务", "换章补章业务")),
    "invoice": (("票据领用类业务", "发票日常业务", "用票业务"), ("发票后续业务", "发票处理业务", "票据处置业务")),
    "social_insurance": (("单位参保业务", "参保单位业务", "社保单位业务"), ("参保变动业务", "社保后续业务", "参保信息业务")),
}  # fmt: skip
"""Main items that hold several business items: the step's own, and its neighbours'."""

CASES: dict[str, tuple[str, ...]] = {
    "registration": ("新办情形", "首次办理", "新设情形"),
    "seal": ("新设单位情形", "首次办理", "新办情形"),
    "invoice": ("新办纳税人情形", "首次办理", "新办情形"),
    "social_insurance": ("新设单位情形", "首次办理", "新办情形"),
}  # fmt: skip
"""A case within a main item."""
