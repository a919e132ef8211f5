"""The frame around every view (menu, search box, footer) and the home page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from anfang.testbed.facts import PortalFacts
from anfang.testbed.families.spa import decoys
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.routes import Entry, Routes, View

_ERRORS = (
    "Cannot read property 'swiper' of undefined",
    "layer is not defined",
    "$ is not a function",
    "Unexpected token < in JSON at position 0",
    "Cannot read property 'getContext' of null",
    "WeixinJSBridge is not defined",
)
_DEAD = (
    "优化营商环境",
    "不忘初心主题教育",
    "减税降费",
    "扫黑除恶",
    "政务公开日",
    "放管服改革",
    "信用体系建设",
    "精准扶贫",
)


class Home:
    """The home page and the frame of one portal."""

    def __init__(self, facts: PortalFacts, directory: Directory, routes: Routes) -> None:
        self.facts = facts
        self.directory = directory
        self.routes = routes
        self.words = routes.words
        self.pick = routes.words.pick

    @property
    def city(self) -> str:
        return self.facts.name.removesuffix("市") + "市"

    @property
    def title(self) -> str:
        name = self.city
        return self.pick("title", (f"{name}政务服务网", f"{name}一体化政务服务平台", f"{name}网上政务大厅"))

    def frame(self) -> dict[str, Any]:
        """What the script asks for first."""
        routes = self.routes
        views: tuple[View, ...] = ("hall", "guide", "faq", "news", "article", "interaction", "consult", "complaint",
                                   "progress", "login", "apply", "topic", "wizard", "search")  # fmt: skip
        return {
            "title": self.title,
            "hash": routes.hash,
            "skin": self.pick("skin", ("blue", "red", "teal")),
            "views": {routes.path(view)[1:]: view for view in views},
            "search": self._search(),
            "sign": self._sign_in(),
            "menu": self._menu(),
            "footer": self._footer(),
        }

    def page(self) -> dict[str, Any]:
        words = self.words
        return {
            "banner": self.pick(
                "banner", ("一网通办 一次办成", "让数据多跑路 让群众少跑腿", "只进一扇门 最多跑一次")
            ),
            "notice": self.pick("notice", (None, _NOTICE, _NOTICE)),
            "words": [self._asking(word) for word in decoys.HOT_WORDS if self._searches()],
            "quick": self._quick(),
            "decoy": self._case_box(),
            "hot": {"title": words["hot"], "entries": [self._guide(name) for name in self.directory.on_home]},
            "news": {"title": words["news"], "entries": self._headlines()},
            "special": {"title": words["special"], "entries": self._dead_links()},
            "errors": [f"{text} ({number})" for number, text in enumerate(self._errors(), start=1)],
        }

    def dead_paths(self) -> list[str]:
        """Addresses of the planted dead links, as the rendered page holds them."""
        return [entry["href"] for entry in self._dead_links()]

    def articles(self) -> list[str]:
        """Headlines of the portal: some speak of planted items, none leads to them."""
        planted = [text for step in self.facts.steps.values() for text in decoys.about(step.name)[:2]]
        return [*planted, *decoys.HEADLINES]

    def channels(self) -> list[Entry]:
        """Entries of consultation and complaint; a broken one is never an anchor."""
        return [
            self._door(self.words[view], view, broken=state == "broken")
            for view, state in (("consult", self.facts.consult), ("complaint", self.facts.complaint))
            if state != "absent"
        ]

    @property
    def _grouped(self) -> bool:
        """Whether consultation and complaint stand on a page of their own."""
        return bool(self.channels()) and self.pick("grouped", (True, False))

    def _door(self, text: str, view: str, *, broken: bool = False) -> Entry:
        make = self.routes.listener if broken else self.routes.entry
        return make(text, view)  # pyright: ignore[reportArgumentType]

    def _menu(self) -> list[Entry]:
        words, routes = self.words, self.routes
        menu = [
            routes.anchor(words["home"], "home"),
            routes.entry(words["hall"], "hall"),
            routes.entry(words["news"], "news"),
        ]
        if self._grouped:
            menu.append(routes.entry(words["interaction"], "interaction"))
        if self.facts.status != "absent" and not self.pick("status in quick", (True, False)):
            menu.append(routes.entry(words["status"], "progress"))
        return menu

    def _quick(self) -> list[Entry]:
        quick = [] if self._grouped else self.channels()
        if self.facts.status != "absent" and self.pick("status in quick", (True, False)):
            quick.append(self.routes.entry(self.words["status"], "progress"))
        if self.facts.scenario != "absent":
            view: View = "wizard" if self.facts.scenario == "wizard" else "topic"
            quick.append(self.routes.entry(self.words["scenario"], view))
        return quick

    def _sign_in(self) -> Entry | None:
        if self.facts.login == "absent":
            return None
        return self._door(self.words["login"], "login", broken=self.facts.login == "broken")

    def _searches(self) -> bool:
        return self.facts.search == "works"

    def _search(self) -> dict[str, Any] | None:
        if self.facts.search == "absent":
            return None
        route = self.routes.path("search") if self._searches() else None
        return {
            "hint": self.words["search"],
            "go": self.words["go"],
            "to": route,
            "method": self.pick("method", ("GET", "POST")),
        }

    def _case_box(self) -> dict[str, str] | None:
        """A box for case numbers, which is no site search."""
        if self.facts.status not in ("stages", "state", "asks"):
            return None
        box = {"hint": "请输入办件编号", "go": "查进度", "to": self.routes.path("progress")}
        return self.pick("case box", (box, None, None))

    def _asking(self, word: str) -> Entry:
        return {"text": word, "href": self.routes.href(f"{self.routes.path('search')}?q={quote(word)}")}

    def _guide(self, name: str) -> Entry:
        return self.routes.entry(name, "guide", token(name))

    def _headlines(self) -> list[Entry]:
        shown = self.articles()[:8]
        dates = ("11-29", "11-27", "11-25", "11-22", "11-20", "11-18", "11-15", "11-12")
        return [self.routes.anchor(text, "article", str(number), date=date)
                for number, (text, date) in enumerate(zip(shown, dates, strict=False))]  # fmt: skip

    def _dead_links(self) -> list[Entry]:
        """Old pages that a migration has left behind: files that are gone, or routes that the app no longer knows."""
        return [
            {
                "text": _DEAD[number % len(_DEAD)] + ("专栏" if number >= len(_DEAD) else ""),
                "href": self._gone(number),
            }
            for number in range(self.facts.dead_links)
        ]

    def _gone(self, number: int) -> str:
        soft = not self.routes.hash and number % 4 == 3
        return (
            f"/zhuanti/{2015 + number % 4}-{number}"
            if soft
            else f"/zt/{2015 + number % 4}/{number}/index.html"
        )

    def _errors(self) -> list[str]:
        return [_ERRORS[number % len(_ERRORS)] for number in range(self.facts.script_errors)]

    def _footer(self) -> dict[str, Any]:
        name = self.city
        about = ("关于我们", "网站声明", "使用帮助")
        return {
            "links": [self.routes.anchor(text, "article", f"about{number}") for number, text in enumerate(about)],
            "lines": [
                f"主办单位：{name}人民政府办公室　承办单位：{name}政务服务数据管理局",
                self.pick("icp", ("某ICP备05000001号-1　某公网安备 00010202000001号", "某ICP备11000002号　网站标识码：0000000001")),
            ],
        }  # fmt: skip


_NOTICE = {
    "title": "通知公告",
    "text": "为提升服务体验，平台将于本周六凌晨进行系统升级，届时部分功能可能短暂无法使用，敬请谅解。",
    "close": "我知道了",
}
