"""Rules that values of one record keep among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from projects_pages.models.plan import PlanPage
    from projects_pages.models.project import ProjectPage


def project_numbers_agree(project: ProjectPage) -> None:
    """Homes to sell, rent and rent-to-buy are not more than all homes; an approximate total is not compared.

    Raises ValidationError at `homes_total`.
    """
    parts = [project.homes_for_sale, project.homes_for_rent, project.homes_for_rent_to_buy]
    known = sum(part for part in parts if part is not None)
    if project.homes_total is not None and not project.homes_total_approximate and known > project.homes_total:
        raise ValidationError(
            {"homes_total": f"Số căn để bán, cho thuê, cho thuê mua cộng lại là {known}, nhiều hơn tổng số căn."}
        )


def plan_years_in_order(plan: PlanPage) -> None:
    """A plan's last year is not before its first. Raises ValidationError at `year_to`."""
    if plan.year_from and plan.year_to and plan.year_to < plan.year_from:
        raise ValidationError({"year_to": "Năm cuối phải sau hoặc bằng năm đầu của kế hoạch."})
