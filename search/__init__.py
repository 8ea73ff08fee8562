"""Finding, for any kind of record. Imports nothing of the other apps: a site is a number here, a page is a number."""
