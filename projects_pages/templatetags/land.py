"""Land sites in templates: lines of the list, and the map beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils import timezone

from cms.disclosure.cited import Cited
from projects_pages import land_site_presentation as presentation
from projects_pages.map_drawing import MapDrawing

register = template.Library()


@register.simple_tag
def site_row(cited: Cited, number: int) -> presentation.SiteRow:
    """A site as a line of the list, with its number on the map."""
    return presentation.site_row(cited, number, timezone.localdate())


@register.simple_tag
def sites_map(index: Any, rows: Sequence[Cited]) -> MapDrawing | None:
    """The map of the sites of one page of the list; None when none of them has a place."""
    today = timezone.localdate()
    lines = [presentation.site_row(cited, number, today) for number, cited in enumerate(rows, start=1)]
    return presentation.sites_map(index, lines)
