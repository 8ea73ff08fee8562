"""The one way to the public."""
