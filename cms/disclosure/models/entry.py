"""One log per site, one entry per act; ids are plain numbers, so that nothing cascades into the log."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models


class Act(models.TextChoices):
    """What was done in public with a record."""

    PUBLISHED = "published", "Công bố lần đầu"
    CHANGED = "changed", "Cập nhật"
    CORRECTED = "corrected", "Đính chính"
    ENDED = "ended", "Kết thúc"
    REOPENED = "reopened", "Mở lại"
    MOVED = "moved", "Đổi địa chỉ"
    WITHDRAWN = "withdrawn", "Gỡ khỏi trang công khai"
    HIDDEN = "hidden", "Gỡ khẩn cấp"
    HIDING_CONFIRMED = "hiding-confirmed", "Xác nhận gỡ khẩn cấp"
    RESTORED = "restored", "Công khai trở lại"


GOING_PRIVATE = frozenset({Act.WITHDRAWN, Act.HIDDEN, Act.HIDING_CONFIRMED})
"""Acts after which nobody sees the record's facts."""


class LogHead(models.Model):
    """The end of a site's log; whoever appends locks this row first."""

    site_id = models.PositiveIntegerField(primary_key=True)
    size = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name = "đầu nhật ký"
        verbose_name_plural = "đầu nhật ký"

    def __str__(self) -> str:
        return f"nhật ký {self.site_id}: {self.size} mục"


class LogEntry(models.Model):
    """An entry (docs/transparency_log.md): `body` is the canonical JSON, `leaf_hash` = SHA-256(0x00 ‖ body)."""

    site_id = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField("Số mục")
    record = models.UUIDField("Mã hồ sơ", db_index=True)
    version = models.PositiveIntegerField("Lần công bố")
    act = models.CharField("Việc", max_length=20, choices=Act.choices)
    at = models.DateTimeField("Lúc")
    body = models.TextField()
    leaf_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "mục nhật ký công bố"
        verbose_name_plural = "nhật ký công bố"
        ordering: ClassVar = ["site_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["site_id", "number"], name="log_number_once"),
            models.UniqueConstraint(fields=["record", "version"], name="log_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_act_display()}"

    @property
    def content(self) -> dict[str, Any]:
        """The entry's JSON as a mapping."""
        content: dict[str, Any] = json.loads(self.body)
        return content


class PublishedFacts(models.Model):
    """The public facts of one version: canonical JSON with a random nonce, so that erased facts cannot be guessed."""

    site_id = models.PositiveIntegerField()
    record = models.UUIDField(db_index=True)
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    body = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "dữ kiện đã công bố"
        verbose_name_plural = "dữ kiện đã công bố"
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "version"], name="facts_version_once")]

    def __str__(self) -> str:
        return f"{self.record} lần {self.version}"

    @property
    def content(self) -> dict[str, Any]:
        """The JSON as a mapping: kind, record, nonce, facts."""
        content: dict[str, Any] = json.loads(self.body)
        return content

    @property
    def facts(self) -> dict[str, Any]:
        """The facts alone."""
        facts: dict[str, Any] = self.content["facts"]
        return facts
