"""Two small rounds made by hand (byhand.py) with their evidence, and the report of the second against the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from anfang.evidence import EvidenceStore
from anfang.model import Comparison, RoundResults
from anfang.report.html import write
from tests.report.byhand import AFTER, BEFORE, compared, make


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> EvidenceStore:
    return EvidenceStore(tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="session")
def against_evidence(tmp_path_factory: pytest.TempPathFactory) -> EvidenceStore:
    return EvidenceStore(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def results(evidence: EvidenceStore) -> RoundResults:
    """The second round: open, so preliminary."""
    return make("second", "open", AFTER, evidence)


@pytest.fixture(scope="session")
def against(against_evidence: EvidenceStore) -> RoundResults:
    return make("first", "closed", BEFORE, against_evidence)


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return compared()


@pytest.fixture(scope="session")
def report(
    results: RoundResults,
    against: RoundResults,
    comparison: Comparison,
    evidence: EvidenceStore,
    against_evidence: EvidenceStore,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The folder of the second round's report against the first; tests only read it."""
    index = write(
        results,
        tmp_path_factory.mktemp("out") / "report",
        against=against,
        comparison=comparison,
        evidence=evidence,
        against_evidence=against_evidence,
    )
    return index.parent
