"""What the application button of a guide leads to."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.fields import Field, Part, worded
from anfang.testbed.families.county.site import Site

_MATTER = {
    "registration": (("拟设企业名称|企业名称|申请登记名称", "mc"), ("注册资本（万元）|认缴出资额（万元）|注册资本", "zb"), ("企业住所|住所（经营场所）|住所", "zs")),
    "seal": (("企业名称|用章单位|单位名称", "mc"), ("统一社会信用代码|信用代码|社会信用代码", "dm"), ("印章枚数|刻制数量|申请枚数", "ms")),
    "invoice": (("纳税人名称|企业名称|单位名称", "mc"), ("纳税人识别号|税号|信用代码（纳税人识别号）", "dm"), ("申领份数|领用数量|发票份数", "fs")),
    "social_insurance": (("单位名称|参保单位|用人单位名称", "mc"), ("统一社会信用代码|信用代码|社会信用代码", "dm"), ("职工人数|参保人数|在职人数", "rs")),
}  # fmt: skip
_CHOICE = {
    "registration": ("企业类型|公司类型|组织形式", "lx", "有限责任公司", "一人有限公司", "股份有限公司"),
    "seal": ("印章类型|印章种类|刻制类别", "lx", "法定名称章", "财务专用章", "合同专用章"),
    "invoice": ("发票种类|发票类型|票种", "lx", "增值税普通发票", "增值税专用发票"),
    "social_insurance": ("单位类型|单位性质|经济类型", "lx", "企业", "民办非企业", "社会团体"),
}


def routes(site: Site) -> list[Route]:
    async def apply(request: Request) -> Response:
        article = site.articles_by_code.get(request.query_params.get("itemid", ""))
        return answer(site, article) if article else view.gone(site)

    return [Route("/wsbs/apply.do", apply)]


def answer(site: Site, article: Article) -> Response:
    guide = article.guide
    if guide is None or guide.apply == "absent":
        return view.gone(site)
    if guide.apply == "form":
        title = site.dice.pick("apply title", ("{}网上申报", "{}在线申请", "网上申报：{}")).format(guide.name)
        return view.page(site, "apply.html", title, parts=parts(site, guide.step), code=article.code)
    if guide.apply == "login_item":
        return RedirectResponse(f"{menu.WALL}?goto={quote(_back(site, article), safe='')}", status_code=302)
    if guide.apply == "login_generic":
        return RedirectResponse(menu.WALL, status_code=302)
    kind = view.broken_apply(site, article)
    return view.failed(site) if kind == "failed" else view.gone(site, 200 if kind == "soft" else 404)


def _back(site: Site, article: Article) -> str:
    """The address to which the sign-in returns; with the item's name where the page itself does not tell it."""
    query = {"itemid": article.code}
    if article.guide and site.dice.chance("silent wall", 0.3):
        query["itemname"] = article.guide.name
    return f"/wsbs/apply.do?{urlencode(query)}"


def parts(site: Site, step: str) -> list[Part]:
    """The form's parts; a combined item asks what its first step asks."""
    dice = site.dice
    names = dice.pick("parts", (("企业信息", "经办人信息"), ("基本信息", "申请人信息"), ("单位情况", "联系人")))
    choice, key, *options = _CHOICE[step]
    matter = [worded(dice, wordings, name) for wordings, name in _MATTER[step]]
    matter.append(worded(dice, choice, key, "select", *options))
    matter.append(worded(dice, "备注|补充说明|其他说明", "bz", "area", must=False))
    found = [Part(names[0], tuple(matter)), Part(names[1], _person(dice))]
    return found[::-1] if dice.chance("person first", 0.4) else found


def _person(dice: Dice) -> tuple[Field, ...]:
    return (
        worded(dice, "经办人姓名|经办人|联系人", "xm"),
        worded(dice, "证件类型|身份证件类型|证照类型", "zjlx", "select", "居民身份证", "护照", "港澳居民来往内地通行证"),
        worded(dice, "证件号码|身份证号|证件编号", "zjhm"),
        worded(dice, "手机号码|移动电话|手机", "sj"),
        worded(dice, "电子邮箱|邮箱|E-mail", "yx", must=False),
    )
