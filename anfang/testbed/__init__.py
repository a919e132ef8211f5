"""Simulated city portals with planted facts. The testbed never imports the shopper, and the shopper never the testbed."""
