"""Filters of listings."""

from cms.listing.filters.base import Filter
from cms.listing.filters.bounds import Days, Range
from cms.listing.filters.options import (
    Choice,
    Conditions,
    Flag,
    Linked,
    OfRecord,
    Option,
    Options,
    Places,
    Related,
    Spelled,
    State,
    Year,
    YearOf,
    YesNo,
)
from cms.listing.filters.words import Words

__all__ = [
    "Choice",
    "Conditions",
    "Days",
    "Filter",
    "Flag",
    "Linked",
    "OfRecord",
    "Option",
    "Options",
    "Places",
    "Range",
    "Related",
    "Spelled",
    "State",
    "Words",
    "Year",
    "YearOf",
    "YesNo",
]
