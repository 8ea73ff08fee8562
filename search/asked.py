"""What an address asks of the search page: every parameter read once, and addresses made of it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict

from search.api import BY_RELEVANCE, ORDERS
from search.facets import EVERYTHING, Filters
from search.query import MAX_CHARACTERS
from search.text import clean

PARAMS: Final = {"kind": "loai", "place": "dia-ban", "year": "nam", "state": "tinh-trang", "unit": "don-vi"}
"""Name in the address of each facet."""
LABELS: Final = {"kind": "Loại", "place": "Địa bàn", "year": "Năm", "state": "Tình trạng", "unit": "Đơn vị"}
MAX_VALUES: Final = 20
MAX_LENGTH: Final = 255
MAX_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what could not be read is left out and named in `notices`."""

    text: str = ""
    filters: Filters = EVERYTHING
    order: str = BY_RELEVANCE
    page: int = 1
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, values: QueryDict) -> Asked:
        """Read the query string; nothing in it is an error."""
        notices: list[str] = []
        chosen: dict[str, tuple[Any, ...]] = {}
        for name, param in PARAMS.items():
            typed = tuple(dict.fromkeys(value for value in values.getlist(param) if value))
            read = tuple(one for value in typed if (one := _value(name, value)) is not None)
            if len(read) != len(typed) or len(read) > MAX_VALUES:
                notices.append(f"Bỏ qua {LABELS[name].lower()} không đọc được.")
            chosen[name] = read[:MAX_VALUES]
        order = values.get("sap-xep") or BY_RELEVANCE
        if order not in ORDERS:
            order = BY_RELEVANCE
            notices.append("Bỏ qua cách sắp xếp không có.")
        page = _number(values.get("trang", ""), 1_000_000)
        if page is None and values.get("trang"):
            notices.append("Bỏ qua số trang không đọc được.")
        return cls(clean(values.get("q", "")), Filters(**chosen), order, page or 1, tuple(notices))

    def address(self, **changes: Any) -> str:
        """Query string of this search with some changes, on its first page unless `trang` is among them.

        Changes are named as in the address, but with `_` for `-`.
        """
        values: dict[str, Any] = {"q": self.text[:MAX_CHARACTERS]}
        values |= {param: getattr(self.filters, name) for name, param in PARAMS.items()}
        values |= {"sap-xep": None if self.order == BY_RELEVANCE else self.order, "trang": None}
        values |= {name.replace("_", "-"): value for name, value in changes.items()}
        return "?" + urlencode([(name, value) for name, value in values.items() if value], doseq=True)

    def toggled(self, name: str, *values: str) -> str:
        """The address with a facet's values chosen, or left out where all of them were."""
        chosen = [str(one) for one in getattr(self.filters, name)]
        rest = [one for one in chosen if one not in values]
        return self.address(**{PARAMS[name]: rest if set(values) <= set(chosen) else [*rest, *values]})

    def unfiltered(self, *names: str) -> str:
        """The address without these filters, without any when none is named."""
        return self.address(**{PARAMS[name]: () for name in names or PARAMS})


def _value(name: str, text: str) -> Any:
    """A facet's value as typed into an address; None for what no record can have."""
    if name == "year":
        return _number(text, MAX_YEAR)
    if name in {"kind", "state"}:
        plain = text.isascii() and text.replace("-", "").replace("_", "").isalnum() and len(text) <= 40
        return text if plain else None
    cleaned = clean(text)
    return cleaned if cleaned.isprintable() and 0 < len(cleaned) <= MAX_LENGTH else None


def _number(text: str, most: int) -> int | None:
    """A positive number in plain digits, or None."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        return None
    number = int(text)
    return number if 1 <= number <= most else None
