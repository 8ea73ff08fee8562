"""What official documents share: the fields of vbpl.vn (requirements §6.5)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.states import ALARMING, ENDED_STATE, EXPIRED_STATE
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.values.fields import LineField, PartialDateField
from projects_pages.successors import FATES, ended_by, fates, successors_of
from search.models import PublicRecord


class DocumentType(models.TextChoices):
    """Types of documents."""

    LAW = "luat", "Luật"
    RESOLUTION = "nghi-quyet", "Nghị quyết"
    DECREE = "nghi-dinh", "Nghị định"
    CIRCULAR = "thong-tu", "Thông tư"
    DECISION = "quyet-dinh", "Quyết định"
    DIRECTIVE = "chi-thi", "Chỉ thị"
    PLAN = "ke-hoach", "Kế hoạch"
    NOTICE = "thong-bao", "Thông báo"
    LETTER = "cong-van", "Công văn"
    TELEGRAM = "cong-dien", "Công điện"
    SUBMISSION = "to-trinh", "Tờ trình"
    REPORT = "bao-cao", "Báo cáo"
    GUIDANCE = "huong-dan", "Hướng dẫn"
    MINUTES = "bien-ban", "Biên bản"
    INVITATION = "giay-moi", "Giấy mời"


class NumberedPage(DisclosurePage):
    """Number, date, issuer and signer, each of which may still be blank on the paper; abstract."""

    number = LineField(
        "Số, ký hiệu",
        max_length=120,
        blank=True,
        help_text="Như trên văn bản: 258/QĐ-UBND. Văn bản chưa có số thì ghi phần ký hiệu: /KH-UBND.",
    )
    issued_on = PartialDateField("Ngày ban hành", null=True, blank=True)
    issuer = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Cơ quan ban hành",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    signer = LineField("Người ký", max_length=120, blank=True)
    signer_position = LineField("Chức danh người ký", max_length=120, blank=True)
    signing_capacity = LineField("Ký thay mặt", max_length=120, blank=True, help_text="Ví dụ: KT. CHỦ TỊCH.")

    facts = Facts(
        should("number"),
        should("issued_on"),
        must("issuer"),
        may("signer"),
        may("signer_position"),
        may("signing_capacity"),
    )

    signer_panel: ClassVar = MultiFieldPanel(
        [FieldPanel("signer"), FieldPanel("signer_position"), FieldPanel("signing_capacity")], heading="Người ký"
    )
    number_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("issued_on"), FieldPanel("issuer")], heading="Số, ngày, cơ quan"
        ),
        signer_panel,
    ]

    class Meta:
        abstract = True

    @property
    def shown_number(self) -> str:
        """The number as lists show it: a blank one keeps its place, "…/KH-UBND"."""
        return f"…{self.number}" if self.number.startswith(("/", "-")) else self.number

    @property
    def number_is_blank(self) -> bool:
        """Whether the paper itself has no number yet."""
        return not self.number or self.number.startswith(("/", "-"))

    @property
    def state_tone(self) -> str:
        """Colour of its state in the title: in force, no longer in force, or ended and no alarm."""
        if self.public_open:
            return "ok"
        return "bad" if self.public_state[0] in ALARMING else ""

    @property
    def number_in_title(self) -> str:
        """What stands above the title: the number, a blank one with its place, or that there is none."""
        return self.shown_number or "(chưa có số)"

    @property
    def issued_in_words(self) -> str:
        """The day of issue; of a partial date also what the paper leaves open."""
        if self.issued_on is None:
            return ""
        if self.issued_on.precision == "year":
            return f"năm {self.issued_on}, chưa ghi ngày, tháng"
        return f"{self.issued_on}, chưa ghi ngày" if self.issued_on.precision == "month" else str(self.issued_on)

    @property
    def signer_in_words(self) -> str:
        """Name, position and capacity of who signed."""
        named = ", ".join(part for part in (self.signer, self.signer_position) if part)
        return f"{named} ({self.signing_capacity})" if named and self.signing_capacity else named

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the public records that point to the document."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["uses"] = uses_of(self)
        return context

    @property
    def public_number(self) -> str:
        """The document's number; the ward's own code is something else."""
        return self.shown_number

    @property
    def public_date(self) -> datetime.date | None:
        """Day of issue; of a partial date the first day."""
        return self.issued_on.first_day if self.issued_on else None

    @property
    def public_date_as(self) -> str:
        """Day, month, quarter or year of issue, as the paper says."""
        return self.issued_on.edtf if self.issued_on else ""


class DocumentPage(NumberedPage):
    """A numbered paper with a time of force; abstract."""

    effective_on = PartialDateField("Có hiệu lực từ", null=True, blank=True)
    expires_on = PartialDateField("Hết hiệu lực từ", null=True, blank=True)

    facts = Facts(may("effective_on"), may("expires_on"))

    document_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("number"),
                FieldPanel("issued_on"),
                FieldPanel("issuer"),
                FieldPanel("effective_on"),
                FieldPanel("expires_on"),
            ],
            heading="Số, ngày, cơ quan",
        ),
        NumberedPage.signer_panel,
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the documents that took this one's place or repealed it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["successors"] = successors_of(self, context["uses"])
        self.fate = context["successors"][0].relation if context["successors"] else ""
        return context

    @classmethod
    def read_together(cls, pages: Sequence[Any]) -> None:
        """What became of each, in two queries."""
        found = fates([page.pk for page in pages])
        for page in pages:
            page.fate = found.get(page.pk, "")

    @classmethod
    def decides(cls, facts: Mapping[str, Any]) -> set[str]:
        """The documents and plans that it replaces or repeals."""
        return set(ended_by(facts))

    @cached_property
    def fate(self) -> str:
        """By which relation a public document ended its force; empty while none did."""
        return fates([self.pk]).get(self.pk, "") if self.pk else ""

    @property
    def over(self) -> tuple[str, str]:
        """That another document took its place, that the ward ended it, or that it is out of force by now; or empty."""
        if self.fate:
            return FATES[self.fate]
        if self.ended_on:
            return ENDED_STATE
        if self.expires_on and self.expires_on.last_day <= timezone.localdate():
            return EXPIRED_STATE
        return "", ""

    @property
    def public_state(self) -> tuple[str, str]:
        """That it is over, and how."""
        return self.over

    @property
    def public_open(self) -> bool:
        """Until it has ended in any of these ways."""
        return not (self.ended or self.over[0])

    @classmethod
    def changing(cls, day: datetime.date) -> models.QuerySet[Any]:
        """Public documents that lose their force by `day`, as they say, and whose record does not tell it yet."""
        told = PublicRecord.objects.of_kind(cls.kind).filter(is_open=True).values("page_id")
        return cls._default_manager.filter(pk__in=told, expires_on_sort__lte=day)


class Recipient(Orderable):
    """One line of "Nơi nhận" with its purpose: "Sở Xây dựng (b/c)"."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="recipients")
    name = LineField("Nơi nhận", max_length=255)
    purpose = LineField("Để làm gì", max_length=60, blank=True, help_text="Ví dụ: b/c, đăng tải, lưu.")

    class Meta(Orderable.Meta):
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"


RECIPIENTS = rows("recipients", "Nơi nhận", must("name"), may("purpose"), key="name")
