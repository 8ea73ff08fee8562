"""Images on pages: `{% picture image "photo" alt="…" %}`."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from cms.models import PortalImage
from cms.models.images import SIZES, rendition_of

register = template.Library()


@register.simple_tag
def picture(image: PortalImage, size: str, alt: str, loading: str = "") -> SafeString:
    """An `<img>` in one of the declared sizes; nothing where that was never made. Raises KeyError for another size."""
    rendition = rendition_of(image, SIZES[size])
    if rendition is None:
        return SafeString()
    return SafeString(rendition.img_tag({"alt": alt} | ({"loading": loading} if loading else {})))
