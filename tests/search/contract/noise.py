"""Records that share words, numbers and shapes with those that are looked for, and are none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Final

from search.models import PublicRecord
from search.syllables import is_syllable
from search.text import clean, fold, spans, tokens
from tests.search.factories import build_record

_TYPES: Final = (
    ("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Thông báo", "TB"), ("Báo cáo", "BC"),
    ("Công văn", "CV"), ("Tờ trình", "TTr"), ("Nghị quyết", "NQ"),
)  # fmt: skip
_KINDS: Final = (("van-ban", "Văn bản"), ("thong-bao", "Thông báo"), ("tin-tuc", "Tin tức"), ("bao-cao", "Báo cáo"))
_STATES: Final = (("con-hieu-luc", "Còn hiệu lực"), ("het-hieu-luc", "Hết hiệu lực"), ("", ""))
_UNITS: Final = ("Phòng Kinh tế", "Văn phòng", "")
_PLACES: Final = tuple({"key": f"to-{number}", "label": f"Tổ dân phố số {number}"} for number in range(31, 41))
_LAST: Final = date(2026, 11, 1)


def words_of(texts: Iterable[str]) -> list[str]:
    """The words of some texts as written, each once; no abbreviation, which says all that is asked by itself."""
    found: dict[str, None] = {}
    for text in texts:
        cleaned = clean(text)
        found.update(
            dict.fromkeys(cleaned[token.start : token.end] for token in spans(cleaned) if is_syllable(token.text))
        )
    return list(found)


def noise(site_id: int, texts: Iterable[str], *, count: int, seed: int) -> Iterator[PublicRecord]:
    """Records of words of `texts` in any order but theirs, under numbers and days that no text names.

    Their numbers are near misses: one digit more than a number that is looked for.
    """
    random = Random(f"{seed} {site_id}")
    given = list(texts)
    vocabulary = words_of(given)
    pairs = {pair for text in given for pair in pairwise(tokens(text))}
    taken = {token for text in given for token in tokens(text)}
    near = [token for token in sorted(taken) if token.isdigit() and len(token) < 4]
    for _ in range(count):
        kind, kind_label = random.choice(_KINDS)
        state, state_label = random.choice(_STATES)
        day = _LAST - timedelta(days=random.randrange(900))
        values: dict[str, Any] = {}
        name = ""
        if kind == "van-ban":
            written, code = random.choice(_TYPES)
            number = f"{random.choice(near)}{random.randrange(10)}" if near else "7777"
            if number not in taken:
                values["number"] = f"{number}/{code}-UBND"
                name = f"{written} số {number}/{code}-UBND "
        if f"{day:%Y}d{day:%m%d}" not in taken:
            values |= {"dated_on": day, "year": day.year}
        yield build_record(
            site_id=site_id,
            kind=kind,
            kind_label=kind_label,
            title=f"{name}về {_words(random, vocabulary, pairs, 3, 7)}",
            summary=_words(random, vocabulary, pairs, 0, 8),
            keys=_words(random, vocabulary, pairs, 0, 4),
            body=_words(random, vocabulary, pairs, 10, 40),
            files_text=_words(random, vocabulary, pairs, 0, 30),
            state=state,
            state_label=state_label,
            is_open=random.random() < 0.8,
            places=random.sample(_PLACES, random.randrange(3)),
            unit=random.choice(_UNITS),
            disclosed_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=random.randrange(5000)),
            **values,
        )


def _words(random: Random, vocabulary: list[str], pairs: set[tuple[str, str]], least: int, most: int) -> str:
    words: list[str] = []
    for _ in range(random.randint(least, most)):
        word = random.choice(vocabulary)
        while words and (fold(words[-1]), fold(word)) in pairs:
            word = random.choice(vocabulary)
        words.append(word)
    return " ".join(words)
