"""Elasticsearch 9, kept beside the database's own index (docs/decisions/013)."""
