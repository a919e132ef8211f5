"""The authorisation without which no live portal is visited: who asked for it, of which hosts, when, and how gently."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from anfang import yamlfile
from anfang.address import fault
from anfang.errors import Refused
from anfang.model import City
from anfang.schema import check

FILE = "authorisation.yaml"
"""Its copy in the folder of the round."""
EXAMPLE = """who: the office or body that commissioned the evaluation
contact: evaluation@example.org
scope: business start-up, public pages, nothing submitted
hosts: [zwfw.example.gov.cn]
from: 2026-03-02
to: 2026-03-27
controls: ["https://www.example.org/"]
"""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


def _host(name: str) -> str:
    if wrong := fault(f"https://{name}/"):
        raise PydanticCustomError("host", "{name}: {wrong}", {"name": name, "wrong": wrong[0], "mend": wrong[1]})
    return name.lower()


def _address(url: str) -> str:
    if wrong := fault(url):
        raise PydanticCustomError("address", "{url}: {wrong}", {"url": url, "wrong": wrong[0], "mend": wrong[1]})
    return url


class Authorisation(BaseModel):
    """Read from people's YAML; the figures may only be gentler than the policy's own (docs/security.md)."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    who: Line
    contact: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$|^https?://\S+$")]
    """An e-mail or web address, put into the user agent."""
    scope: Line
    hosts: Annotated[tuple[Annotated[str, AfterValidator(_host)], ...], Field(min_length=1)]
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    controls: tuple[Annotated[str, AfterValidator(_address)], ...] = ()
    """Hosts that nobody measures: while one answers, our way to the net is fine."""
    pace_s: Annotated[float, Field(ge=5)] = 5.0
    """Seconds between two page loads on one host."""
    page_loads_a_day: Annotated[int, Field(ge=1, le=150)] = 150
    """Per city and channel."""
    availability_a_day: Annotated[int, Field(ge=0, le=20)] = 20
    """Requests that only ask whether a link answers, per city and channel."""

    @model_validator(mode="after")
    def _in_order(self) -> Authorisation:
        if self.last < self.first:
            raise PydanticCustomError("order", "it ends before it begins", {"mend": "write the earlier day after 'from'"})
        return self


def load(path: Path) -> Authorisation:
    """Read an authorisation. Raises BadInput naming file, line and the mend."""
    tree = yamlfile.read(path, numbers=True)
    return check(Authorisation, tree)


def refuse_uncovered(granted: Authorisation, cities: tuple[City, ...], at: datetime) -> None:
    """Raises Refused where the moment is outside the dates or an address is on a host that is not named."""
    if not granted.first <= at.date() <= granted.last:
        raise Refused(f"the authorisation of {granted.who} holds from {granted.first} to {granted.last}, not on {at.date()}")
    for city in cities:
        for channel, url in city.portals.items():
            host = urlsplit(url or "").hostname
            if host and host not in granted.hosts:
                raise Refused(f"{city.id}: {channel} {url} is on {host}, which the authorisation of {granted.who} does not name")
