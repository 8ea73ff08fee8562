"""References to law (căn cứ pháp luật) that oblige somebody to disclose something."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q

from cms.registers.models.coded import CodedQuerySet
from cms.values.dates import format_date
from cms.values.fields import LineField, ProseField


class LegalReferenceQuerySet(CodedQuerySet):
    """References by the day they hold."""

    def in_force_on(self, day: datetime.date) -> LegalReferenceQuerySet:
        """References whose rule holds on `day`."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class LegalReference(models.Model):
    """One rule, under the code that facts and findings cite ("A1"); laws change, so it has dates and is superseded."""

    detail_fields: ClassVar[tuple[str, ...]] = ("duty", "validity")
    shown_with: ClassVar[tuple[str, ...]] = ()
    alias_list: ClassVar[list[str]] = []

    code = models.SlugField("Mã", max_length=20)
    provision = LineField("Điều khoản", max_length=255, help_text="Ví dụ: Khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP.")
    duty = ProseField("Nội dung", help_text="Ai phải làm gì, khi nào, ở đâu; hoặc điều quy định cho phép, giới hạn.")
    valid_from = models.DateField("Có hiệu lực từ", null=True, blank=True)
    valid_to = models.DateField("Hết hiệu lực sau ngày", null=True, blank=True)
    source = LineField("Nguồn", max_length=255, blank=True, help_text="Nơi đọc được quy định này.")

    objects = LegalReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "căn cứ pháp luật"
        verbose_name_plural = "căn cứ pháp luật"
        ordering: ClassVar = ["code", "valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="reference_once"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_from__isnull=True), name="reference_undated_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.provision}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """In one transaction with what its receivers do: records that show the rule are logged with its new text."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """How facts name the rule."""
        return self.code

    @property
    def shown_name(self) -> str:
        """What people read of it: the provision without our code."""
        return self.provision

    @property
    def validity(self) -> str:
        """ "từ 09/02/2026", "từ 09/02/2026 đến 31/12/2027"; empty when nobody has said."""
        parts = [f"{word} {format_date(day)}" for word, day in (("từ", self.valid_from), ("đến", self.valid_to)) if day]
        return " ".join(parts)
