"""The survey of demand as the plan orders it; it gives no figure, so none stands here."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from projects_pages.demo.building import Built
from projects_pages.demo.ha_bac.units import CULTURE, ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import DemandPage, SurveyState


def demand(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Who has to count, and whom."""
    units = built.registers.units
    page = DemandPage(
        title="Nhu cầu nhà ở xã hội trên địa bàn xã",
        slug="nhu-cau-nha-o-xa-hoi",
        summary="Kế hoạch giao phối hợp rà soát, thống kê nhu cầu nhà ở xã hội của cán bộ, công chức, viên chức, người "
        "lao động; số liệu chưa có thông tin.",
        unit=units[ECONOMY],
        survey_state=SurveyState.ORDERED,
        method=f"{ECONOMY} phối hợp rà soát, thống kê nhu cầu nhà ở xã hội của cán bộ, công chức, viên chức, người lao "
        "động trên địa bàn; lập danh sách đối tượng có nhu cầu khi có hướng dẫn của cấp trên (mục III.1).\n"
        f"{CULTURE} nắm bắt nhu cầu an sinh xã hội về nhà ở của nhân dân (mục III.2).",
    )
    page.legal_bases = [LegalBasis(document=built.published[PLAN], note="mục III.1, mục III.2")]
    yield "nhu-cau", page
