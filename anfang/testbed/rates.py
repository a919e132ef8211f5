"""How often a portal has what, before and during: the base rates of the drawn portals.

Codes run from best to worst. The rates follow the published figures where there are any (N 2017: search unusable 22%,
catch-all materials 13%; the published study: 14 of 36 without scenario service, 9 of 36 without sample forms,
fewer trips and better guides in the second round, interaction slightly worse); the others are plausible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Round = Literal["before", "during"]
Rates = Mapping[Any, tuple[float, float]]
"""Code -> (rate before, rate during); each column adds up to 1."""

PORTAL: Mapping[str, Rates] = {
    "search": {"works": (0.78, 0.8), "dead": (0.13, 0.11), "absent": (0.09, 0.09)},
    "scenario": {"wizard": (0.11, 0.17), "all_steps": (0.2, 0.25), "some_steps": (0.24, 0.19), "absent": (0.45, 0.39)},
    "login": {"several": (0.48, 0.53), "one": (0.25, 0.22), "app_only": (0.09, 0.08), "broken": (0.09, 0.09), "absent": (0.09, 0.08)},
    "status": {"stages": (0.25, 0.3), "state": (0.2, 0.2), "asks": (0.14, 0.14), "login": (0.2, 0.17), "no_answer": (0.11, 0.1), "absent": (0.1, 0.09)},
    "consult": {"open": (0.46, 0.41), "login": (0.27, 0.29), "app_only": (0.09, 0.09), "broken": (0.09, 0.11), "absent": (0.09, 0.1)},
    "complaint": {"open": (0.44, 0.4), "login": (0.28, 0.28), "app_only": (0.09, 0.09), "broken": (0.09, 0.12), "absent": (0.1, 0.11)},
    "dead_links": {0: (0.47, 0.53), 1: (0.15, 0.14), 2: (0.14, 0.14), 4: (0.14, 0.11), 7: (0.1, 0.08)},
    "script_errors": {0: (0.62, 0.65), 1: (0.1, 0.1), 2: (0.09, 0.09), 4: (0.1, 0.08), 7: (0.09, 0.08)},
}  # fmt: skip

DELAY: Rates = {0.0: (0.945, 0.972), 4.0: (0.055, 0.028)}
"""Seconds: of 36 cities, two are slow before and one during. Slow pages cost the demo's time."""

OFF_SITE, COMBINED, HICCUP = 0.2, 0.3, 0.1
"""How often a channel that works is on a host of its own, a guide serves two steps, a page fails once."""

ITEM: Mapping[str, Rates] = {
    "way": {2: (0.2, 0.25), 3: (0.36, 0.38), 4: (0.15, 0.13), 5: (0.08, 0.07), 6: (0.06, 0.04), "search": (0.09, 0.08), "absent": (0.06, 0.05)},
    "search_rank": {1: (0.55, 0.57), 2: (0.18, 0.18), 3: (0.08, 0.08), 4: (0.06, 0.06), None: (0.13, 0.11)},
    "text": {"stated": (0.86, 0.89), "placeholder": (0.07, 0.05), "unstated": (0.07, 0.06)},
    "contact": {"fine": (0.6, 0.65), "hotline": (0.08, 0.08), "same": (0.07, 0.06), "malformed": (0.07, 0.06), "no_complaint": (0.1, 0.08), "no_consultation": (0.08, 0.07)},
    "materials": {"none_needed": (0.04, 0.05), "listed": (0.77, 0.8), "catch_all": (0.14, 0.11), "unstated": (0.05, 0.04)},
    "process": {"stated": (0.93, 0.95), "unstated": (0.07, 0.05)},
    "forms": {
        ("not_needed", "not_needed"): (0.05, 0.07),
        ("works", "works"): (0.41, 0.48),
        ("works", "broken"): (0.06, 0.05),
        ("works", "absent"): (0.2, 0.17),
        ("broken", "works"): (0.05, 0.04),
        ("broken", "broken"): (0.04, 0.03),
        ("broken", "absent"): (0.05, 0.04),
        ("absent", "absent"): (0.14, 0.12),
    },
    "statutory": {"days": (0.66, 0.7), "none": (0.15, 0.15), "unstated": (0.19, 0.15)},
    "promised": {"zero": (0.15, 0.2), "hours": (0.12, 0.13), "shorter": (0.53, 0.52), "longer": (0.06, 0.05), "unstated": (0.14, 0.1)},
    "handling": {"fits": (0.78, 0.82), "contradicts": (0.09, 0.08), "unstated": (0.13, 0.1)},
    "apply": {"form": (0.36, 0.41), "login_item": (0.22, 0.24), "login_generic": (0.15, 0.14), "broken": (0.08, 0.07), "absent": (0.19, 0.14)},
    "mail_out": {"electronic": (0.4, 0.43), "mail": (0.32, 0.33), "none": (0.19, 0.16), None: (0.09, 0.08)},
    "depth": {"honest": (0.61, 0.63), "over": (0.16, 0.15), "under": (0.04, 0.04), "unstated": (0.19, 0.18)},
    "trips": {"honest": (0.62, 0.65), "boast": (0.16, 0.15), "more": (0.07, 0.05), "unstated": (0.15, 0.15)},
    "faq": {5: (0.1, 0.1), 3: (0.24, 0.22), 1: (0.18, 0.17), 0: (0.48, 0.51)},
}  # fmt: skip

MAIL_IN: Mapping[str, Rates] = {
    "online": {"electronic": (0.75, 0.78), None: (0.25, 0.22)},
    "broken": {"electronic": (0.5, 0.5), "mail": (0.2, 0.2), "none": (0.2, 0.2), None: (0.1, 0.1)},
    "absent": {"mail": (0.3, 0.4), "none": (0.5, 0.4), None: (0.2, 0.2)},
}
"""How papers come in, by what the online application is: a portal that takes applications online never says otherwise."""

REGIONS: Mapping[str, float] = {"华南": 0.5, "华东": 0.2, "华中": 0.1, "东北": 0.0, "西南": 0.0, "西北": -0.1, "华北": -0.4}
"""Standing of a region: the published study has 华南 first and 华北 last."""
