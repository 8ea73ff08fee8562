"""Target areas (khu vực mục tiêu): parts of a ward in which homes are meant for certain groups first."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from cms.registers.models.base import WardRegister, key_once
from cms.registers.models.place import Place
from cms.values.fields import ProseField


class TargetArea(WardRegister):
    """An area that a plan of the ward sets aside, with the groups it is for."""

    detail_fields = ("groups",)

    place = models.ForeignKey(
        Place,
        verbose_name="Địa bàn",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Khu vực này trong danh mục địa bàn; các thôn, tổ dân phố của nó ghi «Thuộc» khu vực.",
    )
    groups = ProseField("Dành trước cho nhóm nào", blank=True, help_text="Mỗi dòng một nhóm, ghi theo kế hoạch.")

    class Meta:
        verbose_name = "khu vực mục tiêu"
        verbose_name_plural = "khu vực mục tiêu"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = key_once("target_area")

    @property
    def group_list(self) -> list[str]:
        """The groups, one a line in the form."""
        return [line.strip() for line in self.groups.splitlines() if line.strip()]
