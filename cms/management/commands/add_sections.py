"""Give every ward the sections that a new ward has."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.models import Ward
from cms.tenancy.wards import add_missing_sections


class Command(BaseCommand):
    """`manage.py add_sections`: after an update that brings a new section; run again it changes nothing."""

    help = "Thêm cho mọi cổng những mục mà cổng lập sau mới có; có nhật ký công bố, chạy lại không đổi gì."

    def handle(self, *args: Any, **options: Any) -> None:
        """Complete each ward for itself; fails at the end when a section found its address taken."""
        taken = []
        for ward in Ward.objects.select_related("site").order_by("code"):
            done = add_missing_sections(ward)
            taken += [f"{ward.name} {address}" for address in done.taken]
            self.stdout.write(f"{ward.name}: {', '.join(done.added) or 'đã đủ'}")
        if taken:
            raise CommandError(f"Địa chỉ đã có trang khác, chưa thêm được mục: {'; '.join(taken)}.")
