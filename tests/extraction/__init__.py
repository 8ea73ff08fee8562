"""Text of files."""
