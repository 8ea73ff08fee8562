"""Numbers that belong to one person (CCCD, CMND, điện thoại): looked for before a text becomes public."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

_PERSONAL = re.compile(
    r"(?<![\d.,])"  # not the tail of an amount of money
    r"(?:\d{12}|\d{9}|84\d{9}"  # an identity card, old and new; a telephone with the country's code
    r"|0(?!00)\d{2}(?:[ .-]?\d){6,9})"  # what begins with 0 and is written in groups: no amount does
    r"(?!\d)",
    re.ASCII,
)
MESSAGE = (
    "Có số giống số căn cước, chứng minh hoặc điện thoại (%(number)s). Bỏ số ấy đi: cổng không đăng dữ liệu cá nhân. "
    "Số tiền thì viết có dấu chấm; điện thoại của cơ quan ghi ở danh mục đơn vị."
)
SHOWN = 3
"""How many digits of a found number the message repeats."""


def personal_numbers(text: str) -> list[str]:
    """Numbers of 9 or 12 digits and telephone numbers in `text`, as written, in their order."""
    return [match.group() for match in _PERSONAL.finditer(text)]


def refuse_personal_numbers(text: str) -> None:
    """A validator of public text. Raises ValidationError at the field; the number is not repeated in full."""
    if found := personal_numbers(text):
        number = f"{found[0][:SHOWN]}…"
        raise ValidationError(MESSAGE, code="personal", params={"number": number})
