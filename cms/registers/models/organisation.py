"""Organisations (cơ quan, tổ chức): those who issue, invest, operate or inform."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from cms.registers.models.base import WardRegister, key_once
from cms.values.fields import LineField


class OrganisationKind(models.TextChoices):
    """What an organisation is to a record."""

    AUTHORITY = "co-quan", "Cơ quan nhà nước"
    PARTY = "to-chuc-dang", "Cơ quan của Đảng"
    INVESTOR = "chu-dau-tu", "Chủ đầu tư, nhà đầu tư"
    OTHER = "khac", "Tổ chức khác"


class Organisation(WardRegister):
    """A body outside the ward's own units."""

    kind = models.CharField("Loại", max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.AUTHORITY)
    address = LineField("Địa chỉ", max_length=255, blank=True)
    phone = LineField("Điện thoại của cơ quan", max_length=60, blank=True)
    website = models.URLField("Trang thông tin điện tử", blank=True)

    class Meta:
        verbose_name = "cơ quan, tổ chức"
        verbose_name_plural = "cơ quan, tổ chức"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = key_once("organisation")
