"""News, notices and special topics: headlines that hold the steps' words, and articles that promise nothing."""

from __future__ import annotations

from dataclasses import dataclass

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.facets.taste import Taste

NEWS = (
    "市政务服务工作推进会召开", "市市场监管局召开公司设立登记业务培训会", "税务部门开展发票领用政策宣讲活动",
    "市人社局走访企业宣传社会保险登记政策", "公章刻制备案管理工作座谈会召开", "我市召开优化营商环境现场会",
    "市领导调研政务服务中心建设情况", "企业设立登记窗口获评巾帼文明岗", "政务服务进园区活动走进高新区",
    "印章管理信息系统培训班开班", "我市举办增值税发票政策解读沙龙", "社保经办机构开展练兵比武活动", "我市开展服务大厅文明礼仪培训",
)  # fmt: skip
NOTICES = (
    "关于公布公章刻制企业名录的通告", "关于规范企业设立登记名称申报用语的提示", "关于防范虚开发票风险的提醒",
    "关于加强参保单位社会保险登记信息核对的通知", "关于调整政务服务中心部分窗口布局的公告", "关于清理不规范中介服务的公告",
    "关于开展政务服务满意度调查结果的公示", "关于公布政务服务事项目录的通知", "关于发票样式更新的公告",
    "关于印章治安管理专项检查情况的通报", "关于系统例行维护的公告",
)  # fmt: skip
BODY = (
    "近日，{city}市有关部门围绕“{title}”开展工作，相关单位负责同志参加。会议强调，要坚持以人民为中心的发展思想，不断提升服务水平。",
    "下一步，各单位将结合实际抓好落实，持续改进工作作风，为群众和企业提供更加规范的服务。",
    "有关单位要加强协同配合，及时总结经验做法，推动各项任务落到实处。",
)  # fmt: skip
TOPICS = (("诚信建设专题", "cxjs"), ("法治宣传教育", "fzxc"), ("文明城市创建", "wmcs"), ("乡村振兴专题", "xczx"), ("志愿服务专栏", "zyfw"))
SOURCES = ("{city}市政务服务局", "{city}日报", "{city}发布")


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    title: str
    date: str
    notice: bool


class Press:
    """The articles of a portal, newest first."""

    def __init__(self, facts: PortalFacts, taste: Taste) -> None:
        self._taste, self._city = taste, facts.name
        titles = [*((title, False) for title in NEWS), *((title, True) for title in NOTICES)]
        year = taste.one_of("year", (2020, 2021, 2022))
        chosen = taste.shuffled("press", titles)
        self.articles = tuple(self._article(n, year, *pair) for n, pair in enumerate(chosen))
        self.by_id = {article.id: article for article in self.articles}
        self.topics = taste.shuffled("topics", TOPICS)[:3]

    def _article(self, n: int, year: int, title: str, notice: bool) -> Article:
        month, day = 11 - n // 3, 27 - 4 * (n % 3) - n // 3
        number = self._taste.rng("article", title).randint(100000, 999999)
        return Article(f"{year}{number}", title, f"{year}-{month:02d}-{day:02d}", notice)

    def of(self, *, notice: bool) -> list[Article]:
        return [article for article in self.articles if article.notice == notice]

    def matching(self, query: str) -> list[Article]:
        """Articles whose headlines hold the query, or all where there is none."""
        return [article for article in self.articles if query in article.title]

    def text(self, article: Article) -> list[str]:
        return [line.format(city=self._city, title=article.title) for line in BODY]

    def source(self) -> str:
        return self._taste.one_of("source", SOURCES).format(city=self._city)
