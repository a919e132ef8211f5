"""The demo's field work: two rounds over the invented cities, each on a testbed of its own, by the ordinary steps of a round."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.model import City
from anfang.rounds.instrument import instrument_hash
from anfang.rounds.lock import locked
from anfang.rounds.plan import new_plan
from anfang.rounds.run import Progress, Target, run_round
from anfang.store import FILE, Store
from anfang.testbed.draw import draw
from anfang.testbed.facts import PortalFacts
from anfang.testbed.rates import Round
from anfang.testbed.server import Testbed, write_cities
from scoring.catalogue import load_catalogue

NAMES: Mapping[Round, str] = {"before": "demo-before", "during": "demo-during"}
FOLDER = "demo"
"""Folder of what the demo makes, beside its rounds."""

START = datetime(2019, 12, 28, 1, 0, tzinfo=UTC)
"""Nine o'clock in Shanghai on the first day of the published study's first round."""
SHANGHAI = ZoneInfo("Asia/Shanghai")
APART = {"before": timedelta(0), "during": timedelta(days=91)}
"""From the first day of the study's first round to that of its second, 2020-03-28."""
DAYS = timedelta(days=13)
"""From the first to the last day of each of the study's rounds."""

Watch = Callable[[str], AbstractContextManager[Callable[[Progress], None]]]


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo is made with: the same values give the same portals."""

    root: Path
    """Folder of the rounds."""
    seed: int = 1
    cities: int = 36
    start: datetime = START
    workers: int | None = None

    @property
    def folder(self) -> Path:
        return self.root / FOLDER

    def moment(self, which: Round) -> datetime:
        """When the field work of a round begins."""
        return self.start + APART[which]

    def window(self, which: Round) -> tuple[str, str]:
        first = self.moment(which).astimezone(SHANGHAI)
        return first.date().isoformat(), (first + DAYS).date().isoformat()

    def portals(self, which: Round) -> tuple[PortalFacts, ...]:
        """The planted facts, in both rounds of the same cities."""
        every = draw(self.seed, which)
        # 7 has no divisor in common with 36: a few cities come from many regions and from both families.
        chosen = sorted(7 * n % len(every) for n in range(min(self.cities, len(every))))
        return tuple(every[n] for n in chosen)


async def make_rounds(demo: Demo, *, watch: Watch, keep: bool = False) -> Mapping[str, tuple[Target, ...]]:
    """Make both rounds and close them; returns the visits that each still misses (such a round stays open).

    Replaces the two rounds and the demo's folder of an earlier run, or goes on with them (`keep`). Raises BadInput
    where one of their names is taken by something else, or where `keep` finds rounds of another demo.
    """
    if not keep:
        clear(demo)
    port, left = _port(demo), dict[str, tuple[Target, ...]]()
    for which, name in NAMES.items():
        # The second round finds its portals where the first one found them.
        async with Testbed(demo.portals(which), port) as bed:
            port = bed.port
            with watch(name) as told:
                left[name] = await make_round(demo, which, port=port, told=told)
    return left


def clear(demo: Demo) -> None:
    """Take away what an earlier demo made, and nothing else."""
    for name in NAMES.values():
        _check_ours(demo.root / name)
    if (demo.folder / FILE).exists():
        raise BadInput(
            f"{FOLDER} is a round here", where=str(demo.folder), mend="name another --results folder"
        )
    for folder in (*(demo.root / name for name in NAMES.values()), demo.folder):
        shutil.rmtree(folder, ignore_errors=True)


def _check_ours(folder: Path) -> None:
    """Raises BadInput for a round with a real city, RoundLocked while a runner has it."""
    if not (folder / FILE).exists():
        return
    with locked(folder), Store.open(folder) as store:
        if not all(city.simulated for city in store.cities()):
            raise BadInput(
                "a round of real cities has the demo's name",
                where=str(folder),
                mend="name another --results folder",
            )


async def make_round(
    demo: Demo, which: Round, *, port: int, told: Callable[[Progress], None] | None = None
) -> tuple[Target, ...]:
    """Plan, open, run and close one round over the portals that are served on `port`; returns the visits left."""
    folder, at = demo.root / NAMES[which], demo.moment(which)
    with _planned(demo, which, port, at) as store:
        if store.state() == "planned":
            store.move("open", at=at, instrument=instrument_hash())
        if store.state() == "closed":
            return ()
        left = await run_round(folder, workers=demo.workers, now=at, progress=told)
        if not left:
            ended = max((made.ended for made in store.attempts()), default=at)
            store.move("closed", at=ended, instrument=store.instrument())
        return left


def _planned(demo: Demo, which: Round, port: int, at: datetime) -> Store:
    """The round's store: that of an earlier run where it is of this very demo, else a new one."""
    folder = demo.root / NAMES[which]
    file = demo.folder / "cities.yaml"
    write_cities(file, demo.portals(which), port)
    cities = load_cities(file, lab=True)
    plan = new_plan(
        cities=cities,
        catalogue=load_catalogue(),
        window=demo.window(which),
        now=at,
        vantage=f"testbed, {which}, seed {demo.seed}",
        lab=True,
    )
    if not (folder / FILE).exists():
        return Store.create(folder, plan, cities, at=at)
    store = Store.open(folder)
    if (store.plan(), store.cities()) != (plan, cities):
        raise BadInput(
            "the round was made with another seed, other cities or another start",
            where=folder.name,
            mend="give the same options again, or leave out --keep to start anew",
        )
    return store


def _port(demo: Demo) -> int:
    """The port of the rounds to go on with, so that their addresses stay true; 0 (any) where there is none."""
    for name in NAMES.values():
        if (demo.root / name / FILE).exists():
            with Store.open(demo.root / name) as store:
                return _port_of(store.cities()[0])
    return 0


def _port_of(city: City) -> int:
    return urlsplit(city.portals["portal"] or "").port or 0
