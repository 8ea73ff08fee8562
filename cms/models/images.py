"""Reading the renditions of several images at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from cms.models.image import PortalImage

SMALL, LARGE = "width-640|format-webp", "width-1280|format-webp"
"""What pages show: on a phone, and on a wide screen."""


def with_renditions(images: Iterable[PortalImage]) -> None:
    """Let the images know their renditions, so that showing them asks nothing more; one query for all of them."""
    shown = list(images)
    if shown:
        prefetch_related_objects(shown, "renditions")
