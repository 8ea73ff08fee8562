"""Screens of what the province keeps for all wards (Luật, biểu mẫu): wards read them."""

from __future__ import annotations

from typing import ClassVar

from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, LegalReference, Term
from cms.tenancy.synonyms import PANELS, SynonymCreateView, SynonymForm
from cms.tenancy.viewsets import RegisterViewSet
from search.models import Synonym


class LegalReferenceViewSet(RegisterViewSet):
    """Căn cứ pháp luật."""

    model = LegalReference
    icon = "doc-full"
    search_fields: ClassVar = ["code", "provision", "duty"]
    list_display: ClassVar = ["code", "provision", "valid_from", "valid_to"]
    fields = ("code", "provision", "duty", "valid_from", "valid_to", "source")


class NationalViewSet(RegisterViewSet):
    """Rows of law: a new value is a new row of the same code."""

    search_fields: ClassVar = ["code", "name", "aliases"]
    list_display: ClassVar = ["name", "shown_text", "province", "valid_from", "valid_until"]
    list_filter: ClassVar = ["valid_from"]
    of_row: ClassVar[tuple[str, ...]] = ()
    """What the register has beside the fields of all."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Name, its own, validity, source."""
        return (
            "code",
            "name",
            *self.of_row,
            "aliases",
            "province",
            "valid_from",
            "valid_until",
            "source",
            "note",
            "position",
        )


class LegalFigureViewSet(NationalViewSet):
    """Số liệu của luật."""

    model = LegalFigure
    icon = "order"
    list_filter: ClassVar = ["topic"]
    of_row = ("topic", "bound", "money", "number", "unit")


class EligibleGroupViewSet(NationalViewSet):
    """Nhóm đối tượng."""

    model = EligibleGroup
    icon = "group"
    list_display: ClassVar = ["clause", "short_name", "may_buy", "may_rent", "valid_from", "valid_until"]
    of_row = (
        "clause",
        "short_name",
        "may_buy",
        "may_rent_to_buy",
        "may_rent",
        "rent_note",
        "housing",
        "income",
        "condition_note",
        "confirmed_by",
        "form",
    )


class FormTemplateViewSet(NationalViewSet):
    """Mẫu đơn, tờ khai."""

    model = FormTemplate
    icon = "doc-full-inverse"
    list_display: ClassVar = ["number", "name", "issued_text", "valid_from", "valid_until"]
    search_fields: ClassVar = ["code", "number", "name", "aliases"]
    of_row = ("number", "use", "issued_by", "amended_by", "file", "official_url", "replaces")


class TermViewSet(NationalViewSet):
    """Thuật ngữ."""

    model = Term
    icon = "help"
    of_row = ("meaning",)


class SynonymViewSet(RegisterViewSet):
    """Từ viết tắt, từ đồng nghĩa of the search; switched off, never deleted."""

    model = Synonym
    icon = "search"
    search_fields: ClassVar = ["short", "full"]
    list_display: ClassVar = ["short", "relation", "full", "active"]
    list_filter: ClassVar = ["relation", "active"]
    fields = ("short", "relation", "full", "active")
    add_view_class = SynonymCreateView

    @property
    def edit_handler(self) -> ObjectList:
        """With what the row finds."""
        return ObjectList(PANELS, base_form_class=SynonymForm)


class NationalRegisters(SnippetViewSetGroup):
    """The menu "Luật, biểu mẫu"."""

    items = (
        LegalFigureViewSet,
        EligibleGroupViewSet,
        FormTemplateViewSet,
        TermViewSet,
        LegalReferenceViewSet,
        SynonymViewSet,
    )
    menu_label = "Luật, biểu mẫu"
    menu_name = "national-registers"
    menu_icon = "list-ol"
    menu_order = 310
