"""How a posting (niêm yết) stands on a day: one function of its dates and the day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class PostingState(StrEnum):
    """States of a posting; the value is the key in addresses and facets."""

    UNDATED = "chua-ro-ngay"
    UPCOMING = "sap-niem-yet"
    POSTED = "dang-niem-yet"
    OVER = "het-han-niem-yet"


LABELS = {
    PostingState.UNDATED: "Chưa rõ ngày niêm yết",
    PostingState.UPCOMING: "Sắp niêm yết",
    PostingState.POSTED: "Đang niêm yết",
    PostingState.OVER: "Đã hết hạn niêm yết",
}
SOON = 7
"""Days before the end from which a posting is shown as ending soon."""


@dataclass(frozen=True)
class Posting:
    """A posting on a day; `days` until it begins (upcoming) or until its last day (posted), None where none is."""

    state: PostingState
    days: int | None = None

    @property
    def label(self) -> str:
        """The state as people read it."""
        return LABELS[self.state]

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.state is PostingState.OVER

    @property
    def ends_soon(self) -> bool:
        """Whether few days are left."""
        return self.state is PostingState.POSTED and self.days is not None and self.days <= SOON

    @property
    def in_words(self) -> str:
        """The days as a sentence: "Còn 24 ngày"; empty where there are none to tell."""
        if self.days is None:
            return ""
        if self.state is PostingState.UPCOMING:
            return f"Còn {self.days} ngày nữa thì niêm yết"
        return f"Còn {self.days} ngày" if self.days else "Hôm nay là ngày cuối"


def posting(first: datetime.date | None, last: datetime.date | None, today: datetime.date) -> Posting:
    """The state of what is posted from `first` to the end of `last`; without a last day it goes on."""
    if last is not None and last < today:
        return Posting(PostingState.OVER)
    if first is None:
        return Posting(PostingState.UNDATED)
    if first > today:
        return Posting(PostingState.UPCOMING, (first - today).days)
    return Posting(PostingState.POSTED, None if last is None else (last - today).days)
