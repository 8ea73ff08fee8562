"""How the records of each type are found: one declaration a type (requirements §6, §7)."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import Q

from cms.listing.filters import (
    Choice,
    Conditions,
    Days,
    Linked,
    Places,
    Range,
    Related,
    State,
    Year,
    YearOf,
    YesNo,
)
from cms.listing.listing import CHANGED, NEWEST, Geometry, Listing, Order
from projects_pages.land_site_presentation import shape_of
from projects_pages.price_presentation import standings
from projects_pages.stages import Stage
from search.models import PublicRecord


class ProjectListing(Listing):
    """Projects (dự án)."""

    kind = "du-an"
    noun = "dự án"
    filters: ClassVar = (
        State("giai-doan", "Giai đoạn", Stage),
        Choice("loai", "Loại dự án", "project_kind"),
        Conditions(
            "hinh-thuc",
            "Hình thức",
            {
                "mua": ("Mua", lambda day: Q(homes_for_sale__gt=0)),
                "thue-mua": ("Thuê mua", lambda day: Q(homes_for_rent_to_buy__gt=0)),
                "thue": ("Thuê", lambda day: Q(homes_for_rent__gt=0)),
            },
        ),
        Places("dia-ban", "Nơi có dự án"),
        Related("chu-dau-tu", "Chủ đầu tư", "investor"),
        YesNo("uu-tien", "Luồng ưu tiên", "priority_lane"),
        Range("so-can", "Tổng số căn", "homes_total"),
        Range("dien-tich", "Diện tích đất (m²)", "land_area"),
        Range("gia-ban", "Giá bán (đồng/m²)", "home_types__sale_price"),
        YearOf("hoan-thanh", "Năm hoàn thành theo kế hoạch", "completion_planned"),
    )
    columns: ClassVar = ("stage", "homes_total", "land_area", "completion_planned", "investor")
    state_column = "stage"
    orders: ClassVar = (
        CHANGED,
        Order("nhieu-can", "Nhiều căn nhất", "-homes_total"),
        Order("dien-tich-lon", "Diện tích lớn nhất", "-land_area"),
        Order("hoan-thanh-som", "Hoàn thành sớm nhất", "completion_planned"),
    )


class LandSiteListing(Listing):
    """Land sites (khu đất)."""

    kind = "khu-dat"
    noun = "khu đất"
    filters: ClassVar = (
        Choice("san-sang", "Sẵn sàng đến đâu", "state"),
        Related("khu-vuc", "Khu vực", "target_area"),
        Choice("loai", "Loại khu đất", "site_kind"),
        YesNo("dat-sach", "Đất sạch", "clean_land"),
        Range("dien-tich", "Diện tích (m²)", "area"),
        Range("so-can", "Số căn dự kiến", "homes_planned"),
        Days("han-nop", "Hạn nộp hồ sơ", "apply_until"),
        Places(),
    )
    columns: ClassVar = ("state", "area", "homes_planned", "site_kind", "apply_until", "apply_at")
    state_column = "state"
    orders: ClassVar = (
        Order("san-sang", "Sẵn sàng nhất", "-state"),
        Order("han-gan", "Hạn nộp gần nhất", "apply_until"),
        Order("dien-tich-lon", "Diện tích lớn nhất", "-area"),
        CHANGED,
    )

    @classmethod
    def geometry(cls, facts: Mapping[str, Any]) -> Geometry | None:
        """The boundary."""
        shape = shape_of(facts.get("boundary"))
        return shape.geojson if shape else None


class LegalDocumentListing(Listing):
    """Documents (văn bản)."""

    kind = "van-ban"
    noun = "văn bản"
    filters: ClassVar = (
        Choice("loai", "Loại văn bản", "document_type"),
        Choice("hieu-luc", "Tình trạng hiệu lực", "validity"),
        Related("co-quan", "Cơ quan ban hành", "issuer"),
        Year("nam", "Năm ban hành"),
        Days("ngay", "Ngày ban hành"),
        Places(),
    )
    columns: ClassVar = ("number", "document_type", "issued_on", "issuer", "validity")
    state_column = "validity"
    orders: ClassVar = (NEWEST, Order("cu-nhat", "Cũ nhất", "issued_on"), CHANGED)


class PlanListing(Listing):
    """Plans (kế hoạch)."""

    kind = "ke-hoach"
    noun = "kế hoạch"
    filters: ClassVar = (
        Year("nam", "Năm ban hành"),
        Related("co-quan", "Cơ quan ban hành", "issuer"),
        Related("don-vi", "Đơn vị chủ trì nhiệm vụ", "tasks__lead_unit"),
        Places(),
    )
    columns: ClassVar = ("number", "issued_on", "issuer", "year_from", "year_to")


class NoticeListing(Listing):
    """Notices (thông báo)."""

    kind = "thong-bao"
    noun = "thông báo"
    filters: ClassVar = (
        Choice("loai", "Loại thông báo", "notice_kind"),
        State(),
        Places("dia-ban", "Niêm yết ở"),
        Related("co-quan", "Cơ quan ban hành", "issuer"),
        Year("nam", "Năm ban hành"),
    )
    columns: ClassVar = ("number", "notice_kind", "posted_from", "posted_until", "issuer")
    orders: ClassVar = (NEWEST, Order("het-han-som", "Hết hạn niêm yết sớm nhất", "posted_until"), CHANGED)


class OldBuildingListing(Listing):
    """Old apartment blocks (chung cư cũ)."""

    kind = "chung-cu-cu"
    noun = "tòa nhà"
    filters: ClassVar = (
        Choice("muc-do", "Mức độ nguy hiểm", "grade"),
        Choice("tinh-trang", "Tình trạng", "state"),
        Choice("phuong-an", "Phương án", "plan"),
        Choice("di-doi", "Di dời", "relocation"),
        Places(),
    )
    columns: ClassVar = ("state", "address", "grade", "plan", "households")
    state_column = "state"
    orders: ClassVar = (Order("nguy-hiem", "Nguy hiểm nhất", "-grade"), CHANGED)


class ProcedureListing(Listing):
    """Procedures (thủ tục)."""

    kind = "thu-tuc"
    noun = "thủ tục"
    filters: ClassVar = (
        Choice("danh-cho", "Dành cho", "audience"),
        Choice("cap", "Cấp thực hiện", "level"),
        YesNo("uu-tien", "Luồng ưu tiên", "priority_lane"),
    )
    columns: ClassVar = ("code", "carried_out_by", "level", "audience", "result")
    orders: ClassVar = (CHANGED,)


class GuideListing(Listing):
    """Guides (hướng dẫn)."""

    kind = "huong-dan"
    noun = "hướng dẫn"
    filters: ClassVar = (Places(),)
    columns: ClassVar = ("summary",)
    orders: ClassVar = (CHANGED,)


class PriceListing(Listing):
    """Prices (giá)."""

    kind = "gia"
    noun = "giá"
    filters: ClassVar = (
        Linked("du-an", "Dự án", "project"),
        Choice("hinh-thuc", "Hình thức", "transaction"),
        Choice("loai", "Loại giá", "status"),
        Year("nam", "Năm bắt đầu áp dụng"),
        Range("gia", "Giá (đồng/m²)", "price_rows__price"),
    )
    columns: ClassVar = ("project", "transaction", "status", "valid_from", "valid_until")
    state_column = "status"
    orders: ClassVar = (NEWEST, CHANGED)

    @classmethod
    def now(cls, records: Sequence[PublicRecord], day: datetime.date) -> Mapping[uuid.UUID, str]:
        """In force, to come, replaced or expired: among all public prices of the project."""
        return standings(records, day)


class ResultListListing(Listing):
    """Results and lists (kết quả, danh sách)."""

    kind = "ket-qua"
    noun = "kết quả"
    filters: ClassVar = (
        Linked("du-an", "Dự án", "project"),
        Choice("loai", "Loại danh sách", "list_kind"),
        Related("ben-lap", "Bên lập danh sách", "body"),
        Year("nam", "Năm công bố"),
    )
    columns: ClassVar = ("project", "list_kind", "round_name", "total", "published_on", "body")
    state_column = "list_kind"
    orders: ClassVar = (NEWEST, CHANGED)


class SupervisionListing(Listing):
    """Supervision by the community (giám sát cộng đồng)."""

    kind = "giam-sat"
    noun = "nội dung giám sát"
    filters: ClassVar = (
        Linked("ho-so", "Giám sát dự án, khu đất", "subject"),
        Related("ben-giam-sat", "Bên giám sát", "supervisors__unit"),
        Choice("tra-loi", "Kết quả đã xử lý đến đâu", "findings__state"),
        YesNo("ban", "Có Ban Giám sát đầu tư của cộng đồng", "board"),
        Places(),
    )
    columns: ClassVar = ("subject", "ground", "board")
    orders: ClassVar = (CHANGED,)


class DemandListing(Listing):
    """Demand for social housing (nhu cầu nhà ở xã hội)."""

    kind = "nhu-cau"
    noun = "cuộc khảo sát"
    filters: ClassVar = (
        Choice("tinh-trang", "Tình trạng khảo sát", "survey_state"),
        Linked("du-an", "Cho dự án", "subject"),
        Related("don-vi", "Đơn vị khảo sát", "surveyed_by"),
        Year("nam", "Năm khảo sát"),
        Places(),
    )
    columns: ClassVar = ("survey_state", "survey_from", "survey_until", "surveyed_by", "subject")
    state_column = "survey_state"
    orders: ClassVar = (NEWEST, CHANGED)
