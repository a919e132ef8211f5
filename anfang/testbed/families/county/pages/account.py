"""Signing in: the entry of the home page, and the wall before what is not for everybody."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.fields import Field
from anfang.testbed.families.county.pages.write import app_only
from anfang.testbed.families.county.site import Site

_PEOPLE = (("个人用户", "法人用户"), ("个人登录", "法人登录"), ("公众", "企业"))


class Way:
    """One way to sign in."""

    def __init__(self, kind: str, name: str, fields: tuple[Field, ...] = ()) -> None:
        self.kind, self.name, self.fields = kind, name, fields


def routes(site: Site) -> list[Route]:
    async def login(request: Request) -> HTMLResponse:
        return entry(site)

    async def wall(request: Request) -> HTMLResponse:
        return sign_in(site, request.query_params.get("goto", ""))

    return [Route(menu.LOGIN, login), Route(menu.WALL, wall)]


def entry(site: Site) -> HTMLResponse:
    """What the home page's entry leads to."""
    code, title = site.facts.login, site.words["login"]
    if code == "app_only":
        return app_only(site, title, title)
    if code == "broken":
        return view.failed(site) if site.dice.chance("login fails", 0.5) else view.gone(site, 200)
    return view.gone(site) if code == "absent" else sign_in(site, "")


def sign_in(site: Site, goto: str) -> HTMLResponse:
    """A sign-in; it names the item to which it leads back, or leads back without a word."""
    heading = site.dice.pick("sign in", ("用户登录", "统一身份认证", "网上办事大厅登录", "欢迎登录"))
    return view.page(
        site,
        "login.html",
        heading,
        heading=heading,
        goto=goto,
        item=_item(site, goto),
        reason=site.words["please_login"] if goto and "itemid" not in goto else "",
        ways=ways(site),
        people=site.dice.pick("people", (*_PEOPLE, None)),
        button=site.dice.pick("sign in button", ("登录", "登 录", "立即登录")),
    )


def _item(site: Site, goto: str) -> str:
    """The item's name, where the page tells it."""
    query = parse_qs(urlsplit(goto).query)
    article = site.articles_by_code.get(query.get("itemid", [""])[0])
    return article.guide.name if article and article.guide and "itemname" not in query else ""


def ways(site: Site) -> list[Way]:
    """The ways of this site; one where it says of itself nothing better."""
    one = _password(site)
    if site.facts.login != "several":
        return [one]
    sms = (Field("手机号码", "sj"), Field("短信验证码", "dx"))
    others = [
        Way("sms", _named(site, "短信登录", "手机验证码登录", "短信验证登录"), sms),
        Way("qr", _named(site, "扫码登录", "二维码登录", "扫一扫登录")),
        Way("link", _named(site, "国家政务服务平台账号登录", "国家平台账号登录", "国家政务服务平台登录")),
        Way("ca", _named(site, "数字证书登录", "CA证书登录", "UKEY登录"), (Field("证书口令", "pin", "password"),)),
    ]
    rng = site.dice.rng("ways")
    return [one, *rng.sample(others, rng.randint(1, 3))]


def _named(site: Site, *names: str) -> str:
    return site.dice.pick(("way", names), names)


def _password(site: Site) -> Way:
    name = site.dice.pick("user name", ("用户名", "账号", "登录名"))
    fields = [Field(name, "u"), Field("密码", "p", "password")]
    if site.dice.chance("login captcha", 0.7):
        fields.append(Field(site.words["captcha"], "yzm"))
    return Way("password", site.dice.pick("by password", ("密码登录", "账号登录", "用户名登录")), tuple(fields))
