"""Text of uploaded files, read outside of requests."""
