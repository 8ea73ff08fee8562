"""What an address asks of a listing: every parameter read once, and addresses made of it again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

import django_filters
from django.http import QueryDict

from cms.listing.fields import Chosen
from cms.listing.filters import Filter, Options, Words
from cms.listing.filters.base import public
from cms.listing.listing import RELEVANCE, Listing, Order
from cms.values.mistakes import quoted
from search.models import PublicRecordQuerySet

CARDS: Final = "the"
TABLE: Final = "bang"
VIEWS: Final = {CARDS: "Danh sách", TABLE: "Bảng"}
SIZES: Final = (20, 50, 100)
DEEPEST_PAGE: Final = 500
MOST_NOTICES: Final = 6
ORDER, VIEW, SIZE, PAGE = "sap-xep", "xem", "moi-trang", "trang"


class ListingFilters(django_filters.FilterSet):
    """The filters of a listing, bound to a site and a day."""

    listing: type[Listing]
    site_id: int
    day: datetime.date

    def bind(self, listing: type[Listing], site_id: int, day: datetime.date) -> None:
        """Tell the filters what they are about."""
        self.listing, self.site_id, self.day = listing, site_id, day
        self.labels: dict[tuple[str, str], str] = {}
        """What people read of the chosen values, by parameter and value."""

    def in_order(self) -> list[Filter]:
        """As declared."""
        return [self.filters[one.param] for one in self.listing.all_filters()]


@dataclass
class Asked:
    """A query string, read; what could not be read is left out and said in `notices`."""

    filters: ListingFilters
    path: str
    values: dict[str, Any] = field(default_factory=dict)
    """Values of the filters, by parameter; only those that say something."""
    order: Order = RELEVANCE
    view: str = CARDS
    size: int = SIZES[0]
    page: int = 1
    notices: list[str] = field(default_factory=list)

    @property
    def listing(self) -> type[Listing]:
        """The declaration."""
        return self.filters.listing

    @property
    def everything(self) -> PublicRecordQuerySet:
        """All public records of the kind on the site."""
        return public(self.filters.site_id, self.listing.kind)

    @property
    def active(self) -> list[tuple[Filter, Any]]:
        """Filters that narrow, with their values."""
        return [(one, self.values[one.param]) for one in self.filters.in_order() if one.param in self.values]

    def narrowed(self, without: Filter | None = None) -> PublicRecordQuerySet:
        """The records that satisfy all filters, or all but one."""
        records = self.everything
        for one, value in self.active:
            if one is not without:
                records = one.filter(records, value)
        return records

    @property
    def found_ids(self) -> tuple[int, ...] | None:
        """Ids that the search box found, best first; None where nothing is searched for."""
        for one, value in self.active:
            if isinstance(one, Words):
                return one.ids(value.text)
        return None

    @property
    def orders(self) -> list[Order]:
        """The orders that can be asked for, the usual one first."""
        return [RELEVANCE, *self.listing.orders] if self.found_ids is not None else list(self.listing.orders)

    def pairs(self, values: Mapping[str, Any] | None = None, **changes: Any) -> Iterator[tuple[str, str]]:
        """Parameters in the order of the declaration; `values` in place of the filters' own, `changes` of the rest."""
        chosen = self.values if values is None else values
        for one in self.filters.in_order():
            if chosen.get(one.param):
                yield from one.pairs(chosen[one.param])
        usual = {ORDER: self.orders[0].name, VIEW: self.usual_view, SIZE: SIZES[0], PAGE: 1}
        rest = {ORDER: self.order.name, VIEW: self.view, SIZE: self.size, PAGE: 1, **changes}
        for name, value in rest.items():
            if value is not None and value != usual[name]:
                yield name, str(value)

    @property
    def usual_view(self) -> str:
        """The view where none is asked for."""
        return TABLE if self.listing.table_first else CARDS

    def query(self, values: Mapping[str, Any] | None = None, **changes: Any) -> str:
        """A query string with its question mark; empty for nothing."""
        text = urlencode(list(self.pairs(values, **changes)))
        return f"?{text}" if text else ""

    def address(self, values: Mapping[str, Any] | None = None, **changes: Any) -> str:
        """The listing's address with what is asked, or with changes, on the first page."""
        return self.path + self.query(values, **changes)

    def replaced(self, one: Filter, value: Any) -> dict[str, Any]:
        """The values with another one for a filter."""
        return {**self.values, one.param: value}

    def dropped(self, one: Filter) -> dict[str, Any]:
        """The values without those of a filter."""
        return {name: value for name, value in self.values.items() if name != one.param}


def read(listing: type[Listing], site_id: int, data: QueryDict, path: str, day: datetime.date) -> Asked:
    """What `data` asks for; one query more where a value has to be one that records use."""
    declared = listing.all_filters()
    filters = type("Filters", (ListingFilters,), {one.param: one for one in declared})(
        data, public(site_id, listing.kind)
    )
    filters.bind(listing, site_id, day)
    asked = Asked(filters, path)
    for name, value in _cleaned(filters).items():
        asked.notices += value.mistakes
        if value:
            asked.values[name] = value
    _leave_out_unused(asked)
    _read_rest(asked, data)
    known = {name for one in declared for name in one.names} | {ORDER, VIEW, SIZE, PAGE}
    asked.notices += [f"Bỏ qua {quoted(name)}: mục này không có điều kiện ấy." for name in data if name not in known]
    if len(asked.notices) > MOST_NOTICES:
        asked.notices = [*asked.notices[: MOST_NOTICES - 1], "Bỏ qua các phần còn lại không đọc được của địa chỉ."]
    return asked


def _cleaned(filters: ListingFilters) -> dict[str, Any]:
    """Values of all filters; their fields raise nothing, they tell their mistakes."""
    form = filters.form
    form.is_valid()
    cleaned: dict[str, Any] = form.cleaned_data
    return cleaned


def _leave_out_unused(asked: Asked) -> None:
    """Take out chosen values that no record of the listing has, whatever else is chosen; keep the others' labels."""
    open_ones = [one for one, _ in asked.active if isinstance(one, Options) and one.in_use_only]
    if not open_ones:
        return
    first, *rest = (part for one in open_ones for part in one.counts(asked.everything))
    by_name = {one.param: one for one in open_ones}
    for row in first.union(*rest, all=True):
        one, value = by_name[row["found_in"]], row["found_value"]
        if value:
            asked.filters.labels[(one.param, value)] = one.label_of(value, row["found_label"] or "")
    for one in open_ones:
        chosen: Chosen = asked.values[one.param]
        kept = tuple(value for value in chosen.values if (one.param, value) in asked.filters.labels)
        left = [value for value in chosen.values if value not in kept]
        asked.notices += [f"Bỏ qua {quoted(value)}: không hồ sơ nào có «{one.label}» như vậy." for value in left[:3]]
        if kept:
            asked.values[one.param] = Chosen(kept)
        else:
            del asked.values[one.param]


def _read_rest(asked: Asked, data: QueryDict) -> None:
    orders = {order.name: order for order in asked.orders}
    wanted = data.get(ORDER) or asked.orders[0].name
    if wanted not in orders:
        asked.notices.append("Bỏ qua cách sắp xếp không có.")
    asked.order = orders.get(wanted, asked.orders[0])
    view = data.get(VIEW) or asked.usual_view
    if view not in VIEWS:
        asked.notices.append("Bỏ qua kiểu xem không có.")
    asked.view = view if view in VIEWS else asked.usual_view
    size = data.get(SIZE) or str(SIZES[0])
    if size not in {str(one) for one in SIZES}:
        asked.notices.append("Bỏ qua số hồ sơ mỗi trang không có.")
    else:
        asked.size = int(size)
    page = data.get(PAGE) or "1"
    asked.page = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 0
    if asked.page < 1:
        asked.notices.append("Không đọc được số trang, nên xem từ trang đầu.")
        asked.page = 1
    if asked.page > DEEPEST_PAGE:
        asked.notices.append("Danh sách quá dài: hãy thu hẹp tìm kiếm bằng bộ lọc.")
        asked.page = DEEPEST_PAGE
