"""Words of a question that say nothing of what is looked for: they need not stand in a record. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from search.phrases import Spelled, agrees, longest_first, spelled, stands
from search.text import Token

PHRASES: Final = (
    "ở đâu", "ở chỗ nào", "ở nơi nào", "nằm ở đâu", "tại đâu", "chỗ nào", "nơi nào",
    "bao giờ", "bao giờ xong", "bao giờ thì xong", "khi nào", "khi nào xong", "khi nào thì xong", "lúc nào", "hồi nào",
    "bao lâu", "bao lâu thì xong", "bao nhiêu", "bao nhiêu tiền", "là bao nhiêu", "hết bao nhiêu", "mất bao lâu",
    "là gì", "là ai", "là sao", "gồm những gì", "gồm gì", "cần những gì", "cần gì", "những gì", "cái gì", "thế nào",
    "như thế nào", "ra sao", "làm sao", "làm thế nào", "bằng cách nào", "như nào", "tại sao", "vì sao", "sao lại",
    "có được", "có được không", "được không", "có phải", "có phải không", "phải không", "có không", "hay không",
    "hay chưa", "được chưa", "xong chưa", "đã xong chưa", "đến đâu rồi", "tới đâu rồi", "thì sao", "thì phải",
    "cho hỏi", "xin hỏi", "cho tôi hỏi", "cho em hỏi", "cho mình hỏi", "xin cho hỏi", "cho biết", "xin cho biết",
    "tôi muốn", "tôi cần", "tôi có", "tôi được", "tôi phải", "tôi là", "của tôi", "em muốn", "em cần", "em có",
    "mình muốn", "mình cần", "mình có", "muốn biết", "muốn hỏi", "muốn tìm", "cần tìm", "cần biết", "tìm hiểu về",
    "những ai", "ai được", "ai là", "ai có", "gì không", "nào không", "mấy giờ", "ngày nào", "loại nào", "cái nào",
)  # fmt: skip
"""Read with their accents or without any."""
ACCENTED: Final = (
    "tôi", "gì", "nào", "ạ", "à", "nhỉ", "vậy", "thì", "mà", "là", "và", "của", "với", "về", "các", "những", "được",
    "để", "tại", "đang", "đã", "sẽ", "rồi", "cái", "mấy", "chưa", "ở", "for", "of",
)  # fmt: skip
"""Single words; their letters stand for other words too, so they count only with exactly these accents."""
LAST: Final = ("không", "gì", "nào", "ai")
"""At the end of a question also without accents."""
AT_AN_END: Final = ("ở đâu", "nằm ở đâu", "tại đâu")
"""Without accents only at the beginning or the end: inside, "o dau tu" is more likely đầu tư."""
NOUNS: Final = ("nhà", "đất", "nơi", "chỗ")
"""After these "ở" is part of what is meant (nhà ở, đất ở)."""

_PHRASES: Final[dict[str, list[Spelled]]] = {}
for _phrase in longest_first(*PHRASES):
    _PHRASES.setdefault(_phrase[0][0], []).append(_phrase)
_AT_AN_END: Final = {spelled(phrase) for phrase in AT_AN_END}
_ACCENTED: Final = {one for word in ACCENTED for one in spelled(word)}
_LAST: Final = dict(one for word in LAST for one in spelled(word))
_NOUNS: Final = {text for word in NOUNS for text, _ in spelled(word)}


def filler(found: Sequence[Token], at: int) -> int:
    """How many words at `at` say nothing of what is looked for."""
    for phrase in _PHRASES.get(found[at].text, ()):
        if _stands(phrase, found, at):
            return len(phrase)
    token = found[at]
    if (token.text, token.marks) in _ACCENTED:
        return int(token.text != "o" or at == 0 or found[at - 1].text not in _NOUNS)
    return int(0 < at == len(found) - 1 and token.text in _LAST and agrees(token.marks, _LAST[token.text]))


def _stands(phrase: Spelled, found: Sequence[Token], at: int) -> bool:
    if phrase in _AT_AN_END and 0 < at < len(found) - len(phrase):
        return stands(phrase, found, at) and any(token.marks for token in found[at : at + len(phrase)])
    return stands(phrase, found, at)
