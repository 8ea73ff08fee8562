"""What every engine must do, asked through the public functions alone: the same suite runs on each."""
