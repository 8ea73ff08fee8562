"""A listing as files: the same records, in the same order, from the same declaration."""
