"""Results as counts; no name of anybody."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cms.models import BasePage, DisclosurePage
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import written_for
from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY
from projects_pages.demo.minh_hoa.project_base import DRAWN, GROUPS
from projects_pages.models import ListKind, ResultGroup, ResultListPage

COUNTS = (
    (ListKind.ELIGIBLE, "Hồ sơ đủ điều kiện, Minh Họa 4 đợt 1", 70, (18, 70, 96)),
    (ListKind.NOT_ELIGIBLE, "Hồ sơ không đủ điều kiện, Minh Họa 4 đợt 1", 70, (2, 20, 54)),
    (ListKind.DRAWN, "Kết quả bốc thăm, Minh Họa 4 đợt 1", 24, (15, 45, 96)),
    (ListKind.SIGNED, "Đã ký hợp đồng, Minh Họa 4 đợt 1", 5, (14, 40, 71)),
)
"""Kind, title, how many days ago it was published, how many of each group."""


def results(built: Built) -> Iterator[tuple[str, BasePage]]:
    """What became of the first round of the project that was drawn."""
    today = written_for(built.today)
    for kind, title, ago, counts in COUNTS:
        page = ResultListPage(
            title=title,
            list_kind=kind,
            project=DisclosurePage.objects.get(pk=built.published[DRAWN].pk),
            round_name="Đợt 1",
            body=built.registers.organisations[HOUSING_COMPANY],
            published_on=today - datetime.timedelta(ago),
            official_url=f"https://nha-o.minh-hoa.example/danh-sach/{kind.value}/",
            where_posted="Bảng tin nhà điều hành dự án",
            total=sum(counts),
            unit=built.published[DRAWN].unit,
        )
        page.groups = [ResultGroup(group=group, count=count) for group, count in zip(GROUPS, counts, strict=True)]
        yield "ket-qua", page
