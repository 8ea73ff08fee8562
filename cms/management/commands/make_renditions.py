"""`manage.py make_renditions`: the sizes in which pages show images, where a copy of the files came without them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.disclosure.models import PublicImage
from cms.models.images import make_renditions


class Command(BaseCommand):
    """Makes what is missing for all images that public records carry."""

    help = "Tạo các cỡ ảnh còn thiếu của mọi ảnh đang công khai (sau khi khôi phục dữ liệu hoặc thêm cỡ ảnh mới)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Image by image: memory does not grow."""
        images = PublicImage.objects.order_by("image_id").values_list("image_id", flat=True).distinct()
        made = sum(make_renditions([ident]) for ident in images.iterator())
        self.stdout.write(f"Đã tạo {made} bản ảnh.")
