"""A ZIP archive that is sent while it is written: nothing of it waits, in memory or on the disk, until it is whole."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

PIECE: Final = 16 * 1024
"""Bytes of a part that are packed at once; what comes out is sent at once."""
QUICK: Final = 3
"""Level of deflate: of the time that the highest takes a quarter, for files a tenth larger."""


class _Sent:
    """What the archive writes, until it is taken; nobody can go back in it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: bytes, /) -> int:
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Nothing lies behind it."""

    def close(self) -> None:
        """Nothing is open."""

    def take(self) -> bytes:
        taken = bytes(self._held)
        self._held.clear()
        return taken


def zipped(parts: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """The archive of named parts, piece by piece; a part is read while it is sent.

    The directory comes last: where reading a part fails there is none, and no program takes the file for whole.
    """
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICK) as archive:
        for name, content in parts:
            with archive.open(name, "w") as part:
                for piece in _in_pieces(content):
                    part.write(piece)
                    if taken := sent.take():
                        yield taken
            if taken := sent.take():
                yield taken
    yield sent.take()


def _in_pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces worth packing."""
    held, size = list[bytes](), 0
    for one in content:
        held.append(one)
        size += len(one)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)
