"""`anfang visit`: one visit of one portal outside any round, to try out a portal, a lexicon or a scenario."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer
from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from anfang.address import fault
from anfang.cli.app import SIMULATED, Now, app, err, moment, out
from anfang.errors import BadInput, MeasurementError, Refused
from anfang.model import Catalogue, City, Observation
from anfang.report.labels import label, reason
from anfang.report.wording import Lang, readable

if TYPE_CHECKING:
    from anfang.shopper.job import DiaryEntry, VisitJob, VisitRecord

DEAD = 3
WIDTHS, SHOWN_QUOTE = (3, 3, 4, 4), 80
TIMEZONES = {"zh": "Asia/Shanghai", "en": "Europe/London", "it": "Europe/Rome"}


@dataclass(frozen=True, slots=True)
class Made:
    """A visit made: what was asked, what came back, what it took."""

    job: VisitJob
    record: VisitRecord
    browser: str
    seconds: float


@app.command()
def visit(
    url: Annotated[str, typer.Argument(metavar="URL", help="The portal's home page.")],
    lab: Annotated[
        bool, typer.Option("--lab", help="A portal on this machine: loopback or *.portal.test.")
    ] = False,
    lang: Annotated[
        str, typer.Option("--lang", metavar="zh|en|it", help="The portal's language: one with a lexicon.")
    ] = "zh",
    scenario: Annotated[
        str, typer.Option("--scenario", metavar="NAME", help="The errand.")
    ] = "business_startup",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document and nothing else.")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help="Keep snapshots and screenshots there.")
    ] = None,
    save_hints: Annotated[
        Path | None,
        typer.Option("--save-hints", metavar="FILE", help="Write what was found as hints for cities.yaml."),
    ] = None,
    now: Now = None,
) -> None:
    """Walk a scenario over one portal and print the diary and every observation with its first quotation.

    Nothing is stored in a round and nothing is scored. Only the host of URL is visited. Exit code 3 where the home
    page does not answer.

    \b
    anfang visit http://127.0.0.1:8000/ --lab --lang en
    anfang visit http://yunhe.portal.test:8000/ --lab --keep evidence --json > yunhe.json
    anfang visit http://yunhe.portal.test:8000/ --lab --save-hints yunhe-hints.yaml
    """
    from anfang.rounds.plan import refuse_remote
    from anfang.shopper.lexicon import load
    from scoring.catalogue import load_catalogue

    if not lab:
        raise Refused("single visits are of the lab: add --lab; real portals are visited in a round: anfang round new --live FILE")
    city = stranger(url, lang)
    refuse_remote([city])
    load(lang)
    with _folder(keep) as folder, err.status(f"visiting {url}"):
        made = asyncio.run(_visit(city, scenario, moment(now), folder))
    if as_json:
        typer.echo(json.dumps(document(made, keep), ensure_ascii=False, indent=2, default=datetime.isoformat))
    else:
        for part in _told(made, load_catalogue(), "zh" if lang == "zh" else "en"):
            out.print(part)
    if save_hints:
        _save_hints(made, save_hints)
    if made.record.outcome == "home_dead":
        raise typer.Exit(DEAD)


def _save_hints(made: Made, file: Path) -> None:
    """Write the addresses that the visit found, to be looked at and pasted below the city."""
    from ruamel.yaml import YAML

    from anfang.shopper.hints import proposed

    writer = YAML()
    writer.width = 4096
    with file.open("w", encoding="utf-8") as text:
        text.write(f"# Proposed by a visit of {made.job.now.isoformat()}: check each address, then paste this below the city.\n")
        writer.dump({"hints": proposed(made.record)}, text)
    err.print(f"hints in {file}", markup=False, highlight=False, soft_wrap=True)


def stranger(url: str, lang: str) -> City:
    """A city that no list names: its id and name are the host's.

    Raises BadInput for what is no address of a web page.
    """
    if wrong := fault(url, lab=True):
        raise BadInput(wrong[0], where=url, mend=wrong[1])
    host = urlsplit(url).hostname or ""
    return City(
        id=host,
        name=host,
        name_en=host,
        region="",
        lang=lang,
        timezone=TIMEZONES.get(lang, "UTC"),
        portals={"portal": url},
    )


@contextmanager
def _folder(keep: Path | None) -> Generator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="anfang-visit-") as passing:
        yield Path(passing)


async def _visit(city: City, scenario: str, at: datetime, folder: Path) -> Made:
    from anfang.evidence import EvidenceStore
    from anfang.probe import load_probes
    from anfang.rounds.watch import VISIT
    from anfang.scenario import load_scenario
    from anfang.shopper import visit as shopper
    from anfang.shopper.browser import open_browser
    from anfang.shopper.job import VisitJob

    steps, basket = load_scenario(scenario).steps, tuple(load_probes())
    job = VisitJob(city, "portal", scenario, steps, basket, lab=True, now=at)
    async with open_browser(lab=True) as browser:
        began = time.monotonic()
        try:
            async with asyncio.timeout(VISIT):
                record = await shopper.visit(job, browser, EvidenceStore(folder))
        except TimeoutError as late:
            raise MeasurementError(f"the visit did not end within {VISIT:.0f} s") from late
        return Made(job, record, f"Chromium {browser.version}", round(time.monotonic() - began, 1))


def document(made: Made, keep: Path | None = None) -> dict[str, Any]:
    """The visit as one JSON document; `evidence` is the folder that the hashes refer to, null where none is kept."""
    record = made.record
    return {
        "url": made.job.city.portals["portal"], "lang": made.job.city.lang, "scenario": made.job.scenario,
        "simulated": made.job.city.simulated, "at": made.job.now.isoformat(), "browser": made.browser,
        "seconds": made.seconds, "page_loads": record.page_loads, "outcome": record.outcome, "reason": record.reason,
        "signature": dict(record.signature), "refused": list(record.refused), "evidence": str(keep) if keep else None,
        "diary": [asdict(entry) for entry in record.diary],
        "observations": [asdict(one) for one in record.observations],
    }  # fmt: skip


def _told(made: Made, catalogue: Catalogue, lang: Lang) -> Iterator[RenderableType]:
    record = made.record
    if made.job.city.simulated:
        yield Text(SIMULATED, style="bold yellow")
    yield _diary(record.diary)
    if record.outcome != "measured":
        yield Text(f"{record.outcome}: {record.reason}", style="bold red")
    if record.signature:
        yield Text("  ".join(f"{name}={value}" for name, value in record.signature.items()))
    if record.observations:
        yield _observations(record.observations, catalogue, lang)
    yield Text(f"{record.page_loads} page loads, {made.seconds} s, {made.browser}")


def _diary(diary: tuple[DiaryEntry, ...]) -> Table:
    table = Table("diary", "", "seconds", "address")
    for entry in diary:
        state = Text("ok", "green") if entry.ok else Text(f"failed: {entry.reason}", "red")
        table.add_row(Text(entry.title), state, f"{entry.seconds:.1f}", Text(entry.url))
    return table


def _observations(seen: tuple[Observation, ...], catalogue: Catalogue, lang: Lang) -> Table:
    """A row for each value of an indicator, with the steps that share it."""
    heads = {"zh": ("指标", "环节", "观测值", "引文"), "en": ("indicator", "steps", "value", "quotation")}[
        lang
    ]
    table = Table(
        *(Column(head, overflow="fold", ratio=share) for head, share in zip(heads, WIDTHS, strict=True))
    )
    table.expand = True
    for (indicator, value, quote), many in groupby(
        seen, lambda one: (one.indicator, _value(one, catalogue, lang), _quote(one))
    ):
        steps = _steps([one.step for one in many], catalogue, lang)
        table.add_row(getattr(catalogue[indicator], lang), steps, Text(value), Text(quote))
    return table


def _steps(ids: list[str], catalogue: Catalogue, lang: Lang) -> str:
    if set(ids) == {step.id for step in catalogue.steps}:
        return {"zh": "每个环节", "en": "every step"}[lang]
    names = {step.id: getattr(step, lang) for step in catalogue.steps}
    return {"zh": "、", "en": ", "}[lang].join(names.get(step, step) for step in ids)


def _quote(one: Observation) -> str:
    return next((proof.quote for proof in one.evidence if proof.quote), "")[:SHOWN_QUOTE]


def _value(one: Observation, catalogue: Catalogue, lang: Lang) -> str:
    if one.status == "observed":
        return readable(one.value, one.indicator, lang, catalogue)
    told = reason(one.reason, lang) or one.reason
    return f"{label(f'status_{one.status}', lang)}: {told}" if told else label(f"status_{one.status}", lang)
