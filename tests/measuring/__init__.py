"""Generated content."""
