"""What would be missed: pages that name a file."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from cms.models import PortalDocument, PortalImage
from cms.publishing import named_files

register = template.Library()


@register.simple_tag
def pages_naming(row: Any) -> list[Page]:
    """`{% pages_naming object as pages %}`: pages that name a document or an image; none for other things."""
    return named_files.pages_naming(row) if isinstance(row, PortalDocument | PortalImage) else []
