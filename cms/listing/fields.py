"""Form fields of filters: what can be read is kept, what cannot is named, nothing is an error."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from cms.values.mistakes import quoted
from cms.values.text import clean_line
from search.text import clean

MOST_VALUES: Final = 50
"""Values of one filter that are read; nobody ticks more."""
MOST_NAMED: Final = 3
"""Broken values of one filter that are named one by one."""
LONGEST_TEXT: Final = 200


@dataclass(frozen=True)
class Chosen:
    """Values of a filter of which any may hold, in the order of the address; `mistakes` says what was left out."""

    values: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)


@dataclass(frozen=True)
class Bounds:
    """Lowest and highest value, each may be open, with the words in which they were typed."""

    low: Any = None
    high: Any = None
    low_text: str = ""
    high_text: str = ""
    mistakes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.low is not None or self.high is not None


@dataclass(frozen=True)
class Phrase:
    """Words to search for; `mistakes` says what was left out."""

    text: str = ""
    mistakes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


class ChosenField(forms.Field):
    """Any number of the values that `known` holds; the others are named in `mistakes`."""

    widget = forms.SelectMultiple

    def __init__(self, *, known: Container[str], **kwargs: Any) -> None:
        self.known = known
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Chosen:
        """Each known value once."""
        given = list(dict.fromkeys(text for text in value or () if text.strip()))
        kept = [text for text in given[:MOST_VALUES] if text in self.known]
        unknown = [text for text in given[:MOST_VALUES] if text not in self.known]
        mistakes = [f"Bỏ qua {quoted(text)}: không có trong «{self.label}»." for text in unknown[:MOST_NAMED]]
        if len(unknown) > MOST_NAMED or len(given) > MOST_VALUES:
            mistakes.append(f"Bỏ qua các giá trị còn lại không đọc được của «{self.label}».")
        return Chosen(tuple(kept), tuple(mistakes))


class BoundsWidget(forms.Widget):
    """Two parameters, `<name>-tu` and `<name>-den`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str]:
        """Both texts as they came."""
        return str(data.get(f"{name}-tu") or ""), str(data.get(f"{name}-den") or "")


class BoundsField(forms.Field):
    """Two typed values; `read` gives a bound from its text or raises ValidationError, told which end it is."""

    widget = BoundsWidget

    def __init__(self, *, read: Callable[[str, bool], Any], **kwargs: Any) -> None:
        self.read = read
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Bounds:
        """What can be read of both; two that stand the wrong way round are exchanged."""
        low_text, high_text = (clean_line(text[:LONGEST_TEXT]) for text in value or ("", ""))
        mistakes: list[str] = []
        low, low_text = self._bound(low_text, mistakes, upper=False)
        high, high_text = self._bound(high_text, mistakes, upper=True)
        if low is not None and high is not None and low > high:
            mistakes.append(f"«{self.label}»: số đầu lớn hơn số cuối, nên đã đổi chỗ.")
            (low, _), (high, _) = self._bound(high_text, [], upper=False), self._bound(low_text, [], upper=True)
            low_text, high_text = high_text, low_text
        return Bounds(low, high, low_text, high_text, tuple(mistakes))

    def _bound(self, text: str, mistakes: list[str], *, upper: bool) -> tuple[Any, str]:
        if not text:
            return None, ""
        try:
            return self.read(text, upper), text
        except ValidationError as error:
            mistakes.append(f"Bỏ qua {quoted(text)} ở «{self.label}». {' '.join(error.messages)}")
            return None, ""


class PhraseField(forms.Field):
    """Words as people type them."""

    def clean(self, value: Any) -> Phrase:
        """Storable words; of a text without any, that there is none."""
        text = " ".join(clean(str(value or "")[: 4 * LONGEST_TEXT]).split())
        if not text:
            return Phrase()
        if not any(char.isalnum() for char in text):
            return Phrase(mistakes=("Câu tìm không có chữ hoặc số nào để tìm.",))
        if len(text) > LONGEST_TEXT or len(str(value)) > 4 * LONGEST_TEXT:
            return Phrase(text[:LONGEST_TEXT].rstrip(), ("Câu tìm quá dài: chỉ tìm theo phần đầu.",))
        return Phrase(text)
