"""Forms of page types whose fields depend on each other."""

from __future__ import annotations

from typing import Any

from cms.models.forms import RecordPageForm
from cms.values.shape_entry import ShapeFormField


class LandSiteForm(RecordPageForm):
    """Metres in the box of the boundary are read in the VN-2000 zone that was chosen beside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boundary = self.fields.get("boundary")
        if isinstance(boundary, ShapeFormField) and self.is_bound:
            boundary.zone = str(self.data.get(self.add_prefix("surveyed_in"), ""))
