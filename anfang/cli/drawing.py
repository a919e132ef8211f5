"""What commands share that draw weights and measurements again: options, settings, retests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anfang.errors import BadInput

if TYPE_CHECKING:
    from anfang.model import RoundResults
    from scoring.retest import Retest
    from scoring.settings import Settings
    from scoring.weights import Weights

Retests = Annotated[
    list[str] | None,
    typer.Option(
        "--retest", metavar="A=B", help="Rounds that visited the same cities twice: how far measuring errs; repeat it."
    ),
]
Draws = Annotated[int | None, typer.Option("--draws", metavar="N", help="So many draws (default: robustness.yaml).")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="Of the draws (default: robustness.yaml).")]
Spread = Annotated[
    float | None, typer.Option("--spread", metavar="A", help="Every weight x U(1 - A, 1 + A) (default: robustness.yaml).")
]


def scored(name: str, weights: str | None, root: Path) -> tuple[RoundResults, Weights]:
    """The round under the weights asked for, and those weights."""
    # Scoring takes a moment to import: only the commands that score wait for it.
    from anfang import results as rounds
    from scoring.weights import find_weights

    found = rounds.load(name, root, weights=weights)
    return found, find_weights(weights or found.plan.weights, found.catalogue)


def settings_of(draws: int | None = None, seed: int | None = None, spread: float | None = None) -> Settings:
    from scoring.settings import load_settings

    return load_settings().with_(draws=draws, seed=seed, spread=spread)


def retest_of(pairs: Sequence[str] | None, root: Path, weights: str | None = None) -> Retest | None:
    """What the pairs of rounds say of the error of measurement; None without a pair. Raises BadInput for no pair."""
    from scoring.retest import retest

    if not pairs:
        return None
    named = [pair_of(text, "--retest") for text in pairs]
    return retest([(scored(one, weights, root)[0], scored(two, weights, root)[0]) for one, two in named])


def pair_of(text: str, option: str) -> tuple[str, str]:
    """Two rounds written A=B."""
    one, sign, two = text.partition("=")
    if not (sign and one.strip() and two.strip()):
        raise BadInput(f"{text!r} is no pair of rounds", where=option, mend=f"write {option} ROUND=ROUND")
    return one.strip(), two.strip()
