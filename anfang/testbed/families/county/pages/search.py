"""The pages of the site's search, and of the news columns' own."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families.county import view
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.look import look
from anfang.testbed.families.county.searching import find
from anfang.testbed.families.county.site import Site

_PER_PAGE = 10
_TITLE = "search_title"


def routes(site: Site) -> list[Route]:
    async def search(request: Request) -> HTMLResponse:
        if site.facts.search != "works":
            return view.gone(site)
        if look(site.dice).injected:
            fragment = f"/jsearch/list.do?{request.url.query}"
            return view.page(site, "results.html", site.words[_TITLE], fragment=fragment)
        return view.page(site, "results.html", site.words[_TITLE], **results(site, request))

    async def fragment(request: Request) -> HTMLResponse:
        if site.facts.search != "works":
            return view.gone(site)
        return view.page(site, "found.html", **results(site, request))

    async def visit(request: Request) -> Response:
        url = request.query_params.get("url", "")
        return RedirectResponse(url, status_code=302) if url in site.library.articles else view.gone(site)

    async def news(request: Request) -> HTMLResponse:
        query = request.query_params.get("keyword", "").strip()
        items = [item(site, article, query) for article in find(site, query, "news")[:_PER_PAGE]]
        title = site.words["news_search"]
        return view.page(site, "results.html", title, found=items, query=query, total=len(items), pages=1, number=1)

    return [
        Route("/jsearch/search.do", search),
        Route("/jsearch/list.do", fragment),
        Route("/jsearch/visit.do", visit),
        Route("/module/search/news.do", news),
    ]


def results(site: Site, request: Request) -> dict[str, Any]:
    """One page of results."""
    query, scope = request.query_params.get("q", "").strip(), request.query_params.get("scope", "all")
    asked = request.query_params.get("p", "1")
    found = find(site, query, scope)
    pages = max(1, -(-len(found) // _PER_PAGE))
    number = min(max(1, int(asked) if asked.isdecimal() else 1), pages)
    shown = found[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    return {
        "query": query,
        "total": len(found),
        "found": [item(site, article, query) for article in shown],
        "pages": pages,
        "number": number,
        "here": f"/jsearch/search.do?{urlencode({'q': query, 'scope': scope})}",
    }


def item(site: Site, article: Article, query: str) -> dict[str, object]:
    """One result, its title cut where it has the query's words."""
    marked = query and query in article.title
    parts = re.split(f"({re.escape(query)})", article.title) if marked else [article.title]
    address = f"/jsearch/visit.do?{urlencode({'url': article.url})}" if look(site.dice).visit else article.url
    text = article.body[0][:70] if article.body else f"{site.column_of(article).name}：{article.title}"
    return {
        "parts": [(part, part == query) for part in parts if part],
        "url": address,
        "text": text,
        "column": site.column_of(article).name,
        "day": article.day,
    }
