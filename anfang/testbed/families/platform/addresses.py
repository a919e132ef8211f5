"""Addresses of the portal's pages, in one of three styles that such platforms have: .do, .jsp and static pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from anfang.testbed.families.platform.choices import Choices

_STYLES: Mapping[str, tuple[str, str, str]] = {
    "home": ("index.do", "index.jsp", "index.html"),
    "shelf": ("item/list.do", "fwsx_list.jsp", "fwsx/{id}.html"),
    "guide": ("item/detail.do", "bszn_detail.jsp", "bszn/{id}.html"),
    "file": ("attach/download.do", "upload/bgxz/{id}", "files/{id}"),
    "faq": ("item/faq.do", "cjwt.jsp", "cjwt/{id}.html"),
    "apply": ("apply/start.do", "wssb.jsp", "wssb/{id}.html"),
    "gate": ("sso/login.do", "sso/login.jsp", "sso/auth.html"),
    "login": ("uc/login.do", "user/login.jsp", "user/login.html"),
    "search": ("search/query.do", "ssjg.jsp", "search.html"),
    "news_search": ("info/query.do", "xxjs.jsp", "xxjs.html"),
    "status": ("bj/progress.do", "bjcx.jsp", "bjcx/index.html"),
    "interact": ("hd/index.do", "hdjl.jsp", "hdjl/index.html"),
    "consult": ("hd/consult.do", "wyzx.jsp", "hdjl/wyzx.html"),
    "complaint": ("hd/complain.do", "wyts.jsp", "hdjl/wyts.html"),
    "scenario": ("topic/qykb.do", "qykb.jsp", "ztfw/qykb.html"),
    "news": ("info/article.do", "xxgk_show.jsp", "xxgk/{id}.html"),
    "column": ("info/channel.do", "ztzl.jsp", "ztzl/{id}.html"),
    "mobile": ("m/index.do", "m/index.jsp", "m/index.html"),
    "captcha": ("rand.jpg", "image/rand.jpg", "captcha/rand.jpg"),
    "qr": ("images/ewm.png", "images/qrcode.png", "images/app_ewm.png"),
    "script": ("resources/js/zw.js", "js/common/zw.js", "static/js/zw.js"),
    "style": ("resources/css/zw.css", "css/zw.css", "static/css/zw.css"),
}
_BASES = (("/zwfw", "/ythzw", "/portal"), ("/bsdt", "/ysxz", "/web"), ("/zwzx", "/ythpt", "/site"))
_PARAMETERS = (("itemCode", "rowGuid", "sxid"), ("id", "guid", "ywid"), ("", "", ""))


@dataclass(frozen=True, slots=True)
class Address:
    """`path` of a route, `{id}` in it or in the query parameter `parameter`."""

    path: str
    parameter: str

    def url(self, id: str = "", **query: str) -> str:
        if "{id}" in self.path:
            path = self.path.format(id=id)
        else:
            path, query = self.path, ({self.parameter: id} if id else {}) | query
        return f"{path}?{urlencode(query)}" if query else path

    def id(self, request: Request) -> str:
        """The identifier that a request asks for."""
        asked = request.path_params.get("id") or request.query_params.get(self.parameter, "")
        return str(asked)


class Addresses:
    """Addresses of the portal's kinds of pages."""

    def __init__(self, pick: Choices) -> None:
        style = pick.one("style", (0, 1, 2))
        base = pick.one("base", _BASES[style])
        parameter = pick.one("parameter", _PARAMETERS[style]) or "id"
        self._of = {kind: Address(f"{base}/{slugs[style]}", parameter) for kind, slugs in _STYLES.items()}
        self.direct = pick.chance("home at the root", 0.2)
        """The home page is at / itself; else / only leads on to it."""
        if self.direct:
            self._of["home"] = Address("/", parameter)

    def __getitem__(self, kind: str) -> Address:
        return self._of[kind]
