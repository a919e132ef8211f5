"""A round: planned, opened, run, closed."""
