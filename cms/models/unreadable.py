"""Values that no form of the administration sends: Wagtail's fields fail on them with an error of the server."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from wagtail.blocks.base import BlockField

from cms.models.portal import with_children

MESSAGE = "Biểu mẫu gửi lên có giá trị không đọc được. Mở lại trang rồi thử lần nữa."


def refuse_unreadable(form: Any) -> None:
    """Refuse a bound form, children included, whose choosers hold no numbers or whose streams are not whole.

    Raises BadRequest, which is answered by 400: only what was made by hand comes here, and a form that shows such a
    value again would fail in the same way.
    """
    for one in with_children(form):
        if not one.is_bound:
            continue
        for name, field in one.fields.items():
            if isinstance(field, BlockField):
                _read_stream(one, name, field)
            elif isinstance(field, ModelChoiceField) and not isinstance(field, ModelMultipleChoiceField):
                _refuse_word(_sent(one, name, field))


def _sent(form: Any, name: str, field: Any) -> Any:
    return field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def _refuse_word(value: Any) -> None:
    text = "" if value is None else str(value)
    if text and not (text.isascii() and text.isdigit()):
        raise BadRequest(MESSAGE)


def _read_stream(form: Any, name: str, field: Any) -> None:
    try:
        _sent(form, name, field)
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise BadRequest(MESSAGE) from error
