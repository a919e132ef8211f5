"""Anfang (暗访): third-party experiential evaluation of government online services."""

__version__ = "0.1.0"
