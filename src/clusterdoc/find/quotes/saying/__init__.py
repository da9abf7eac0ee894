"""Clauses of saying: their cues, and the words that are said."""
