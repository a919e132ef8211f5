"""Anfang (暗访): third-party experiential evaluation of government online services."""

from anfang import suite

__version__ = "0.1.0"

suite.activate()
