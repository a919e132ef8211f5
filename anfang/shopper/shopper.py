"""The mystery shopper: what a scenario tells to do, in a citizen's words. It keeps what it saw in the trail and judges nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx

from anfang.errors import MeasurementError
from anfang.shopper import guides, links, progress, searching, sections
from anfang.shopper.fetch import client
from anfang.shopper.hints import hints_of
from anfang.shopper.job import DiaryEntry, VisitJob
from anfang.shopper.kinds import kind_of
from anfang.shopper.lexicon import load
from anfang.shopper.notices import close_notices
from anfang.shopper.quest import Outcome
from anfang.shopper.reading import read_guide
from anfang.shopper.trail import Look, Trail, Way
from anfang.shopper.walker import HINTED, Stand, Walker
from anfang.shopper.wayfinder import Wayfinder

LONGEST_QUERY = 30
MOST_NAMES = 3


class StepFailed(MeasurementError):
    """A diary step could not be done; a scenario may go on where the step is soft."""


class HomeDead(Exception):
    """The home page did not answer as a page: the runner decides whose failure it was."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.failure or f"HTTP {stand.status}")
        self.stand = stand


class KeptOut(Exception):
    """A captcha, firewall or refusal stands where the home page should be."""


class Shopper:
    """One visit's shopper. Scenario functions get it and write the diary with `async with shopper.step(...)`."""

    def __init__(self, job: VisitJob, walker: Walker) -> None:
        self.job = job
        self.walker = walker
        self.hints = hints_of(job.city.hints)
        self.trail = Trail(job.city, job.channel, job.steps, load(job.city.lang).calling(self.hints.names), job.now)
        self.diary: list[DiaryEntry] = []
        self._searches: list[str] = []
        """Hashes of the records of the searches made in the current step of the diary."""
        self._home: Stand | None = None
        self._finder: Wayfinder | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        return self.job.steps

    @property
    def home_stand(self) -> Stand:
        if self._home is None:
            raise StepFailed("the home page was not opened")
        return self._home

    @property
    def finder(self) -> Wayfinder:
        if self._finder is None:
            raise StepFailed("the home page was not opened")
        return self._finder

    @asynccontextmanager
    async def step(self, title: str, *, soft: bool = True) -> AsyncGenerator[None, None]:
        """One entry of the diary. A soft step that fails on our side leaves its rows not observed; a hard one ends the visit."""
        start, before = time.monotonic(), len(self.trail.looks)
        self._searches = []
        try:
            yield
        except (StepFailed, TimeoutError) as failure:
            self._write(title, start, before, ok=False, reason=str(failure) or type(failure).__name__)
            if not soft:
                raise
        else:
            self._write(title, start, before, ok=True, reason="")

    def _write(self, title: str, start: float, before: int, *, ok: bool, reason: str) -> None:
        looks = self.trail.looks[before:]
        last = looks[-1] if looks else None
        entry = DiaryEntry(title, ok, reason, seconds=round(time.monotonic() - start, 2), searches=tuple(self._searches))
        if last is not None:
            entry = replace(
                entry, url=last.page.url, clicks=len(last.path), screenshot=last.screenshot, snapshot=last.snapshot
            )
        self.diary.append(entry)

    def look(self, role: str, stand: Stand, *, step: str = "", label: str = "", note: str = "") -> Look:
        """Keep what is seen at a stand under its role in the story."""
        taken = Look(
            role=role,
            step=step,
            page=stand.page,
            snapshot=stand.snapshot,
            screenshot=stand.screenshot,
            label=label,
            path=stand.path,
            status=stand.status,
            failure=stand.failure,
            dialogs=stand.dialogs,
            errors=stand.errors,
            note=note,
        )
        return self.trail.add(taken)

    async def open_home(self) -> None:
        """Open the home page and close what covers it.

        Raises HomeDead or KeptOut when there is no home page to stand on.
        """
        url = self.hints.start or self.job.city.portals.get(self.job.channel)
        if not url:
            raise StepFailed(f"no address for the channel {self.job.channel}")
        stand = await self.walker.open(url)
        seen = kind_of(stand.page, None, self.trail.lexicon, status=stand.status, failure=stand.failure)
        if seen.kind == "refused" or stand.status in (401, 403, 412, 429, 521):
            raise KeptOut(seen.words or f"HTTP {stand.status}")
        if seen.kind in ("failed", "gone") or not stand.page.text.strip():
            raise HomeDead(stand)
        stand = await close_notices(self, stand)
        self._home = await self.walker.picture(stand)
        self._finder = Wayfinder(self.walker, self.trail.lexicon, self._home)
        self.look("home", self._home, note="start page by hint" if self.hints.start else "")

    async def find_guide(self, step: str) -> Look | None:
        """The step's guide by links alone; the way is kept even where there is none."""
        hinted = await self.hinted(self.hints.guides.get(step, ""))
        outcome = await self.finder.guide(step, hinted)
        if outcome.stand is not None:
            return await self._found(step, outcome)
        self.keep_search(outcome)
        self.trail.ways[step] = Way(
            None, proved=False, exhausted=outcome.exhausted, listed=outcome.listed, looked=outcome.looked, hinted=hinted is not None
        )
        return self.look("guide", await self.walker.picture(hinted), step=step, note="found by hint") if hinted else None

    async def _found(self, step: str, outcome: Outcome) -> Look:
        assert outcome.stand is not None
        stand = await self.walker.picture(outcome.stand)
        await self.finder.shorten(stand)
        clicks, path = self.finder.clicks_to(stand)
        outcome.record.clicks = clicks
        self.keep_search(outcome)
        self.trail.ways[step] = Way(clicks, proved=clicks <= 2, looked=outcome.looked)
        return self.look("guide", replace(stand, clicks=clicks, path=path), step=step)

    async def look_again(self, step: str) -> None:
        """After the site search was asked: look once more by links, with what the guide says of itself where it was found,
        thoroughly where no search could tell whether there is one."""
        way, guide = self.trail.ways.get(step), self.trail.first("guide", step)
        if way is None or way.clicks is not None or (guide is None and not self._open_question(way)):
            return
        target = guides.stand_of(self, guide) if guide else None
        clues = guides.clues(self.trail, step) if guide else ()
        outcome = await self.finder.guide(step, target, thorough=True, clues=clues)
        if outcome.stand is None:
            self.keep_search(outcome)
            looked = (*way.looked, *outcome.looked)
            self.trail.ways[step] = replace(way, exhausted=outcome.exhausted, listed=False, looked=looked)
        elif guide is None:
            await self._found(step, outcome)
        else:
            clicks, path = self.finder.clicks_to(outcome.stand)
            outcome.record.clicks = clicks
            self.keep_search(outcome)
            self.trail.ways[step] = Way(clicks, proved=clicks <= 2, looked=(*way.looked, *outcome.looked))
            self.trail.replace(guide, replace(guide, path=path, note=""))

    def _open_question(self, way: Way) -> bool:
        """Whether the list of the trade was seen without the goal and no site search answers."""
        return way.listed and "search" in self.trail.unknown

    async def hinted(self, url: str) -> Stand | None:
        """The page at a hinted address, None where it is none that answers."""
        if not url or not self.walker.allowed(url):
            return None
        stand = await self.walker.open(url, path=HINTED)
        home = self._home.page if self._home else None
        kind = kind_of(stand.page, home, self.trail.lexicon, status=stand.status, failure=stand.failure).kind
        return stand if kind not in ("gone", "failed", "refused") else None

    def keep_search(self, outcome: Outcome) -> None:
        """Keep what a search did and why beside the diary's step."""
        self._searches.append(self.walker.evidence.put(outcome.record.packed(), "search.json.gz"))

    async def search_for(self, step: str) -> None:
        """Ask the site search for the step by the official name that its guide prints, else by its usual names in turn.

        A guide that only this search found is asked for again by the name that it prints.
        """
        if step in self.trail.asked:
            return
        known = self._printed_name(step)
        for name in (known,) if known else self.trail.lexicon.words("steps", step, "names")[:MOST_NAMES]:
            await searching.ask(self, step, name)
            printed = self._printed_name(step)
            if printed and printed != name:
                await searching.ask(self, step, printed)
            if printed or "search" in self.trail.unknown:
                break
        self._settle(step)

    def _settle(self, step: str) -> None:
        """A guide that is in neither the list of its trade nor the answers of a search that works is absent."""
        way = self.trail.ways.get(step)
        if way is not None and way.listed and "search" not in self.trail.unknown:
            self.trail.ways[step] = replace(way, exhausted=True, listed=False)

    def _printed_name(self, step: str) -> str | None:
        reading = read_guide(self.trail, step)
        name = reading.text("name") if reading else None
        return name if name and len(name) <= LONGEST_QUERY else None

    async def read_guide(self, step: str) -> None:
        """Open the guide's tabs, fetch its forms, and see its questions."""
        await guides.read(self, step)

    async def try_to_apply(self, step: str) -> None:
        """Press the guide's application button and see where it leads; nothing is ever submitted."""
        await guides.apply(self, step)

    async def find_section(self, name: str) -> None:
        """See a section of the portal: consult, complaint, status, login or scenario."""
        await sections.find(self, name)

    async def ask_status(self) -> None:
        """Ask the progress query with the portal's own sample number, else with a wrong one."""
        await progress.ask_status(self)

    async def check_links(self) -> None:
        """Ask for every distinct link of the home page and the guides found."""
        await links.check(self)

    async def http(self) -> httpx.AsyncClient:
        """An HTTP client with the visit's cookies and user agent."""
        context = self.walker.tab.page.context
        cookies = {str(c.get("name")): str(c.get("value")) for c in await context.cookies()}
        agent = str(await asyncio.wait_for(self.walker.tab.page.evaluate("navigator.userAgent"), 10))
        return client(user_agent=agent, cookies=cookies, lab=self.job.lab)
