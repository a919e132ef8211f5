"""The whole job shown on simulated portals: two rounds over invented cities, and how much of the planted truth was seen."""

from anfang.demo.field import FOLDER, NAMES, Demo, make_rounds
from anfang.demo.repeat import Difference, differences
from anfang.demo.simulated import SimulatedRound

__all__ = ["FOLDER", "NAMES", "Demo", "Difference", "SimulatedRound", "differences", "make_rounds"]
