"""Content to measure with: many wards whose records are variations of the demonstration's fullest ones."""
