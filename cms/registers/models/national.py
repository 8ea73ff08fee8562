"""What the province keeps for all wards: rows of law with validity dates and a source."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cms.registers.models.coded import CodedQuerySet
from cms.registers.models.legal_reference import LegalReference
from cms.values.dates import format_date
from cms.values.fields import LineField, ProseField
from search.text import fold

_schedules: ContextVar[dict[tuple[type[Any], str], str] | None] = ContextVar("schedules", default=None)


class NationalQuerySet(CodedQuerySet):
    """Rows by the day on which they hold."""

    def valid_on(self, day: datetime.date) -> Self:
        """Rows that hold on `day`; of one code there may be several, the one that began last counts."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )

    def current(self, day: datetime.date, province: str = "", codes: Iterable[str] | None = None) -> dict[str, Any]:
        """The row of each code that counts on `day` in `province`, with its source; one query.

        A row of the province goes before that of the country; of those the one that began last.
        """
        rows = self.valid_on(day).select_related("source")
        if codes is not None:
            rows = rows.filter(code__in=list(codes))
        return current(rows, day, province)


def current(rows: Iterable[Any], day: datetime.date, province: str) -> dict[str, Any]:
    """Of rows that were read, the one of each code that counts on `day` in `province`.

    A row of the province goes before that of the country; of those the one that began last.
    """
    here = fold(province)
    known = sorted(
        (row for row in rows if row.holds_on(day) and (not row.province or fold(row.province) == here)),
        key=lambda row: (bool(row.province), row.valid_from or datetime.date.min),
    )
    newest = {row.code: row for row in known}
    return {row.code: newest[row.code] for row in sorted(newest.values(), key=lambda row: (row.position, row.code))}


class NationalRow(models.Model):
    """A row of a national register; abstract.

    The next value of a code is a new row, so that what was said on any day can be read again; a row with a province
    stands there in place of the country's. Rows are never deleted.
    """

    detail_fields: ClassVar[tuple[str, ...]] = ("schedule",)
    shown_with: ClassVar[tuple[str, ...]] = ("source",)
    """What is read together with a row that a page shows."""

    code = models.SlugField(
        "Mã", max_length=60, help_text="Trang dẫn tới mã này. Giá trị mới là một dòng mới cùng mã; dòng cũ giữ nguyên."
    )
    name = LineField("Tên", max_length=255)
    aliases = ProseField("Tên khác", blank=True, help_text="Từ người dân hay gọi; mỗi dòng một tên.")
    province = LineField(
        "Chỉ áp dụng tại",
        max_length=120,
        blank=True,
        help_text="Tên tỉnh, thành phố như ghi ở Thông tin cổng (tỉnh Lai Châu). Để trống: cả nước.",
    )
    valid_from = models.DateField("Áp dụng từ ngày", null=True, blank=True)
    valid_until = models.DateField("Áp dụng đến hết ngày", null=True, blank=True)
    source = models.ForeignKey(
        LegalReference, verbose_name="Nguồn", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = ProseField("Ghi chú", blank=True)
    position = models.PositiveSmallIntegerField("Thứ tự", default=0)

    objects = models.Manager.from_queryset(NationalQuerySet)()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """In one transaction with what its receivers do: records that show the row are logged with its new text."""
        with transaction.atomic():
            super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """How facts name the row; the same for all rows of the code."""
        return self.code

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the row's dates include `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    @property
    def alias_list(self) -> list[str]:
        """The other names, one a line in the form."""
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]

    @property
    def shown_text(self) -> str:
        """What the row says besides its name."""
        return ""

    @property
    def validity(self) -> str:
        """ "từ 07/4/2026", "từ 07/4/2026 đến 31/12/2027"; empty when nobody has said."""
        parts = [
            f"{word} {format_date(day)}" for word, day in (("từ", self.valid_from), ("đến", self.valid_until)) if day
        ]
        return " ".join(parts)

    @property
    def source_text(self) -> str:
        """The provision that says so; empty when nobody has said."""
        return self.source.provision if self.source else ""

    @property
    def schedule(self) -> str:
        """All rows of the code in order, which is what a record that shows the code discloses.

        It does not depend on the day: a value of next year is in the log before it holds.
        """
        known, key = _schedules.get(), (type(self), self.code)
        if known is not None and key in known:
            return known[key]
        said = _said(_ordered(self.same_code()))
        if known is not None:
            known[key] = said
        return said

    @property
    def line(self) -> str:
        """The row as one line: text, where and when it holds, source."""
        said = self.shown_text or self.name
        return ", ".join(part for part in (said, self.province, self.validity, self.source_text, self.note) if part)

    def same_code(self) -> models.QuerySet[Any]:
        """All rows of the code: who points to one of them shows the one that counts."""
        return type(self)._default_manager.filter(code=self.code)

    def clean(self) -> None:
        """Refuse days out of order, a second row for the same day, and another code for a row that pages point to."""
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": "Ngày cuối phải sau hoặc bằng ngày đầu."})
        twins = self.same_code().filter(province=self.province, valid_from=self.valid_from).exclude(pk=self.pk)
        if twins.exists():
            raise ValidationError({"valid_from": "Mã này đã có một dòng áp dụng từ đúng ngày ấy."})
        if self.pk and type(self)._default_manager.filter(pk=self.pk).exclude(code=self.code).exists():
            raise ValidationError({"code": "Không đổi mã của dòng đã có: trang đang dẫn tới nó. Hãy thêm dòng mới."})


@contextmanager
def schedules_read_once() -> Iterator[None]:
    """Within, the rows of each code are read once: for reading the facts of records, while nobody writes rows."""
    known = _schedules.get()
    outer = _schedules.set({} if known is None else known)
    try:
        yield
    finally:
        _schedules.reset(outer)


def read_schedules(model: type[NationalRow], codes: Iterable[str]) -> None:
    """Read the schedules of these codes in one query, within `schedules_read_once`; outside nothing is kept."""
    known = _schedules.get()
    lacking = set(codes) if known is not None else set()
    lacking -= {code for kept, code in known or {} if kept is model}
    if known is not None and lacking:
        rows: dict[str, list[Any]] = {code: [] for code in lacking}
        for row in _ordered(model._default_manager.filter(code__in=lacking)):
            rows[row.code].append(row)
        known.update({(model, code): _said(of_code) for code, of_code in rows.items()})


def _ordered(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    return rows.select_related("source").order_by("province", models.F("valid_from").asc(nulls_first=True), "pk")


def _said(rows: Iterable[Any]) -> str:
    return "; ".join(row.line for row in rows)


def code_once(name: str) -> list[models.BaseConstraint]:
    """One row of a code for each place and first day; to a database two empty days are not equal."""
    return [
        models.UniqueConstraint(fields=["code", "province", "valid_from"], name=f"{name}_once"),
        models.UniqueConstraint(
            fields=["code", "province"], condition=Q(valid_from__isnull=True), name=f"{name}_undated_once"
        ),
    ]
