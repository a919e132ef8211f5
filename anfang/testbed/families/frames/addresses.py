"""Where the portal's pages are: three vendors' ways of writing addresses, one of them for a portal."""

from __future__ import annotations

from anfang.testbed.families.frames.taste import Taste

_PAGES = {
    "hub": "wsbs/index|bsdt/main|xzfw/default",
    "firms": "wsbs/qybs|bsdt/fr_index|xzfw/enterprise",
    "people": "wsbs/grbs|bsdt/gr_index|xzfw/person",
    "depts": "wsbs/bmbs|bsdt/bm_index|xzfw/dept",
    "list": "wsbs/sxlist|bsdt/itemlist|xzfw/catalog",
    "frame": "wsbs/sxframe|bsdt/innerlist|xzfw/catalog_in",
    "chooser": "wsbs/xzq|bsdt/selector|xzfw/choose",
    "guide": "wsbs/bszn|bsdt/guide|xzfw/sxxq",
    "inner": "wsbs/clml|bsdt/inner|xzfw/cailiao",
    "faq": "wsbs/cjwt|bsdt/question|xzfw/wtjd",
    "apply": "wsbs/zxsb|bsdt/declare|xzfw/sbxt",
    "town": "wsbs/xzxz|bsdt/town|xzfw/street",
    "search": "search/sxss|jsp/search/item|ssxt/query",
    "archive": "search/wzss|jsp/search/article|ssxt/news",
    "status": "bjcx/index|jsp/progress/index|cxxt/bjcx",
    "answer": "bjcx/result|jsp/progress/result|cxxt/bjjg",
    "scene": "cjfw/scene|jsp/scene/show|cjdh/cj",
    "login": "yhzx/login|jsp/user/login|member/login",
    "wall": "yhzx/checklogin|jsp/user/timeout|member/gate",
    "consult": "hdjl/zxts|jsp/mail/ask|interact/consult",
    "complaint": "hdjl/tsjb|jsp/mail/tousu|interact/complaint",
    "letter": "hdjl/write|jsp/mail/write|interact/letter",
    "talk": "hdjl/index|jsp/mail/index|interact/index",
    "forum": "hdjl/list|jsp/mail/topic|interact/topic",
    "column": "zwgk/col|channel/col|zfxx/column",
    "news": "zwdt/list|channel/news|xwzx/list",
    "article": "zwdt/content|channel/article|xwzx/view",
    "about": "zjwm/index|channel/about|csgk/index",
    "handy": "bmfw/show|channel/bmfw|shfw/view",
    "special": "zt/show|channel/special|ztbd/view",
    "sitemap": "site/map|channel/sitemap|common/map",
    "note": "site/note|channel/note|common/note",
    "head": "inc/head|include/top|common/header",
}
_ENDINGS = (".jsp", ".do", ".html")


class Addresses:
    """One address for each page, the same for the same seed."""

    def __init__(self, taste: Taste) -> None:
        vendor = taste.number("vendor", 0, 2)
        self._base = {kind: "/" + names.split("|")[vendor] for kind, names in _PAGES.items()}
        self._ending = taste.pick("ending", _ENDINGS)
        self._id = taste.pick("id", ("id", "infoid", "ID", "itemid"))
        self._second = taste.pick("second", ("page", "p", "pageNo", "curPage"))
        self.files = taste.pick("files", ("/servlet/DownFileServlet", "/DownFileServlet", "/servlet/FileDown"))

    def __call__(self, kind: str, first: object = "", second: object = "") -> str:
        if self._ending == ".html" and first != "":
            return f"{self._base[kind]}_{first}" + (f"_{second}" if second != "" else "") + ".html"
        query = f"?{self._id}={first}" if first != "" else ""
        return self._base[kind] + self._ending + query + (f"&{self._second}={second}" if second != "" else "")

    def asked(self, kind: str) -> str:
        """The address of a page that reads what a visitor fills in."""
        return self._base[kind] + (".jsp" if self._ending == ".html" else self._ending)
