"""Children of a procedure."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import DisclosurePage
from cms.values.fields import CountField, LineField, MoneyField, ProseField

PROCEDURE = "projects_pages.ProcedurePage"
APPLIES_TO = (
    ("tat-ca", "Mọi trường hợp"),
    ("mua", "Mua"),
    ("thue-mua", "Thuê mua"),
    ("mua-thue-mua", "Mua, thuê mua"),
    ("thue", "Thuê"),
)


def law_row(model: str, label: str, *, blank: bool = True) -> Any:
    """A reference to a row of a national register; the page shows what the row's code says on the day."""
    return models.ForeignKey(
        f"registers.{model}",
        verbose_name=label,
        null=blank,
        blank=blank,
        on_delete=models.PROTECT,
        related_name="+",
    )


class ChannelForm(models.TextChoices):
    """How papers are handed in (hình thức nộp)."""

    IN_PERSON = "truc-tiep", "Trực tiếp"
    ONLINE = "truc-tuyen", "Trực tuyến"
    POST = "buu-chinh", "Bưu chính"
    EMPLOYER = "noi-lam-viec", "Qua nơi làm việc"


class TimeUnit(models.TextChoices):
    """In what a time limit is counted."""

    WORKING_DAYS = "ngay-lam-viec", "ngày làm việc"
    DAYS = "ngay", "ngày"
    MONTHS = "thang", "tháng"


class ProcedureChannel(Orderable):
    """One way to hand in, how long it takes (by the procedure's own words or by a figure of law), what it costs."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="channels")
    form = models.CharField("Hình thức", max_length=20, choices=ChannelForm.choices)
    time_limit = CountField("Thời hạn giải quyết", null=True, blank=True)
    time_unit = models.CharField("Tính bằng", max_length=20, choices=TimeUnit.choices, blank=True)
    figure = law_row("LegalFigure", "Hoặc thời hạn theo luật")
    fee = MoneyField("Phí, lệ phí", null=True, blank=True, help_text="Đồng; không thu phí: 0.")
    note = ProseField("Mô tả", blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "cách nộp"
        verbose_name_plural = "cách nộp"


class ProcedurePaper(Orderable):
    """One paper of one case (thành phần hồ sơ)."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="papers")
    case = LineField("Trường hợp", max_length=255, blank=True, help_text="Để trống: ai cũng cần.")
    name = LineField("Tên giấy tờ", max_length=255)
    form = law_row("FormTemplate", "Mẫu")
    originals = CountField("Số bản chính", null=True, blank=True)
    copies = CountField("Số bản sao", null=True, blank=True)
    issued_by = LineField("Ai cấp, xác nhận", max_length=255, blank=True)
    validity = LineField("Giá trị trong", max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "giấy tờ"
        verbose_name_plural = "giấy tờ"


class ProcedureStep(Orderable):
    """One step, with how long it may take by law."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="steps")
    title = LineField("Bước", max_length=160)
    text = ProseField("Làm gì", blank=True)
    figure = law_row("LegalFigure", "Thời hạn theo luật")

    class Meta(Orderable.Meta):
        verbose_name = "bước"
        verbose_name_plural = "bước"


class ProcedureCondition(Orderable):
    """One condition as a rule: what about, for which transaction, by which row of law."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="conditions")
    subject = LineField("Về", max_length=120, help_text="Ví dụ: Thu nhập, độc thân.")
    applies_to = models.CharField("Áp dụng khi", max_length=20, choices=APPLIES_TO, default="tat-ca")
    group = law_row("EligibleGroup", "Nhóm đối tượng")
    figure = law_row("LegalFigure", "Số liệu của luật")
    reference = law_row("LegalReference", "Theo")
    text = ProseField("Điều kiện", blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "điều kiện"
        verbose_name_plural = "điều kiện"


class ProcedureRule(Orderable):
    """A provision that the procedure rests on."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="rules_of_law")
    reference = law_row("LegalReference", "Căn cứ", blank=False)
    note = LineField("Vai trò", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "căn cứ pháp lý"
        verbose_name_plural = "căn cứ pháp lý"


class ProcedureRelated(Orderable):
    """Another page that somebody with this matter needs."""

    page = ParentalKey(PROCEDURE, on_delete=models.CASCADE, related_name="related")
    record_shown = models.ForeignKey(
        DisclosurePage, verbose_name="Trang", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = LineField("Khi nào cần", max_length=255, blank=True)

    panels: ClassVar = [
        PageChooserPanel("record_shown", ["projects_pages.ProcedurePage", "projects_pages.GuidePage"]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "trang liên quan"
        verbose_name_plural = "trang liên quan"
