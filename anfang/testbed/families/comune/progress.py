"""The progress query: what it says of a case number."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from anfang.testbed.families.comune.page import Page, asked, html
from anfang.testbed.families.comune.signin import SignIn
from anfang.testbed.families.comune.site import Site

_FORMS = ("{year}/{number:06d}", "PRT-{year}-{number:05d}", "SUE.{year}.{number}", "{number:06d}-{year}-P")
_DATES = ("12/01/2026", "14/01/2026", "19/01/2026", "26/01/2026")


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    date: str
    state: str


class Progress:
    """`entry` is where the menu entry leads, '' where there is none."""

    def __init__(self, site: Site, signin: SignIn) -> None:
        self._site, self._code = site, site.facts.status
        rng = site.voice.rng("case")
        self.sample = rng.choice(_FORMS).format(year=2026, number=rng.randint(1_000, 49_999))
        self.entry = self._entry(signin)

    def _entry(self, signin: SignIn) -> str:
        if self._code == "absent":
            return ""
        address = self._site.url["status"]
        if self._code == "login":
            return signin.for_status(address)
        if self._code == "no_answer" and self._how_silent() == "waits":
            return self._site.add(address, self._waits())
        return self._site.add(address, asked(self._answered))

    def _how_silent(self) -> str:
        return self._site.voice.pick("silent", ("nothing", "suspended", "waits"))

    def _waits(self) -> Page:
        """Loading for ever."""
        return html(lambda: self._page(waits=True))

    def _answered(self, request: Request) -> str:
        number = request.query_params.get("numero", "").strip()[:40]
        if not number:
            return self._page()
        if self._code == "no_answer":
            return self._page(number, suspended=self._how_silent() == "suspended")
        if self._code in ("stages", "state") and number.lower() == self.sample.lower():
            return self._page(number, stages=self._stages() if self._code == "stages" else None, state=self._state())
        return self._page(number, unknown=True)

    def _state(self) -> str:
        return self._site.voice("status word") if self._code == "state" else ""

    def _stages(self) -> list[Stage]:
        """One to three stages are over, the next one is under way."""
        voice = self._site.voice
        over = voice.pick("stages over", (1, 2, 3))
        states = [voice("stage done")] * over + [voice("stage now")]
        return [Stage(voice(f"stage {n + 1}"), _DATES[n], state) for n, state in enumerate(states)]

    def _page(self, number: str = "", **answer: object) -> str:
        site = self._site
        values: dict[str, object] = {
            "stages": None,
            "state": "",
            "unknown": False,
            "suspended": False,
            "waits": False,
            **answer,
        }
        shown = self.sample if self._code in ("stages", "state") else ""
        return site.render(
            "progress.html", title=site.voice("status"), crumbs=site.crumbs(None), number=number, sample=shown, **values
        )
