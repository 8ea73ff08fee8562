"""The wards of the demonstration.

Of the two real ones only what their plans say, and what the plans leave blank stays blank; the third is made up.
"""
