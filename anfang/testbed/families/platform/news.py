"""News and notices with the words of the steps in their headlines, and the special columns, of which some are lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from anfang.testbed.families.platform.choices import Choices

_NOTICES = (
    "关于公布{}市公章刻制企业名录的公告",
    "关于调整政务大厅部分窗口布局的通告",
    "增值税发票管理业务培训班报名通知",
    "{}市企业登记档案数字化项目中标公示",
    "关于开展社会保险基金专项检查的通知",
    "企业设立登记窗口工作人员评优结果公示",
    "关于清理证明事项的公告（第三批）",
    "印章业治安管理信息系统升级公告",
    "社会保险登记信息比对工作的情况通报",
)
_ACTIVITIES = (
    "市领导调研政务服务中心建设工作",
    "{}市召开“放管服”改革推进会",
    "市税务局举办发票知识进校园活动",
    "公安机关查处一起伪造公章案",
    "市人社局组织社保经办人员业务比武",
    "政务服务进园区：企业登记志愿者在行动",
    "我市公司登记注册官制度试点总结会召开",
    "“政务开放日”活动圆满举行",
    "全市发票打假专项行动取得阶段性成果",
)
_BODY = (
    "近日，相关工作会议在市政务服务中心召开。会议听取了工作进展情况的汇报，分析了存在的问题，对下一步工作作出部署。",
    "会议强调，要坚持以人民为中心的发展思想，持续优化服务，加强队伍建设，提高群众和企业的获得感。",
    "各有关单位负责同志参加会议。",
)
_COLUMNS = (
    "优化营商环境", "权责清单公开", "双公示专栏", "中介服务超市", "投资项目审批", "公共资源交易", "信用{}", "数据开放", "政策图解",
    "证照数据", "政务地图", "招商引资", "减证便民", "政务大厅风采", "长者服务", "营商政策库",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    title: str
    date: str
    body: tuple[str, ...] = _BODY


@dataclass(frozen=True, slots=True)
class Column:
    id: str
    title: str
    fault: Literal["", "missing", "soft"]


def articles(pick: Choices, city: str, kind: Literal["news", "activity"]) -> list[Article]:
    titles = pick.mixed(kind, _NOTICES if kind == "news" else _ACTIVITIES)[:7]
    rng, day = pick.rng("dates", kind), 700
    found: list[Article] = []
    for title in titles:
        day -= rng.randint(1, 12)
        date = f"{2017 + day // 336}-{day % 336 // 28 + 1:02d}-{day % 28 + 1:02d}"
        found.append(Article(pick.guid("article", title), title.format(city), date))
    return found


def columns(pick: Choices, city: str, dead: int) -> list[Column]:
    """The special columns of the home page; as many as are planted are lost, some with a status and some without."""
    titles = [title.format(city) for title in pick.mixed("columns", _COLUMNS)]
    number = max(pick.one("column number", (6, 8, 9)), dead + 2)
    titles += [f"{titles[n % len(titles)]}（{n}）" for n in range(len(titles), number)]
    lost = set(pick.rng("lost columns").sample(range(number), dead))
    faults: tuple[Literal["missing", "soft"], ...] = ("missing", "soft")
    return [
        Column(pick.guid("column", title), title, pick.one(f"lost:{title}", faults) if n in lost else "")
        for n, title in enumerate(titles[:number])
    ]
