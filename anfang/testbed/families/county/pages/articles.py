"""Articles: news, and the guides of services with their questions and files."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from anfang.testbed.families import pause
from anfang.testbed.families.county import view
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.attachments import sent
from anfang.testbed.families.county.labels import GROUPS
from anfang.testbed.families.county.lines import Line
from anfang.testbed.families.county.prose import Prose
from anfang.testbed.families.county.site import Site
from anfang.testbed.families.county.titles import QUESTIONS


def routes(site: Site) -> list[Route]:
    async def article(request: Request) -> HTMLResponse:
        found = site.library.articles.get(request.url.path)
        if found is None:
            return view.gone(site)
        if found.guide and found.guide.step:
            await pause(site.facts)
        return HTMLResponse(page(site, found))

    async def faq(request: Request) -> HTMLResponse:
        found = site.articles_by_code.get(request.query_params.get("itemid", ""))
        if found is None or not found.guide or not found.guide.faq:
            return view.gone(site)
        title = f"{found.guide.name}{site.words['act_faq']}"
        return view.page(site, "faq.html", title, questions=questions(site, found))

    async def file(request: Request) -> Response:
        address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        found = site.files.get(address)
        answer = sent(found) if found else None
        return view.gone(site) if answer is None else answer

    return [
        Route("/art/{rest:path}", article),
        Route("/wsbs/faq.do", faq),
        Route("/module/download/downfile.jsp", file),
        Route("/attach/0/{name}", file),
        Route("/picture/0/old/{name}", file),
    ]


def page(site: Site, article: Article) -> str:
    """The article's HTML."""
    before, after = _neighbours(site, article)
    asked = questions(site, article)
    return view.html(
        site,
        "article.html",
        article.title,
        article=article,
        path=site.column_of(article).path,
        lines=_lines(site, article),
        dress=site.dice.pick(("dress", article.title), ("plain", "plain", "word", "lines")),
        runs=runs,
        hits=site.dice.rng("hits", article.title).randint(30, 900),
        apply=view.apply_url(site, article),
        spot=site.dice.pick("button", ("top", "end")),
        files=site.attached(article),
        questions=asked,
        here=site.dice.chance(("faq here", article.title), 0.5),
        faq_head=site.dice.pick(("faq head", article.title), GROUPS["faq"]),
        before=before,
        after=after,
    )


def _lines(site: Site, article: Article) -> list[Line]:
    if article.guide:
        name = article.guide.name
        lead_in = site.words["lead_in"].replace("{name}", name)
        opening = [Line("", lead_in)] if site.dice.chance(("lead in", name), 0.3) else []
        return opening + Prose(article.guide, site.dice).written()
    return [Line("", text) for text in article.body]


def questions(site: Site, article: Article) -> list[tuple[str, str]]:
    """As many questions as the guide has."""
    if not article.guide:
        return []
    return site.dice.shuffled(("questions", article.title), QUESTIONS)[: article.guide.faq]


def _neighbours(site: Site, article: Article) -> tuple[Article | None, Article | None]:
    """The articles before and after in the column; a guide of a step is nobody's neighbour."""
    listed = site.column_of(article).articles
    row = listed.index(article) if article in listed else -1
    above = [one for one in listed[: max(row, 0)] if not _of_a_step(one)]
    below = [one for one in listed[row + 1 :] if not _of_a_step(one)]
    return (above[-1] if above else None, below[0] if below else None)


def _of_a_step(article: Article) -> bool:
    return article.guide is not None and article.guide.step != ""


def runs(text: str) -> list[str]:
    """The text as a word processor cuts it: what is Latin apart from what is Chinese."""
    return re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text)
