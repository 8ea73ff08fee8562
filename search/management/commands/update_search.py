"""`manage.py update_search`: index what awaits it, or everything anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.health import health
from search.indexing import index_waiting, rebuild


class Command(BaseCommand):
    """Bring the index in line with the public records."""

    help = "Đưa bản ghi công khai chưa có vào chỉ mục tìm kiếm; --all: làm lại toàn bộ."

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument(
            "--check", action="store_true", help="Chỉ xem: lỗi nếu máy chủ tìm kiếm hỏng hoặc có gì chờ."
        )
        parser.add_argument("--all", action="store_true", help="Làm lại toàn bộ chỉ mục.")
        parser.add_argument("--site", type=int, default=None, help="Với --all: chỉ một cổng (số của cổng).")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run; a record that cannot be indexed ends in an error that names it, after all the others are done."""
        if options["site"] is not None and not options["all"]:
            raise CommandError("--site chỉ dùng cùng --all.")
        if options["check"]:
            self.check_health()
            return
        outcome = rebuild(options["site"]) if options["all"] else index_waiting()
        self.stdout.write(f"Đã đưa {outcome.indexed} bản ghi vào chỉ mục.")
        if outcome.failed:
            raise CommandError(f"Không đưa được vào chỉ mục: {', '.join(map(str, outcome.failed))}. Xem nhật ký lỗi.")
        if outcome.problem:
            raise CommandError(f"Elasticsearch không nhận: {outcome.problem}. Cổng đang tìm bằng cơ sở dữ liệu.")

    def check_health(self) -> None:
        """Say that searching is well; CommandError otherwise, so that a watching program sees it."""
        found = health()
        if found.problem:
            raise CommandError(f"Elasticsearch không trả lời: {found.problem}. Cổng đang tìm bằng cơ sở dữ liệu.")
        if found.waiting:
            raise CommandError(f"{found.waiting} thay đổi chờ vào chỉ mục quá 5 phút.")
        self.stdout.write("Tìm kiếm bình thường, không có gì chờ.")
