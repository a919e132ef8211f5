"""The shopper: browser, snapshots, wayfinder, guide reader."""
