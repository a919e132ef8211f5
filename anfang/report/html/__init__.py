"""The HTML report of a round: a static folder in which every figure can be followed to its evidence."""

from anfang.report.html.site import write

__all__ = ["write"]
