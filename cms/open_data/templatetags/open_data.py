"""What the page of open data says to search engines."""

from __future__ import annotations

import json
from typing import Final

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.open_data.catalogue import Catalogue
from cms.open_data.dcat import catalogue_for_search_engines

register = template.Library()

IN_SCRIPT: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def datasets_for_search_engines(catalogue: Catalogue) -> SafeString:
    """`{% datasets_for_search_engines catalogue %}`: a block of data, which no browser runs."""
    text = json.dumps(catalogue_for_search_engines(catalogue), ensure_ascii=False).translate(IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
