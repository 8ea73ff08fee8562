"""Make a ward (phường, xã) on this installation."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.tenancy.wards import NewWard, create_ward


class Command(BaseCommand):
    """`manage.py create_ward doan-ket --name "phường Đoàn Kết" --province "tỉnh Lai Châu" --hostname …`."""

    help = "Lập cổng cho một phường, xã: trang, nhóm người dùng, quy trình duyệt, thông tin cổng."

    def add_arguments(self, parser: CommandParser) -> None:
        """What a ward needs."""
        parser.add_argument("code", help="mã trong địa chỉ, không dấu: doan-ket")
        parser.add_argument("--name", required=True, help="tên có loại: phường Đoàn Kết")
        parser.add_argument("--province", required=True, help="tỉnh, thành phố có loại: tỉnh Lai Châu")
        parser.add_argument("--hostname", required=True, help="tên miền của cổng")
        parser.add_argument("--port", type=int, default=443)
        parser.add_argument("--illustrative", action="store_true", help="dữ liệu minh họa: phường, xã không có thật")
        parser.add_argument("--default", action="store_true", help="cổng trả lời khi tên miền lạ")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or say in one sentence why not."""
        new = NewWard(
            options["code"],
            options["name"],
            options["province"],
            options["hostname"],
            options["port"],
            options["default"],
            options["illustrative"],
        )
        try:
            ward = create_ward(new)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã lập cổng {ward.name}: {ward.site.root_url}/")
