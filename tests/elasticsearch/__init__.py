"""A real Elasticsearch node for the tests (README.md)."""
