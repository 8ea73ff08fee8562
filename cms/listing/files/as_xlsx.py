"""XLSX (ECMA-376): real numbers and days; every text is a text, whatever it begins with; sent row by row.

Texts stand in their cells ("inline"), so that no list of them is needed that could be written only at the end.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import quoteattr

from cms.listing.files.columns import Column, Value, columns_of
from cms.listing.files.contents import Contents
from cms.listing.files.xml import in_xml
from cms.listing.files.zipped import zipped
from search.illustrative import LABEL

LONGEST_CELL = 32_000
"""Characters that a cell takes; Excel's own limit is 32,767."""
EXACT = 10**15
"""Whole numbers below are exact in a spreadsheet."""
DAY_ZERO: Final = datetime.date(1899, 12, 30)
FIRST_DAY: Final = datetime.date(1900, 3, 1)
"""Before it spreadsheets count days differently, because one of them knew a 29 February 1900."""
WIDTH: Final = 18
"""Characters: a day needs ten, and shows as #### in less."""

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD, WHOLE, DECIMAL, DAY = 1, 2, 3, 4
"""Places in `cellXfs` below."""
_STYLES: Final = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="#,##0.##"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FIXED: Final = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": _STYLES,
}


def write_xlsx(contents: Contents) -> Iterator[bytes]:
    """The file in pieces, the first of them before any record is read; memory does not grow with the records."""
    name = LABEL if contents.notice else "Danh sách"
    book = (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f'<sheets><sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    fixed = {**_FIXED, "xl/workbook.xml": book}
    parts = [(name, [text.encode()]) for name, text in fixed.items()]
    return zipped([*parts, ("xl/worksheets/sheet1.xml", _sheet(contents))])


def _sheet(contents: Contents) -> Iterator[bytes]:
    columns: Sequence[Column] = columns_of(contents)
    letters = [_letters(number) for number in range(len(columns))]
    heads = "".join(_text(f"{letter}1", column.label, HEAD) for letter, column in zip(letters, columns, strict=True))
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(columns)}" width="{WIDTH}" customWidth="1"/></cols>'
        f'<sheetData><row r="1">{heads}</row>'
    ).encode()
    for number, row in enumerate(contents.rows(), start=2):
        cells = [_cell(f"{letter}{number}", column.value(row)) for letter, column in zip(letters, columns, strict=True)]
        yield f'<row r="{number}">{"".join(cells)}</row>'.encode()
    yield b"</sheetData></worksheet>"


def _letters(number: int) -> str:
    """The name of a column, from 0: A … Z, AA …"""
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _text(place: str, text: str, style: int = 0) -> str:
    cut = text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"
    shown = in_xml(cut)
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def _number(place: str, number: int | str, style: int) -> str:
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def _cell(place: str, value: Value) -> str:
    """A cell with the value's own type; nothing for no value."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _text(place, value)
    if isinstance(value, datetime.date):
        if value < FIRST_DAY:
            return _text(place, value.isoformat())
        return _number(place, (value - DAY_ZERO).days, DAY)
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if not -EXACT < value < EXACT:
        return _text(place, written)
    return _number(place, written, DECIMAL if isinstance(value, Decimal) else WHOLE)
