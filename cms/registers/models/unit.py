"""Units (đơn vị, đầu mối) of a ward: whom people ask."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from cms.registers.models.base import WardRegister, key_once
from cms.values.fields import LineField, ProseField


class Unit(WardRegister):
    """A unit of the ward with its duty and how to reach it."""

    detail_fields = ("duty", "address", "phone", "email", "hours")

    duty = ProseField("Việc của đơn vị", blank=True, help_text="Người dân hỏi việc gì ở đây.")
    address = LineField("Địa chỉ", max_length=255, blank=True)
    phone = LineField("Điện thoại của đơn vị", max_length=60, blank=True)
    email = models.EmailField("Thư điện tử của đơn vị", blank=True)
    hours = LineField("Giờ tiếp dân", max_length=255, blank=True)

    class Meta:
        verbose_name = "đơn vị, đầu mối"
        verbose_name_plural = "đơn vị, đầu mối"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = key_once("unit")
