"""Consultation and complaint: a form behind a notice with a countdown, a sign-in, a word about the app, or a failure."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.facts import Channel
from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.fields import Field, worded
from anfang.testbed.families.county.site import Site

_KEYS = {"9": "consult", "12": "complaint"}
_RULES: tuple[str, ...] = (
    "请如实填写姓名和联系方式，以便工作人员与您联系。",
    "来信内容应当客观真实，不得捏造事实、诬告他人。",
    "一封信件请只反映一个问题，请勿重复提交。",
    "请勿在来信中填写涉密信息和个人隐私。",
    "来信一经受理，可凭编号和密码查看答复。",
    "对含有侮辱、广告等内容的来信不予受理。",
)
_BUREAUS = ("市市场监督管理局", "市公安局", "市税务局", "市人力资源和社会保障局", "市住房和城乡建设局", "市教育局")
_SENT = ("content", "title", "xm")


def routes(site: Site) -> list[Route]:
    async def write(request: Request) -> Response:
        key = _KEYS.get(request.query_params.get("sysid", ""), "")
        if not key:
            return view.gone(site)
        if any(name in request.query_params for name in _SENT):
            return PlainTextResponse("Method Not Allowed", status_code=405)
        return answer(site, key, site.facts.consult if key == "consult" else site.facts.complaint)

    async def rules(request: Request) -> HTMLResponse:
        return view.page(site, "rules.html", told=_told(site), left=_left(site))

    return [Route("/jact/front/mailwrite.do", write), Route("/jact/front/rules.do", rules)]


def answer(site: Site, key: str, code: Channel) -> Response:
    """What the entry of a channel leads to."""
    title = site.words[key]
    if code == "open":
        shown = fields(site, key)
        return view.page(site, "write.html", title, key=key, fields=shown, told=_told(site), left=_left(site))
    if code == "login":
        return RedirectResponse(f"{menu.WALL}?goto={quote(menu.CHANNELS[key], safe='')}", status_code=302)
    if code == "app_only":
        return app_only(site, title, title)
    if code == "broken" and site.dice.chance(("channel fails", key), 0.5):
        return view.failed(site)
    return view.gone(site, site.dice.pick(("channel gone", key), (404, 200)))


def app_only(site: Site, title: str, what: str) -> HTMLResponse:
    """A page that has nothing but a word to use the app."""
    app = site.dice.pick("app", ("{}通", "爱{}", "{}掌上办")).format(site.city)
    shapes = ("“{1}”功能请使用“{0}”手机APP，扫描下方二维码下载安装。", "请下载“{0}”APP，在手机端使用“{1}”。", "“{1}”已迁移至“{0}”手机客户端，请用手机扫码下载。")
    text = site.dice.pick("app only", shapes).format(app, what)
    return view.page(site, "message.html", title, text=text, picture="/picture/0/qr.svg")


def _told(site: Site) -> list[str]:
    return site.dice.shuffled("rules", _RULES)[:4]


def _left(site: Site) -> int:
    """Seconds of the countdown."""
    return site.dice.pick("countdown", (3, 5, 6))


def fields(site: Site, key: str) -> list[Field]:
    """The fields of a letter."""
    dice, complaint = site.dice, key == "complaint"
    unit = "被投诉单位|投诉对象|涉及单位" if complaint else "咨询单位|受理单位|咨询部门"
    found = [
        worded(dice, "姓名|您的姓名|真实姓名", "xm"),
        worded(dice, "联系手机|手机号码|联系电话", "sj"),
        worded(dice, "电子邮箱|邮箱|E-mail", "yx", must=False),
        worded(dice, "联系地址|通讯地址|住址", "dz", must=False),
        worded(dice, unit, "dw", "select", *_BUREAUS),
        worded(dice, "主题|信件标题|标题", "title"),
        worded(dice, "投诉内容|投诉事由|情况描述" if complaint else "咨询内容|问题描述|咨询问题", "content", "area"),
        worded(dice, "是否公开|信件是否公开|愿意公开", "gk", "radio", "公开", "不公开"),
        worded(dice, "附件|上传附件|相关材料", "fj", "file", must=False),
        Field(site.words["password"], "mm", "password"),
    ]
    return found if dice.chance("attach", 0.6) else [field for field in found if field.kind != "file"]
