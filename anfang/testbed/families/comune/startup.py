"""Starting a business as one thing: a questionnaire, a page with every step, or with some of them."""

from __future__ import annotations

from starlette.requests import Request

from anfang.testbed.families.comune.page import asked
from anfang.testbed.families.comune.site import Site
from anfang.testbed.texts import STEPS

_LISTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("societa", "si"): STEPS,
    ("societa", "no"): STEPS[:3],
    ("individuale", "si"): STEPS[1:],
    ("individuale", "no"): STEPS[1:3],
}
"""Answers -> the steps that they lead to."""


class StartUp:
    """`entry` is the page's address, '' where there is none. The steps are named there, not linked."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.entry = site.add(site.url["scenario"], asked(self._page)) if site.facts.scenario != "absent" else ""

    def _page(self, request: Request) -> str:
        site = self._site
        answers = (request.query_params.get("forma", ""), request.query_params.get("dipendenti", ""))
        asks = site.facts.scenario == "wizard" and answers not in _LISTS
        steps: tuple[str, ...] = () if asks else self._steps(answers)
        return site.render(
            "startup.html",
            title=site.voice("scenario"),
            crumbs=site.crumbs(None),
            asks=asks,
            steps=[self._named(step) for step in steps],
        )

    def _steps(self, answers: tuple[str, str]) -> tuple[str, ...]:
        if self._site.facts.scenario == "wizard":
            return _LISTS[answers]
        return STEPS if self._site.facts.scenario == "all_steps" else self._some()

    def _some(self) -> tuple[str, ...]:
        """One to three of the steps."""
        number = self._site.voice.pick("number of steps", (1, 2, 3))
        return tuple(self._site.voice.some("some steps", STEPS, number))

    def _named(self, step: str) -> tuple[str, str]:
        """What the step is, and its item's name where the name is of this step alone."""
        guide = self._site.facts.steps.get(step)
        shared = (
            guide is None
            or guide.combined_with
            or any(other.combined_with == step for other in self._site.facts.steps.values())
        )
        return self._site.voice(f"scenario {step}"), "" if shared or guide is None else guide.name
