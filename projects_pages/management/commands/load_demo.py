"""Load the wards of the demonstration."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from projects_pages.demo.loader import load


class Command(BaseCommand):
    """`manage.py load_demo`: may be run again and again; says role, user name and password of each new account."""

    help = "Nạp phường Đoàn Kết, xã Hà Bắc theo kế hoạch của hai nơi, phường Minh Họa dựng lên; đã có thì để nguyên."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and tell each password at once: it cannot be read later, and a later step may fail."""
        try:
            for account in load():
                self.stdout.write(f"{account.role}\t{account.username}\t{account.password}")
        except ValueError as error:
            raise CommandError(str(error)) from error
