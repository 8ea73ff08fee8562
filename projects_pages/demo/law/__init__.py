"""Procedures and guides that say what the law says; they are the same in every ward but for its units."""
