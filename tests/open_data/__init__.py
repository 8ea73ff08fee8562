"""Open data: API, catalogue, dictionary."""
