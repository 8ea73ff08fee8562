"""Wagtail's search backends, which the administration asks, with the folding of `search.text` on both sides."""
