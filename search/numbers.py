"""Document numbers: how they are written on a record, and how a person types them.

A number becomes keys, tokens that no word can be: ``258/QĐ-UBND`` is found as ``0no258``, ``0no258xqd`` and
``0no258xqdxubnd``. The one with the type (``qd``) is there also when only the title names the type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from search.text import Token, tokens

TYPES: Final[dict[str, tuple[str, ...]]] = {
    "qd": ("quyet", "dinh"),
    "nq": ("nghi", "quyet"),
    "nd": ("nghi", "dinh"),
    "tt": ("thong", "tu"),
    "ttlt": ("thong", "tu", "lien", "tich"),
    "cv": ("cong", "van"),
    "cd": ("cong", "dien"),
    "tb": ("thong", "bao"),
    "bc": ("bao", "cao"),
    "ct": ("chi", "thi"),
    "kh": ("ke", "hoach"),
    "ttr": ("to", "trinh"),
    "hd": ("huong", "dan"),
    "kl": ("ket", "luan"),
    "gm": ("giay", "moi"),
    "bb": ("bien", "ban"),
    "luat": ("luat",),
}
"""Codes of kinds of documents (folded) and their names, after the list of Nghị định 30/2020/NĐ-CP, Phụ lục III."""

_ISSUERS: Final = frozenset({"ubnd", "hdnd", "cp", "bxd", "btp", "bnv", "btc", "ttg", "tu", "tw", "qh", "sxd", "mttq"})
_LONGEST_RUN: Final = 6


def _key(parts: Sequence[str]) -> str:
    return "0no" + "x".join(parts)


def day_key(token: str) -> str:
    """Key of a record's own date, from its date token."""
    return f"0day{token}"


def _type_at_start(words: Sequence[str]) -> str | None:
    """Code of the kind of document that a title begins with ("Nghị quyết số …" → nq)."""
    for code, name in TYPES.items():
        if tuple(words[: len(name)]) == name:
            return code
    return None


def keys_of(number: str, *names: str) -> list[str]:
    """Keys and words that a record with this number is found by.

    Beside the keys: the type in full for a number that has only its code, and the code for one that only a name of
    the record gives a type (its title, or "Nghị quyết số 201/2025/QH15" among its keys), so that "quyết định 258" and
    "qđ 258" find the same. The first name that begins with a type counts.
    """
    written = tokens(number)
    if not written or not written[0].isdecimal():
        return []
    keys = [_key(written[:size]) for size in range(1, len(written) + 1)]
    coded = next((token for token in written[1:] if token in TYPES), None)
    kind = coded or next((found for name in names if (found := _type_at_start(tokens(name)))), None)
    if kind is None:
        return keys
    return list(dict.fromkeys([*keys, _key([written[0], kind]), kind, *TYPES[kind]]))


def typed(found: Sequence[Token], cleaned: str) -> tuple[str, ...]:
    """Keys of the document number in a query, all of which its record must carry; () when there is none.

    Reads a written number (258/QĐ-UBND, 258qd-ubnd), a type beside a number (qđ 258, 258 QĐ, quyết định số 258) and a
    query that is nothing but a number.
    """
    found = list(_coded(found))
    words = [token.text for token in found]
    for at, word in enumerate(words):
        if not word.isdecimal():
            continue
        keys: list[str] = []
        run = _glued(found, at, cleaned)
        if len(run) > 1:
            keys.append(_key(run))
        elif spaced := _spaced(words, at):
            keys.append(_key(spaced))
        if kind := _type_before(words, at):
            keys.append(_key([word, kind]))
        if not keys and words in ([word], ["so", word]):
            keys.append(_key([word]))
        if keys:
            return tuple(dict.fromkeys(keys))
    return ()


def codes(word: str) -> tuple[str, ...]:
    """The codes in a run of letters: dd typed for đ (qdd), and a type glued to its issuer (qdubnd); () for any other.

    "nd" in a word says nothing: all of the run must be codes.
    """
    plain = word.replace("dd", "d")
    if plain in TYPES or plain in _ISSUERS:
        return (plain,) if plain != word else ()
    return next(
        ((code, plain[len(code) :]) for code in TYPES if plain.startswith(code) and plain[len(code) :] in _ISSUERS), ()
    )


def _coded(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens, runs of codes taken apart."""
    for token in found:
        parts = codes(token.text)
        if not parts:
            yield token
        else:
            yield Token(parts[0], token.start, token.end)
            yield from (Token(part, token.end, token.end) for part in parts[1:])


def _glued(found: Sequence[Token], at: int, cleaned: str) -> list[str]:
    """The digits at `at` and what follows them with nothing between but / - or . ."""
    run = [found[at].text]
    for before, token in zip(found[at:], found[at + 1 :], strict=False):
        if cleaned[before.end : token.start].strip("/-.\u2010\u2011\u2012\u2013\u2014") or len(run) == _LONGEST_RUN:
            break
        run.append(token.text)
    return run


def _spaced(words: Sequence[str], at: int) -> list[str]:
    """The digits at `at`, the code of a type right after them and the issuers after that ("02 nq tu")."""
    if at + 1 >= len(words) or words[at + 1] not in TYPES:
        return []
    run = list(words[at : at + 2])
    for word in words[at + 2 :]:
        if word not in _ISSUERS:
            break
        run.append(word)
    return run


def _type_before(words: Sequence[str], at: int) -> str | None:
    """Code of the type before the digits at `at`, as a code or in full, "số" between or not."""
    before = list(words[:at])
    if before and before[-1] == "so":
        before.pop()
    if before and before[-1] in TYPES:
        return before[-1]
    return next((code for code, name in TYPES.items() if tuple(before[-len(name) :]) == name), None)
