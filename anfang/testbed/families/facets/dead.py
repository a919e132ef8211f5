"""Links of the home page that lead nowhere: a 404, or a page that says that it isn't there."""

from __future__ import annotations

from anfang.testbed.families.facets.portal import Portal

LOST = (
    ("政府信息公开年度报告", "/zwgk/xxgk/ndbg.html"),
    ("惠企政策汇编", "/upload/file/hqzchb.pdf"),
    ("便民服务地图", "/map/bmfw/index.jsp"),
    ("优化营商环境专题", "/zt/yhyshj/index.html"),
    ("政务服务年报", "/zt/zwfwnb/index.html"),
    ("办事大厅楼层导览", "/zt/dtdl/index.html"),
    ("English", "/en/index.jsp"),
    ("规范性文件库", "#/policy/library"),
    ("重大项目公示", "#/publicity/project?type=2"),
    ("双随机一公开", "#/publicity/ssj"),
    ("政策解读专栏", "#/policy/explain"),
    ("信用公示", "/credit/gs/list.do"),
)


def dead_links(portal: Portal) -> list[dict[str, str]]:
    """As many as planted: title and address."""
    chosen = portal.taste.shuffled("dead", LOST)[: portal.facts.dead_links]
    return [{"title": title, "href": f"/{href}" if href.startswith("#") else href} for title, href in chosen]
