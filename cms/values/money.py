"""Money is a whole number of đồng, never text and never a float."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product

from cms.values.mistakes import ValueMistake, quoted
from cms.values.number import EXACT, format_decimal, format_integer, read_number, split_unit, with_unit

MAX_MONEY = 10**18 - 1
EXAMPLE = "16.207.395 đồng hoặc 16,2 triệu"

_SCALES = {
    "nghìn": 3,
    "ngàn": 3,
    "nghin": 3,
    "ngan": 3,
    "triệu": 6,
    "trieu": 6,
    "tr": 6,
    "tỷ": 9,
    "tỉ": 9,
    "ty": 9,
    "ti": 9,
    "nghìn tỷ": 12,
    "nghìn tỉ": 12,
    "ngàn tỷ": 12,
    "ngàn tỉ": 12,
    "nghin ty": 12,
}
_CURRENCIES = ("đồng", "đ", "dong", "vnđ", "vnd", "₫")
_POWER_OF_TEN = {
    **dict.fromkeys(_CURRENCIES, 0),
    **_SCALES,
    **{f"{scale} {currency}": power for (scale, power), currency in product(_SCALES.items(), _CURRENCIES)},
    "trđ": 6,
}
_PER_SQUARE_METRE = re.compile(r" ?/ ?m[2²]$")


def format_money(dong: int) -> str:
    """An amount in đồng: "16.207.395 đồng", the unit bound by a no-break space."""
    return with_unit(format_integer(dong), "đồng")


def format_round_money(dong: int) -> str:
    """An amount as people say it where nothing is lost: "25 triệu đồng", "2,5 tỷ đồng"; else as `format_money`."""
    for scale, word in ((10**9, "tỷ đồng"), (10**6, "triệu đồng")):
        if dong >= scale and dong % (scale // 10) == 0:
            return with_unit(format_decimal(Decimal(dong) / scale), word)
    return format_money(dong)


def format_price_per_m2(dong: int) -> str:
    """A price in đồng for each m²: "16.207.395 đồng/m²"."""
    return with_unit(format_integer(dong), "đồng/m²")


def parse_money(text: str, *, per_m2: bool = False) -> int:
    """A typed amount as whole đồng, at most 18 digits; exact ("16,2 triệu" is 16200000).

    With `per_m2` the unit may end in "/m²". Raises ValueMistake on decimals without a unit ("16,2": of what?), on
    separators that are not Vietnamese, on a negative amount and on what is no whole đồng.
    """
    typed, unit = split_unit(text, EXAMPLE)
    if per_m2:
        unit = _PER_SQUARE_METRE.sub("", unit)
    number = read_number(typed, EXAMPLE)
    if number < 0:
        raise ValueMistake(f"Số tiền không được âm. Ví dụ đúng: {EXAMPLE}.")
    if not unit and "," in typed:
        raise ValueMistake(
            f"{quoted(text)} thiếu đơn vị: ghi rõ đồng, triệu hay tỷ. Ví dụ đúng: {typed} triệu, {typed} tỷ đồng."
        )
    if unit and unit not in _POWER_OF_TEN:
        raise ValueMistake(f"Không hiểu đơn vị tiền {quoted(unit)}. Ví dụ đúng: {EXAMPLE}.")
    dong = number.scaleb(_POWER_OF_TEN[unit] if unit else 0, EXACT)
    if dong != dong.to_integral_value():
        raise ValueMistake(f"{quoted(text)} không tròn đồng: số tiền phải là số nguyên đồng. Ví dụ đúng: {EXAMPLE}.")
    if dong > MAX_MONEY:
        raise ValueMistake(f"{quoted(text)} quá lớn: số tiền có tối đa 18 chữ số. Ví dụ đúng: {EXAMPLE}.")
    return int(dong)


def format_millions(dong: Decimal, places: int = 0) -> str:
    """An amount in millions of đồng without its unit, rounded half up: "1.017", "2,2"."""
    return format_decimal(dong.scaleb(-6), places)
