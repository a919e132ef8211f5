"""One round over simulated portals, by the ordinary steps of a round: planned, opened, run, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.rounds.instrument import instrument_hash
from anfang.rounds.plan import new_plan
from anfang.rounds.run import Progress, Target, run_round
from anfang.store import FILE, Store
from anfang.testbed.facts import PortalFacts
from anfang.testbed.server import write_cities
from scoring.catalogue import load_catalogue


@dataclass(frozen=True, slots=True)
class SimulatedRound:
    """Where the round is kept, which portals it visits, when, and from what vantage (its plan says so)."""

    folder: Path
    portals: tuple[PortalFacts, ...]
    at: datetime
    window: tuple[str, str]
    vantage: str
    cities_file: Path
    """Written anew: the addresses carry the port on which the portals are served."""

    async def make(
        self, *, port: int, workers: int | None = None, told: Callable[[Progress], None] | None = None
    ) -> tuple[Target, ...]:
        """Visit the portals, served on `port`, and close the round; returns the visits left (it then stays open).

        A round that is there already is gone on with. Raises BadInput where it was made otherwise.
        """
        with self._planned(port) as store:
            if store.state() == "planned":
                store.move("open", at=self.at, instrument=instrument_hash())
            if store.state() == "closed":
                return ()
            left = await run_round(self.folder, workers=workers, now=self.at, progress=told)
            if not left:
                ended = max((made.ended for made in store.attempts()), default=self.at)
                store.move("closed", at=ended, instrument=store.instrument())
            return left

    def _planned(self, port: int) -> Store:
        write_cities(self.cities_file, self.portals, port)
        cities = load_cities(self.cities_file, lab=True)
        plan = new_plan(
            cities=cities,
            catalogue=load_catalogue(),
            window=self.window,
            now=self.at,
            vantage=self.vantage,
            lab=True,
        )
        if not (self.folder / FILE).exists():
            return Store.create(self.folder, plan, cities, at=self.at)
        store = Store.open(self.folder)
        if (store.plan(), store.cities()) != (plan, cities):
            raise BadInput(
                "the round was made with another seed, other cities or another start",
                where=self.folder.name,
                mend="give the same options again, or leave out --keep to start anew",
            )
        return store
