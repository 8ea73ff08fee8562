"""The model field of a shape on the map."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cms.values.mistakes import ValueMistake
from cms.values.shape import Shape, ShapeKind
from cms.values.shape_entry import ShapeFormField, parse_shape

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    ShapeText = models.Field[Shape | str | None, Shape | None]
else:
    ShapeText = models.Field


class ShapeField(ShapeText):
    """A `Shape` in WGS 84 or None, stored as well-known text; `kinds` are those that may be drawn here."""

    description = "Vị trí, ranh giới trên bản đồ"

    def __init__(self, *args: Any, kinds: Collection[ShapeKind] = tuple(ShapeKind), **kwargs: Any) -> None:
        self.kinds = tuple(ShapeKind(kind) for kind in kinds)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """For migrations: the kinds are a rule of the form, not of the column."""
        return super().deconstruct()

    def get_internal_type(self) -> str:
        """Stored as text."""
        return "TextField"

    def get_default(self) -> Shape | None:
        """None unless a default is given."""
        return self.to_python(super().get_default())

    def to_python(self, value: Any) -> Shape | None:
        """A shape from well-known text, GeoJSON or typed lines. Raises ValidationError."""
        if value is None or value == "":
            return None
        if isinstance(value, Shape):
            return value
        try:
            return parse_shape(str(value), self.kinds)
        except ValueMistake as mistake:
            raise ValidationError(mistake.message, code="invalid") from mistake

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> Shape | None:
        """The shape of a stored text."""
        return Shape.from_wkt(value) if value else None

    def get_prep_value(self, value: Any) -> str | None:
        """The text to store; nothing is NULL."""
        shape = self.to_python(value)
        return None if shape is None else shape.wkt

    def pre_save(self, model_instance: models.Model, add: bool) -> Shape | None:
        """The shape to store; a text that code assigned becomes a shape on the instance."""
        shape = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, shape)
        return shape

    def value_to_string(self, obj: models.Model) -> str:
        """Well-known text for revisions and fixtures."""
        shape = self.to_python(self.value_from_object(obj))
        return "" if shape is None else shape.wkt

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A box that takes points a line, GeoJSON and well-known text."""
        from wagtail.admin.widgets import AdminAutoHeightTextInput  # needs the app registry

        return super().formfield(
            **{"form_class": ShapeFormField, "widget": AdminAutoHeightTextInput, "kinds": self.kinds, **kwargs}
        )

    def display(self, value: Any) -> str:
        """ "đa giác 4 đỉnh: 20,94 106,55; …"; empty for nothing."""
        shape = self.to_python(value)
        return "" if shape is None else str(shape)

    def canonical(self, value: Any) -> str | None:
        """Well-known text."""
        shape = self.to_python(value)
        return None if shape is None else shape.wkt
