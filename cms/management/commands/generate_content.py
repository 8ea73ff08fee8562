"""`manage.py generate_content`: content to measure with."""

from __future__ import annotations

import os
import resource
import time
from collections import Counter
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.measuring.generate import generate
from cms.measuring.templates import read_source
from cms.models import Ward
from cms.values.number import format_decimal, format_integer

TEMPLATE_WARD = "minh-hoa"


class Command(BaseCommand):
    """Makes wards like the demonstration's made-up one, with as many records as asked."""

    help = "Sinh nội dung để đo: nhiều phường, hồ sơ như của phường Minh Họa. Sau đó chạy update_search để lập chỉ mục."

    def add_arguments(self, parser: CommandParser) -> None:
        """How much."""
        parser.add_argument("--wards", type=int, required=True, help="số phường")
        parser.add_argument("--pages", type=int, required=True, help="số hồ sơ của tất cả các phường")
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count() or 1, help="số tiến trình (mặc định: số nhân)"
        )
        parser.add_argument("--seed", default="do", help="chữ không dấu; cùng chữ thì cùng nội dung (mặc định: do)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them ward by ward and tell how fast."""
        ward = Ward.objects.filter(code=TEMPLATE_WARD).first()
        if ward is None:
            raise CommandError("Chưa có phường Minh Họa để làm mẫu: chạy load_demo trước.")
        begun = time.monotonic()
        records: Counter[str] = Counter()
        try:
            source = read_source(ward)
            for made in generate(
                source, options["wards"], options["pages"], options["seed"], processes=max(1, options["processes"])
            ):
                records += made.records
        except ValueError as error:
            raise CommandError(f"Không sinh được: {error}.") from error
        spent = time.monotonic() - begun
        total = sum(records.values())
        self.stdout.write(
            f"{format_integer(total)} hồ sơ của {format_integer(options['wards'])} phường "
            f"trong {format_decimal(Decimal(f'{spent:.1f}'))} giây; "
            f"tiến trình dùng nhiều bộ nhớ nhất: {format_integer(_peak_memory())} MB."
        )
        for template in source.templates:
            kind = template.page.kind
            self.stdout.write(f"  {kind}: {format_integer(records[kind])} hồ sơ, mỗi hồ sơ {template.size} dòng con")


def _peak_memory() -> int:
    """The most memory that one of the processes had at once, in MB; the system says it in kB."""
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(used) // 1024
