"""Images of the portal: shown as renditions, served to the public only while a public record carries them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.models.audience import answers_staff
from cms.models.checksum import sha256_of
from cms.values.fields import LineField


class PortalImage(AbstractImage):
    """An image with its checksum and, where it needs one, its credit."""

    credit = LineField("Nguồn ảnh", max_length=255, blank=True)
    sha256 = models.CharField("Mã kiểm chứng (SHA-256)", max_length=64, blank=True, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        permissions: ClassVar = [("choose_portalimage", "Được chọn ảnh")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take checksum (SHA-1, as Wagtail keeps it, is not enough) and size of the file that is saved."""
        if self.file:
            self.sha256, self.file_size = sha256_of(self.open_file()), self.file.size
        super().save(*args, **kwargs)


class PortalRendition(AbstractRendition):
    """A rendition of an image; pages show nothing else."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "bản ảnh"
        verbose_name_plural = "bản ảnh"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition")
        ]
        indexes: ClassVar = [models.Index(fields=["file"], name="rendition_by_file")]

    @property
    def public_url(self) -> str:
        """The address that answers while a public record carries the image."""
        return str(self.file.url)

    @property
    def url(self) -> str:
        """The address for whoever is answered: sessions live below the administration, so drafts' images do too."""
        if answers_staff():
            return reverse("ward_image", args=[self.image_id, PurePosixPath(self.file.name).name])
        return self.public_url
