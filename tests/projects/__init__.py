"""What projects, prices and results mean on a given day."""
