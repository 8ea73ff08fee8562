"""Sizes in which pages show images: declared here, made when an image is stored or published, only read by visitors."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from django.db.models import prefetch_related_objects
from wagtail.images.models import Filter

from cms.models.audience import answers_staff
from cms.models.image import PortalImage, PortalRendition

logger = logging.getLogger(__name__)

EMBLEM: Final = "max-120x120"
"""In the head of every page."""
PHOTO: Final = "width-640|format-webp"
"""One of several on a record's page."""
PICTURE: Final = "width-1200|format-webp"
"""Within a text."""
SHARED: Final = "fill-1200x630|format-jpeg"
"""In the preview that other services show of a shared address (Open Graph)."""
SHARED_EMBLEM: Final = "max-600x600"
"""The same of the home page: an emblem is not cropped."""
SIZES: Final = {"emblem": EMBLEM, "photo": PHOTO, "picture": PICTURE}
"""What templates may ask for, by name."""
ALL: Final = (EMBLEM, PHOTO, PICTURE, SHARED, SHARED_EMBLEM)

_lacking: ContextVar[list[str] | None] = ContextVar("lacking_renditions", default=None)


@contextmanager
def noting_lacking() -> Iterator[list[str]]:
    """Renditions that the code within would have shown and that nobody has made yet: they may be there any moment."""
    found: list[str] = []
    token = _lacking.set(found)
    try:
        yield found
    finally:
        _lacking.reset(token)


def with_renditions(images: Iterable[PortalImage]) -> None:
    """Let the images know their renditions, so that showing them asks nothing more; one query for all of them."""
    shown = list(images)
    if shown:
        prefetch_related_objects(shown, "renditions")


def make_renditions(image_ids: Iterable[int]) -> int:
    """Make what is missing of all sizes of these images; gives how many files were written.

    Two queries when nothing is missing. Raises what Pillow raises for a file that is no picture.
    """
    made = 0
    filters = [Filter(spec=spec) for spec in ALL]
    for image in PortalImage.objects.filter(pk__in=set(image_ids)).prefetch_related("renditions"):
        known = image.find_existing_renditions(*filters)
        made += len(image.create_renditions(*(one for one in filters if one not in known)))
    return made


def rendition_of(image: PortalImage, spec: str) -> PortalRendition | None:
    """The rendition that pages show: for the public only what is there already, since a visit writes nothing.

    A preview of a draft makes what it needs.
    """
    if answers_staff():
        made: PortalRendition = image.get_rendition(spec)
        return made
    wanted = Filter(spec=spec)
    found: PortalRendition | None = image.find_existing_renditions(wanted).get(wanted)
    if found is None:
        if (noted := _lacking.get()) is not None:
            noted.append(spec)
        logger.warning("image %s has no rendition %s; manage.py make_renditions makes it", image.pk, spec)
    elif not getattr(found, "_from_cache", False):
        found.cache_backend.set(found.get_cache_key(), found)
    return found
