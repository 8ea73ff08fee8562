"""Guides (hướng dẫn): the law in plain words, with the rows of law that hold today."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultipleChooserPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows
from cms.models import DisclosurePage
from cms.registers.models.legal_figure import Topic
from cms.values.fields import LineField, ProseField
from projects_pages import guide_presentation
from projects_pages.models.procedure_rows import law_row

GUIDE = "projects_pages.GuidePage"


class Explains(models.TextChoices):
    """What of the page's rows of law stands under a section; figures go by their topic."""

    GROUPS = "nhom", "Các nhóm đối tượng"
    FORMS = "bieu-mau", "Các biểu mẫu"
    UNITS = "don-vi", "Các đơn vị, đầu mối"
    TERMS = "thuat-ngu", "Các thuật ngữ"


EXPLAINS = [*Explains.choices, *((f"so-{key}", f"Số liệu: {label}") for key, label in Topic.choices)]


class GuidePage(DisclosurePage):
    """A guide in sections; numbers, groups and forms come from the registers with their dates and sources."""

    kind = "huong-dan"
    kind_label = "Hướng dẫn"
    template = "projects_pages/guide_page.html"
    parent_page_types: ClassVar = ["projects_pages.GuideIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    self_check = models.BooleanField(
        "Có phần tự kiểm tra «Tôi có được mua không?»",
        default=False,
        help_text="Dùng các nhóm đối tượng và số liệu chọn ở dưới; không lưu câu trả lời của ai.",
    )

    facts = Facts(
        may("self_check"),
        rows("sections", "Mục", must("heading"), may("text"), may("explains"), key="heading", level="should"),
        rows("groups", "Nhóm đối tượng", must("group", with_details=True), key="group"),
        rows("figures", "Số liệu của luật", must("figure", with_details=True), key="figure"),
        rows("forms", "Biểu mẫu", must("form", with_details=True), key="form"),
        rows("terms", "Thuật ngữ", must("term", with_details=True), key="term"),
        rows("contacts", "Hỏi ở đâu", must("unit", with_details=True), may("matter"), key="unit"),
        rows("rules_of_law", "Căn cứ pháp lý", must("reference", with_details=True), may("note"), key="reference"),
        rows("related", "Đi tiếp", may("record_shown"), may("note"), key="note"),
    )

    content_panels: ClassVar = [
        FieldPanel("title", heading="Tên hướng dẫn"),
        FieldPanel("summary"),
        FieldPanel("self_check"),
        InlinePanel("sections", heading="Các mục", label="Mục"),
    ]
    law_panels: ClassVar = [
        MultipleChooserPanel(name, chooser_field_name=field, heading=heading, label=label, panels=[FieldPanel(field)])
        for name, field, heading, label in (
            ("groups", "group", "Nhóm đối tượng", "Nhóm"),
            ("figures", "figure", "Số liệu của luật", "Số liệu"),
            ("forms", "form", "Biểu mẫu", "Mẫu"),
            ("terms", "term", "Thuật ngữ", "Thuật ngữ"),
        )
    ]
    more_panels: ClassVar = [
        InlinePanel("contacts", heading="Hỏi ở đâu", label="Đơn vị"),
        InlinePanel("rules_of_law", heading="Căn cứ pháp lý", label="Căn cứ"),
        InlinePanel("related", heading="Trang đi tiếp", label="Trang"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(law_panels, heading="Nhóm, số liệu, mẫu"),
            ObjectList([*more_panels, *DisclosurePage.basis_panels], heading="Đơn vị, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "hướng dẫn"
        verbose_name_plural = "hướng dẫn"

    @property
    def search_keys(self) -> list[str]:
        """The groups by the names that people use, and the words explained."""
        rows_of_law = [*(row.group for row in self.groups.all()), *(row.term for row in self.terms.all())]
        names = [getattr(row, "short_name", row.name) for row in rows_of_law]
        return [*super().search_keys, *names, *(alias for row in rows_of_law for alias in row.alias_list)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the sections with their rows of law, and the answer to the questions that the query string holds."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["guide"] = guide_presentation.guide(self, request)
        return context


class GuideSection(Orderable):
    """A section: plain words, and below them rows of law."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="sections")
    heading = LineField("Tiêu đề", max_length=255)
    text = ProseField("Nội dung", blank=True)
    explains = models.CharField("Hiện ở dưới", max_length=20, choices=EXPLAINS, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "mục của hướng dẫn"
        verbose_name_plural = "mục của hướng dẫn"


class GuideGroup(Orderable):
    """A group that the guide explains."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="groups")
    group = law_row("EligibleGroup", "Nhóm đối tượng", blank=False)

    class Meta(Orderable.Meta):
        verbose_name = "nhóm của hướng dẫn"
        verbose_name_plural = "nhóm của hướng dẫn"


class GuideFigure(Orderable):
    """A figure that the guide explains."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="figures")
    figure = law_row("LegalFigure", "Số liệu của luật", blank=False)

    class Meta(Orderable.Meta):
        verbose_name = "số liệu của hướng dẫn"
        verbose_name_plural = "số liệu của hướng dẫn"


class GuideForm(Orderable):
    """A form that the guide shows."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="forms")
    form = law_row("FormTemplate", "Mẫu", blank=False)

    class Meta(Orderable.Meta):
        verbose_name = "biểu mẫu của hướng dẫn"
        verbose_name_plural = "biểu mẫu của hướng dẫn"


class GuideTerm(Orderable):
    """A term that the guide explains."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="terms")
    term = law_row("Term", "Thuật ngữ", blank=False)

    class Meta(Orderable.Meta):
        verbose_name = "thuật ngữ của hướng dẫn"
        verbose_name_plural = "thuật ngữ của hướng dẫn"


class GuideContact(Orderable):
    """Whom to ask about what."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="contacts")
    unit = models.ForeignKey(
        "registers.Unit", verbose_name="Đơn vị, đầu mối", on_delete=models.PROTECT, related_name="+"
    )
    matter = LineField("Hỏi việc gì", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "đầu mối của hướng dẫn"
        verbose_name_plural = "đầu mối của hướng dẫn"


class GuideRule(Orderable):
    """A provision that the guide explains."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="rules_of_law")
    reference = law_row("LegalReference", "Căn cứ", blank=False)
    note = LineField("Vai trò", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "căn cứ của hướng dẫn"
        verbose_name_plural = "căn cứ của hướng dẫn"


class GuideRelated(Orderable):
    """Where to go from here."""

    page = ParentalKey(GUIDE, on_delete=models.CASCADE, related_name="related")
    record_shown = models.ForeignKey(
        DisclosurePage, verbose_name="Trang", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = LineField("Khi nào cần", max_length=255, blank=True)

    panels: ClassVar = [PageChooserPanel("record_shown"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = "trang đi tiếp"
        verbose_name_plural = "trang đi tiếp"
