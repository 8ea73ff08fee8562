"""Recompute the publication logs from their rows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.disclosure.models import LogHead, RecordHead
from cms.disclosure.models.entry import LogEntry
from cms.disclosure.verification import verify
from cms.management.commands.check_projections import site_of


class Command(BaseCommand):
    """`manage.py verify_ledger [--ward doan-ket]`; exit code 1 when a log contradicts itself."""

    help = "Tính lại nhật ký công bố từ đầu và báo mọi chỗ không khớp."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which log."""
        parser.add_argument("--ward", metavar="MÃ", help="chỉ một phường, xã; bỏ trống thì tất cả")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each contradiction as a sentence, and the size of each log that is whole."""
        only = site_of(options["ward"])
        sites = {only} if only is not None else _all_sites()
        broken = False
        for site_id in sorted(sites):
            found = verify(site_id)
            broken = broken or bool(found)
            for problem in found:
                self.stdout.write(f"Cổng {site_id}: {problem}")
            if not found:
                size = LogEntry.objects.filter(site_id=site_id).count()
                self.stdout.write(f"Cổng {site_id}: {size} mục, khớp.")
        if broken:
            raise SystemExit(1)


def _all_sites() -> set[int]:
    """Every site that any table of the log knows: a head may be lost while entries are there."""
    return {
        site_id
        for model in (LogHead, LogEntry, RecordHead)
        for site_id in model._default_manager.order_by().values_list("site_id", flat=True).distinct()
    }
