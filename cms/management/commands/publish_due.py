"""Publish what was approved for a time that has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.publishing.due import publish_due


class Command(BaseCommand):
    """Run every minute; one bad page holds up no other, and the exit code tells."""

    help = "Công khai những gì đã duyệt và đến giờ hẹn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Report each publication; exit with 1 when one was held back."""
        outcomes = publish_due()
        for outcome in outcomes:
            told = outcome.problem or "đã công khai"
            self.stdout.write(f"trang {outcome.page_id}, bản {outcome.revision_id}: {told}")
        if any(outcome.problem for outcome in outcomes):
            raise SystemExit(1)
