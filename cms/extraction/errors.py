"""Why a file's text cannot be read."""

from __future__ import annotations


class Unreadable(Exception):
    """The file is broken, encrypted, too large, or takes too long; the message is Vietnamese, for staff."""


class NotAText(Exception):
    """A kind of file from which no text is taken: a table, a picture."""
