"""What a Vietnamese syllable looks like without marks, and what was meant when a word is not one.

The three readings (keyboard switched off with Telex or VNI habits, a space left out) are tried only for words that are
no syllable as typed, so a word that says what it says is never re-read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from search.text import fold

_ONSETS: Final = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|[bcdghklmnprstvx]"
_RHYMES: Final = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|"
    "i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|op|ot|"
    "u|ua|uan|uang|uanh|uat|uay|uc|ue|uech|uen|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|"
    "uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yen|yet|yeu"
)
# Without ooc and oong: who types "coong" means công far more often than the few words that have them.
_AFTER_QU: Final = (
    "a|ac|ach|ai|an|ang|anh|ao|at|ay|au|e|en|eo|et|ep|o|oc|on|ot|i|y|ich|inh|it|ynh|yt|yen|yet|ech|enh|eu"
)
_SYLLABLE = re.compile(rf"(?:(?:{_ONSETS})?(?:{_RHYMES})|qu(?:{_AFTER_QU}))")

_TELEX_TONES: Final = {"f": "2", "s": "1", "r": "3", "x": "4", "j": "5"}
_VNI_VOWELS: Final = {"6": "aeo", "7": "ou", "8": "a", "9": "d"}
_LONGEST: Final = 24
"""Letters of the longest run that is taken apart: four long syllables."""


def is_syllable(word: str) -> bool:
    """Whether `word` (ASCII, lower case) can be a Vietnamese syllable without its marks."""
    return _SYLLABLE.fullmatch(word) is not None


def _read(letters: list[str], tone: str) -> tuple[str, str] | None:
    """Folded word and accents of decoded letters, when they make a syllable."""
    spelled = "".join(letters)
    plain = re.sub(r"\d", "", spelled)
    if not is_syllable(plain):
        return None
    return fold(plain), re.sub(r"\b([hklmst])y$|\bquy$", lambda m: f"{m[1]}i" if m[1] else "qui", spelled) + tone


@lru_cache(maxsize=10_000)
def telex(word: str) -> tuple[str, str] | None:
    """What `word` spells on a Telex keyboard ("hooij" → ("hoi", "ho6i5")); None when it spells no syllable."""
    if is_syllable(word) or not word.isalpha() or len(word) > _LONGEST:
        return None
    letters: list[str] = []
    tone = ""
    for char in word:
        last = letters[-1] if letters else ""
        if char in _TELEX_TONES and not tone and set("".join(letters)) & set("aeiouy"):
            tone = _TELEX_TONES[char]
        elif char == "w":
            if not _horn(letters):
                letters.append("u7")
        elif char in "aeo" and last == char:
            letters[-1] = f"{char}6"
        elif char == "d" and letters and letters[0] == "d":
            letters[0] = "d9"
        else:
            letters.append(char)
    decoded = "".join(letters) + tone
    return _read(letters, tone) if decoded != word else None


def _horn(letters: list[str]) -> bool:
    """Put the w of Telex on the vowel before it (uow is ươ); False when there is none."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] == "a":
            letters[at] = "a8"
            return True
        if letters[at] in {"o", "u"}:
            letters[at] += "7"
            if letters[at] == "o7" and at and letters[at - 1] == "u":
                letters[at - 1] = "u7"
            return True
    return False


@lru_cache(maxsize=10_000)
def vni(word: str) -> tuple[str, str] | None:
    """What `word` spells on a VNI keyboard ("ho6i5" → ("hoi", "ho6i5")); None when it spells no syllable."""
    if not re.fullmatch(r"[a-z]+\d[a-z0-9]*", word) or len(word) > _LONGEST:
        return None
    letters: list[str] = []
    tone = ""
    for char in word:
        if char.isalpha():
            letters.append(char)
        elif char in "12345" and not tone:
            tone = char
        else:
            at = next((i for i in range(len(letters) - 1, -1, -1) if letters[i] in _VNI_VOWELS.get(char, "")), None)
            if at is None:
                return None
            letters[at] += char
            if letters[at] == "o7" and at and letters[at - 1] == "u":
                letters[at - 1] = "u7"
    return _read(letters, tone)


@lru_cache(maxsize=10_000)
def split(word: str) -> tuple[tuple[str, ...], ...]:
    """Ways to read a run of letters as two to four syllables, fewest first, at most six ("quyhoach" → qui hoach)."""
    if is_syllable(word) or not word.isalpha() or not 5 <= len(word) <= _LONGEST:
        return ()
    found = sorted(_ways(word, 4), key=len)[:6]
    return tuple(tuple(fold(syllable) for syllable in way) for way in found if len(way) > 1)


def _ways(word: str, most: int) -> Iterator[tuple[str, ...]]:
    if not word:
        yield ()
        return
    if not most:
        return
    for size in range(min(len(word), 7), 0, -1):
        if is_syllable(word[:size]):
            for rest in _ways(word[size:], most - 1):
                yield (word[:size], *rest)
