"""Fill the national registers of an installation."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.registers.law import ensure_law


class Command(BaseCommand):
    """`manage.py load_law`: may be run again and again; rows that are there stay as they are."""

    help = "Nạp số liệu của luật, nhóm đối tượng, biểu mẫu, thuật ngữ; dòng đã có thì để nguyên."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is missing and say how much it was."""
        self.stdout.write(f"Đã thêm {ensure_law()} dòng.")
