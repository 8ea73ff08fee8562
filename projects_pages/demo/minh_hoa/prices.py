"""Prices with a history: provisional, provisional again; and of a finished project up to the final one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cms.models import BasePage, DisclosurePage
from cms.values.dates import PartialDate
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.documents import PRICES
from projects_pages.demo.minh_hoa.organisations import DEPARTMENT, HOUSING_COMPANY
from projects_pages.demo.minh_hoa.project_base import COMPLETED, MAIN
from projects_pages.models import DocumentType, LegalDocumentPage, PricePage, PriceRow, PriceStatus, Transaction

FIRST, APPRAISED, FINAL, RENT, VERIFIED = "04/QĐ-MH", "11/QĐ-MH", "27/QĐ-MH", "28/QĐ-MH", "05/BC-MH"
DOCUMENTS = (
    (FIRST, DocumentType.DECISION, "Giá bán tạm tính Khu nhà ở xã hội Minh Họa 1", PartialDate(2026, 9, 25)),
    (VERIFIED, DocumentType.REPORT, "Thẩm tra giá bán Khu nhà ở xã hội Minh Họa 1", PartialDate(2026, 10, 20)),
    (APPRAISED, DocumentType.DECISION, "Giá bán Khu nhà ở xã hội Minh Họa 5 sau thẩm định", PartialDate(2024, 8, 12)),
    (FINAL, DocumentType.DECISION, "Giá bán chính thức Khu nhà ở xã hội Minh Họa 5", PartialDate(2026, 3, 20)),
    (RENT, DocumentType.DECISION, "Giá thuê Khu nhà ở xã hội Minh Họa 5", PartialDate(2026, 3, 21)),
)
TYPES = (("1 phòng ngủ", "32.5", "38"), ("2 phòng ngủ", "45.6", "58.4"), ("3 phòng ngủ", "64.2", "70"))


def prices(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The documents first, then each price after the one that it replaces."""
    for number, document_type, title, issued_on in DOCUMENTS:
        yield "van-ban", _document(built, number, document_type, title, issued_on)
    yield "gia", _sale(built, MAIN, "Giá bán tạm tính Minh Họa 1, lần 1", 14_450_000, FIRST, datetime.date(2026, 10, 5))
    yield (
        "gia",
        _sale(
            built,
            MAIN,
            "Giá bán tạm tính Minh Họa 1, đợt 1",
            14_250_000,
            PRICES,
            datetime.date(2026, 11, 16),
            reference_code="GIA-MH-001",
            replaces=built.published["Giá bán tạm tính Minh Họa 1, lần 1"],
            checked_document=built.published[VERIFIED],
            appraised_price=15_100_000,
            note="Giá chính thức chốt sau kiểm toán; chênh lệch được trả lại hoặc thu thêm theo hợp đồng.",
        ),
    )
    old = ""
    for title, amount, number, day, status in (
        ("Giá bán tạm tính Minh Họa 5", 13_100_000, "", datetime.date(2024, 6, 1), PriceStatus.PROVISIONAL),
        ("Giá bán Minh Họa 5 sau thẩm định", 12_950_000, APPRAISED, datetime.date(2024, 8, 15), PriceStatus.APPRAISED),
        ("Giá bán chính thức Minh Họa 5", 12_870_000, FINAL, datetime.date(2026, 3, 25), PriceStatus.FINAL),
    ):
        yield (
            "gia",
            _sale(
                built,
                COMPLETED,
                title,
                amount,
                number,
                day,
                status=status,
                replaces=built.published[old] if old else None,
                appraised_price=None if status == PriceStatus.PROVISIONAL else 12_950_000,
            ),
        )
        old = title
    yield "gia", _rent(built)


def _document(
    built: Built, number: str, document_type: DocumentType, title: str, issued_on: PartialDate
) -> LegalDocumentPage:
    issuer = DEPARTMENT if document_type is DocumentType.REPORT else HOUSING_COMPANY
    return LegalDocumentPage(
        title=title,
        slug=number.replace("/", "-").replace("Đ", "D").lower(),
        document_type=document_type,
        number=number,
        issued_on=issued_on,
        issuer=built.registers.organisations[issuer],
    )


def _price(
    built: Built, project: str, title: str, decision: str, valid_from: datetime.date, **values: Any
) -> PricePage:
    found: DisclosurePage = built.published[project]
    return PricePage(
        **{
            "title": title,
            "project": DisclosurePage.objects.get(pk=found.pk),
            "decision": DisclosurePage.objects.get(pk=built.published[decision].pk) if decision else None,
            "valid_from": valid_from,
            "unit": found.unit,
            "verifier": built.registers.organisations[DEPARTMENT],
            **{name: _base(value) for name, value in values.items()},
        }
    )


def _base(value: Any) -> Any:
    return DisclosurePage.objects.get(pk=value.pk) if isinstance(value, DisclosurePage) else value


def _sale(
    built: Built, project: str, title: str, amount: int, decision: str, valid_from: datetime.date, **values: Any
) -> PricePage:
    defaults: dict[str, Any] = {"transaction": Transaction.SALE, "status": PriceStatus.PROVISIONAL}
    page = _price(built, project, title, decision, valid_from, **{**defaults, **values})
    page.price_rows = [
        PriceRow(
            home_type=name,
            floors="2–12",
            area_from=Decimal(low),
            area_to=Decimal(high),
            price=amount,
            vat_included=False,
            maintenance_included=False,
            coefficient=Decimal("1.02") if name.startswith("3") else Decimal(1),
        )
        for name, low, high in TYPES
    ]
    return page


def _rent(built: Built) -> PricePage:
    page = _price(
        built,
        COMPLETED,
        "Giá thuê Minh Họa 5",
        RENT,
        datetime.date(2026, 4, 1),
        transaction=Transaction.RENT,
        status=PriceStatus.APPRAISED,
        frame_from=38_000,
        frame_to=72_000,
    )
    page.price_rows = [
        PriceRow(
            home_type="1 phòng ngủ",
            area_from=Decimal("32.5"),
            area_to=Decimal(38),
            price=52_000,
            vat_included=True,
            maintenance_included=True,
        )
    ]
    return page
