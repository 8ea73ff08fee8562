"""Any field's value as people read it and as it is hashed: fields of ours, and Django's stock fields.

Relations, files and structured blocks have renderers of their own; they are refused here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import is_naive, make_aware

from cms.values.dates import format_date, format_datetime
from cms.values.number import format_decimal, format_integer, plain
from cms.values.text import nfc

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Canonical = str | int | bool | None
if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
else:
    AnyField = models.Field


class ValueField(Protocol):
    """A field that renders itself (`cms.values.fields`)."""

    def display(self, value: Any) -> str:
        """The text people read."""
        ...

    def canonical(self, value: Any) -> Canonical:
        """The JSON spelling."""
        ...


def renders_itself(field: Any) -> TypeGuard[ValueField]:
    """Whether the field is a `ValueField`; asked for each value, where `isinstance` of a protocol is slow."""
    return hasattr(field, "canonical") and hasattr(field, "display")


def local_time(moment: datetime.datetime) -> datetime.datetime:
    """The moment on Vietnam's clock; one without zone is taken as Vietnamese."""
    return make_aware(moment, VIETNAM) if is_naive(moment) else moment.astimezone(VIETNAM)


def display_value(field: AnyField, value: Any) -> str:
    """The value as Vietnamese text without HTML of its own; empty for None. A choice shows its label.

    Raises TypeError for kinds of field that have no plain text.
    """
    if value is None:
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if renders_itself(field):
        return field.display(value)
    display, _ = _renderers(field)
    return display(field.to_python(value))


def canonical_value(field: AnyField, value: Any) -> Canonical:
    """The value in the one JSON spelling that is hashed and logged; None stays None.

    Decimals are text without trailing zeros, days ISO, moments UTC to the microsecond, text NFC.
    Raises TypeError for kinds of field that have none.
    """
    if value is None:
        return None
    if renders_itself(field):
        return field.canonical(value)
    _, canonical = _renderers(field)
    return canonical(field.to_python(value))


def display_canonical(field: AnyField, canonical: Canonical) -> str:
    """The logged spelling as people read it.

    A log outlives its models: what the field of today no longer takes is shown as it was logged.
    """
    try:
        return display_value(field, field.to_python(canonical))
    except ValidationError:
        return str(canonical)


Renderers = tuple[Callable[[Any], str], Callable[[Any], Canonical]]


def _renderers(field: AnyField) -> Renderers:
    """How a stock field is displayed and made canonical; the first class that fits."""
    for kind, renderers in _STOCK:
        if isinstance(field, kind):
            return renderers
    raise TypeError(f"{type(field).__name__} {field.name!r} has no plain value")


def _yes_no(value: bool) -> str:
    return "có" if value else "không"


def _show_moment(value: datetime.datetime) -> str:
    return format_datetime(local_time(value))


def _utc(value: datetime.datetime) -> str:
    return local_time(value).astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


def _exact(value: Decimal) -> str:
    return f"{plain(value):f}"


def _iso(value: datetime.date | datetime.time) -> str:
    return value.isoformat()


def _clock(value: datetime.time) -> str:
    return f"{value:%H:%M}"


# DateTimeField is a DateField, so it stands before it.
_STOCK: tuple[tuple[type[AnyField], Renderers], ...] = (
    (models.BooleanField, (_yes_no, bool)),
    (models.DecimalField, (format_decimal, _exact)),
    (models.IntegerField, (format_integer, int)),
    (models.DateTimeField, (_show_moment, _utc)),
    (models.DateField, (format_date, _iso)),
    (models.TimeField, (_clock, _iso)),
    (models.UUIDField, (str, str)),
    (models.CharField, (nfc, nfc)),
    (models.TextField, (nfc, nfc)),
)
