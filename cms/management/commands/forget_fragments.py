"""Let every public page be rendered anew, after somebody changed the database past the portal."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.disclosure import generations


class Command(BaseCommand):
    """`manage.py forget_fragments`; what processes keep is over for all of them at once."""

    help = "Mọi trang công khai được dựng lại ở lượt xem sau: chạy sau khi sửa cơ sở dữ liệu ngoài phần mềm."

    def handle(self, *args: Any, **options: Any) -> None:
        """Renew the token of all sites."""
        generations.renew_all()
        self.stdout.write("Các phần trang đã giữ không còn được dùng.")
