"""What the guides of invented Chinese cities say."""

from __future__ import annotations

import re
from random import Random

from anfang.testbed.facts import Material
from anfang.testbed.texts.pool import Item, Pool

_ITEMS: dict[str, Item] = {
    "registration": Item(
        names=("企业设立登记", "内资企业设立登记", "有限责任公司设立登记", "公司设立登记"),
        legal_basis=(
            "《中华人民共和国公司法》第六条",
            "《中华人民共和国公司登记管理条例》第四条、第十七条",
            "《中华人民共和国公司法》第二十九条；《中华人民共和国公司登记管理条例》第二十条",
        ),
        conditions=(
            "股东符合法定人数，有公司名称和符合要求的组织机构，有公司住所。",
            "1.有符合章程规定的全体股东认缴的出资额；2.股东共同制定公司章程；3.有公司名称和住所。",
            "在{city}市行政区域内设立有限责任公司的投资人均可提出。",
        ),
        materials=(
            Material("公司登记（备案）申请书", form="原件"),
            Material("公司章程", copies=1),
            Material("股东的主体资格证明", source="政府部门核发", form="复印件"),
            Material("法定代表人、董事、监事和经理的任职文件"),
            Material("住所使用证明", form="原件或复印件"),
            Material("指定代表或者共同委托代理人授权委托书", required=False),
        ),
        process=(
            ("申请", "受理", "审查", "决定", "发照"),
            ("网上填报", "受理", "审核", "打印营业执照"),
            ("提交", "受理", "核准", "领取营业执照"),
        ),
        authority=("{city}市市场监督管理局", "{city}市行政审批局", "{city}市市场监管委员会"),
        results=("营业执照", "《营业执照》正本和副本", "电子营业执照"),
        fees=("不收费", "免费", "无"),
        statutory=(15, 20, 7),
        hotline="12315",
    ),
    "seal": Item(
        names=("公章刻制备案", "公章刻制", "印章刻制备案", "公章刻制业特种行业公章备案"),
        legal_basis=(
            "《印铸刻字业暂行管理规则》第六条",
            "《国务院对确需保留的行政审批项目设定行政许可的决定》（国务院令第412号）",
            "《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》第二十三条",
        ),
        conditions=(
            "已领取营业执照的企业。",
            "在{city}市注册成立且营业执照在有效期内的企业，首次刻制公章。",
            "依法成立的企业法人、非法人组织。",
        ),
        materials=(
            Material("营业执照副本", source="政府部门核发", form="原件和复印件"),
            Material("法定代表人居民身份证", source="政府部门核发", form="复印件"),
            Material("刻章委托书"),
            Material("经办人居民身份证", source="政府部门核发", form="复印件"),
        ),
        process=(
            ("选择刻章企业", "信息采集", "制作印章", "备案", "领章"),
            ("申请", "受理", "刻制", "交付印章"),
            ("网上下单", "受理", "制章", "交付"),
        ),
        authority=("{city}市公安局", "{city}市公安局治安管理支队", "{city}市行政审批局"),
        results=("公章及备案回执", "印章备案证明", "企业公章一套"),
        fees=("收费：每枚公章120元", "每套印章260元（{city}市发展改革委核定）", "不收费", "免费（首套印章由财政承担）"),
        statutory=(5, 3, 10),
        hotline="12345",
    ),
    "invoice": Item(
        names=("发票领用", "发票申领", "增值税发票领用", "新办企业发票申领"),
        legal_basis=(
            "《中华人民共和国发票管理办法》第十五条",
            "《中华人民共和国税收征收管理法》第二十一条",
            "《中华人民共和国发票管理办法实施细则》第十二条",
        ),
        conditions=(
            "已完成税种认定和票种核定的纳税人。",
            "1.已取得统一社会信用代码；2.已办理信息确认；3.首次领用的纳税人。",
            "在{city}市登记并需要开具发票的单位。",
        ),
        materials=(
            Material("纳税人领用发票票种核定表", form="原件", copies=2),
            Material("加载统一社会信用代码的营业执照", source="政府部门核发", form="原件"),
            Material("经办人身份证件", source="政府部门核发", form="原件"),
            Material("发票专用章印模"),
        ),
        process=(
            ("申请", "受理", "票种核定", "发放发票"),
            ("网上填报", "受理", "核准", "发放税控设备", "领取发票"),
            ("提交", "受理", "审核", "领票"),
        ),
        authority=("国家税务总局{city}市税务局", "{city}市税务局第一税务所", "国家税务总局{city}市税务局办税服务厅"),
        results=("空白发票", "发票领用簿", "发票及《发票领用簿》"),
        fees=("不收费", "免费", "无"),
        statutory=(10, 20, 5),
        hotline="12366",
    ),
    "social_insurance": Item(
        names=("企业社会保险登记", "社会保险登记", "参保单位社会保险登记", "用人单位社保开户登记"),
        legal_basis=(
            "《中华人民共和国社会保险法》第五十七条",
            "《社会保险费征缴暂行条例》第七条、第八条",
            "《中华人民共和国社会保险法》第五十八条",
        ),
        conditions=(
            "自成立之日起三十日内，需要为职工参保的用人单位。",
            "在{city}市依法成立的各类用人单位。",
            "企业已取得营业执照，并有建立劳动关系的职工。",
        ),
        materials=(
            Material("社会保险单位参保登记表", copies=2),
            Material("营业执照", source="政府部门核发", form="复印件"),
            Material("参保人员名册", form="电子件"),
            Material("银行开户许可证", source="银行出具", form="复印件", required=False),
            Material("劳动合同", form="复印件"),
        ),
        process=(
            ("申请", "受理", "审核", "登记办结"),
            ("网上填报", "受理", "复核", "发放登记证"),
            ("提交", "受理", "核验", "办结"),
        ),
        authority=("{city}市社会保险事业管理中心", "{city}市人力资源和社会保障局", "{city}市社会保险基金管理局"),
        results=("社会保险登记证", "参保单位登记回执", "单位社会保险编号"),
        fees=("不收费", "免费", "无"),
        statutory=(15, 30, 10),
        hotline="12333",
    ),
}

_HALLS = (
    "{city}市{road}{number}号政务服务中心{floor}楼{window}号窗口",
    "{city}市政务服务大厅{floor}层综合窗口（{road}{number}号）",
    "{road}{number}号市民服务中心{floor}楼企业开办专窗",
)
_ROADS = ("文昌路", "迎宾大道", "滨河东路", "友谊街", "科创路", "望江路", "长虹街", "学府路")

# 036x and 038x are assigned to no place in China: the numbers are invented and ring nowhere.
_AREA_CODES = tuple(f"03{tens}{units}" for tens in "68" for units in range(10))


def _number(rng: Random) -> str:
    code, subscriber = rng.choice(_AREA_CODES), rng.randint(2_200_000, 8_999_999)
    return rng.choice(("{}-{}", "({}){}", "{} {}")).format(code, subscriber)


def _malformed(rng: Random) -> str:
    """Two digits too few."""
    return _number(rng)[:-2]


def _hall(rng: Random, city: str) -> str:
    return rng.choice(_HALLS).format(
        city=city, road=rng.choice(_ROADS), number=rng.randint(1, 399), floor=rng.randint(1, 5), window=rng.randint(1, 60)
    )


POOL = Pool(
    items=_ITEMS,
    catch_all=("法律法规规定的其他材料", "其他相关材料", "按规定需提交的材料", "审批机关认为需要的其他材料"),
    hours=(
        "周一至周五 9:00-12:00，13:30-17:00（法定节假日除外）",
        "星期一至星期五 上午8:30-12:00 下午14:00-17:30",
        "工作日 上午9:00至12:00，下午13:00至17:00",
        "周一至周五9:00-17:00，周六9:00-12:00",
    ),
    audiences=("企业法人", "法人、其他组织", "企业", "企业法人、个体工商户"),
    item_types=("行政许可", "公共服务", "行政确认", "其他行政权力"),
    placeholders=("无", "暂无", "-", "--", "/", "待补充", "详见办事指南", "暂无内容"),
    nothing="无",
    hotline="12345",
    well_formed=re.compile(r"1\d{4}|9[56]\d{3,4}|400\d{7}|0\d{2,3}\d{7,8}"),
    together="{}、{}合并办理",
    online="网上",
    electronic="电子",
    number=_number,
    malformed=_malformed,
    hall=_hall,
)
