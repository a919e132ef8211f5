"""What the round's store is made of: tables, rows, the SQLite file, canonical JSON."""
