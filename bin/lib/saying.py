"""What a command says to the person who runs it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """The command cannot go on; the message is one Vietnamese sentence that says what to do."""


def say(text: str = "") -> None:
    """Print one line now, not when a buffer is full."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def step(text: str) -> Iterator[None]:
    """Announce a long step, and say how long it took once it has succeeded."""
    say(f"→ {text} …")
    begun = time.monotonic()
    yield
    say(f"  xong sau {seconds(time.monotonic() - begun)}")


def seconds(duration: float) -> str:
    """A duration in seconds as Vietnamese writes it: `0,4 giây`."""
    return f"{duration:.1f} giây".replace(".", ",")
