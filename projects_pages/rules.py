"""Rules that values of one record keep among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from projects_pages.models.demand import DemandPage
    from projects_pages.models.notice import NoticePage
    from projects_pages.models.plan import PlanPage
    from projects_pages.models.procedure import ProcedurePage
    from projects_pages.models.project import ProjectPage
    from projects_pages.models.supervision import SupervisionPage


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


def posting_dates_in_order(notice: NoticePage) -> None:
    """A place is taken down after it was put up, a meeting ends after it began. Raises ValidationError at the rows."""
    for row in notice.posted_at.all():
        if row.posted_from and row.posted_until and row.posted_until < row.posted_from:
            raise ValidationError("Nơi niêm yết: ngày hết niêm yết phải sau ngày bắt đầu.")
    for way in notice.channels.all():
        if way.held_from and way.held_until and way.held_until < way.held_from:
            raise ValidationError("Hình thức khác: ngày cuối phải sau ngày đầu.")


def posted_places_are_named(notice: NoticePage) -> None:
    """A place of posting is of a register or named in words. Raises ValidationError."""
    for row in notice.posted_at.all():
        if not (row.name or row.place_id or row.unit_id):
            raise ValidationError("Nơi niêm yết: chọn địa bàn, đơn vị hoặc ghi tên nơi niêm yết.")


def answers_come_after_findings(supervision: SupervisionPage) -> None:
    """What was found is answered on the same day or later. Raises ValidationError."""
    for row in supervision.findings.all():
        if row.found_on and row.answered_on and row.answered_on < row.found_on:
            raise ValidationError(f"Kết quả giám sát «{row.finding[:60]}»: ngày trả lời phải sau ngày phát hiện.")


def survey_days_in_order(demand: DemandPage) -> None:
    """A survey ends after it began. Raises ValidationError at `survey_until`."""
    first, last = demand.survey_from, demand.survey_until
    if first and last and last.last_day < first.first_day:
        raise ValidationError({"survey_until": "Ngày kết thúc khảo sát phải sau ngày bắt đầu."})


def small_cells_are_hidden(demand: DemandPage) -> None:
    """A ward may hide more than the portal's threshold, never less. Raises ValidationError at `hidden_below`."""
    least = settings.SMALL_CELLS_BELOW
    if demand.hidden_below is not None and demand.hidden_below < least:
        raise ValidationError({"hidden_below": f"Ngưỡng ẩn ô nhỏ của cổng là {least}: chỉ được đặt cao hơn."})


def counts_are_given_once(demand: DemandPage) -> None:
    """One number for each place and group: two would be added without anybody seeing it. Raises ValidationError."""
    seen: set[tuple[int | None, str]] = set()
    for row in demand.counts.all():
        cell = (row.place_id, row.group_name.casefold())
        if cell in seen:
            where = ", ".join(filter(None, [row.place.name if row.place else "", row.group_name])) or "toàn địa bàn"
            raise ValidationError(f"Số hộ của «{where}» ghi hai lần.")
        seen.add(cell)


def time_limits_have_units(procedure: ProcedurePage) -> None:
    """A procedure's own time limit says in what it is counted; where a figure of law is chosen, pages show that one.

    Raises ValidationError for the page: its text names the way.
    """
    for channel in procedure.channels.all():
        if channel.time_limit is not None and not channel.time_unit:
            named = channel.get_form_display()
            raise ValidationError(f"Cách nộp «{named}»: thời hạn tính bằng ngày, ngày làm việc hay tháng?")
