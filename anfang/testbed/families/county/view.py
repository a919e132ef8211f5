"""From a template to a page."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.responses import HTMLResponse

from anfang.testbed.families.county import menu
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.look import look
from anfang.testbed.families.county.site import Site

HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def html(site: Site, template: str, title: str = "", **context: object) -> str:
    """The page, with the site's menu, look and wordings."""
    style = look(site.dice)
    shared = {
        "site": site,
        "facts": site.facts,
        "w": site.words,
        "look": style,
        "menu": menu.menu(site, style.drop_down),
        "title": title,
        "site_name": site.words["site"],
        "to": menu,
        "apply_url": apply_url,
        "attached": site.attached,
    }
    return _TEMPLATES.get_template(template).render(shared | context)


def page(site: Site, template: str, title: str = "", status: int = 200, **context: object) -> HTMLResponse:
    return HTMLResponse(html(site, template, title, **context), status_code=status)


def message(site: Site, title: str, text: str, status: int = 200) -> HTMLResponse:
    """A page that says one thing."""
    return page(site, "message.html", title, status, text=text)


def gone(site: Site, status: int = 404) -> HTMLResponse:
    """A page that says that it is not there; some sites send it with a status of 200."""
    texts = ("您访问的页面不存在或已删除", "抱歉，您要访问的页面不存在", "页面不存在，可能已被移除或更名")
    return message(site, "页面不存在", site.dice.pick("gone", texts), status)


def failed(site: Site) -> HTMLResponse:
    """A server's bare failure."""
    heads = ("HTTP Status 500 - Internal Server Error", "500 - 内部服务器错误", "Error 500--Internal Server Error")
    head = site.dice.pick("failed", heads)
    text = f"<html><head><title>{head}</title></head><body><h1>{head}</h1><hr><p>java.lang.NullPointerException</p></body></html>"
    return HTMLResponse(text, status_code=500)


def apply_url(site: Site, article: Article) -> str | None:
    """Where the application button of a guide leads; None: there is no button."""
    guide = article.guide
    if guide is None or guide.apply == "absent":
        return None
    itself = guide.apply == "broken" and broken_apply(site, article) == "itself"
    return article.url if itself else f"/wsbs/apply.do?itemid={article.code}"


def broken_apply(site: Site, article: Article) -> str:
    """How a broken application fails."""
    return site.dice.pick(("broken apply", article.title), ("failed", "gone", "soft", "itself"))
