"""What every public page keeps to."""
