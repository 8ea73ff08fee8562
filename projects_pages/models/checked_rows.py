"""Records whose rows have to agree, on whatever way they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from wagtail.models import Revision

from projects_pages.forms import RowsForm

if TYPE_CHECKING:
    # The mixin stands before a page class; a model of its own would hide that one's managers from the type checker.
    from cms.models.base_page import BasePage as PageClass
else:
    PageClass = object


class CheckedRows(PageClass):
    """Goes before the page class: forms and commands ask `check_rows`."""

    if TYPE_CHECKING:

        class Meta:
            abstract = True

    base_form_class = RowsForm
    checked_relations: ClassVar[frozenset[str]] = frozenset()
    """Relations whose rows are checked; the others have nothing to agree with."""

    def check_rows(self, rows: Mapping[str, Sequence[Any]], portal: Any = None) -> None:
        """Raise ValidationError when these rows, by relation, contradict each other or the page.

        `portal` (cms.models.portal.Portal) is known in forms only.
        """
        raise NotImplementedError

    def save_revision(self, *args: Any, clean: bool = True, **kwargs: Any) -> Revision:
        """As the page's; with `clean` the rows are checked too, which Wagtail does in forms only."""
        if clean:
            rows = {name: list(getattr(self, name).all()) for name in sorted(self.checked_relations)}
            for row in (row for of_relation in rows.values() for row in of_relation):
                row.clean_fields(exclude=["page"])
                row.clean()
            self.check_rows(rows)
        return super().save_revision(*args, clean=clean, **kwargs)
