from __future__ import annotations

import pytest

from anfang.model import Finding
from anfang.probe import PROBES, load_probes, probe
from anfang.shopper.trail import Trail
from scoring.catalogue import load_catalogue

BASKET = (
    "guide_findable", "guide_core_elements", "guide_ext_elements", "guide_time_limits", "guide_materials_clear", "guide_blank_form",
    "guide_sample_form", "guide_scenario", "guide_contact", "tech_load", "tech_links", "tech_search_ok", "tech_login", "tech_errors",
    "proc_trips", "proc_depth", "proc_apply", "proc_mail", "proc_status", "proc_days", "proc_materials", "int_consult_channel",
    "int_complaint_channel", "int_faq",
)  # fmt: skip


@pytest.mark.parametrize("indicator", BASKET)
def test_every_row_of_the_basket_has_a_probe_that_says_its_question(indicator: str) -> None:
    found = load_probes()[indicator]
    assert found.indicator == indicator
    assert found.question.endswith("?")
    assert found.per_step is (load_catalogue()[indicator].per == "step")


def test_registering_tells_rows_per_step_from_rows_per_portal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anfang.probe.PROBES", {})

    @probe("one")
    def one(trail: Trail, step: str) -> Finding:
        """Is it there?"""
        return Finding(step)

    @probe("two")
    def two(trail: Trail) -> Finding:
        return Finding(1)

    from anfang import probe as module

    assert {name: (found.per_step, found.question) for name, found in module.PROBES.items()} == {
        "one": (True, "Is it there?"), "two": (False, ""),
    }  # fmt: skip
    assert (module.PROBES["one"].ask, module.PROBES["two"].ask) == (one, two)
    assert module.PROBES is not PROBES
