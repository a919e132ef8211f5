"""The published study's figures 2 and 3, drawn for any round, each as a matplotlib Figure and as files.

Every figure says n, carries SIMULATED where the round was measured on the testbed and PRELIMINARY until it is closed,
and keeps its meaning in grey: before is hollow, after is filled, a fall is dashed.
"""

from anfang.report.figure_scores import scores
from anfang.report.figure_trips import trips
from anfang.report.frame import save

__all__ = ["save", "scores", "trips"]
