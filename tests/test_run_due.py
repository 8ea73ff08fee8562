"""The process that publishes what is due outlives a bad round and ends when it is told to."""

from __future__ import annotations

import logging
import os
import signal
import threading

import pytest
from django.core.management import CommandError, call_command

from cms.management.commands import run_due
from cms.publishing.due import Outcome


@pytest.fixture(autouse=True)
def _connections_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process closes its connections after each round; here they belong to the suite."""
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    monkeypatch.setattr(run_due, "renew_states", lambda day: 0)
    monkeypatch.setattr(run_due, "forget_misses", lambda day: 0)
    monkeypatch.setattr(run_due.searching, "catch_up", lambda: None)


def test_a_round_that_fails_is_logged_and_another_follows(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rounds: list[int] = []

    def publish_due() -> list[Outcome]:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise OSError("the database is away")
        os.kill(os.getpid(), signal.SIGTERM)
        return [Outcome(7, 70), Outcome(8, 80, "held back")]

    monkeypatch.setattr(run_due, "publish_due", publish_due)
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    giving_up = threading.Timer(20, os.kill, (os.getpid(), signal.SIGINT))
    giving_up.start()
    try:
        with caplog.at_level(logging.INFO, logger=run_due.__name__):
            call_command("run_due", every=0.01)
    finally:
        giving_up.cancel()
        for number, handler in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(number, handler)
    assert len(rounds) == 2
    assert "the database is away" in caplog.text
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.INFO] == [
        "page 7: revision 70 was due and is public"
    ]


@pytest.mark.parametrize("every", [0, -1])
def test_a_time_between_rounds_that_is_none_is_refused(every: float) -> None:
    with pytest.raises(CommandError, match="lớn hơn 0"):
        call_command("run_due", every=every)
