"""The whole job shown on simulated portals: two rounds over invented cities, and how much of the planted truth was seen."""

from anfang.demo.field import FOLDER, NAMES, Demo, make_round, make_rounds
from anfang.demo.repeat import Difference, differences

__all__ = ["FOLDER", "NAMES", "Demo", "Difference", "differences", "make_round", "make_rounds"]
