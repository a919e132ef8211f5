"""Observations -> points -> scorecards -> ranking, regions, comparison. Values in, values out."""
