"""How the records of each type are found: one declaration a type (requirements §6, §7)."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import Q

from cms.disclosure import posting
from cms.listing.filters import (
    Choice,
    Conditions,
    Days,
    Flag,
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
from projects_pages.windows import (
    SOON,
    posting_ends_soon,
    price_in_force,
    price_over,
    price_to_come,
    round_ends_soon,
    round_open,
    round_to_come,
    rounds_now,
    site_ends_soon,
    site_open,
)
from search.models import PublicRecord

ENDS_SOON = f"Sắp hết hạn, trong {SOON} ngày"


class ProjectListing(Listing):
    """Projects (dự án)."""

    kind = "du-an"
    noun = "dự án"
    filters: ClassVar = (
        State("giai-doan", "Giai đoạn", Stage),
        Conditions(
            "nhan-ho-so",
            "Đợt nhận hồ sơ",
            {
                "dang-nhan": ("Đang nhận hồ sơ", round_open),
                "sap-het-han": (ENDS_SOON, round_ends_soon),
                "sap-nhan": ("Đã có ngày nhận, chưa đến", round_to_come),
            },
        ),
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
        Range("gia-thue", "Giá thuê mỗi tháng (đồng/m²)", "home_types__rent_price"),
        YearOf("hoan-thanh", "Năm hoàn thành theo kế hoạch", "completion_planned"),
    )
    columns: ClassVar = ("stage", "homes_total", "land_area", "completion_planned", "investor")
    state_column = "stage"
    orders: ClassVar = (
        CHANGED,
        Order("han-gan", "Hạn nộp hồ sơ gần nhất", "rounds__closes_on", ahead=True),
        Order("gia-thap", "Giá bán thấp nhất", "home_types__sale_price"),
        Order("nhieu-can", "Nhiều căn nhất", "-homes_total"),
        Order("dien-tich-lon", "Diện tích lớn nhất", "-land_area"),
        Order("hoan-thanh-som", "Hoàn thành sớm nhất", "completion_planned"),
    )

    @classmethod
    def now(cls, records: Sequence[PublicRecord], day: datetime.date) -> Mapping[uuid.UUID, str]:
        """Until when or from when applications are taken: of the rounds of each project."""
        return rounds_now(records, day)


class LandSiteListing(Listing):
    """Land sites (khu đất)."""

    kind = "khu-dat"
    noun = "khu đất"
    filters: ClassVar = (
        Choice("san-sang", "Sẵn sàng đến đâu", "state"),
        Conditions(
            "nhan-ho-so",
            "Nhận hồ sơ",
            {"dang-nhan": ("Đang nhận hồ sơ", site_open), "sap-het-han": (ENDS_SOON, site_ends_soon)},
        ),
        Related("khu-vuc", "Khu vực", "target_area"),
        Choice("loai", "Loại khu đất", "site_kind"),
        YesNo("dat-sach", "Đất sạch", "clean_land"),
        Range("dien-tich", "Diện tích (m²)", "area"),
        Range("so-can", "Số căn dự kiến", "homes_planned"),
        Range("von", "Sơ bộ tổng vốn (đồng)", "preliminary_capital"),
        Days("han-nop", "Hạn nộp hồ sơ", "apply_until"),
        Places(),
    )
    columns: ClassVar = ("state", "area", "homes_planned", "site_kind", "apply_until", "apply_at")
    state_column = "state"
    orders: ClassVar = (
        Order("san-sang", "Sẵn sàng nhất", "-state", nearest="apply_until"),
        Order("han-gan", "Hạn nộp gần nhất", "apply_until", ahead=True),
        Order("nhieu-can", "Nhiều căn nhất", "-homes_planned"),
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
        State("hieu-luc", "Tình trạng hiệu lực"),
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
        Days("ngay", "Ngày ban hành"),
        Related("co-quan", "Cơ quan ban hành", "issuer"),
        Related("don-vi", "Đơn vị chủ trì nhiệm vụ", "tasks__lead_unit"),
        State(),
        Places(),
    )
    columns: ClassVar = ("number", "issued_on", "issuer", "year_from", "year_to")
    only_over = True


class NoticeListing(Listing):
    """Notices (thông báo)."""

    kind = "thong-bao"
    noun = "thông báo"
    filters: ClassVar = (
        Choice("loai", "Loại thông báo", "notice_kind"),
        State(),
        Flag("sap-het-han", "Hạn niêm yết", posting_ends_soon, f"Sắp hết hạn, còn {posting.SOON} ngày trở lại"),
        Places("dia-ban", "Niêm yết ở"),
        Related("co-quan", "Cơ quan ban hành", "issuer"),
        Year("nam", "Năm ban hành"),
        Days("niem-yet", "Ngày bắt đầu niêm yết", "posted_from"),
    )
    columns: ClassVar = ("number", "notice_kind", "posted_from", "posted_until", "issuer")
    orders: ClassVar = (NEWEST, Order("het-han-som", "Hết hạn niêm yết sớm nhất", "posted_until", ahead=True), CHANGED)


class OldBuildingListing(Listing):
    """Old apartment blocks (chung cư cũ)."""

    kind = "chung-cu-cu"
    noun = "tòa nhà"
    filters: ClassVar = (
        Choice("muc-do", "Mức độ nguy hiểm", "grade"),
        Choice("tinh-trang", "Tình trạng", "state"),
        Choice("phuong-an", "Phương án", "plan"),
        Choice("di-doi", "Di dời", "relocation"),
        Range("so-ho", "Số hộ", "households"),
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
        Conditions(
            "ap-dung",
            "Hiện nay",
            {
                "dang-ap-dung": ("Đang áp dụng", price_in_force),
                "chua-den-ngay": ("Chưa đến ngày áp dụng", price_to_come),
                "da-qua": ("Đã thay hoặc đã hết hạn", price_over),
            },
        ),
        Choice("hinh-thuc", "Hình thức", "transaction"),
        Choice("loai", "Loại giá", "status"),
        Year("nam", "Năm bắt đầu áp dụng"),
        Range("gia", "Giá (đồng/m²)", "price_rows__price"),
        Days("tu-ngay", "Ngày bắt đầu áp dụng", "valid_from"),
    )
    columns: ClassVar = ("project", "transaction", "status", "valid_from", "valid_until")
    state_column = "status"
    orders: ClassVar = (
        NEWEST,
        Order("gia-thap", "Giá thấp nhất", "price_rows__price"),
        Order("gia-cao", "Giá cao nhất", "-price_rows__price"),
        CHANGED,
    )

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
        Days("ngay", "Ngày công bố", "published_on"),
        Range("so-ho-so", "Tổng số hồ sơ", "total"),
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
        Days("khao-sat", "Ngày kết thúc khảo sát", "survey_until"),
        Places(),
    )
    columns: ClassVar = ("survey_state", "survey_from", "survey_until", "surveyed_by", "subject")
    state_column = "survey_state"
    orders: ClassVar = (NEWEST, CHANGED)
