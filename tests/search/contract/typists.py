"""How people type a text: with the keyboard switched off, without marks, glued, with an old spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from search.text import unmark

_TONES: Final = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
_TELEX: Final = {"\u0306": "w", "\u031b": "w"}
_VNI: Final = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_OLD: Final = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ"}


def _by_word(text: str, word: Callable[[str], str]) -> str:
    return " ".join(word(one) for one in text.lower().split())


def _keys(word: str, accents: Mapping[str, str], *, doubled: bool, tone_at: int) -> str:
    """The keys of one word: accents where they stand, the tone last."""
    keys, tone = "", ""
    for char in unicodedata.normalize("NFD", word):
        if char == "đ":
            keys += "dd" if doubled else "d9"
        elif char in _TONES:
            tone = _TONES[char][tone_at]
        elif char == "\u0302" and doubled:
            keys += keys[-1]
        else:
            keys += accents.get(char, char)
    return keys.replace("uwow", "uow") + tone


def telex(text: str) -> str:
    """The keys of a Telex keyboard: nhà ở xã hội is nhaf owr xax hooij."""
    return _by_word(text, lambda word: _keys(word, _TELEX, doubled=True, tone_at=0))


def vni(text: str) -> str:
    """The keys of a VNI keyboard: nhà ở xã hội is nha2 o73 xa4 ho6i5."""
    return _by_word(text, lambda word: _keys(word, _VNI, doubled=False, tone_at=1))


def plain(text: str) -> str:
    """Without marks, letter for letter."""
    return unmark(text)


def decomposed(text: str) -> str:
    """As macOS and many PDF files write it."""
    return unicodedata.normalize("NFD", text)


def half_composed(text: str) -> str:
    """As the Windows keyboard writes it: the letter composed, the tone after it."""
    written = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(part for part in parts if part in _TONES)
        written += unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tones
    return written


def partly(text: str) -> str:
    """Marks on the vowels that have a hat, no tones and no đ: Đoàn Kết is Doan Kêt."""
    kept = "".join(char for char in unicodedata.normalize("NFD", text) if char not in _TONES and char != "\u031b")
    return unicodedata.normalize("NFC", kept).replace("Đ", "D").replace("đ", "d")


def old_tone(text: str) -> str:
    """The tone where it used to stand: hòa is hoà."""
    for new, old in _OLD.items():
        text = re.sub(rf"{new}\b", old, text)
    return text


def one_i(text: str) -> str:
    """The i that some write for a y that is the whole rhyme: kỹ is kĩ."""
    return re.sub(
        r"\b([hklmst])([yýỳỷỹỵ])\b",
        lambda found: found[1] + "iíìỉĩị"["yýỳỷỹỵ".index(found[2])],
        text,
        flags=re.IGNORECASE,
    )


def chat(text: str) -> str:
    """j for the i at the end of the last word that has one: xa hoi is xa hoj."""
    return re.sub(r"i(?=\b(?!.*i\b))", "j", plain(text))


def glued(text: str) -> str:
    """Without the spaces."""
    return text.replace(" ", "")
