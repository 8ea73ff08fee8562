"""What the commands share. Only the standard library: this runs before anything is installed."""
