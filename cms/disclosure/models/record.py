"""What the log says of each record now: its state, address, version, and which files it carries."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class RecordState(models.TextChoices):
    """Where a record that was once published stands."""

    PUBLIC = "public", "Đang công khai"
    ENDED = "ended", "Đã kết thúc"
    WITHDRAWN = "withdrawn", "Đã gỡ"
    HIDDEN = "hidden", "Đang gỡ khẩn cấp, chờ người duyệt"


VISIBLE = frozenset({RecordState.PUBLIC, RecordState.ENDED})
"""States in which citizens read the record."""


class RecordHeadQuerySet(models.QuerySet["RecordHead"]):
    """Records by what citizens may see of them."""

    def visible(self) -> RecordHeadQuerySet:
        """Records that citizens read now."""
        return self.filter(state__in=VISIBLE)


class RecordHead(models.Model):
    """A record that was published at least once; this row stays when the page goes."""

    record = models.UUIDField("Mã hồ sơ", primary_key=True)
    site_id = models.PositiveIntegerField()
    page_id = models.PositiveIntegerField(unique=True)
    kind = models.CharField("Loại", max_length=40)
    version = models.PositiveIntegerField("Lần công bố")
    entry_number = models.PositiveBigIntegerField()
    facts_version = models.PositiveIntegerField()
    state = models.CharField("Tình trạng", max_length=20, choices=RecordState.choices)
    address = models.CharField("Địa chỉ", max_length=1000)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    objects = RecordHeadQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ đã công bố"
        verbose_name_plural = "hồ sơ đã công bố"
        indexes: ClassVar = [models.Index(fields=["site_id", "address"], name="record_by_address")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"

    @property
    def visible(self) -> bool:
        """Whether citizens read the record now."""
        return self.state in VISIBLE


class PublicFile(models.Model):
    """A document that a public record carries; only these are served to everybody."""

    site_id = models.PositiveIntegerField()
    record = models.UUIDField(db_index=True)
    document_id = models.PositiveIntegerField(db_index=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "tệp đang công khai"
        verbose_name_plural = "tệp đang công khai"
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "document_id"], name="public_file_once")]

    def __str__(self) -> str:
        return f"{self.document_id} của {self.record}"
