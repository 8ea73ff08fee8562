"""Panels of the page form that know the type they stand in."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.panels import InlinePanel


class RowsPanel(InlinePanel):
    """Rows of a relation, with the rule that asks for them as the form read it from the register."""

    class BoundPanel(InlinePanel.BoundPanel):
        """As Wagtail's."""

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            rule = getattr(self.form, "rules_of_rows", {}).get(self.panel.relation_name, "")
            self.help_text = " ".join(part for part in (self.panel.help_text, rule) if part)


class SourcesPanel(InlinePanel):
    """Sources of figures: which figure is chosen from the facts of the page's type, not typed."""

    def get_form_options(self) -> dict[str, Any]:
        """As Wagtail, with a drop-down of the type's facts."""
        from cms.models.disclosure_page import fact_choices

        options: dict[str, Any] = super().get_form_options()
        choices = [("", "(chọn số liệu)"), *fact_choices(self.model)]
        of_children = options["formsets"][self.relation_name]
        of_children["widgets"] = {**of_children.get("widgets", {}), "fact": forms.Select(choices=choices)}
        return options
