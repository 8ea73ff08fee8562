"""Prices (giá bán, giá thuê mua, giá thuê) of a project, one record for each decision."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.models.panels import RowsPanel
from cms.values.fields import AreaField, LineField, MoneyField, ProseField, RatioField
from projects_pages import price_presentation
from projects_pages.models.checked_rows import CheckedRows
from projects_pages.models.project_facts import INVESTOR
from projects_pages.prices import PriceStatus, Transaction
from projects_pages.rules import price_areas_in_order, price_dates_in_order, price_replaces_its_like


def _not_for_rent(price: Any) -> str:
    """A rent lies within the province's frame; it is not appraised (requirements §2.2, Luật Nhà ở Điều 87)."""
    return "giá thuê đối chiếu với khung giá của tỉnh" if price.transaction == Transaction.RENT else ""


def _for_rent_only(price: Any) -> str:
    return "" if price.transaction == Transaction.RENT else "chỉ giá thuê có khung giá của tỉnh"


class PricePage(CheckedRows, DisclosurePage):
    """What homes of a project cost: decided by the investor, verified, final after the audit (NĐ 192/2025 Điều 13)."""

    kind = "gia"
    kind_label = "Giá"
    template = "projects_pages/price_page.html"
    parent_page_types: ClassVar = ["projects_pages.PriceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    checked_relations = frozenset({"price_rows"})

    card_facts: ClassVar = ("transaction", "status", "valid_from", "valid_until")
    gap_labels: ClassVar = {"price_rows": "Giá từng loại căn", "frame_to": "Khung giá của tỉnh"}

    project = models.ForeignKey(
        DisclosurePage, verbose_name="Dự án", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    transaction = models.CharField("Hình thức", max_length=20, choices=Transaction.choices)
    status = models.CharField(
        "Loại giá",
        max_length=20,
        choices=PriceStatus.choices,
        help_text="Tạm tính khi chủ đầu tư mới công bố; chính thức chỉ sau kiểm toán.",
    )
    decision = models.ForeignKey(
        DisclosurePage, verbose_name="Quyết định giá", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    valid_from = models.DateField("Áp dụng từ ngày", null=True, blank=True)
    valid_until = models.DateField(
        "Áp dụng đến hết ngày", null=True, blank=True, help_text="Để trống nếu áp dụng đến khi có giá mới."
    )
    replaces = models.ForeignKey(
        DisclosurePage, verbose_name="Thay cho giá", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    # What it was checked against
    verifier = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Đơn vị thẩm tra, thẩm định",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_document = models.ForeignKey(
        DisclosurePage,
        verbose_name="Văn bản đối chiếu",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    appraised_price = MoneyField(
        "Giá thẩm định, thẩm tra", per_m2=True, null=True, blank=True, help_text="Giá bán, thuê mua không được cao hơn."
    )
    frame_from = MoneyField("Khung giá của tỉnh: từ", per_m2=True, null=True, blank=True)
    frame_to = MoneyField("Khung giá của tỉnh: đến", per_m2=True, null=True, blank=True)
    note = ProseField("Ghi chú", blank=True, help_text="Ví dụ: chênh lệch sau kiểm toán được trả lại hoặc thu thêm.")

    facts = Facts(
        must("project"),
        must("transaction"),
        must("status"),
        must("decision", asked_by="C3", owed_by=INVESTOR),
        must("valid_from", asked_by="C3", owed_by=INVESTOR),
        may("valid_until"),
        may("replaces"),
        should("verifier"),
        should("checked_document", asked_by="C3"),
        should("appraised_price", asked_by="C3", not_applicable=_not_for_rent),
        may("frame_from", not_applicable=_for_rent_only),
        should("frame_to", not_applicable=_for_rent_only),
        may("note"),
        rows(
            "price_rows",
            "Giá",
            must("home_type"),
            may("floors"),
            may("area_from"),
            may("area_to"),
            must("price"),
            may("vat_included"),
            may("maintenance_included"),
            may("coefficient"),
            key="home_type",
            level="must",
            asked_by="C3",
            owed_by=INVESTOR,
        ),
    )
    rules = (price_dates_in_order,)

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                PageChooserPanel("project", ["projects_pages.ProjectPage"]),
                FieldPanel("transaction"),
                FieldPanel("status"),
                PageChooserPanel("decision"),
            ],
            heading="Giá của dự án nào, loại gì",
        ),
        MultiFieldPanel(
            [
                FieldPanel("valid_from"),
                FieldPanel("valid_until"),
                PageChooserPanel("replaces", ["projects_pages.PricePage"]),
            ],
            heading="Thời gian áp dụng",
        ),
        RowsPanel("price_rows", heading="Bảng giá", label="Loại căn"),
        MultiFieldPanel(
            [
                FieldPanel("verifier"),
                PageChooserPanel("checked_document"),
                FieldPanel("appraised_price"),
                FieldPanel("frame_from"),
                FieldPanel("frame_to"),
                FieldPanel("note"),
            ],
            heading="Đối chiếu: giá bán với giá thẩm định, giá thuê với khung giá của tỉnh",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "giá"
        verbose_name_plural = "giá"

    @property
    def public_state(self) -> tuple[str, str]:
        """Provisional, appraised or final; whether it is in force depends on the day and is told by the page."""
        return (self.status, self.get_status_display()) if self.status else ("", "")

    @property
    def public_date(self) -> datetime.date | None:
        """From when it is valid."""
        return self.valid_from

    @property
    def search_keys(self) -> list[str]:
        """The words by which people ask for a price."""
        return [*super().search_keys, f"{self.get_transaction_display()} nhà ở xã hội"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the table, what it was checked against, the project's other prices and what was known on `?ngay=`."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        asked = request.GET.get("ngay", "")
        context["price"] = price_presentation.price_view(self, asked, timezone.localdate())
        context["uses"] = uses_of(self)
        return context

    def clean(self) -> None:
        """Refuse dates out of order."""
        super().clean()
        for rule in self.rules:
            rule(self)

    def check_rows(self, rows: Mapping[str, Sequence[Any]], portal: Any = None) -> None:
        """In the form: what is replaced is a price of the same kind, chosen anew when project or transaction change."""
        if portal is not None:
            price_replaces_its_like(self)


class PriceRow(Orderable):
    """The price of one type of home, in đồng for each m² (of a rent: and month), before the coefficient K."""

    page = ParentalKey(PricePage, on_delete=models.CASCADE, related_name="price_rows")
    home_type = LineField("Loại căn", max_length=120)
    floors = LineField("Tầng", max_length=60, blank=True, help_text="Ví dụ: 2–9.")
    area_from = AreaField("Diện tích từ", null=True, blank=True)
    area_to = AreaField("Diện tích đến", null=True, blank=True)
    price = MoneyField("Giá", per_m2=True, help_text="Đồng/m² như quyết định ghi, chưa nhân hệ số K.")
    vat_included = models.BooleanField("Đã gồm thuế giá trị gia tăng", null=True, blank=True)
    maintenance_included = models.BooleanField("Đã gồm kinh phí bảo trì", null=True, blank=True)
    coefficient = RatioField("Hệ số K", null=True, blank=True, help_text="Hệ số tầng, hướng; ví dụ: 1,02.")

    class Meta(Orderable.Meta):
        verbose_name = "dòng giá"
        verbose_name_plural = "dòng giá"

    def clean(self) -> None:
        """Refuse areas out of order."""
        super().clean()
        price_areas_in_order(self)
