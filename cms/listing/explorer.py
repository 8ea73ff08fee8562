"""The page explorer of the administration below an index: columns and filters that the type's listing declares."""

from __future__ import annotations

from typing import Any

from django.db.models.constants import LOOKUP_SEP
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from cms.disclosure import canonical, kinds
from cms.disclosure.facts import BoundFacts, Fact
from cms.listing.filters import Choice, Conditions
from cms.listing.index_page import IndexPage
from cms.listing.listing import Listing, listing_of
from cms.values.fields import PartialDateField

COLUMNS_MOST = 3
"""Facts between the title and Wagtail's own columns: more do not fit on a laptop."""


class FactColumn(Column):
    """A fact of the draft as public pages would say it; empty where there is none."""

    def __init__(self, model: type[Any], item: Fact) -> None:
        bound: BoundFacts = model.facts
        sort = f"{item.name}_sort" if isinstance(bound.field(item.name), PartialDateField) else item.name
        super().__init__(item.name, label=bound.label(item), sort_key=sort)
        self.bound, self.item = bound, item

    def get_value(self, instance: Any) -> str:
        """The text; pages of other types below the same parent have none."""
        if type(instance).facts is not self.bound:
            return ""
        value = self.bound.value(instance, self.item)
        return "" if canonical.is_empty(value) else self.bound.text(self.item, value, {})


def fact_columns(listing: type[Listing]) -> list[FactColumn]:
    """The first columns of the public table that the row of a page has itself: others cost a query a row."""
    model = listing.model()
    bound: BoundFacts = model.facts
    items = [bound.by_name[name] for name in listing.shown_facts()]
    own = [item for item in items if isinstance(item, Fact) and not bound.field(item.name).is_relation]
    return [FactColumn(model, item) for item in own[:COLUMNS_MOST]]


def filter_fields(listing: type[Listing]) -> list[str]:
    """Vocabularies and flags of the type among its filters: registers would name rows of other wards."""
    return [
        one.path
        for one in listing.filters
        if isinstance(one, Choice) and not isinstance(one, Conditions) and LOOKUP_SEP not in one.path
    ]


def explorer_of(index: type[IndexPage]) -> PageViewSet:
    """The screens of the listed type, and how the explorer shows what stands below its index."""
    listing = listing_of(index.listed_kind())
    stock = [column for column in ExplorableIndexView.base_columns if column.name not in {"parent", "type"}]
    title = next(place for place, column in enumerate(stock) if column.name == "title") + 1
    return type(
        f"{index.__name__}ViewSet",
        (PageViewSet,),
        {
            "model": listing.model(),
            "parent_models": [index],
            "columns": [*stock[:title], *fact_columns(listing), *stock[title:]],
            "list_filter": filter_fields(listing),
        },
    )()


def explorers() -> list[PageViewSet]:
    """One for each index."""
    return [explorer_of(model) for model in kinds.all_kinds().values() if issubclass(model, IndexPage)]
