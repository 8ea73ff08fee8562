"""Rows that say where they were taken from."""

from __future__ import annotations

from django.db import models
from wagtail.models import Orderable

from cms.models import DisclosurePage
from cms.values.fields import LineField


class SourcedRow(Orderable):
    """A row that says from which document, and where in it, it was taken; abstract."""

    document = models.ForeignKey(
        DisclosurePage, verbose_name="Văn bản", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passage = LineField("Chỗ trong văn bản", max_length=120, blank=True, help_text="Ví dụ: mục II.1.")

    class Meta(Orderable.Meta):
        abstract = True
