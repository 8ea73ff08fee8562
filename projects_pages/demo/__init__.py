"""The two wards of the demonstration: only what their plans say, and what the plans leave blank stays blank."""
