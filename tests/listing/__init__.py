"""Listings: filters, counts, files."""
