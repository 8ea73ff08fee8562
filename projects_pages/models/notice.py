"""Notices (thông báo): what is posted, where, from when to when, and the record of it."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows
from cms.disclosure.posting import Posting, PostingState, posting
from cms.disclosure.states import ENDED_STATE
from cms.models import DisclosurePage, PortalDocument
from cms.models.panels import RowsPanel
from cms.values.fields import LineField, ProseField
from projects_pages import notice_presentation
from projects_pages.models.document_fields import NumberedPage
from projects_pages.rules import posted_places_are_named, posting_dates_in_order
from search.models import PublicRecord


class NoticeKind(models.TextChoices):
    """What a notice is about (requirements §6.2)."""

    APPLICATIONS = "nhan-ho-so", "Thông báo nhận hồ sơ"
    RESULT = "ket-qua", "Thông báo kết quả"
    DRAW = "boc-tham", "Thông báo bốc thăm"
    LAND_RECOVERY = "thu-hoi-dat", "Thông báo thu hồi đất"
    COMPENSATION = "phuong-an-boi-thuong", "Phương án bồi thường, hỗ trợ, tái định cư"
    AUCTION = "dau-gia", "Thông báo đấu giá quyền sử dụng đất"
    CONSULTATION = "lay-y-kien", "Lấy ý kiến người dân"
    PLANNING = "quy-hoach", "Thông báo về quy hoạch"
    BUILDING_ORDER = "trat-tu-xay-dung", "Thông báo về trật tự xây dựng"
    RENT_BY_INDIVIDUAL = "cho-thue", "Nhà ở xã hội do cá nhân xây để cho thuê"
    ENFORCEMENT = "cuong-che", "Quyết định cưỡng chế thu hồi nhà ở xã hội"
    SURVEY = "khao-sat", "Thông báo khảo sát nhu cầu"
    CORRECTION = "dinh-chinh", "Đính chính"
    SUSPENSION = "tam-ngung", "Tạm ngừng"
    OTHER = "khac", "Thông báo khác"


class NoticePage(NumberedPage):
    """A notice as it hangs on the board and on the portal; its end takes nothing away (Luật 10/2022, Điều 13, 14)."""

    kind = "thong-bao"
    kind_label = "Thông báo"
    template = "projects_pages/notice_page.html"
    parent_page_types: ClassVar = ["projects_pages.NoticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("notice_kind", "posted_from", "posted_until")

    notice_kind = models.CharField("Loại thông báo", max_length=30, choices=NoticeKind.choices)
    subject = models.ForeignKey(
        DisclosurePage,
        verbose_name="Về dự án, khu đất, hồ sơ",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = ProseField("Nội dung thông báo", blank=True)
    hours = LineField(
        "Giờ", max_length=255, blank=True, help_text="Ví dụ: sáng 7h30–11h30, chiều 13h30–17h00, trừ thứ Bảy, Chủ Nhật."
    )
    contact_at = LineField("Liên hệ, nộp ở đâu", max_length=255, blank=True)

    facts = Facts(
        must("notice_kind"),
        may("subject"),
        must("text", asked_by="A3"),
        may("hours"),
        may("contact_at"),
        must("posted_from", asked_by="A3"),
        must("posted_until", asked_by="A3"),
        rows(
            "posted_at",
            "Nơi niêm yết",
            may("name"),
            may("place"),
            may("unit"),
            may("posted_from"),
            may("posted_until"),
            may("posted_by"),
            may("note"),
            key="name",
            level="should",
            asked_by="A3",
        ),
        rows(
            "channels",
            "Hình thức khác",
            must("channel"),
            may("held_from"),
            may("held_until"),
            may("note"),
            key="channel",
        ),
        rows(
            "posting_records",
            "Biên bản niêm yết",
            must("title"),
            may("recorded_on"),
            must("document"),
            key="title",
        ),
    )
    rules = (posting_dates_in_order, posted_places_are_named)

    content_panels: ClassVar = [
        FieldPanel("title", heading="Tên thông báo"),
        MultiFieldPanel([FieldPanel("notice_kind"), PageChooserPanel("subject")], heading="Loại, về việc gì"),
        *NumberedPage.number_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("text"), FieldPanel("hours"), FieldPanel("contact_at")], heading="Nội dung"),
    ]
    posting_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("posted_from"),
                FieldPanel("posted_until"),
            ],
            heading="Thời gian niêm yết",
            help_text="Niêm yết đủ thời gian luật định; hết hạn thì trang vẫn giữ lại để tra cứu.",
        ),
        RowsPanel("posted_at", heading="Nơi niêm yết", label="Nơi"),
        RowsPanel("channels", heading="Hình thức khác: loa, báo, họp", label="Hình thức"),
        RowsPanel("posting_records", heading="Biên bản niêm yết, kết thúc niêm yết", label="Biên bản"),
    ]
    record_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("reference_code"),
                FieldPanel("other_names"),
                FieldPanel("places"),
                FieldPanel("unit"),
                FieldPanel("provider"),
            ],
            heading="Nhãn hồ sơ",
        ),
        MultiFieldPanel([FieldPanel("confirmed_on"), FieldPanel("confirm_again_by")], heading="Xác nhận lại"),
        *DisclosurePage.record_panels[2:],
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(posting_panels, heading="Niêm yết"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"

    def posting_on(self, day: datetime.date) -> Posting:
        """How the posting stands on a day."""
        return posting(self.posted_from, self.posted_until, day)

    @property
    def public_state(self) -> tuple[str, str]:
        """State of the posting today; `renew_states` follows the days."""
        today = self.posting_on(timezone.localdate())
        if self.ended_on and not today.is_over:
            return ENDED_STATE
        return today.state.value, today.label

    @property
    def public_open(self) -> bool:
        """Until its last day has passed."""
        return not self.ended and not self.posting_on(timezone.localdate()).is_over

    @property
    def public_date(self) -> datetime.date | None:
        """Day of issue; without one the first day of posting."""
        return super().public_date or self.posted_from

    @property
    def public_date_as(self) -> str:
        """As precise as it is known."""
        if self.issued_on:
            return super().public_date_as
        return self.posted_from.isoformat() if self.posted_from else ""

    @classmethod
    def changing(cls, day: datetime.date) -> QuerySet[Any]:
        """Public notices whose record tells an earlier state than that of `day`."""
        told = PublicRecord.objects.of_kind(cls.kind)
        upcoming = told.filter(state=PostingState.UPCOMING).values("page_id")
        not_over = told.exclude(state=PostingState.OVER).values("page_id")
        return cls._default_manager.filter(
            Q(pk__in=upcoming, posted_from__lte=day) | Q(pk__in=not_over, posted_until__lt=day)
        )

    @property
    def carried_files(self) -> list[PortalDocument]:
        """The attached documents and the records of posting."""
        return [*super().carried_files, *(row.document for row in self.posting_records.all())]

    @property
    def search_keys(self) -> list[str]:
        """The kind of notice, its number as people ask for it, its issuer."""
        issuer = [self.issuer.name, *self.issuer.alias_list] if self.issuer else []
        return [*super().search_keys, f"{self.get_notice_kind_display()} số {self.shown_number}", *issuer]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the state of today and the postings."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(
            posting=self.posting_on(timezone.localdate()),
            posted=notice_presentation.postings(self),
            records=notice_presentation.records(self),
            duty=notice_presentation.duty(self),
        )
        return context

    def clean(self) -> None:
        """Refuse postings without a place, and days that contradict each other."""
        super().clean()
        for rule in self.rules:
            rule(self)


class PostedAt(Orderable):
    """A place where a notice hangs (nơi niêm yết): of the register of places or units, or named in words."""

    page = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="posted_at")
    name = LineField("Nơi niêm yết", max_length=255, blank=True, help_text="Ví dụ: Trụ sở UBND phường, nhà văn hóa.")
    place = models.ForeignKey(
        "registers.Place", verbose_name="Địa bàn", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        "registers.Unit", verbose_name="Đơn vị", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    posted_from = models.DateField("Từ ngày", null=True, blank=True)
    posted_until = models.DateField("Đến hết ngày", null=True, blank=True)
    posted_by = LineField("Người niêm yết", max_length=255, blank=True, help_text="Chức danh, đơn vị.")
    note = LineField("Ghi chú", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "nơi niêm yết"
        verbose_name_plural = "nơi niêm yết"


class Channel(models.TextChoices):
    """Ways besides the board (Luật 10/2022, Điều 12)."""

    LOUDSPEAKER = "loa", "Loa truyền thanh"
    NEWSPAPER = "bao", "Báo"
    BROADCAST = "phat-thanh-truyen-hinh", "Phát thanh, truyền hình"
    MEETING = "hop", "Họp dân"
    MESSAGE = "nhom-tin-nhan", "Nhóm tin nhắn của thôn, tổ dân phố"
    OTHER = "khac", "Hình thức khác"


class NoticeChannel(Orderable):
    """Another way on which a notice went out."""

    page = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="channels")
    channel = models.CharField("Hình thức", max_length=30, choices=Channel.choices)
    held_from = models.DateField("Từ ngày", null=True, blank=True)
    held_until = models.DateField("Đến ngày", null=True, blank=True)
    note = LineField("Ghi chú", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "hình thức công khai khác"
        verbose_name_plural = "hình thức công khai khác"


class PostingRecord(Orderable):
    """The signed record that a notice was posted, or that its posting ended (biên bản)."""

    page = ParentalKey(NoticePage, on_delete=models.CASCADE, related_name="posting_records")
    title = LineField("Tên biên bản", max_length=255, help_text="Ví dụ: Biên bản niêm yết tại Tổ dân phố số 3.")
    recorded_on = models.DateField("Ngày lập", null=True, blank=True)
    document = models.ForeignKey(PortalDocument, verbose_name="Tệp", on_delete=models.PROTECT, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = "biên bản niêm yết"
        verbose_name_plural = "biên bản niêm yết"
