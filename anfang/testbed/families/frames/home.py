"""What the home page shows besides the menu: news, short cuts, scenes, services, and the planted faults."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from anfang.testbed.families.frames import doors, enquiries, news, progress, scene, signin
from anfang.testbed.families.frames.entries import Entry, by
from anfang.testbed.families.frames.site import Site

SPECIALS = ("创建国家卫生城市专题", "党的群众路线教育实践活动", "学习贯彻全会精神", "平安建设专题", "招商引资专题")
HANDY = (
    "天气预报", "公交线路", "列车时刻", "邮政编码", "旅游景点", "医院名录", "学校名录", "停水停电", "公积金查询", "水费查询", "图书检索",
    "违章查询", "法律法规库", "人才招聘", "价格信息", "便民地图", "文化场馆", "农产品行情",
)  # fmt: skip
_FAULTS = (
    "var adv=document.getElementById('floatAd');adv.style.left='10px';",
    "$('#slide').cycle({fx:'fade'});",
    "initWeather('{city}');",
    "new PicSlider('focus');",
    "jQuery('.tab').slide();",
    "document.all.counter.innerText='1';",
    "showLunarDate();",
    "var menu=null;menu.init();",
    "SWFObject.embed('top.swf');",
    "topNewsArr[0].title='';",
)
_SHOWN = 10
"""Handy links where no more are dead."""


def page(site: Site) -> Response:
    taste = site.taste
    return site.page(
        "home",
        columns={key: news.articles(key, taste)[:7] for key in ("headlines", "notices", "bureau")},
        panel=panel(site),
        scenes=scene.entries(site),
        login=None if signin.in_head(site) else signin.entry(site),
        status=progress.entry(site),
        circles=enquiries.circles(site) if enquiries.by_circles(site) else [],
        buttons=[] if enquiries.by_circles(site) else enquiries.entries(site),
        silent=taste.flag("silent buttons"),
        handy=handy(site),
        published=published(site),
        specials=[(n, site.url("special", n)) for n in taste.shuffled("specials", range(len(SPECIALS)))[:2]],
        faults=faults(site),
        order=taste.shuffled("blocks", ("service", "scenes", "banners", "panel")),
        wide=taste.flag("wide panel"),
        misspelt=taste.flag("misspelt", 0.4),
        turned=taste.flag("columns turned"),
    )


def in_menu(site: Site) -> bool:
    """Short cuts hang from the menu, on every page; otherwise they stand on the home page alone."""
    return not site.menu_in_head and site.taste.flag("short cuts in menu")


def panel(site: Site) -> list[Entry]:
    """Entries to services on the home page."""
    near = [] if in_menu(site) else [*doors.lifted(site), *doors.short_cuts(1, site)]
    return [*doors.direct(site), doors.hub(site), *by(near, doors.how("panel", site))]


def menu(site: Site) -> list[tuple[Entry, list[Entry]]]:
    """The main menu, with what drops down from it."""
    below: dict[str, list[Entry]] = {
        "news": [Entry(site.word(key), site.url("news", key)) for key in ("headlines", "notices", "bureau")],
        "hub": by([*doors.lifted(site), *doors.short_cuts(1, site)], doors.how("menu", site)) if in_menu(site) else [],
    }
    doors_of = {"home": "/", "about": site.url("about"), "news": site.url("news", "headlines"), "open": site.url("column")}
    rest = {"hub": site.url("hub"), "talk": site.url("talk")}
    return [(Entry(site.word(key), url), below.get(key, [])) for key, url in {**doors_of, **rest}.items()]


def handy(site: Site) -> list[tuple[str, str, bool]]:
    """Label, address, whether dead: the first so many of the planted dead links, mixed with live ones."""
    dead = site.facts.dead_links
    names = [*site.taste.shuffled("handy", HANDY), *(f"{name}（新）" for name in HANDY)][: max(_SHOWN, dead + 4)]
    told = [(name, site.url("handy", 101 + n), n < dead) for n, name in enumerate(names)]
    return site.taste.shuffled("handy order", told)


def published(site: Site) -> list[tuple[str, str]]:
    """Cases of other services and how they ended."""
    others = [item for item in site.items.all if not item.guide and not item.near]
    return [(item.name, "已办结") for item in site.taste.shuffled("published", others)[:6]]


def faults(site: Site) -> list[str]:
    chosen: list[Any] = site.taste.shuffled("faults", _FAULTS)
    more = [f"undefinedPlugin{n}.start();" for n in range(site.facts.script_errors)]
    return [*chosen, *more][: site.facts.script_errors]
