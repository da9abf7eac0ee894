"""The store of `clusterdoc run`: one SQLite file that any tool opens (schema.sql says what stands in it)."""
