"""Places (địa bàn): thôn, tổ dân phố and what they belong to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from cms.registers.models.base import WardRegister, key_once


class PlaceKind(models.TextChoices):
    """Administrative units and settlements as named since 01/7/2025 (NĐ 185/2026 Điều 2)."""

    HAMLET = "thon", "Thôn"
    NEIGHBOURHOOD = "to-dan-pho", "Tổ dân phố"
    COMMUNE = "xa", "Xã"
    WARD = "phuong", "Phường"
    SPECIAL_ZONE = "dac-khu", "Đặc khu"
    PROVINCE = "tinh", "Tỉnh"
    CITY = "thanh-pho", "Thành phố"
    TARGET_AREA = "khu-vuc", "Khu vực"


class Place(WardRegister):
    """A place that records lie in; `aliases` hold its old names ("nay là")."""

    kind = models.CharField("Loại", max_length=20, choices=PlaceKind.choices)
    parent = models.ForeignKey(
        "self", verbose_name="Thuộc", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    class Meta:
        verbose_name = "địa bàn"
        verbose_name_plural = "địa bàn"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = key_once("place")

    @property
    def full_name(self) -> str:
        """The name with the kind in front where the name does not begin with it: "phường Đoàn Kết"."""
        return place_name(self.kind, self.name)


def place_name(kind: str, name: str) -> str:
    """What a place of a kind is called: "phường Đoàn Kết", "Tổ dân phố số 12"."""
    label = dict(PlaceKind.choices).get(kind, "")
    if name.lower().startswith(label.lower()) or kind in {PlaceKind.NEIGHBOURHOOD, PlaceKind.TARGET_AREA}:
        return name
    return f"{label.lower()} {name}"
