from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.shopper.job import VisitJob
from anfang.shopper.shopper import Shopper
from anfang.shopper.tab import Tab
from anfang.shopper.visit import allowed_hosts
from anfang.shopper.walker import Walker
from tests.portals.looks import CITY, NOW, STEPS
from tests.portals.site import Site


@pytest.fixture
def shopper(tab: Tab, site: Site, tmp_path: Path) -> Shopper:
    """A shopper who stands before the little site's home page."""
    city = replace(CITY, portals={"portal": site.url()})
    allowed = allowed_hosts(city, lab=True)
    job = VisitJob(city, "portal", "business_startup", STEPS, (), True, NOW)
    return Shopper(job, Walker(tab, EvidenceStore(tmp_path), allowed, budget=60))
