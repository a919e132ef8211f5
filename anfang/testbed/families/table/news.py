"""News, notices and the columns around them: headlines that talk about the goals and lead to none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from anfang.testbed.families.table.portal import Page, Portal

HEADLINES: Final = (
    "我市优化企业开办流程 市场主体活力持续增强", "市政府召开常务会议研究优化营商环境工作", "企业开办时间再压缩 我市推出多项举措",
    "全市深化放管服改革工作推进会召开", "公章刻制行业专项整治行动圆满结束", "税务部门开展发票使用专项检查",
    "社保经办服务能力提升培训班开班", "我市企业设立登记数量同比增长12.6%", "市领导调研政务服务中心窗口建设",
    "我市召开春耕生产现场会", "全市重点项目集中开工", "商事制度改革五年综述：便利化水平显著提升",
    "市政务服务中心获评省级青年文明号", "我市举办创业创新大赛",
)  # fmt: skip
NOTICES: Final = (
    "关于2020年春节放假期间值班安排的通知", "关于调整城市公交线路的公告", "关于印发2020年政务公开工作要点的通知",
    "关于公布行政审批中介服务清单的公告", "关于系统升级维护的公告", "关于公开征求停车管理办法意见的通知",
    "关于开展营业执照年度报告工作的通知", "关于社会保险基金监督检查的公告",
)  # fmt: skip
DEAD: Final = (
    "政务公开年报", "领导信箱", "在线访谈", "民意征集", "专题专栏", "数据开放", "阳光政务", "政策解读", "人事任免",
    "财政预决算", "应急管理", "规划计划", "统计公报", "城市风光", "招商引资", "旅游指南", "历史文化", "便民地图",
)  # fmt: skip
PARAGRAPHS: Final = (
    "本网讯 近日，有关会议在市政府召开，会议传达学习了上级文件精神，研究部署了下一阶段重点工作。",
    "会议指出，今年以来各部门认真落实各项任务，主动作为，服务水平不断提高，群众满意度稳步提升。",
    "会议要求，要进一步提高认识，压实责任，加强协调配合，确保各项工作取得实效。",
)


@dataclass(frozen=True, slots=True)
class Article:
    title: str
    path: str
    date: str


def articles(portal: Portal) -> tuple[Article, ...]:
    return tuple(_articles(portal, "news", HEADLINES))


def notices(portal: Portal) -> tuple[Article, ...]:
    return tuple(_articles(portal, "notice", NOTICES))


def _articles(portal: Portal, kind: str, titles: tuple[str, ...]) -> list[Article]:
    style = portal.taste.pick(
        "news", ("/art/2020/1/{1}/art_{0}_{1}.html", "/{0}/view.jsp?id={1}", "/{0}/content_{1}.shtml")
    )
    folder = {"news": "xwzx", "notice": "tzgg"}[kind]
    drawn = portal.taste.some(kind, titles, len(titles))
    dates = [
        f"{'2020-01' if n < 6 else '2019-12'}-{28 - 2 * n if n < 6 else 40 - 2 * n:02}"
        for n in range(len(drawn))
    ]
    return [
        Article(title, style.format(folder, 1200 + n), date)
        for n, (title, date) in enumerate(zip(drawn, dates, strict=True))
    ]


def dead_links(portal: Portal) -> tuple[tuple[str, str], ...]:
    """Title and path of the home page's links that lead nowhere."""
    count = portal.facts.dead_links
    titles = [
        DEAD[n] if n < len(DEAD) else f"{DEAD[n % len(DEAD)]}（{n // len(DEAD) + 1}）" for n in range(count)
    ]
    return tuple(
        (title, f"/zwgk/old/{portal.taste.number('dead', 100, 900) + n}.html")
        for n, title in enumerate(titles)
    )


def pages(portal: Portal) -> Mapping[str, Page]:
    """Articles, their columns, and the dead links that answer 200 all the same."""
    found: dict[str, Page] = {
        "/xwzx/index.html": _column(portal, "news"),
        "/tzgg/index.html": _column(portal, "notice"),
    }
    for article in (*articles(portal), *notices(portal)):
        found[article.path] = _article(portal, article)
    for n, (_, path) in enumerate(dead_links(portal)):
        found[path] = _dead(portal, 404 if n % 2 else 200)
    return found


def _column(portal: Portal, kind: str) -> Page:
    listed = articles(portal) if kind == "news" else notices(portal)

    def page(query: Mapping[str, str]) -> Response:
        return portal.page("column.html", kind="news", title=portal.word(kind), articles=listed)

    return page


def _article(portal: Portal, article: Article) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return portal.page(
            "article.html", kind="news", title=article.title, article=article, paragraphs=PARAGRAPHS
        )

    return page


def _dead(portal: Portal, status: int) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        return portal.missing(status)

    return page
