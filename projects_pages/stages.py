"""Stages of a project (giai đoạn) in the words of citizens."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """One vocabulary of stages for citizens (requirements §6.1)."""

    PROPOSED = "keu-goi", "Đề xuất, kêu gọi đầu tư"
    POLICY_APPROVED = "co-chu-truong", "Đã có chủ trương"
    INVESTOR_ASSIGNED = "da-giao-cdt", "Đã giao chủ đầu tư"
    LAND_CLEARANCE = "gpmb", "Giải phóng mặt bằng"
    BUILDING = "dang-thi-cong", "Đang thi công"
    BEFORE_APPLICATIONS = "sap-nhan-ho-so", "Sắp nhận hồ sơ"
    TAKING_APPLICATIONS = "dang-nhan-ho-so", "Đang nhận hồ sơ"
    REVIEWING = "xet-duyet", "Đã hết hạn nhận hồ sơ, đang xét duyệt"
    DRAWING = "boc-tham", "Bốc thăm"
    SIGNING = "ky-hop-dong", "Đang ký hợp đồng"
    HANDING_OVER = "ban-giao", "Đang bàn giao"
    COMPLETED = "hoan-thanh", "Hoàn thành"
    HOMES_LEFT = "con-can", "Hoàn thành, còn căn"
    PAUSED = "tam-dung", "Tạm dừng"
    CANCELLED = "huy", "Hủy"


CLOSED = frozenset({Stage.CANCELLED})
"""Stages after which nothing more happens."""
