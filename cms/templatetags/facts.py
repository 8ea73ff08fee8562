"""Facts in templates: `{% figures page "homes_total" "land_area" %}`, `{% fact page "investor" %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from cms.disclosure.cited import Chip, Cited, chip_of, section_anchor
from cms.disclosure.figures import Figure, figure, known_figures
from cms.disclosure.figures import figures as figures_of
from cms.disclosure.missing import Missing, MissingKind

register = template.Library()

SHOWN_OF_HASH = 4


@register.inclusion_tag("components/figures.html")
def figures(page: Any, *names: str) -> dict[str, list[Figure]]:
    """Key figures, each with its source or which kind of missing it is."""
    return {"figures": figures_of(page, names)}


@register.inclusion_tag("components/fact.html")
def fact(page: Any, name: str) -> dict[str, Figure]:
    """One fact inline: its value and source, or which kind of missing it is."""
    return {"figure": figure(page, name)}


@register.inclusion_tag("components/fact_rows.html")
def facts(page: Any, *names: str) -> dict[str, list[Figure]]:
    """Rows of a list of facts: only those that are there."""
    return {"figures": known_figures(page, names)}


@register.inclusion_tag("components/fact_rows.html")
def all_facts(page: Any, *names: str) -> dict[str, list[Figure]]:
    """Rows of a list of facts: all of them, the missing ones with which kind of missing they are."""
    return {"figures": figures_of(page, names)}


@register.simple_tag
def missing(which: Missing, *, first: bool = False) -> SafeString:
    """Which kind of missing, within a sentence: no white space around it; `first` begins with a capital."""
    return _inline("components/missing.html", missing=which, first=first)


@register.simple_tag
def chip(source: Chip) -> SafeString:
    """The source of a value, within a sentence."""
    return _inline("components/chip.html", chip=source)


def _inline(name: str, **context: Any) -> SafeString:
    return mark_safe(render_to_string(name, context).strip())  # rendered and escaped by the template engine


@register.simple_tag
def row_chip(page: Any, row: Any) -> Chip | None:
    """The source of a row that names a document and perhaps a passage; None when it names none."""
    return chip_of(page.cited, row.document_id, getattr(row, "passage", ""))


@register.filter
def cited_by(page: Any, page_id: int | None) -> Cited | None:
    """The public record of a page that this one points to; None while that is not public."""
    return page.cited.get(page_id) if page_id is not None else None


@register.filter
def anchor(number: str) -> str:
    """The id of a plan's section: "III.1" gives "muc-III-1"."""
    return section_anchor(number)


@register.simple_tag
def not_known() -> Missing:
    """What is shown where nobody has said anything."""
    return Missing(MissingKind.UNKNOWN)


@register.filter
def in_groups(digest: str) -> str:
    """A checksum in groups of four that a person can compare: "8f3c 19d2 …"."""
    return " ".join(digest[start : start + SHOWN_OF_HASH] for start in range(0, len(digest), SHOWN_OF_HASH))


@register.filter
def file_size(document: Any) -> str:
    """Size of a file as "1,8 MB"; empty when nobody knows. Wagtail's own getter would write to the database."""
    size = document.file_size
    if size is None:
        try:
            size = document.file.size
        except OSError:
            return ""
    return str(filesizeformat(size))
