"""Finding: text, meaning, engines, page."""
