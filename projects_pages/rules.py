"""Rules that values of one record keep among themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import CharField, TextField, URLField
from django.utils import timezone

from cms.values.personal import refuse_personal_numbers
from projects_pages.rounds import LIVE, stage_contradiction, state_of

if TYPE_CHECKING:
    from cms.models import DisclosurePage
    from projects_pages.models.demand import DemandPage
    from projects_pages.models.notice import NoticePage
    from projects_pages.models.plan import PlanPage
    from projects_pages.models.price import PricePage, PriceRow
    from projects_pages.models.procedure import ProcedurePage
    from projects_pages.models.project import ProjectPage
    from projects_pages.models.result_list import ListedName, ResultGroup, ResultListPage
    from projects_pages.models.round import ApplicationRound, RoundResult
    from projects_pages.models.supervision import SupervisionPage

LAST_DIGITS = 3


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


def plan_replaces_another_one(plan: PlanPage) -> None:
    """A plan does not replace itself. Raises ValidationError at `replaces`."""
    if plan.replaces_id is not None and plan.replaces_id == plan.pk:
        raise ValidationError({"replaces": "Kế hoạch không thay cho chính nó."})


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


def round_dates_in_order(row: ApplicationRound) -> None:
    """A round's dates follow each other, and a window has both ends. Raises ValidationError at the later date."""
    errors: dict[str, str] = {}
    if row.opens_on and not row.closes_on:
        errors["closes_on"] = "Ghi cả ngày kết thúc: thông báo nhận hồ sơ phải có ngày bắt đầu và ngày kết thúc."
    if row.closes_on and not row.opens_on:
        errors["opens_on"] = "Ghi cả ngày bắt đầu: thông báo nhận hồ sơ phải có ngày bắt đầu và ngày kết thúc."
    if row.opens_on and row.closes_on and row.closes_on < row.opens_on:
        errors["closes_on"] = "Ngày kết thúc phải sau hoặc bằng ngày bắt đầu nhận hồ sơ."
    if row.announced_on and row.opens_on and row.opens_on < row.announced_on:
        errors["announced_on"] = "Thông báo phải có trước ngày bắt đầu nhận hồ sơ."
    for name in ("draw_on", "drawn_on", "settled_on"):
        day = getattr(row, name)
        if day and row.closes_on and day <= row.closes_on:
            errors[name] = "Ngày này phải sau ngày hết hạn nhận hồ sơ."
    if row.cancelled_on and not row.cancelled_reason:
        errors["cancelled_reason"] = "Ghi lý do hủy: người đã nộp hồ sơ cần biết."
    if row.cancelled_reason and not row.cancelled_on:
        errors["cancelled_on"] = "Ghi ngày hủy."
    if errors:
        raise ValidationError(errors)


def result_counts_agree(row: RoundResult) -> None:
    """Chosen ≤ eligible ≤ applications, and chosen ≤ homes. Raises ValidationError at the larger count."""
    errors: dict[str, str] = {}
    for less, more, told in (
        ("eligible", "applications", "Số hồ sơ đủ điều kiện nhiều hơn số hồ sơ đã nộp."),
        ("chosen", "eligible", "Số được chọn nhiều hơn số hồ sơ đủ điều kiện."),
        ("chosen", "homes", "Số được chọn nhiều hơn số căn."),
    ):
        low, high = getattr(row, less), getattr(row, more)
        if low is not None and high is not None and low > high:
            errors.setdefault(less, told)
    if errors:
        raise ValidationError(errors)


def rounds_agree(project: ProjectPage, rounds: Sequence[ApplicationRound]) -> None:
    """Rounds have names of their own, none is live once the record ended, and the typed stage says the same as they.

    `rounds` may be those of a form. Raises ValidationError at `stage` or `ended_on` for a contradiction with it, else
    without a field.
    """
    names = [row.name for row in rounds]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValidationError(f"Hai đợt cùng tên «{twice[0]}»: kết quả không biết thuộc đợt nào.")
    today = timezone.localdate()
    if told := stage_contradiction(project.stage, rounds, today):
        raise ValidationError({"stage": told})
    if project.ended_on and any(state_of(row, today) in LIVE for row in rounds):
        raise ValidationError({"ended_on": "Còn đợt sắp nhận hoặc đang nhận hồ sơ: hãy hủy đợt đó trước khi kết thúc."})


def results_name_rounds(rounds: Iterable[ApplicationRound], results: Iterable[RoundResult]) -> None:
    """Every result belongs to a round that there is. Raises ValidationError."""
    if unknown := sorted({row.round_name for row in results} - {row.name for row in rounds}):
        raise ValidationError(f"Kết quả ghi cho «{unknown[0]}», nhưng dự án không có đợt tên như vậy.")


def price_dates_in_order(price: PricePage) -> None:
    """A price ends not before it begins, and so does a frame. Raises ValidationError at the later value."""
    errors: dict[str, str] = {}
    if price.valid_from and price.valid_until and price.valid_until < price.valid_from:
        errors["valid_until"] = "Ngày hết áp dụng phải sau hoặc bằng ngày bắt đầu áp dụng."
    if price.frame_from is not None and price.frame_to is not None and price.frame_to < price.frame_from:
        errors["frame_to"] = "Mức trên của khung giá phải cao hơn hoặc bằng mức dưới."
    if errors:
        raise ValidationError(errors)


def price_replaces_its_like(price: PricePage) -> None:
    """What a price replaces is another price for the same transaction of the same project.

    Raises ValidationError at `replaces`.
    """
    if price.replaces_id is None:
        return
    if price.replaces_id == price.pk:
        raise ValidationError({"replaces": "Giá không thay cho chính nó."})
    older = type(price)._default_manager.filter(pk=price.replaces_id).values("project_id", "transaction").first()
    if older is None or (older["project_id"], older["transaction"]) != (price.project_id, price.transaction):
        raise ValidationError({"replaces": "Chọn giá cùng dự án, cùng hình thức."})


def price_areas_in_order(row: PriceRow) -> None:
    """The largest home of a type is not smaller than the smallest. Raises ValidationError at `area_to`."""
    if row.area_from is not None and row.area_to is not None and row.area_to < row.area_from:
        raise ValidationError({"area_to": "Diện tích lớn nhất phải lớn hơn hoặc bằng diện tích nhỏ nhất."})


def result_total_agrees(page: ResultListPage, groups: Sequence[ResultGroup] = ()) -> None:
    """The groups of a list are together not more than its total. Raises ValidationError at `total`."""
    known = sum(row.count for row in groups if row.count is not None)
    if page.total is not None and known > page.total:
        raise ValidationError({"total": f"Các nhóm cộng lại là {known}, nhiều hơn tổng số."})


def no_personal_numbers(page: DisclosurePage) -> None:
    """No text of the page holds what looks like an identity or telephone number. Raises ValidationError at fields."""
    errors = {}
    for fact in type(page).facts.singles:
        field = page._meta.get_field(fact.name)
        if isinstance(field, CharField | TextField) and not isinstance(field, URLField) and not field.choices:
            try:
                refuse_personal_numbers(str(getattr(page, fact.name) or ""))
            except ValidationError as error:
                errors[fact.name] = error
    if errors:
        raise ValidationError(errors)


def names_have_ground(page: ResultListPage, names: Sequence[ListedName]) -> None:
    """Names stand with a legal ground, who decided, the day they are of and an end. Raises ValidationError at those."""
    if not names:
        return
    wanted = {
        "names_ground": "Ghi điều, khoản cho phép đăng họ tên.",
        "names_approver": "Ghi người quyết định đăng họ tên.",
        "names_as_of": "Ghi ngày của danh sách.",
        "names_until": "Ghi ngày cuối cùng còn đăng họ tên.",
    }
    if errors := {name: told for name, told in wanted.items() if not getattr(page, name)}:
        raise ValidationError(errors)


def name_is_no_number(row: ListedName) -> None:
    """A person's row holds a name, not a number. Raises ValidationError at the field."""
    if any(letter.isdigit() for letter in row.full_name):
        raise ValidationError({"full_name": "Họ tên không có chữ số."})
    if row.last_digits and not (len(row.last_digits) == LAST_DIGITS and row.last_digits.isdecimal()):
        raise ValidationError({"last_digits": "Ghi đúng ba chữ số cuối, không ghi cả dãy."})


def listed_names_allowed(names: Sequence[ListedName], *, allowed: bool) -> None:
    """A ward that has not switched names on publishes none. Raises ValidationError."""
    if names and not allowed:
        raise ValidationError("Phường chưa bật việc đăng họ tên (Trang chủ, Thông tin cổng): hãy bỏ các dòng họ tên.")
