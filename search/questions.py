"""What a query asks of one thing: its price, until when, where to apply. Pure functions on words.

"giá noxh minh họa 1", "minh hoa 1 nop ho so o dau": a question, and a subject. What is left without the words of the
question is the subject; without one nothing in particular is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from search.fillers import filler
from search.phrases import Spelled, longest_first, stands
from search.text import Token, clean, fold, spans


class Topic(StrEnum):
    """What is asked."""

    PRICE = "gia"
    TIME = "khi-nao"
    PLACE = "o-dau"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and of what: the folded words of its name."""

    topic: Topic
    subject: tuple[str, ...]


PRICES: Final = longest_first(
    "giá", "giá bán", "giá thuê", "giá thuê mua", "giá tạm tính", "giá căn hộ", "bao nhiêu tiền"
)
NO_PRICES: Final = longest_first(
    "đánh giá", "đấu giá", "quốc gia", "gia đình", "tham gia", "giá trị", "định giá", "giá đất"
)
"""In these words nobody asks for the price of a home."""
TIMES: Final = longest_first(
    "bao giờ", "khi nào", "đến bao giờ", "đến khi nào", "ngày nào", "hạn", "hết hạn", "hạn nộp", "thời hạn", "hạn chót"
)  # fmt: skip
PLACES: Final = longest_first("ở đâu", "tại đâu", "chỗ nào", "ở chỗ nào", "nơi nào", "nơi nộp", "đâu")
APPLYING: Final = longest_first("nộp", "nộp hồ sơ", "nộp đơn", "nhận hồ sơ", "hồ sơ", "đăng ký", "đăng ký mua", "đơn")
"""Without one of these "when" and "where" ask of something else: when it is built, where it lies."""
COMMON: Final = longest_first("nhà ở xã hội", "noxh", "nhà", "căn hộ", "dự án", "khu", "mua", "thuê", "thuê mua", "bán")
"""Words that every project of homes has: they name none."""


def question_of(text: str) -> Question | None:
    """The question in a text; None where none is asked for sure, or of nothing in particular."""
    found = list(spans(clean(text)))
    if '"' in text or _any(found, NO_PRICES):
        return None
    price, time, place, applying = (_any(found, phrases) for phrases in (PRICES, TIMES, PLACES, APPLYING))
    topics = [
        *([Topic.PRICE] if price else []),
        *([Topic.TIME] if time and applying else []),
        *([Topic.PLACE] if place and applying else []),
    ]
    subject = tuple(_rest(found, (*PRICES, *TIMES, *PLACES, *APPLYING, *COMMON)))
    return Question(topics[0], subject) if len(topics) == 1 and subject else None


def names(title: str, subject: Sequence[str]) -> bool:
    """Whether a title has the words of a subject side by side, and no number that goes on ("1" is not 15)."""
    return f" {' '.join(subject)} " in f" {fold(title)} "


def _any(found: Sequence[Token], phrases: Sequence[Spelled]) -> bool:
    return any(stands(phrase, found, at) for phrase in phrases for at in range(len(found)))


def _rest(found: Sequence[Token], phrases: Sequence[Spelled]) -> list[str]:
    """The words outside of all these phrases and of what says nothing."""
    longest = sorted(phrases, key=len, reverse=True)
    kept: list[str] = []
    at = 0
    while at < len(found):
        size = next((len(phrase) for phrase in longest if stands(phrase, found, at)), 0) or filler(found, at)
        if not size:
            kept.append(found[at].text)
        at += size or 1
    return kept
