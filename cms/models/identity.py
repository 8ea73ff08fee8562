"""What a portal says of itself on every page (Thông tin cổng): facts of its home page's record."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, QuerySet, When
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Site

from cms.disclosure import kinds
from cms.disclosure.facts import Facts, may, must, should
from cms.models.base_page import BasePage
from cms.models.image import PortalImage
from cms.values.fields import LineField
from search.models import PublicRecord


class PortalIdentity(BasePage):
    """Name, address and people of a ward's portal; the frame shows empty ones as "chưa có thông tin". Abstract."""

    ward_name = LineField("Tên phường, xã", max_length=120, default="", help_text="Ví dụ: phường Đoàn Kết.")
    province_name = LineField("Tên tỉnh, thành phố", max_length=120, default="", help_text="Ví dụ: tỉnh Lai Châu.")
    emblem = models.ForeignKey(
        PortalImage, verbose_name="Biểu trưng", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    guide_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị hướng dẫn",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    address = LineField("Địa chỉ", max_length=255, blank=True)
    phone = LineField("Điện thoại", max_length=60, blank=True)
    email = models.EmailField("Thư điện tử", blank=True)
    hours = LineField("Giờ tiếp dân", max_length=255, blank=True)
    responsible = LineField("Người chịu trách nhiệm chính", max_length=255, blank=True)
    search_examples = LineField(
        "Ví dụ trong ô tìm", max_length=255, blank=True, help_text="Vài từ người dân hay gõ, cách nhau bằng dấu phẩy."
    )
    notice = LineField(
        "Dải báo đầu trang",
        max_length=400,
        blank=True,
        help_text="Hiện ở đầu mọi trang, ví dụ khi cổng bảo trì. Để trống thì không có dải báo.",
    )
    names_allowed = models.BooleanField(
        "Cho phép đăng họ tên trong Kết quả, danh sách",
        default=False,
        help_text="Chỉ bật khi có căn cứ pháp lý. Khi tắt, mục Kết quả, danh sách chỉ có số lượng và liên kết.",
    )

    made_up: str | None = None
    """Name of a ward that does not exist, as `identity_of` reads it."""

    facts = Facts(
        must("ward_name"),
        must("province_name"),
        may("emblem"),
        may("notice"),
        should("guide_unit"),
        should("address"),
        should("phone"),
        should("email"),
        should("hours"),
        should("responsible"),
        may("search_examples"),
        may("names_allowed"),
    )

    identity_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("ward_name"), FieldPanel("province_name"), FieldPanel("emblem")], heading="Tên cổng"
        ),
        FieldPanel("notice"),
        MultiFieldPanel(
            [
                FieldPanel("guide_unit"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("hours"),
                FieldPanel("responsible"),
            ],
            heading="Liên hệ",
        ),
        FieldPanel("search_examples"),
        FieldPanel("names_allowed"),
    ]

    class Meta:
        abstract = True

    @property
    def office(self) -> str:
        """The office in whose name the portal speaks: "UBND phường Đoàn Kết"."""
        return office_called(self.ward_name)


def office_called(ward_name: str) -> str:
    """The office of a ward by its name with its kind."""
    return f"UBND {ward_name}" if ward_name else "UBND"


def identity_of(site_id: int) -> PortalIdentity | None:
    """What a site's portal says of itself in public: its home page's row, never a draft; None while that is hidden.

    One query; its `made_up` is the name of a ward that does not exist, None in a real one. While a page is live its row
    is what was published; while it is not, the row may hold a draft.
    """
    made_up = Case(When(sites_rooted_here__ward__illustrative=True, then=F("sites_rooted_here__ward__name")))
    rows = _public_row(site_id).annotate(made_up=made_up)
    found: PortalIdentity | None = rows.select_related("emblem", "guide_unit").first()
    return found


def public_ward_name(site_id: int) -> str | None:
    """The name alone, for whoever publishes and needs no more; None while the portal does not say it in public."""
    found: str | None = _public_row(site_id).order_by().values_list("ward_name", flat=True).first()
    return found


def _public_row(site_id: int) -> QuerySet[Any]:
    model: type[Any] = next(model for model in kinds.all_kinds().values() if issubclass(model, PortalIdentity))
    public = PublicRecord.objects.filter(page_id=OuterRef("pk"), site_id=site_id)
    rows: QuerySet[Any] = model._default_manager.filter(Exists(public), sites_rooted_here=site_id, live=True)
    return rows


def identity_for(request: HttpRequest) -> PortalIdentity | None:
    """What the portal that is asked says of itself; no query the second time."""
    known = vars(request)
    if "_identity" not in known:
        site = Site.find_for_request(request)
        known["_identity"] = identity_of(site.pk) if site else None
    found: PortalIdentity | None = known["_identity"]
    return found
