"""Sign-in, case status, consultation, complaint and application: the functions around the guides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from anfang.testbed.families.table.items import Item
from anfang.testbed.families.table.portal import Page, Portal

METHODS: Final = {
    "password": ("账号密码登录", "用户名密码登录", "密码登录"),
    "sms": ("短信验证码登录", "手机验证码登录", "短信快捷登录"),
    "qr": ("扫码登录", "二维码登录", "扫一扫登录"),
    "national": ("国家政务服务平台账号登录", "使用国家政务服务平台账号登录", "国家平台统一身份认证登录"),
}
WALLS: Final = ("您尚未登录，请先登录！", "登录超时，请重新登录", "请登录后再操作")
LOGIN: Final = "/sso/login.jsp"
SIGN_IN: Final = "/sso/auth.jsp"
"""Where walls and applications lead; a portal without an entry on its home page has this page all the same."""
STATUS: Final = "/bjcx/index.jsp"
CHANNELS: Final = {"consult": "/hdjl/zx.jsp", "complaint": "/hdjl/ts.jsp"}
STAGES: Final = (
    ("申请", "申请人提交申请"),
    ("受理", "材料齐全，予以受理"),
    ("审核", "审核通过"),
    ("办结", "已作出决定"),
)


def pages(portal: Portal) -> Mapping[str, Page]:
    found: dict[str, Page] = {SIGN_IN: _sign_in(portal)}
    if portal.facts.login != "absent":
        found[LOGIN] = _login(portal)
    if portal.facts.status != "absent":
        found[STATUS] = _status(portal)
    for kind, path in CHANNELS.items():
        if channel(portal, kind) != "absent":
            found[path] = _channel(portal, kind)
    for item in portal.items:
        if item.facts.apply != "absent":
            found[f"/apply/{item.id}.do"] = _apply(portal, item)
    return found


def channel(portal: Portal, kind: str) -> str:
    return portal.facts.consult if kind == "consult" else portal.facts.complaint


def apply_link(portal: Portal, item: Item) -> str:
    """Where the guide's button leads; empty where there is no button."""
    if item.facts.apply == "absent":
        return ""
    if item.facts.apply == "login_generic":
        return SIGN_IN
    if item.facts.apply == "login_item" and portal.taste.chance("straight to the sign-in"):
        return _sign_in_for(portal, item)
    return f"/apply/{item.id}.do"


def _sign_in_for(portal: Portal, item: Item) -> str:
    style = portal.taste.pick(
        "sign-in", ("?returnUrl={0}", "?returnUrl={0}&itemName={1}", "?itemid={2}&itemName={1}")
    )
    target = quote(f"/apply/form.do?itemid={item.id}", safe="")
    return SIGN_IN + style.format(target, quote(item.facts.name), item.id)


def _login(portal: Portal) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        if portal.facts.login == "broken":
            return portal.failure("login")
        return _login_page(portal, "")

    return page


def _sign_in(portal: Portal) -> Page:
    """The sign-in page of walls and applications. It names the item where the request does."""

    def page(query: Mapping[str, str]) -> Response:
        return _login_page(portal, query.get("itemName", ""))

    return page


def _login_page(portal: Portal, item: str) -> Response:
    title = portal.taste.pick("login title", ("用户登录", "统一身份认证", "用户登录入口"))
    if portal.facts.login == "app_only":
        return portal.page("login_app.html", kind="form", title=title, item=item)
    methods = {key: portal.taste.pick(f"method:{key}", METHODS[key]) for key in _methods(portal)}
    return portal.page("login.html", kind="form", title=title, item=item, methods=methods)


def _methods(portal: Portal) -> tuple[str, ...]:
    if portal.facts.login != "several":
        return ("password",)
    others = portal.taste.some("methods", ("sms", "qr", "national"), portal.taste.number("ways", 1, 3))
    return ("password", *others)


def _status(portal: Portal) -> Page:
    sample = f"2020{portal.taste.number('sample', 10000000, 99999999)}"
    kind = portal.facts.status
    known = sample if kind in ("stages", "state") else ""
    state = portal.taste.pick("state", ("办结", "审批中", "已受理"))

    def page(query: Mapping[str, str]) -> Response:
        if kind == "login":
            return _wall(portal, "status")
        number = query.get("bjbh", "").strip()
        if number and kind == "no_answer":
            return _no_answer(portal)
        answer = kind if number and number == known else "unknown" if number else ""
        return portal.page(
            "status.html", kind="form", title=portal.word("status"), sample=known, number=number, answer=answer,
            stages=STAGES, state=state,
            unknown=portal.taste.pick("unknown", ("未查询到该办件信息", "您输入的编号不存在，请核对后重新查询", "没有找到相关办件")),
        )  # fmt: skip

    return page


def _no_answer(portal: Portal) -> Response:
    if portal.taste.chance("status fails"):
        return portal.error()
    return portal.page("blank.html", title="")


def _channel(portal: Portal, kind: str) -> Page:
    state = channel(portal, kind)

    def page(query: Mapping[str, str]) -> Response:
        if state == "broken":
            return portal.failure(kind)
        if state == "login":
            return _wall(portal, kind)
        template = "channel_app.html" if state == "app_only" else "channel.html"
        return portal.page(template, kind="form", title=portal.word(kind), channel=kind)

    return page


def _wall(portal: Portal, key: str) -> Response:
    """The sign-in wall: a page that says so, or the sign-in page itself."""
    if portal.taste.chance(f"wall:{key}"):
        return RedirectResponse(f"{SIGN_IN}?returnUrl={quote(CHANNELS.get(key, STATUS), safe='')}", 302)
    text = portal.taste.pick("wall", WALLS)
    return portal.page("wall.html", kind="form", title=portal.word(key), text=text, sign_in=SIGN_IN)


def _apply(portal: Portal, item: Item) -> Page:
    def page(query: Mapping[str, str]) -> Response:
        state = item.facts.apply
        if state == "form":
            return portal.page(
                "apply.html", kind="form", title=f"{item.facts.name}-{portal.word('apply')}", item=item
            )
        if state == "broken":
            return _broken(portal, item)
        return RedirectResponse(_sign_in_for(portal, item), 302)

    return page


def _broken(portal: Portal, item: Item) -> Response:
    if portal.taste.chance(f"back:{item.id}", 0.34):
        return RedirectResponse(portal.guide_path(item), 302)
    return portal.failure(f"apply:{item.id}")
