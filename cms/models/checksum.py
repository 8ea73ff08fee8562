"""The checksum by which a file is known in entries and facts."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from typing import IO, Any

PART = 1 << 20
"""Bytes read at once."""


def sha256_of(opened: AbstractContextManager[IO[Any]]) -> str:
    """SHA-256 of a stored file, as hex; `opened` is what Wagtail's `open_file()` gives."""
    digest = hashlib.sha256()
    with opened as file:
        file.seek(0)
        for part in iter(lambda: file.read(PART), b""):
            digest.update(part)
    return digest.hexdigest()
