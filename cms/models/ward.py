"""A ward (phường, xã) on the installation and the groups of its staff."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import Collection, Site

from cms.values.fields import LineField
from search.illustrative import LABEL


class Role(models.TextChoices):
    """What a member of a ward's staff may do."""

    EDITOR = "bien-tap-vien", "Biên tập viên"
    APPROVER = "nguoi-duyet", "Người duyệt"
    MANAGER = "quan-tri-cong", "Quản trị cổng"
    INSPECTOR = "nguoi-kiem-tra", "Người kiểm tra"


PROVINCE_GROUP = "Quản trị tỉnh"
"""The installation's group: wards, national registers, the state of all wards."""


class Ward(models.Model):
    """A ward with its site, its collection of files and its four groups; made by `manage.py create_ward` only."""

    site = models.OneToOneField(Site, verbose_name="Cổng", on_delete=models.PROTECT, related_name="ward")
    name = LineField("Tên", max_length=120)
    code = models.SlugField("Mã", max_length=60, unique=True)
    collection = models.OneToOneField(Collection, verbose_name="Bộ sưu tập tệp", on_delete=models.PROTECT)
    illustrative = models.BooleanField(
        LABEL,
        default=False,
        editable=False,
        help_text="Phường, xã không có thật, dựng lên để xem cổng; ghi khi lập cổng và không đổi.",
    )

    class Meta:
        verbose_name = "phường, xã"
        verbose_name_plural = "phường, xã"
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def illustrative_notice(self) -> str:
        """What each page of a ward that is made up says at its head; empty for a real one."""
        return notice_of(self.name) if self.illustrative else ""


def notice_of(made_up: str) -> str:
    """What is said at the head of each page of a ward that is made up, by its name with its kind."""
    return f"{LABEL}: {made_up} không có thật; mọi số liệu dựng lên để xem cổng, không dùng để quyết định."


def illustrative_notice(site_id: int) -> str:
    """The notice of the ward that has this site; empty for a real ward and for a site without one."""
    ward = Ward.objects.filter(site_id=site_id, illustrative=True).first()
    return ward.illustrative_notice if ward else ""


class WardGroup(models.Model):
    """One group of a ward's staff."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="groups")
    role = models.CharField("Vai trò", max_length=20, choices=Role.choices)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="ward_group")

    class Meta:
        verbose_name = "nhóm của phường, xã"
        verbose_name_plural = "nhóm của phường, xã"
        constraints: ClassVar = [models.UniqueConstraint(fields=["ward", "role"], name="ward_role_once")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.ward}"
