"""Results and lists (kết quả, danh sách)."""

from __future__ import annotations

import datetime
from typing import Any

import factory

from projects_pages.models import ListKind, ResultGroup, ResultListPage
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import OrganisationFactory


class ResultListPageFactory(DraftFactory):
    """A list of eligible applications: counts only."""

    class Meta:
        model = ResultListPage

    title = factory.Sequence(lambda number: f"Kết quả thử số {number + 1}")
    list_kind = ListKind.ELIGIBLE

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of results."""
        return ward.index("ket-qua")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        from tests.factories.projects import ProjectPageFactory
        from tests.factories.wards import publish

        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "KQ-01",
            "project": publish(ProjectPageFactory(ward=ward)).disclosurepage_ptr,
            "round_name": "Đợt 1",
            "body": OrganisationFactory(ward=ward),
            "published_on": datetime.date(2026, 5, 20),
            "official_url": "https://chu-dau-tu.vi-du.vn/danh-sach/",
            "where_posted": "Bảng tin nhà điều hành dự án",
            "ground": source,
            "ground_passage": "Khoản 1 Điều 38",
            "total": 120,
            "note": "Số liệu do chủ đầu tư cung cấp",
            "names_ground": "Khoản 2 Điều thử",
            "names_approver": "Chủ tịch phường",
            "names_as_of": datetime.date(2026, 5, 20),
            "names_until": datetime.date(2026, 8, 20),
            "groups": [ResultGroup(group=name, count=40) for name in ("Người có công", "Người thu nhập thấp")],
        }
