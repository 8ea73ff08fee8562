"""Images of the portal; a description for those who cannot see is required."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.values.fields import LineField


class PortalImage(AbstractImage):
    """An image with its source and, where it needs one, its credit."""

    credit = LineField("Nguồn ảnh", max_length=255, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        permissions: ClassVar = [("choose_portalimage", "Được chọn ảnh")]

    @property
    def sha256(self) -> str:
        """Checksum by which a public record's facts name the image (SHA-1 as Wagtail keeps it is not enough)."""
        import hashlib

        with self.open_file() as file:
            return hashlib.sha256(file.read()).hexdigest()


class PortalRendition(AbstractRendition):
    """A rendition of an image; pages show nothing else."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "bản ảnh"
        verbose_name_plural = "bản ảnh"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition")
        ]
