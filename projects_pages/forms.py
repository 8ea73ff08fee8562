"""Forms of records whose fields and rows depend on each other."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from cms.models.forms import RecordPageForm
from cms.values.shape_entry import ShapeFormField


class LandSiteForm(RecordPageForm):
    """Metres in the box of the boundary are read in the VN-2000 zone that was chosen beside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boundary = self.fields.get("boundary")
        if isinstance(boundary, ShapeFormField) and self.is_bound:
            boundary.zone = str(self.data.get(self.add_prefix("surveyed_in"), ""))


class RowsForm(RecordPageForm):
    """Asks the page's `check_rows` when page and rows are read: before that the rows are not the page's yet."""

    def is_valid(self) -> bool:
        """As Wagtail's, and the rows agree; what does not stands at the field that the error names."""
        if not super().is_valid():
            return False
        try:
            self.instance.check_rows({name: _kept(formset) for name, formset in self.formsets.items()}, self.portal)
        except ValidationError as error:
            self.add_error(None, error)
            return False
        return True


def _kept(formset: Any) -> list[Any]:
    """The rows as the form will save them: without those that were taken away and those that nobody filled in."""
    return [
        form.instance
        for form in formset.forms
        if form not in formset.deleted_forms and (form.has_changed() or not form.empty_permitted)
    ]
