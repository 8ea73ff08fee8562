"""Numbers, areas and shares as Vietnamese documents write them: "." parts thousands, "," the decimals."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NoReturn

from cms.values.mistakes import LONGEST_INPUT, ValueMistake, quoted
from cms.values.text import NBSP, tidy

MAX_DIGITS = 30
EXACT = Context(prec=100)

SQUARE_METRE = ("m2", "m²")
SQUARE_METRES_PER = {"": 0, "m2": 0, "m²": 0, "ha": 4, "hecta": 4, "héc ta": 4, "héc-ta": 4}  # powers of ten

_NUMBER = re.compile(
    r"(?P<sign>[-\u2212])?(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))?",
)
_ENGLISH = re.compile(r"[-\u2212]?[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")
_POINT = re.compile(r"[-\u2212]?[0-9]*\.[0-9]+")
_NUMBER_AND_UNIT = re.compile(r"(?P<number>[-\u2212]?[0-9.,]+) ?(?P<unit>\D.*)?")


def format_integer(number: int) -> str:
    """`1587` as "1.587"."""
    return f"{number:,}".replace(",", ".")


def format_decimal(value: Decimal, places: int | None = None) -> str:
    """`Decimal("32056.80")` as "32.056,8"; with `places`, rounded half up to exactly so many decimals."""
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be shown")
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)
    whole, _, part = f"{value.copy_abs():f}".partition(".")
    if places is None:
        part = part.rstrip("0")
    text = format_integer(int(whole)) + (f",{part}" if part else "")
    return f"-{text}" if value < 0 else text


def format_area(value: Decimal) -> str:
    """An area in m²: "32.056,8 m²", the unit bound by a no-break space."""
    return with_unit(format_decimal(value), "m²")


def format_percent(value: Decimal) -> str:
    """A share in percent: "20%", "12,5%"."""
    return f"{format_decimal(value)}%"


def with_unit(number: str, unit: str) -> str:
    """A rendered number with its unit, bound by a no-break space so that a line never ends between them."""
    return f"{number}{NBSP}{unit}"


def approximately(text: str) -> str:
    """A rendered number that its source gives only roughly: "khoảng 587 căn"."""
    return f"khoảng{NBSP}{text}"


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without exponent: 32000, never 3.2E+4."""
    value = value.normalize(EXACT)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        value = value.quantize(Decimal(1), context=EXACT)
    return Decimal(0) if value == 0 else value


def parse_decimal(text: str, *, units: Collection[str] = SQUARE_METRE, example: str = "32.056,8") -> Decimal:
    """A typed number; one of `units` may stand behind it and is dropped. Exact, without trailing zeros.

    Raises ValueMistake on English spelling ("32,056.8"), on a point that parts no thousands ("1.5"), on anything that
    is no number and on more than 30 digits.
    """
    number, unit = split_unit(text, example)
    if unit and unit not in units:
        raise ValueMistake(f"Không hiểu {quoted(unit)} sau số. Ví dụ đúng: {example}.")
    return read_number(number, example)


def parse_integer(text: str, *, example: str = "1.587") -> int:
    """A typed whole number: "587", "1.587". Raises ValueMistake."""
    value = parse_decimal(text, units=(), example=example)
    if "," in text:
        raise ValueMistake(f"{quoted(text)} phải là số nguyên, không có phần thập phân. Ví dụ đúng: {example}.")
    return int(value)


def parse_area(text: str) -> Decimal:
    """A typed area in m²; "ha" is turned into m² ("3,2 ha" is 32000). Raises ValueMistake."""
    example = "32.056,8 m² hoặc 3,2 ha"
    number, unit = split_unit(text, example)
    if unit not in SQUARE_METRES_PER:
        raise ValueMistake(f"Không hiểu đơn vị {quoted(unit)}: diện tích ghi bằng m² hoặc ha. Ví dụ đúng: {example}.")
    value = read_number(number, "32.056,8")
    if value < 0:
        raise ValueMistake(f"Diện tích không được âm. Ví dụ đúng: {example}.")
    return plain(value.scaleb(SQUARE_METRES_PER[unit], EXACT))


def parse_percent(text: str) -> Decimal:
    """A typed share: "20%", "12,5 %" or "20" is Decimal 20. Raises ValueMistake."""
    return parse_decimal(text, units=("%",), example="20% hoặc 12,5%")


def split_unit(text: str, example: str) -> tuple[str, str]:
    """The typed number and what stands behind it, in small letters: ("16,2", "triệu đồng"). Raises ValueMistake."""
    if len(text) > LONGEST_INPUT:
        raise ValueMistake(f"{quoted(text)} quá dài. Ví dụ đúng: {example}.")
    line = tidy(text)
    if not line:
        raise ValueMistake(f"Hãy ghi một số. Ví dụ đúng: {example}.")
    match = _NUMBER_AND_UNIT.fullmatch(line)
    if match is None:
        raise ValueMistake(f"{quoted(text)} không phải là số. Ví dụ đúng: {example}.")
    return match["number"], (match["unit"] or "").strip()


def read_number(text: str, example: str) -> Decimal:
    """A number without unit. Raises ValueMistake that says what is wrong with its separators."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        _refuse(text, example)
    digits = match["whole"].replace(".", "")
    part = match["part"] or ""
    if len(digits) + len(part) > MAX_DIGITS:
        raise ValueMistake(f"{quoted(text)} có quá nhiều chữ số (tối đa {MAX_DIGITS}). Ví dụ đúng: {example}.")
    return plain(Decimal(f"{'-' if match['sign'] else ''}{digits}.{part or '0'}"))


def _refuse(text: str, example: str) -> NoReturn:
    if _ENGLISH.fullmatch(text):
        raise ValueMistake(
            f"{quoted(text)} viết theo lối Anh - Mỹ: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân. "
            f"Ví dụ đúng: {example}."
        )
    if _POINT.fullmatch(text):
        raise ValueMistake(
            f"{quoted(text)} không rõ nghĩa: dấu chấm chỉ ngăn hàng nghìn (4.800), phần thập phân dùng dấu phẩy (1,5). "
            f"Ví dụ đúng: {example}."
        )
    raise ValueMistake(f"{quoted(text)} không phải là số viết đúng. Ví dụ đúng: {example}.")
