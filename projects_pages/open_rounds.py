"""Rounds in which people may apply now or soon, for the home page of a ward."""

from __future__ import annotations

import datetime

from django.db.models import Q

from projects_pages.models import ApplicationRound, ProjectPage
from projects_pages.round_presentation import RoundView, view
from projects_pages.rounds import STOPPED, RoundState
from search.models import PublicRecord

MOST = 4


def open_rounds(site_id: int, today: datetime.date, most: int = MOST) -> list[RoundView]:
    """Rounds of public projects that are open, the one that closes first before the others, then those announced.

    Two queries. A row of a project that is live and has a public record is what was published, never a draft.
    """
    # The ward's own projects first: asked of each round whether its project is one, all wards' rounds would be read.
    public = PublicRecord.objects.order_by().filter(site_id=site_id, kind=ProjectPage.kind).values("page_id")
    rows = (
        ApplicationRound.objects.filter(page_id__in=public, page__live=True, page__ended_on__isnull=True)
        .exclude(page__stage__in=STOPPED)
        .filter(Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=today), closes_on__gte=today, opens_on__isnull=False)
        .select_related("page")
        .order_by("opens_on", "closes_on", "pk")
    )
    shown = PublicRecord.objects.filter(kind=ProjectPage.kind, site_id=site_id).only("page_id", "title", "url")
    found = list(rows[: 10 * most])
    records = {record.page_id: record for record in shown.filter(page_id__in={row.page_id for row in found})}
    views = [
        (
            row,
            view(
                row,
                today,
                apply_at=row.page.apply_at,
                project=records[row.page_id].title,
                url=f"{records[row.page_id].url}#dot-nhan",
            ),
        )
        for row in found
    ]
    views.sort(key=lambda pair: (pair[1].state is not RoundState.OPEN, pair[0].closes_on, pair[0].pk))
    return [one for _, one in views if one.state in {RoundState.OPEN, RoundState.UPCOMING}][:most]
