"""What people searched for and did not find (tìm mà không thấy): words and counts, nothing of the person."""

from __future__ import annotations

import datetime
from typing import ClassVar, Final

from django.db import models, transaction
from django.db.models import F

from cms.values.personal import personal_numbers
from search.query import MAX_CHARACTERS
from search.text import clean, fold

MOST_A_MONTH: Final = 2_000
"""Different texts that are kept of one portal and month; later ones are not, so that nobody fills the table."""


class MissedSearchQuerySet(models.QuerySet["MissedSearch"]):
    """Verbs over what was not found."""

    def note(self, site_id: int, text: str, at: datetime.datetime) -> bool:
        """Count a search that found nothing; whether it was kept. `at` is on Vietnam's clock.

        Left out: what has no words, what is too long, what looks like a number or an address of a person.
        """
        words = " ".join(clean(text).split())
        key = fold(words)
        if not key or len(words) > MAX_CHARACTERS or "@" in words or personal_numbers(words):
            return False
        month = at.date().replace(day=1)
        with transaction.atomic():
            row = self.filter(site_id=site_id, month=month, key=key)
            if row.update(times=F("times") + 1, last_at=at):
                return True
            if self.filter(site_id=site_id, month=month).count() >= MOST_A_MONTH:
                return False
            _, made = self.get_or_create(
                site_id=site_id, month=month, key=key, defaults={"words": words, "last_at": at}
            )
        if not made:  # somebody else's was quicker by a moment
            row.update(times=F("times") + 1, last_at=at)
        return True

    def forget(self, today: datetime.date, months: int) -> int:
        """Delete what is older than so many months; returns how many rows went. Without any nothing is written."""
        back = today.year * 12 + today.month - 1 - months
        old = self.filter(month__lt=datetime.date(back // 12, back % 12 + 1, 1))
        return old.delete()[0] if old.exists() else 0


class MissedSearch(models.Model):
    """One text of one portal and month, however it was spelled."""

    site_id = models.PositiveIntegerField("Cổng")
    month = models.DateField("Tháng")
    key = models.CharField(max_length=MAX_CHARACTERS * 2)
    words = models.CharField("Người dân gõ", max_length=MAX_CHARACTERS)
    times = models.PositiveIntegerField("Số lần", default=1)
    last_at = models.DateTimeField("Lần cuối")

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = "lần tìm không thấy"
        verbose_name_plural = "tìm mà không thấy"
        ordering: ClassVar = ["-month", "-times", "-last_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["site_id", "month", "key"], name="missed_search_once"),
        ]

    def __str__(self) -> str:
        return self.words
