"""Rules that the values of a land site and of an old building keep among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from cms.disclosure.missing import Finding
from projects_pages.land_site_presentation import area_check
from projects_pages.models.land_site_words import CLEARED, Compensation, SiteKind, SiteState

if TYPE_CHECKING:
    from projects_pages.models.land_site import LandSitePage
    from projects_pages.models.old_building import OldBuildingPage

UNDER_WAY = frozenset({Compensation.NOT_BEGUN, Compensation.UNDER_WAY})
MAY_OWE = frozenset({SiteKind.SHARE_OF_COMMERCIAL, SiteKind.AUCTION})
"""Land out of the 20 %, and such land when it is auctioned: the only kinds for which the housing fund gets money."""


def apply_window_in_order(site: LandSitePage) -> None:
    """Applications close after they open. Raises ValidationError at `apply_until`."""
    if site.apply_from and site.apply_until and site.apply_until < site.apply_from:
        raise ValidationError({"apply_until": "Hạn nộp hồ sơ phải sau hoặc đúng ngày bắt đầu nhận."})


def clean_land_owes_no_compensation(site: LandSitePage) -> None:
    """Clean land has no compensation left to pay, and ready land is clean. Raises ValidationError at the field."""
    if site.clean_land and site.compensation and site.compensation not in CLEARED:
        raise ValidationError({"clean_land": "Còn bồi thường thì chưa phải đất sạch."})
    if site.state == SiteState.READY and site.clean_land is False:
        raise ValidationError({"state": "Khu đất chưa sạch thì chưa triển khai được ngay."})
    if site.cleared_on and site.compensation in UNDER_WAY:
        raise ValidationError({"cleared_on": "Chỉ ghi ngày xong khi đã bồi thường xong."})


def fund_money_fits(site: LandSitePage) -> None:
    """Not more money is paid to the housing fund than is owed. Raises ValidationError at `fund_paid`."""
    if site.fund_paid is not None and site.fund_owed is not None and site.fund_paid > site.fund_owed:
        raise ValidationError({"fund_paid": "Số đã nộp nhiều hơn số phải nộp."})


def system_is_named_for_a_boundary(site: LandSitePage) -> None:
    """A coordinate system without coordinates says nothing. Raises ValidationError at `surveyed_in`."""
    if site.surveyed_in and site.boundary is None:
        raise ValidationError({"surveyed_in": "Chọn hệ tọa độ thì phải ghi tọa độ ở ô «Ranh giới»."})


LAND_SITE_RULES = (
    apply_window_in_order,
    clean_land_owes_no_compensation,
    fund_money_fits,
    system_is_named_for_a_boundary,
)


def doubts(site: LandSitePage) -> list[Finding]:
    """What does not fit together but may be so on paper: staff are told, nobody is held up."""
    found = []
    check = area_check(site)
    if check and check.differs:
        message = (
            f"đo theo ranh giới được {check.drawn}, chênh {check.share} so với diện tích đã ghi. Kiểm tra kinh tuyến "
            "trục, thứ tự các đỉnh, hoặc số diện tích."
        )
        found.append(Finding("should", "Ranh giới và diện tích không khớp", field="boundary", message=message))
    if site.fund_owed and site.site_kind and site.site_kind not in MAY_OWE:
        message = "có tiền phải nộp vào Quỹ nhà ở, nhưng khu đất không thuộc quỹ đất 20%."
        found.append(Finding("should", "Quỹ đất 20%", field="fund_owed", message=message))
    if site.built_as_noxh and (site.fund_owed or site.release_decision_id):
        message = "khu đất dùng để xây nhà ở xã hội, nhưng lại có quyết định không xây hoặc tiền nộp thay."
        found.append(Finding("should", "Quỹ đất 20%", field="built_as_noxh", message=message))
    return found


def moved_households_exist(building: OldBuildingPage) -> None:
    """Not more households have moved than live there. Raises ValidationError at `households_moved`."""
    if building.households is not None and (building.households_moved or 0) > building.households:
        raise ValidationError({"households_moved": "Số hộ đã di dời nhiều hơn số hộ của tòa nhà."})


OLD_BUILDING_RULES = (moved_households_exist,)
