from __future__ import annotations

import subprocess
import sys
import time

import pytest

from anfang.rounds.meter import Meter, cpu_seconds

BUSY = "import time\nwhile time.process_time() < 0.6: pass"

pytestmark = pytest.mark.skipif(cpu_seconds() is None, reason="this system has no /proc")


def test_the_cpu_of_a_child_process_is_shared_by_the_visits_that_ran() -> None:
    meter = Meter()
    first, second = meter.start(), meter.start()
    subprocess.run([sys.executable, "-c", BUSY], check=True)
    meter.stop(first)
    meter.stop(second)
    assert first.cpu_s == pytest.approx(second.cpu_s, abs=0.1)
    assert 0.6 <= (first.cpu_s or 0) + (second.cpu_s or 0) <= (meter.total.cpu_s or 0) + 1e-9


def test_a_visit_that_is_over_costs_nothing_more() -> None:
    meter = Meter()
    over = meter.stop(meter.start())
    before, until = over.cpu_s or 0.0, time.process_time() + 0.2
    while time.process_time() < until:
        pass
    meter.read()
    assert over.cpu_s == before
    assert (meter.total.cpu_s or 0.0) >= 0.19
    assert (meter.total.peak_mb or 0.0) > 5
