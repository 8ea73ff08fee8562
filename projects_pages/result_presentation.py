"""What the page of a result shows: counts first, who is responsible for the list, names only while they may stand."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cms.disclosure.cited import Cited
from cms.models.identity import identity_of
from cms.values.dates import format_date
from cms.values.number import format_integer

if TYPE_CHECKING:
    from projects_pages.models import ListedName, ResultListPage

MASK = "*********"
RESPONSIBLE = {
    "du-dieu-kien": "Chủ đầu tư lập và công bố danh sách hồ sơ đủ điều kiện.",
    "khong-du-dieu-kien": "Chủ đầu tư lập danh sách hồ sơ không đủ điều kiện và trả hồ sơ, nêu rõ lý do.",
    "uu-tien": "Chủ đầu tư lập danh sách; các nhóm ưu tiên theo quy định của pháp luật về nhà ở.",
    "boc-tham": "Chủ đầu tư tổ chức bốc thăm; Sở Xây dựng, đại diện UBND và Công an cấp xã giám sát.",
    "da-ky-hop-dong": "Chủ đầu tư công bố danh sách khách hàng đã ký hợp đồng; Sở Xây dựng công bố trên trang của Sở "
    "danh sách người đã mua, thuê mua, thuê.",
}
"""Who publishes which list (requirements §0.1, T6): never the commune."""


@dataclass(frozen=True)
class GroupRow:
    """One group and how many of it; an empty count is not known."""

    group: str
    count: str


@dataclass(frozen=True)
class NameRow:
    """A person as the list shows one; `mask` only where two have the same name."""

    name: str
    place: str
    group: str
    mask: str


@dataclass(frozen=True)
class ResultView:
    """Everything the page shows beyond its single facts."""

    responsible: str
    groups: list[GroupRow]
    project: Cited | None
    names: list[NameRow] = field(default_factory=list)
    until: str = ""
    as_of: str = ""
    names_gone: str = ""
    """The day after which names stood there no more; empty where there are none, or still are."""


def result_view(page: ResultListPage, today: datetime.date) -> ResultView:
    """Names are read from the database only when the ward allows them and their time has not ended."""
    groups = group_rows(page.total, [(row.group, row.count) for row in page.groups.all()])
    project = page.cited.get(page.project_id) if page.project_id else None
    responsible = RESPONSIBLE.get(page.list_kind, "")
    until = page.names_until
    if until is None:
        return ResultView(responsible, groups, project)
    if until < today:
        return ResultView(responsible, groups, project, names_gone=format_date(until))
    if not page.names_ground or not names_allowed(page.site_id_of_portal):
        return ResultView(responsible, groups, project)
    as_of = format_date(page.names_as_of) if page.names_as_of else ""
    return ResultView(responsible, groups, project, name_rows(list(page.names.all())), format_date(until), as_of)


def group_rows(total: int | None, counts: Sequence[tuple[str, int | None]]) -> list[GroupRow]:
    """The counts, with a last row for those of the total that no group names: the rows sum up to what is said above."""
    rows = [GroupRow(group, "" if count is None else format_integer(count)) for group, count in counts]
    known = [count for _, count in counts if count is not None]
    if rows and len(known) == len(rows) and total is not None and sum(known) < total:
        rows.append(GroupRow("Nhóm khác, không nêu riêng", format_integer(total - sum(known))))
    return rows


def name_rows(rows: Sequence[ListedName]) -> list[NameRow]:
    """The list in its order; three digits only beside those who share their name with another one."""
    times = Counter(row.full_name.casefold() for row in rows)
    return [
        NameRow(
            row.full_name,
            row.place,
            row.group,
            f"{MASK}{row.last_digits}" if times[row.full_name.casefold()] > 1 and row.last_digits else "",
        )
        for row in rows
    ]


def names_allowed(site_id: int) -> bool:
    """Whether the ward has switched names on, in public and by two people: a fact of its home page; one query."""
    identity = identity_of(site_id)
    return identity is not None and identity.names_allowed
