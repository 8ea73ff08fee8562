"""The registers' screens in the administration (Danh mục)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views.generic.chooser import BaseChooseView
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.registers.models import Organisation, Place, TargetArea, Unit
from cms.tenancy.finding import Folded, RegisterFilterForm
from cms.tenancy.registers import RegisterForm, rows_for
from cms.tenancy.shown_panel import ShownPanel


class OwnRows(BaseChooseView):
    """Choosers offer what the person's ward may refer to, found by what it is called."""

    filter_form_class = RegisterFilterForm

    def get_object_list(self) -> QuerySet[Any]:
        """Own and shared rows."""
        return rows_for(self.model_class, self.request)


class OwnChooseView(OwnRows, ChooseView):
    """The chooser."""


class OwnChooseResultsView(OwnRows, ChooseResultsView):
    """Its results."""


class OwnChosenView(SnippetChosenView):
    """What was chosen."""

    def get_object(self, pk: Any) -> Any:
        """Raises DoesNotExist for a foreign row."""
        return rows_for(self.model_class, self.request).get(pk=pk)


class OwnChosenMultipleView(SnippetChosenMultipleView):
    """What was chosen, several at once."""

    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        """Foreign rows are left out."""
        return rows_for(self.model_class, self.request).filter(pk__in=pks)


class RegisterChooserViewSet(SnippetChooserViewSet):
    """Choosers of the registers."""

    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_view_class = OwnChosenView
    chosen_multiple_view_class = OwnChosenMultipleView


class RegisterIndexView(Folded, IndexView):
    """Rows that the person may only read lead to the screen for reading."""

    def get_edit_url(self, instance: Any) -> str | None:
        """Where the row's title leads."""
        if self.permission_policy.user_has_permission_for_instance(self.request.user, "change", instance):
            return super().get_edit_url(instance)
        return self.get_inspect_url(instance)


class RegisterViewSet(SnippetViewSet):
    """What all registers share: own and shared rows, no deleting, no copying."""

    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = RegisterIndexView
    chooser_viewset_class = RegisterChooserViewSet
    search_fields: ClassVar = ["name", "aliases"]
    list_display: ClassVar = ["name", "ended_on"]
    fields: Any = ()

    @property
    def edit_handler(self) -> ObjectList:
        """The fields in the order of `fields`; of a row that public records show these as well, and why it changes."""
        fields = [FieldPanel(name) for name in self.fields]
        shown = ShownPanel([FieldPanel("change_reason")], heading="Hồ sơ công khai đang hiện dòng này")
        return ObjectList([*fields, shown], base_form_class=RegisterForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows that the person may see."""
        return rows_for(self.model, request)


class PlaceViewSet(RegisterViewSet):
    """Địa bàn."""

    model = Place
    icon = "site"
    list_display: ClassVar = ["name", "kind", "ended_on"]
    fields = ("name", "kind", "parent", "aliases", "ended_on")


class OrganisationViewSet(RegisterViewSet):
    """Cơ quan, tổ chức."""

    model = Organisation
    icon = "group"
    list_display: ClassVar = ["name", "kind", "ended_on"]
    fields = ("name", "kind", "aliases", "address", "phone", "website", "ended_on")


class UnitViewSet(RegisterViewSet):
    """Đơn vị, đầu mối."""

    model = Unit
    icon = "user"
    fields = ("name", "duty", "aliases", "address", "phone", "email", "hours", "ended_on")


class TargetAreaViewSet(RegisterViewSet):
    """Khu vực mục tiêu."""

    model = TargetArea
    icon = "view"
    list_display: ClassVar = ["name", "place", "ended_on"]
    fields = ("name", "place", "groups", "aliases", "ended_on")


class Registers(SnippetViewSetGroup):
    """The menu "Danh mục": what a ward keeps itself."""

    items = (PlaceViewSet, OrganisationViewSet, UnitViewSet, TargetAreaViewSet)
    menu_label = "Danh mục"
    menu_name = "registers"
    menu_icon = "list-ul"
    menu_order = 300
