"""Dates that documents give only in part: a year, a quarter, a month or a day (ISO 8601-2 / EDTF text)."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal, Self

from cms.values.mistakes import LONGEST_INPUT, ValueMistake, quoted
from cms.values.text import tidy

FIRST_YEAR = 1945
LAST_YEAR = 2100
EXAMPLE = "24/3/2026, tháng 5/2026, quý II/2026 hoặc 2026"

Precision = Literal["year", "quarter", "month", "day"]

_ROMAN = ("I", "II", "III", "IV")
_QUARTERS = {spelling: number for number, roman in enumerate(_ROMAN, 1) for spelling in (roman.lower(), str(number))}
_EDTF_QUARTER = 32  # ISO 8601-2: 33 to 36 in the month's place are the quarters

_EDTF = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_YEAR = r"(?P<year>[0-9]+)"
_NAM = r"(?:năm|nam)"
_THANG = r"(?:tháng|thang)"
_NGAY = r"(?:ngày|ngay)"
_SPELLINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?",
        rf"(?:{_NGAY} )?(?P<day>[0-9]{{1,2}}) ?(?P<sep>[/.-]) ?(?P<month>[0-9]{{1,2}}) ?(?P=sep) ?{_YEAR}",
        rf"(?:{_NGAY} )?(?P<day>[0-9]{{1,2}}) {_THANG} (?P<month>[0-9]{{1,2}}),? {_NAM} {_YEAR}",
        rf"(?:{_THANG} )?(?P<month>[0-9]{{1,2}}) ?[/-] ?{_YEAR}",
        rf"{_THANG} (?P<month>[0-9]{{1,2}}),? {_NAM} {_YEAR}",
        rf"(?:quý|quí|quy|qui) ?(?P<quarter>iii|ii|iv|i|[0-9]+)(?: ?[/-] ?|,? {_NAM} ){_YEAR}",
        rf"(?:{_NAM} )?{_YEAR}",
    )
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, quarter, month or day; always a real one between 1945 and 2100.

    Raises ValueMistake when made of parts that are no date.
    """

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueMistake(
                f"Năm {self.year} không hợp lệ: năm phải từ {FIRST_YEAR} đến {LAST_YEAR}. Ví dụ đúng: {EXAMPLE}."
            )
        if self.quarter is not None:
            if self.month is not None or self.day is not None:
                raise ValueMistake(f"Quý không đi cùng ngày, tháng. Ví dụ đúng: {EXAMPLE}.")
            if not 1 <= self.quarter <= 4:
                raise ValueMistake(f"Không có quý {self.quarter}: quý từ I đến IV. Ví dụ đúng: quý II/2026.")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueMistake(f"Không có tháng {self.month}: tháng từ 1 đến 12. Ví dụ đúng: {EXAMPLE}.")
        if self.day is not None:
            if self.month is None:
                raise ValueMistake(f"Có ngày thì phải có tháng. Ví dụ đúng: {EXAMPLE}.")
            if not 1 <= self.day <= monthrange(self.year, self.month)[1]:
                raise ValueMistake(
                    f"Tháng {self.month} năm {self.year} không có ngày {self.day}. Ví dụ đúng: {EXAMPLE}."
                )

    @classmethod
    def parse(cls, text: str) -> Self:
        """A typed date in any common Vietnamese spelling, or ISO. Raises ValueMistake.

        Without a year, or with a year of two digits, it is refused: "03/04" may be a day or a month.
        """
        if len(text) > LONGEST_INPUT:
            raise ValueMistake(f"{quoted(text)} quá dài. Ví dụ đúng: {EXAMPLE}.")
        line = tidy(text)
        if not line:
            raise ValueMistake(f"Hãy ghi ngày. Ví dụ đúng: {EXAMPLE}.")
        match = next((match for spelling in _SPELLINGS if (match := spelling.fullmatch(line))), None)
        if match is None:
            raise ValueMistake(f"Không hiểu ngày {quoted(text)}. Ví dụ đúng: {EXAMPLE}.")
        parts = match.groupdict()
        if len(parts["year"]) != 4:
            raise ValueMistake(f"{quoted(text)} không rõ năm nào: hãy ghi năm đủ bốn chữ số. Ví dụ đúng: {EXAMPLE}.")
        quarter = parts.get("quarter")
        if quarter is not None and quarter not in _QUARTERS:
            raise ValueMistake(f"Không có {quoted(text)}: quý từ I đến IV. Ví dụ đúng: quý II/2026.")
        return cls(
            year=int(parts["year"]),
            month=_number(parts.get("month")),
            day=_number(parts.get("day")),
            quarter=None if quarter is None else _QUARTERS[quarter],
        )

    @classmethod
    def from_edtf(cls, text: str) -> Self:
        """The date stored as `text`: "2026", "2026-34" (quarter II), "2026-05", "2026-02-10". Raises ValueMistake."""
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ValueMistake(f"Không hiểu ngày {quoted(text)}. Ví dụ đúng: {EXAMPLE}.")
        year, month, day = int(match["year"]), _number(match["month"]), _number(match["day"])
        if month is not None and day is None and month > _EDTF_QUARTER:
            return cls(year, quarter=month - _EDTF_QUARTER)
        return cls(year, month, day)

    @classmethod
    def from_date(cls, date: datetime.date) -> Self:
        """The day of a full date. Raises ValueMistake outside 1945 to 2100."""
        return cls(date.year, date.month, date.day)

    @property
    def edtf(self) -> str:
        """The text that is stored, hashed and exported: "2026", "2026-34", "2026-05" or "2026-02-10"."""
        if self.quarter is not None:
            return f"{self.year:04}-{_EDTF_QUARTER + self.quarter}"
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.quarter is not None:
            return "quarter"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def first_day(self) -> datetime.date:
        """The earliest day it can mean; lists are sorted by it."""
        month = self.quarter * 3 - 2 if self.quarter is not None else self.month or 1
        return datetime.date(self.year, month, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day it can mean; a deadline has passed only after it."""
        month = self.quarter * 3 if self.quarter is not None else self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso_datetime_attr(self) -> str | None:
        """The value for `<time datetime>`; None for a quarter, which HTML cannot say."""
        return None if self.quarter is not None else self.edtf

    def __str__(self) -> str:
        return format_date(self)


def format_date(date: PartialDate | datetime.date) -> str:
    """As Vietnamese documents write it: "24/3/2026", "10/02/2026", "tháng 5/2026", "quý II/2026", "2026".

    Days below 10 and the months 1 and 2 take a leading zero (rule of form for documents, NĐ 30/2020/NĐ-CP).
    """
    if isinstance(date, datetime.date):
        return f"{date.day:02}/{_month(date.month)}/{date.year:04}"
    if date.quarter is not None:
        return f"quý {_ROMAN[date.quarter - 1]}/{date.year}"
    if date.month is None:
        return f"{date.year}"
    if date.day is None:
        return f"tháng {_month(date.month)}/{date.year}"
    return f"{date.day:02}/{_month(date.month)}/{date.year}"


def format_long_date(date: PartialDate | datetime.date) -> str:
    """In words: "ngày 10 tháng 02 năm 2026", "tháng 5 năm 2026", "quý II năm 2026", "năm 2026"."""
    if isinstance(date, datetime.date):
        return f"ngày {date.day:02} tháng {_month(date.month)} năm {date.year:04}"
    if date.quarter is not None:
        return f"quý {_ROMAN[date.quarter - 1]} năm {date.year}"
    if date.month is None:
        return f"năm {date.year}"
    if date.day is None:
        return f"tháng {_month(date.month)} năm {date.year}"
    return format_long_date(date.first_day)


def format_datetime(moment: datetime.datetime) -> str:
    """The moment's own clock and day: "08:30, 24/3/2026"; the caller turns it into local time."""
    return f"{moment:%H:%M}, {format_date(moment)}"


def iso_datetime_attr(value: PartialDate | datetime.date) -> str | None:
    """The value for `<time datetime>` of a partial date, a date or a moment; None for a quarter."""
    return value.isoformat() if isinstance(value, datetime.date) else value.iso_datetime_attr


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else f"{month}"


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)
