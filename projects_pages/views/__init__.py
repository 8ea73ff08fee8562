"""Screens of the administration that page types bring along."""
