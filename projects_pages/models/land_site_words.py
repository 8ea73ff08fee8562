"""Vocabularies of land sites."""

from __future__ import annotations

from django.db import models


class SiteKind(models.TextChoices):
    """How a site (khu đất) came to be meant for social housing, or not."""

    INDEPENDENT = "doc-lap", "Nhà ở xã hội độc lập"
    SHARE_OF_COMMERCIAL = "quy-20", "Quỹ đất 20% của dự án thương mại"
    AUCTION = "dau-gia", "Đấu giá quyền sử dụng đất"
    INVESTMENT_CALL = "keu-goi", "Kêu gọi đầu tư"
    PUBLIC_ASSET = "tai-san-cong", "Đất tài sản công"


class SiteState(models.TextChoices):
    """How far a site is, as its investor has to know it."""

    READY = "san-sang", "Triển khai được ngay"
    PREPARING = "dang-chuan-bi", "Đang chuẩn bị"
    HAS_INVESTOR = "co-nha-dau-tu", "Đã có nhà đầu tư"
    AUCTIONED = "da-dau-gia", "Đã đấu giá"


TAKEN = frozenset({SiteState.HAS_INVESTOR, SiteState.AUCTIONED})
"""States in which nobody else can apply."""


class Compensation(models.TextChoices):
    """How far compensation and clearance (bồi thường, giải phóng mặt bằng) are."""

    NOT_NEEDED = "khong-can", "Không phải giải phóng mặt bằng"
    NOT_BEGUN = "chua-lam", "Chưa bồi thường"
    UNDER_WAY = "dang-lam", "Đang bồi thường"
    DONE = "xong", "Đã bồi thường xong"


CLEARED = frozenset({Compensation.NOT_NEEDED, Compensation.DONE})


class Selection(models.TextChoices):
    """In which way the investor is chosen."""

    ASSIGNED = "giao", "Giao chủ đầu tư, không đấu thầu"
    TENDER = "dau-thau", "Đấu thầu lựa chọn nhà đầu tư"
    AUCTION = "dau-gia", "Đấu giá quyền sử dụng đất"
    APPROVED = "chap-thuan", "Chấp thuận nhà đầu tư"


class PlanningLevel(models.TextChoices):
    """Which planning says what may be built."""

    GENERAL = "chung", "Quy hoạch chung"
    ZONING = "phan-khu", "Quy hoạch phân khu"
    DETAILED = "chi-tiet", "Quy hoạch chi tiết"


class Met(models.TextChoices):
    """Whether a criterion is met; empty: nobody has said."""

    YES = "dat", "Đạt"
    NO = "chua-dat", "Chưa đạt"
