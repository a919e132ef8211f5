"""The services beside the steps: other trades, and what stands next to each step (change, cancellation, loss)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tab = Literal["personal", "legal"]


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    tab: Tab
    theme: str
    department: str
    kin: str = ""
    """The step whose neighbour it is, or ''."""


_PERSONAL = """
birth health 出生医学证明补发|生育登记服务|独生子女父母光荣证补办
household police 户口迁移审批|新生儿入户申报|公民姓名变更
id police 居民身份证换领|居住证签注|普通护照签发|往来港澳通行证签注
edu edu 教师资格认定|义务教育入学报名|学历证书遗失证明
job hrss 失业登记|就业困难人员认定|社会保障卡补换
medical medical 城乡居民医保参保缴费|异地就医备案|门诊慢特病认定
housing fund 住房公积金提取|住房公积金贷款申请
housing build 公共租赁住房申请|商品房预售合同查询
marriage civil 结婚登记预约|婚姻登记档案查询
traffic police 机动车驾驶证换领|机动车号牌补领|机动车检验预约
retire civil 老年人优待证领取|高龄津贴申领
retire hrss 退休人员待遇资格认证
"""
_LEGAL = """
cert market 食品经营许可|医疗器械经营备案
cert health 公共场所卫生许可|放射诊疗许可
quality market 特种设备使用登记|计量标准器具核准
invest drc 企业投资项目备案|固定资产投资项目节能审查
invest build 建筑工程施工许可|商品房预售许可
invest natural 建设用地规划许可
invest permit 企业投资项目核准
cert permit 人力资源服务许可|烟花爆竹经营许可
env ecology 排污许可证申领|危险废物经营许可
transport transport 道路货物运输经营许可|出租汽车经营许可
agri agri 农药经营许可|种子生产经营许可
culture culture 营业性演出审批|娱乐场所经营许可
culture edu 民办学校办学许可
annual market 企业年度报告公示
annual civil 社会团体年度检查
safety fire 公众聚集场所消防安全检查
safety police 旅馆业特种行业许可
tax tax 一般纳税人资格登记|出口退（免）税备案|企业所得税汇算清缴
social hrss 劳务派遣经营许可|集体合同审查
"""
_KIN = """
registration setup market 公司变更登记|公司注销登记|营业执照遗失补领|法定代表人变更登记|公司章程修改备案|企业简易注销登记|企业迁移登记|营业执照副本增补
seal safety police 公章遗失补刻|印章缴销备案|单位更名换刻印章|印章损坏更换|印章刻制业年度报告|刻章企业法定代表人变更备案|印章刻制业停业报告
invoice tax tax 发票缴销|发票遗失、损毁报告|发票验（交）旧|发票票种调整|专用发票最高开票限额变更|空白发票退回|税控设备注销发行
social_insurance social hrss 社会保险变更登记|社会保险注销登记|社会保险登记证遗失补发|缴费基数年度申报|职工参保减员申报|社会保险费缓缴申请|社会保险关系转移接续
"""


def _read(table: str, tab: Tab) -> Iterable[Service]:
    for line in table.strip().splitlines():
        theme, department, names = line.split(" ")
        for name in names.split("|"):
            yield Service(name, tab, theme, department)


def _read_kin() -> Iterable[Service]:
    for line in _KIN.strip().splitlines():
        step, theme, department, names = line.split(" ")
        for name in names.split("|"):
            yield Service(name, "legal", theme, department, step)


OTHERS: tuple[Service, ...] = (*_read(_PERSONAL, "personal"), *_read(_LEGAL, "legal"))
KIN: tuple[Service, ...] = tuple(_read_kin())
