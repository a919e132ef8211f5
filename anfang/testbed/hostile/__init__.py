"""Portals that misbehave: one trick each, with what a round must make of it."""
