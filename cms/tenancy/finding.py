"""Finding rows of registers and people by typed words, folded as everywhere: these tables have no index of words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.users.views.users import IndexView as UserIndexView
from wagtail.users.views.users import UserViewSet

from search.folded_rows import having

WORDED = ("code", "number", "name", "aliases", "short_name", "provision", "duty", "short", "full")
"""Columns of registers that hold what a row is called."""


def called(rows: QuerySet[Any], typed: str) -> QuerySet[Any]:
    """The rows of a register that are called so."""
    fields = {field.name for field in rows.model._meta.concrete_fields}
    return having(rows, typed, [name for name in WORDED if name in fields])


class Folded:
    """Mixin before a list of Wagtail's over a model without an index of words."""

    def search_queryset(self: Any, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that have what was typed in one of the view's `search_fields`."""
        return having(rows, self.search_query, list(self.search_fields)) if self.is_searching else rows


class RegisterFilterForm(BaseFilterForm):
    """The search field of a register's chooser; Wagtail gives one to indexed models only."""

    q = forms.CharField(label="Tìm", widget=forms.TextInput(attrs={"placeholder": "Tìm"}), required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that are called so."""
        rows = super().filter(objects)
        if typed := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, typed
            rows = called(rows, typed)
        return rows


class PeopleIndexView(Folded, UserIndexView):
    """The province's list of people."""


class PeopleViewSet(UserViewSet):
    """Screens of people."""

    index_view_class = PeopleIndexView
