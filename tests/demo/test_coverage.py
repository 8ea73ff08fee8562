"""Every row of the two plans is where docs/coverage.md says it is: that file is read here, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from django.core.management import get_commands
from django.utils import timezone
from django.utils.module_loading import import_string

from bin.lib.environment import ROOT
from projects_pages.demo.minh_hoa.days import carried_on, years_on
from tests.demo.conftest import Demo
from tests.demo.reading import MADE_UP, main_text, plan_text

TEXT = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
WARDS = {"Hà Bắc": "ha-bac", "Đoàn Kết": "doan-ket", "Minh Họa": MADE_UP}
LATER = "việc sau"
ANYWHERE = "mọi cổng"
LAST_OF_HA_BAC, LAST = 43, 91


@dataclass(frozen=True)
class Line:
    """A line of the tables: `where` is an address, a command, an importable name, or `LATER`."""

    row: int
    quote: str
    """Only in the first line of a row."""
    portal: str
    where: str
    shown: str

    @property
    def plan(self) -> str:
        """The ward whose plan the row quotes."""
        return "ha-bac" if self.row <= LAST_OF_HA_BAC else "doan-ket"


def tables(columns: int) -> list[list[str]]:
    """The cells of every table line with so many columns, heads apart."""
    found = []
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and not set(line) <= set("|-: "):
            found.append(cells)
    return [cells for cells in found if cells[0] not in {"Dòng", "Trang"}]


def lines() -> list[Line]:
    """All lines of the rows; one without a number adds to the row above it."""
    read: list[Line] = []
    for number, quote, portal, where, shown in tables(5):
        read.append(Line(int(number) if number else read[-1].row, quote, portal, where, shown))
    return read


LINES = lines()
NAMED = tables(4)
OPENED = [line for line in LINES if line.where.startswith("`/")]
PAGES = sorted({(line.portal, line.where.strip("`")) for line in OPENED})
WAITING = [line for line in LINES if line.where == LATER]
LATER_PARTS = dict(re.findall(r"^- \*\*(.+?)\*\*: (.+)$", TEXT.partition("## Việc sau")[2], re.MULTILINE))


def stands_in(words: str, text: str) -> bool:
    """Whether the pieces of `words` between "…" stand in the text, one after the other."""
    place = 0
    for piece in words.split("…"):
        found = text.find(piece.strip(), place)
        if found < 0:
            return False
        place = found + len(piece.strip())
    return True


def test_each_of_the_91_rows_is_there_once_and_in_order() -> None:
    assert [line.row for line in LINES if line.quote] == list(range(1, LAST + 1))
    assert [line.row for line in LINES] == sorted(line.row for line in LINES)
    assert len(TEXT.splitlines()) > len(LINES) > LAST


def test_a_row_quotes_its_plan() -> None:
    quotes = [(line.plan, line.quote.replace("m<sup>2</sup>", "m²").strip("«»")) for line in LINES if line.quote]
    assert [quote for plan, quote in quotes if not stands_in(quote, plan_text(plan))] == []


def test_a_row_is_on_the_portal_of_its_plan() -> None:
    """What is shown on the made-up ward only, or only promised, covers nothing."""
    told = {line.row for line in OPENED if WARDS[line.portal] == line.plan}
    assert set(range(1, LAST + 1)) - told == set()


@pytest.mark.parametrize(("portal", "address"), PAGES)
def test_a_page_shows_the_facts_that_are_mapped_to_it(demo: Demo, portal: str, address: str) -> None:
    answer = demo.opened(WARDS[portal], address)
    assert answer.status == 200
    text = main_text(answer.text) if answer.media_type == "text/html" else answer.text
    wanted = [line for line in OPENED if (line.portal, line.where.strip("`")) == (portal, address)]
    assert all(line.shown for line in wanted)
    # The made-up ward is carried on by whole years, so that it never ages.
    years = years_on(timezone.localdate()) if WARDS[portal] == MADE_UP else 0
    shown = [(line.row, carried_on(line.shown, years)) for line in wanted]
    assert [told for told in shown if not stands_in(told[1], text)] == []


def test_a_function_is_there_to_be_called() -> None:
    functions = [line for line in LINES if line.portal == ANYWHERE]
    assert functions
    for line in functions:
        name = line.where.strip("`")
        if name.startswith("manage.py "):
            assert name.removeprefix("manage.py ") in get_commands(), line
        else:
            import_string(name)
        assert line.shown, line


def test_every_line_is_of_a_sort_that_is_checked() -> None:
    functions = [line for line in LINES if line.portal == ANYWHERE]
    assert len(OPENED) + len(functions) + len(WAITING) == len(LINES)
    assert {line.portal for line in OPENED} == set(WARDS)


def test_what_waits_is_described_and_nothing_is_described_for_nothing() -> None:
    assert {line.shown for line in WAITING} == set(LATER_PARTS)
    assert all(len(told.split()) > 8 for told in LATER_PARTS.values())


@pytest.mark.parametrize(("title", "portal", "where", "shown"), NAMED)
def test_a_page_that_the_plans_order_by_name_is_its_own_record(
    demo: Demo, title: str, portal: str, where: str, shown: str
) -> None:
    code, address = WARDS[portal], where.strip("`")
    assert demo.record(code, address).title.startswith(title)
    text = main_text(demo.opened(code, address).text)
    assert stands_in(f"{title}…{shown}", text)
