"""News and public columns: headlines that hold the steps' words, and articles that tell nothing about a service."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.families.frames.taste import Taste

_HEADLINES = {
    "headlines": (
        "{city}市召开全市经济工作会议", "市领导调研重点项目建设情况", "我市企业设立登记数量同比增长两成", "市委理论学习中心组举行集体学习",
        "全市春季植树造林现场会召开", "我市举办招商引资项目集中签约仪式", "市政府常务会议研究民生实事", "社会保险登记覆盖面不断扩大",
        "我市启动城区道路改造工程", "市人大代表视察行政服务中心建设", "全市安全生产电视电话会议召开", "“{city}之春”文化艺术节开幕",
    ),
    "notices": (
        "关于规范公章刻制行业管理的通告", "{city}市城区停水通知", "关于公开招聘事业单位人员的公告", "关于开展发票使用情况检查的公告",
        "2012年度部门决算公开目录", "关于表彰先进集体的决定", "{city}市土地出让结果公示", "关于调整城区公交线路的通告",
        "国有建设用地使用权挂牌结果", "关于“五一”期间值班安排的通知", "夏季防汛工作通告", "关于清理无照经营的公告",
    ),
    "bureau": (
        "税务部门开展发票知识进校园活动", "公安机关查处一起伪造公章案件", "市场监管部门走访新办企业", "人社部门举办社会保险业务培训班",
        "城关镇开展环境卫生整治", "教育局部署秋季开学工作", "农业局送技术下乡", "交通局整治占道经营",
        "卫生局组织健康义诊", "民政局慰问困难群众", "文化馆送戏进社区", "林业局开展护林防火宣传",
    ),
    "open": (
        "市政府机构设置", "市政府领导分工", "{city}市政府工作报告", "政府信息公开年度报告", "国民经济和社会发展统计公报",
        "财政预算执行情况", "重大项目目录", "规范性文件目录", "政府采购中标结果", "人事任免通知",
    ),
}  # fmt: skip
_PARAGRAPHS = (
    "日前，有关工作在我市顺利推进，市委、市政府高度重视，相关部门通力协作，取得了较好成效。",
    "会议要求，各级各部门要统一思想，提高认识，狠抓落实，确保各项任务落到实处。",
    "下一步，我市将继续加大工作力度，为全市经济社会又好又快发展作出新的贡献。",
    "活动得到了广大干部群众的积极响应和一致好评，现场气氛热烈。",
    "市直各有关单位负责人参加了活动。（通讯员 王小明）",
)
COLUMNS = tuple(_HEADLINES)


@dataclass(frozen=True, slots=True)
class Article:
    number: str
    title: str
    date: str
    column: str
    paragraphs: tuple[str, ...]


def articles(column: str, taste: Taste) -> list[Article]:
    """A column's articles, the newest first."""
    titles = taste.shuffled(f"headlines/{column}", _HEADLINES[column])
    year = taste.number("year", 2012, 2014)
    rng = taste.rng(f"dates/{column}")
    dates = sorted((f"{year}-{rng.randint(1, 11):02d}-{rng.randint(1, 28):02d}" for _ in titles), reverse=True)
    first = 10000 + 100 * COLUMNS.index(column) + taste.number("first article", 1, 40)
    return [
        Article(str(first + n), title.format(city=taste.city), date, column, _paragraphs(title, taste))
        for n, (title, date) in enumerate(zip(titles, dates, strict=True))
    ]


def _paragraphs(title: str, taste: Taste) -> tuple[str, ...]:
    return tuple(taste.shuffled(f"paragraphs/{title}", _PARAGRAPHS)[:3])


def all_articles(taste: Taste) -> list[Article]:
    return [article for column in COLUMNS for article in articles(column, taste)]


def matching(asked: str, taste: Taste) -> list[Article]:
    """Articles whose title shares two neighbouring characters with what was asked."""
    pairs = {asked[n : n + 2] for n in range(len(asked) - 1)}
    return [one for one in all_articles(taste) if any(pair in one.title for pair in pairs)]
