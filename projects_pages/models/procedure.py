"""Procedures (thủ tục): who may ask for what, with which papers, where, by when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.models import DisclosurePage
from cms.values.fields import LineField, ProseField
from projects_pages import procedure_presentation
from projects_pages.models.procedure_rows import APPLIES_TO
from projects_pages.rules import time_limits_have_units


class Level(models.TextChoices):
    """Who decides (cấp thực hiện)."""

    COMMUNE = "cap-xa", "Cấp xã"
    PROVINCE = "cap-tinh", "Cấp tỉnh"
    MINISTRY = "cap-bo", "Cấp bộ"
    INVESTOR = "chu-dau-tu", "Chủ đầu tư dự án"
    OTHER = "khac", "Cơ quan khác"


class Audience(models.TextChoices):
    """Whom the procedure serves."""

    CITIZEN = "cong-dan", "Công dân"
    ORGANISATION = "to-chuc", "Tổ chức, doanh nghiệp"
    BOTH = "ca-hai", "Công dân, tổ chức"


class ProcedurePage(DisclosurePage):
    """A procedure with the fields of the national portal (dichvucong) and of NĐ 63/2010 Điều 8.2; it takes no files."""

    kind = "thu-tuc"
    kind_label = "Thủ tục"
    template = "projects_pages/procedure_page.html"
    parent_page_types: ClassVar = ["projects_pages.ProcedureIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    card_facts: ClassVar = ("carried_out_by", "result")

    code = LineField(
        "Mã thủ tục",
        max_length=40,
        blank=True,
        help_text="Như trên Cổng Dịch vụ công quốc gia: 1.001978. Chưa có: để trống.",
    )
    decision_number = LineField("Số quyết định công bố", max_length=120, blank=True)
    level = models.CharField("Cấp thực hiện", max_length=20, choices=Level.choices, blank=True)
    procedure_type = LineField("Loại thủ tục", max_length=120, blank=True)
    field_of_work = LineField("Lĩnh vực", max_length=120, blank=True)
    audience = models.CharField("Dành cho", max_length=20, choices=Audience.choices, default=Audience.CITIZEN)
    applicants = ProseField("Ai được làm", blank=True)
    authority = LineField("Cơ quan có thẩm quyền", max_length=255, blank=True)
    carried_out_by = LineField("Nơi giải quyết", max_length=255, blank=True)
    together_with = LineField("Cơ quan phối hợp", max_length=255, blank=True)
    result = ProseField("Kết quả", blank=True)
    national_url = models.URLField(
        "Trang trên Cổng Dịch vụ công quốc gia", blank=True, help_text="Chỉ dẫn tới; cổng này không nhận hồ sơ."
    )
    submit_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Nơi nộp: đơn vị",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submit_at = LineField("Nơi nộp", max_length=255, blank=True)
    submit_hours = LineField("Giờ nhận", max_length=255, blank=True)
    priority_lane = models.BooleanField("Luồng ưu tiên", null=True, blank=True)
    priority_note = ProseField("Luồng ưu tiên nghĩa là gì", blank=True)

    facts = Facts(
        should("code"),
        may("decision_number"),
        should("level"),
        may("procedure_type"),
        may("field_of_work"),
        must("audience"),
        should("applicants"),
        may("authority"),
        should("carried_out_by"),
        may("together_with"),
        should("result"),
        may("national_url"),
        may("submit_unit", with_details=True),
        should("submit_at"),
        may("submit_hours"),
        may("priority_lane"),
        may("priority_note"),
        rows(
            "channels",
            "Cách nộp",
            must("form"),
            may("time_limit"),
            may("time_unit"),
            may("figure", with_details=True),
            may("fee"),
            may("note"),
            key="form",
            level="should",
        ),
        rows(
            "papers",
            "Giấy tờ",
            must("name"),
            may("case"),
            may("form", with_details=True),
            may("originals"),
            may("copies"),
            may("issued_by"),
            may("validity"),
            key="name",
        ),
        rows("steps", "Các bước", must("title"), may("text"), may("figure", with_details=True), key="title"),
        rows(
            "conditions",
            "Điều kiện",
            must("subject"),
            must("applies_to"),
            may("group", with_details=True),
            may("figure", with_details=True),
            may("reference", with_details=True),
            may("text"),
            key="subject",
        ),
        rows(
            "rules_of_law",
            "Căn cứ pháp lý",
            must("reference", with_details=True),
            may("note"),
            key="reference",
            level="should",
        ),
        rows("related", "Xem thêm", may("record_shown"), may("note"), key="note"),
    )
    rules = (time_limits_have_units,)

    content_panels: ClassVar = [
        FieldPanel("title", heading="Tên thủ tục"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("applicants")], heading="Ai làm"),
        MultiFieldPanel(
            [FieldPanel("submit_unit"), FieldPanel("submit_at"), FieldPanel("submit_hours")], heading="Nộp ở đâu"
        ),
        FieldPanel("result"),
        MultiFieldPanel([FieldPanel("priority_lane"), FieldPanel("priority_note")], heading="Luồng ưu tiên"),
    ]
    detail_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("code"),
                FieldPanel("decision_number"),
                FieldPanel("level"),
                FieldPanel("procedure_type"),
                FieldPanel("field_of_work"),
                FieldPanel("national_url"),
            ],
            heading="Như Cổng Dịch vụ công quốc gia",
        ),
        MultiFieldPanel(
            [FieldPanel("authority"), FieldPanel("carried_out_by"), FieldPanel("together_with")], heading="Cơ quan"
        ),
    ]
    papers_panels: ClassVar = [
        InlinePanel("conditions", heading="Điều kiện", label="Điều kiện"),
        InlinePanel("papers", heading="Giấy tờ cần có, theo trường hợp", label="Giấy tờ"),
        InlinePanel("channels", heading="Cách nộp, thời hạn, lệ phí", label="Cách nộp"),
        InlinePanel("steps", heading="Các bước", label="Bước"),
    ]
    law_panels: ClassVar = [
        InlinePanel("rules_of_law", heading="Căn cứ pháp lý", label="Căn cứ"),
        InlinePanel("related", heading="Thủ tục, hướng dẫn liên quan", label="Trang"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(papers_panels, heading="Điều kiện, giấy tờ, các bước"),
            ObjectList(detail_panels, heading="Mã, cơ quan"),
            ObjectList([*law_panels, *DisclosurePage.basis_panels], heading="Căn cứ, nguồn, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "thủ tục"
        verbose_name_plural = "thủ tục"

    @property
    def public_number(self) -> str:
        """The code of the national portal."""
        return self.code or super().public_number

    @property
    def search_keys(self) -> list[str]:
        """The word by which people ask for it, and where it is handed in."""
        unit = [self.submit_unit.name, *self.submit_unit.alias_list] if self.submit_unit else []
        return [*super().search_keys, f"Thủ tục {self.title}", *unit]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds conditions, papers, ways and steps with what the law's rows say now."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["procedure"] = procedure_presentation.procedure(self, dict(APPLIES_TO), request)
        return context

    def clean(self) -> None:
        """Refuse a time limit without its unit."""
        super().clean()
        for rule in self.rules:
            rule(self)
