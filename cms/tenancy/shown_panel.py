"""In a register row's form: which public records show the row, and why they change with it."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import MultiFieldPanel

from cms.publishing.mentions import heads_showing
from search.models import PublicRecord

NAMED = 50
"""How many records the form names; the others it counts."""


class ShownPanel(MultiFieldPanel):
    """Left out for a row that no public record shows: nobody would read the reason."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """For one row."""

        template_name = "tenancy/shown_panel.html"

        @cached_property
        def records(self) -> list[PublicRecord]:
            """The public records that show the row, by title."""
            if not self.instance.pk:
                return []
            shown = [head.record for head in heads_showing(self.instance)]
            return list(PublicRecord.objects.filter(record__in=shown).order_by("title", "pk").only("title", "page_id"))

        def is_shown(self) -> bool:
            """Whether a public record shows the row."""
            return bool(self.records) and bool(super().is_shown())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the records."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context.update(records=self.records[:NAMED], more=max(0, len(self.records) - NAMED))
            return context
