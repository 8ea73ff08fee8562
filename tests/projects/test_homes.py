"""Prices of the types of homes: said once where there is none, and not asked for where nothing is sold or let."""

from __future__ import annotations

from typing import Any

import pytest

from cms.disclosure.missing import MissingKind
from projects_pages.models import HomeType, ProjectKind, ProjectPage
from projects_pages.presentation import homes_table
from projects_pages.prices import Transaction

SALE, RENT = "Giá bán tạm tính", "Giá thuê tạm tính mỗi tháng"
OWED, UNKNOWN = MissingKind.OWED, MissingKind.UNKNOWN


@pytest.mark.parametrize(
    ("project", "prices", "priced", "lacking"),
    [
        ({}, {}, set(), {SALE: OWED, RENT: OWED}),
        ({"homes_for_rent": 0}, {}, set(), {SALE: OWED}),
        ({"project_kind": ProjectKind.WORKER_LODGING}, {}, set(), {RENT: OWED}),
        ({}, {"sale_price": 15_000_000}, set(), {RENT: UNKNOWN}),
        ({}, {}, {Transaction.SALE}, {RENT: UNKNOWN}),
        ({}, {"sale_price": 15_000_000, "rent_price": 50_000}, set(), {}),
        ({}, {}, {Transaction.SALE, Transaction.RENT}, {}),
    ],
)
def test_a_price_that_no_type_has_is_said_once_and_only_where_it_can_be(
    project: dict[str, Any], prices: dict[str, int], priced: set[Transaction], lacking: dict[str, MissingKind]
) -> None:
    page = ProjectPage(title="Khu nhà", **project)
    page.home_types = [HomeType(name="1 phòng ngủ", **prices), HomeType(name="2 phòng ngủ")]
    table = homes_table(page, priced)
    assert {label: gap.kind for label, gap in table.lacking} == lacking
    assert (table.shows_sale, table.shows_rent) == tuple(
        name in prices and not priced for name in ("sale_price", "rent_price")
    )
