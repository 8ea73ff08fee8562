"""Which images public records carry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PublicImage(models.Model):
    """An image that a public record carries; renditions of these only are served to everybody."""

    site_id = models.PositiveIntegerField()
    record = models.UUIDField(db_index=True)
    image_id = models.PositiveIntegerField(db_index=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = "ảnh đang công khai"
        verbose_name_plural = "ảnh đang công khai"
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "image_id"], name="public_image_once")]

    def __str__(self) -> str:
        return f"{self.image_id} của {self.record}"
