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

from anfang.demo.simulated import SimulatedRound
from anfang.errors import BadInput
from anfang.model import City
from anfang.rounds.lock import locked
from anfang.rounds.run import Progress, Target
from anfang.store import FILE, Store
from anfang.testbed.draw import draw
from anfang.testbed.facts import PortalFacts
from anfang.testbed.rates import Round
from anfang.testbed.server import Testbed

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

    def round(self, which: Round) -> SimulatedRound:
        return SimulatedRound(
            folder=self.root / NAMES[which],
            portals=self.portals(which),
            at=self.moment(which),
            window=self.window(which),
            vantage=f"testbed, {which}, seed {self.seed}",
            cities_file=self.folder / "cities.yaml",
        )

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
                left[name] = await demo.round(which).make(port=port, workers=demo.workers, told=told)
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


def _port(demo: Demo) -> int:
    """The port of the rounds to go on with, so that their addresses stay true; 0 (any) where there is none."""
    for name in NAMES.values():
        if (demo.root / name / FILE).exists():
            with Store.open(demo.root / name) as store:
                return _port_of(store.cities()[0])
    return 0


def _port_of(city: City) -> int:
    return urlsplit(city.portals["portal"] or "").port or 0
