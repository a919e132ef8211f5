"""The citizens' corner: its entries, letters of the past with their answers, and the forms for new ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from anfang.testbed.families.county import menu, view
from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.letters import LETTERS
from anfang.testbed.families.county.site import Site

_PER_PAGE = 7


@dataclass(frozen=True, slots=True)
class Published:
    code: str
    kind: str
    title: str
    text: str
    bureau: str
    answer: str
    sent: date
    answered: date

    @property
    def url(self) -> str:
        return f"/jact/front/maildetail.do?transactId={self.code}"


def letters(site: Site) -> list[Published]:
    """The letters that the site publishes, the latest first."""
    days = site.library.days("letters", len(LETTERS), 120)
    found: list[Published] = []
    for n, (one, day) in enumerate(zip(site.dice.shuffled("letters", LETTERS), days, strict=True)):
        sent = day - timedelta(days=one.waited)
        code = f"{sent:%Y%m%d}{31 + n}"
        found.append(Published(code, one.kind, one.title, one.text, f"市{one.bureau}", one.answer, sent, day))
    return found


def shows_letter_box(site: Site) -> bool:
    """A query of letters stands only where the query of cases is a query too: nobody may take it for that."""
    return site.facts.status in ("stages", "state", "asks")


def routes(site: Site) -> list[Route]:
    async def listed(request: Request) -> HTMLResponse:
        asked = request.query_params.get("page", "1")
        pages = -(-len(LETTERS) // _PER_PAGE)
        number = min(max(1, int(asked) if asked.isdecimal() else 1), pages)
        shown = letters(site)[(number - 1) * _PER_PAGE : number * _PER_PAGE]
        return view.page(site, "letters.html", site.words["letters"], letters=shown, number=number, pages=pages)

    async def detail(request: Request) -> HTMLResponse:
        code = request.query_params.get("transactId")
        found = next((letter for letter in letters(site) if letter.code == code), None)
        return view.page(site, "letter.html", found.title, letter=found) if found else view.gone(site)

    async def queried(request: Request) -> HTMLResponse:
        if not shows_letter_box(site):
            return view.gone(site)
        code = request.query_params.get("xjbh", "").strip()
        text = f"未查询到信件编号为“{code}”的来信，或者查询密码不正确。" if code else "请输入信件编号和查询密码。"
        return view.message(site, site.words["letter_query"], text)

    return [
        Route(menu.LETTERS, listed),
        Route("/jact/front/maildetail.do", detail),
        Route("/jact/front/mailquery.do", queried),
    ]


def corner(site: Site, column: Column) -> HTMLResponse:
    """The column of the citizens' corner."""
    return view.page(
        site,
        "interact.html",
        column.name,
        column=column,
        channels=site.dice.shuffled("channels", menu.channels(site)),
        talks=menu.talks(site),
        letters=letters(site)[:5],
        letter_box=shows_letter_box(site),
    )
