"""Compare what is public with the pages and the log."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.models import Ward
from cms.publishing.projections import check, repair


class Command(BaseCommand):
    """`manage.py check_projections [--repair] [--ward doan-ket]`; exit code 1 while something disagrees."""

    help = "Đối chiếu bảng công khai (tìm kiếm, tệp) với các trang và nhật ký công bố."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to look at, and whether to mend it."""
        parser.add_argument("--repair", action="store_true", help="sửa những gì chỉ sai trong bảng")
        parser.add_argument("--ward", metavar="MÃ", help="chỉ một phường, xã; bỏ trống thì tất cả")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each disagreement that is left as a sentence."""
        site_id = site_of(options["ward"])
        found = 0
        for problem in repair(site_id) if options["repair"] else check(site_id):
            found += 1
            self.stdout.write(str(problem))
        if found:
            raise SystemExit(1)
        self.stdout.write("Bảng công khai khớp với các trang và nhật ký.")


def site_of(code: str | None) -> int | None:
    """The site of the ward with this code; None for all. Raises CommandError for an unknown one."""
    if not code:
        return None
    ward = Ward.objects.filter(code=code).first()
    if ward is None:
        raise CommandError(f"Không có phường, xã nào mang mã «{code}».")
    return ward.site_id
