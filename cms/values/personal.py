"""Numbers that belong to one person (CCCD, CMND, điện thoại): looked for before a text becomes public."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from django.core.exceptions import ValidationError

_BETWEEN: Final = "[ .-]?"
"""What stands between groups of digits, in a text as `_plain` gives it."""


def _telephone(more: int, rest: int) -> str:
    """0 and its digit with `more` others, perhaps in brackets, then `rest` digits however they are divided."""
    return rf"\(?0[235789]\d{{{more}}}\)?[ .-]{{0,2}}\d(?:{_BETWEEN}\d){{{rest - 1}}}"


_PERSONAL = re.compile(
    # Behind a digit, or a point or comma that follows one, stands the tail of an amount.
    r"(?<!\d)(?<!\d[.,])(?:"
    # A telephone with the country's code: "+84 (0)912 345 678"; without the plus no points, which amounts have.
    rf"\(?(?:\+ ?|00)84\)?[ .-]{{0,2}}(?:\(0\)|0)?{_BETWEEN}\d(?:{_BETWEEN}\d){{8,9}}"
    r"|\(?84\)?[ -]?\d(?:[ -]?\d){8}"
    # An identity card, new (12 digits) and old (9): in one piece, or in groups when it begins with 0 as no amount does.
    r"|\d{12}|\d{9}"
    rf"|(?<!\d )0(?!00)\d{{2}}(?:{_BETWEEN}\d{{3}}){{3}}"
    rf"|(?<!\d )0(?!00)\d{{2}}(?:{_BETWEEN}\d{{3}}){{2}}"
    rf"|0\d{{3}}(?:{_BETWEEN}\d{{4}}){{2}}"
    # A telephone: 10 digits, landlines up to 11; in pairs; no number begins with 01, 04 or 06, as tax codes do.
    rf"|{_telephone(2, 7)}|{_telephone(2, 6)}|{_telephone(1, 8)}|{_telephone(1, 7)}"
    r"|0[35789](?:[ .-]\d{2}){4}|0[ .-][35789]\d{2}(?:[ .-]?\d{3}){2}"
    r")(?!\d)",
    re.ASCII,
)
_AMOUNT = re.compile(r"(?:[.,]\d+)? ?(?:đồng|đ\b|vn[dđ]\b|triệu|tỷ|tỉ|m2|m²|m³|ha\b|%)", re.IGNORECASE)
"""What follows a number that is money or an area."""
_AROUND = re.compile(r"(?<=\d) *([.-]) *(?=\d)")
_UNSEEN = frozenset({"\u034f", *map(chr, range(0xFE00, 0xFE10))})
"""Marks without a shape that are no format characters: the grapheme joiner, variation selectors."""
_POINTS = str.maketrans(
    dict.fromkeys("·•․‧∙⋅。．", ".") | dict.fromkeys("−⁻ー", "-") | {"＋": "+", "（": "(", "）": ")"}
)
MESSAGE = (
    "Có số giống số căn cước, chứng minh hoặc điện thoại (%(number)s). Bỏ số ấy đi: cổng không đăng dữ liệu cá nhân. "
    "Số tiền thì viết có dấu chấm; điện thoại của cơ quan ghi ở danh mục đơn vị."
)
SHOWN = 3
"""How many digits of a found number the message repeats."""


def personal_numbers(text: str) -> list[str]:
    """Numbers of identity cards and telephones in `text`, in their order, in plain digits as they are grouped.

    What is written with full-width digits, special spaces and dashes or unseen characters in between is found too.
    """
    plain = _plain(text)
    return [
        found.group()
        for found in _PERSONAL.finditer(plain)
        if found.group()[0] in "0+(" or not _AMOUNT.match(plain, found.end())
    ]


def _plain(text: str) -> str:
    """The same in plain digits, spaces, points, dashes and brackets, without what nobody sees."""
    kept = []
    for char in text.translate(_POINTS):
        category = unicodedata.category(char)
        if category == "Cf" or char in _UNSEEN:
            continue
        digit = unicodedata.decimal(char, None) if category == "Nd" else None
        if digit is not None:
            kept.append(str(digit))
        else:
            kept.append({"Zs": " ", "Pd": "-"}.get(category, " " if char == "\t" else char))
    return _AROUND.sub(r"\1", re.sub(" {2,}", " ", "".join(kept)))


def refuse_personal_numbers(text: str) -> None:
    """A validator of public text. Raises ValidationError at the field; the number is not repeated in full."""
    if found := personal_numbers(text):
        raise ValidationError(MESSAGE, code="personal", params={"number": beginning(found[0])})


def beginning(number: str) -> str:
    """As much of a number as tells which one is meant: "091…"."""
    return f"{''.join(char for char in number if char.isdigit())[:SHOWN]}…"
