"""The home page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from anfang.testbed.families import pause
from anfang.testbed.families.comune.page import Page
from anfang.testbed.families.comune.site import Site
from anfang.testbed.families.comune.town import Town

_ORDERS = {
    "news": ("news", "useful", "topics", "used", "categories", "events", "sites"),
    "services": ("used", "categories", "useful", "news", "events", "topics", "sites"),
    "topics": ("topics", "useful", "categories", "news", "events", "used", "sites"),
}
_ERRORS = (
    "bootstrap.Tooltip.getOrCreateInstance(document.body);",
    "document.querySelector('#carosello-avvisi').dataset.stato = 'pronto';",
    "jQuery('.calendario').datepicker({ lingua: 'it' });",
    "window.matomoTracker.trackPageView();",
    "cookieConsent.inizializza({ versione: 3 });",
    "JSON.parse('{configurazione: vera}');",
    "mappaComune.disegna(document.body);",
    "document.getElementById('meteo').textContent = '';",
)


class Home:
    def __init__(self, site: Site, town: Town) -> None:
        self._site, self._town = site, town
        site.add("/", Page(self._answer))

    async def _answer(self, request: Request) -> Response:
        await pause(self._site.facts)
        return HTMLResponse(self.page())

    def page(self) -> str:
        site = self._site
        planted = [site.planting.sheets[one] for one in site.planting.home]
        used = [*planted, *site.voice.some("most used", site.stock.daily(), 4)]
        return site.render(
            "home.html",
            title=site.voice("town"),
            crumbs=[],
            order=_ORDERS[site.look.home],
            news=self._town.news[:4],
            events=self._town.events,
            used=used,
            errors=self._errors(),
            scenario_here=site.voice.pick("scenario place", (True, True, False)),
        )

    def _errors(self) -> list[str]:
        """Scripts that fail, each with a message of its own."""
        number = self._site.facts.script_errors
        chosen = self._site.voice.shuffled("errors", _ERRORS)[:number]
        return chosen + [f"moduloAggiuntivo{n}.avvia();" for n in range(number - len(chosen))]
