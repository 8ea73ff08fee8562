"""The screen of the synonyms (từ viết tắt, từ đồng nghĩa): what is wrong is refused, what is doubtful is told."""

from __future__ import annotations

from typing import Any, Final

from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.snippets.views.snippets import CreateView

from cms.tenancy.registers import RegisterForm
from cms.values.text import clean_line
from search.engines.choice import answering
from search.facets import EVERYTHING
from search.models import Synonym
from search.query import understand
from search.register import NAME, NUMBER
from search.text import fold, tokens

AMBIGUOUS: Final = frozenset({"bht", "bt", "cc", "cn", "ct", "cv", "dt", "hd", "ht", "kh", "nd", "p", "qd", "tb", "tt"})
"""Short forms that mean several things in papers: whoever means another one meets this full form too."""
LONGEST_SHORT: Final = 120
MANY: Final = 3
"""Fulls of one short after which people get more than they asked for."""


class SynonymForm(RegisterForm):
    """Compared as searching compares: two words that fold to the same are one word."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["change_reason"]  # no record shows a synonym

    def clean_short(self) -> str:
        """Something to look for."""
        return self._worded("short")

    def clean_full(self) -> str:
        """Something to look for."""
        return self._worded("full")

    def _worded(self, name: str) -> str:
        text = clean_line(self.cleaned_data[name])
        if not tokens(text):
            self.add_error(name, "Ghi chữ hoặc số: chỉ có dấu câu thì không tìm được gì.")
        return text

    def clean(self) -> dict[str, Any]:
        """No word for itself, no row twice."""
        cleaned: dict[str, Any] = super().clean()
        short, full = tokens(cleaned.get("short", "")), tokens(cleaned.get("full", ""))
        if short and full:
            if short == full:
                self.add_error("full", "Hai chữ này khi tìm là một: không cần ghi.")
            elif same := self._same(short, full):
                self.add_error("short", f"Đã có: {same}.")
        return cleaned

    def _same(self, short: list[str], full: list[str]) -> Synonym | None:
        others = Synonym.objects.exclude(pk=self.instance.pk)
        return next((row for row in others if (tokens(row.short), tokens(row.full)) == (short, full)), None)


def hints(row: Synonym) -> list[str]:
    """What the person should know of a row that is saved: what it finds, and why it may find too much."""
    told = [f"Câu tìm «{row.short}» nay tìm cả «{row.full}»: {_found(row.full)} bản ghi công khai có chữ này."]
    if any(place in row.short for place in (NUMBER, NAME)):
        told = [f"{NUMBER} là một số bất kỳ, {NAME} là chữ đầu của một tên riêng: chỉ đọc như vậy khi đứng cạnh."]
    if not row.active:
        told = ["Dòng này đang tắt: không dùng khi tìm."]
    if fold(row.short) in AMBIGUOUS:
        told.append(f"«{row.short}» có nhiều nghĩa trong văn bản: người dân gõ nghĩa khác cũng sẽ gặp «{row.full}».")
    same = [other for other in Synonym.objects.filter(active=True) if tokens(other.short) == tokens(row.short)]
    if len(same) >= MANY:
        told.append(f"«{row.short}» đã có {len(same)} cách hiểu: kết quả sẽ lẫn nhau.")
    if row.relation == "=" and len(row.short) <= len(row.full) // 3:
        told.append("Chọn «→» nếu chữ ngắn còn nghĩa khác: khi đó gõ chữ đầy đủ không gặp nghĩa kia.")
    return told


def _found(text: str) -> int:
    """Public records of all portals that have the words side by side."""
    return answering(None).summary(understand(f'"{text}"'), None, EVERYTHING).count


class HintsPanel(Panel):
    """In the form of a saved row."""

    class BoundPanel(Panel.BoundPanel):
        """For one row."""

        template_name = "tenancy/synonym_hints.html"

        @cached_property
        def hints(self) -> list[str]:
            """Sentences."""
            return hints(self.instance)

        def is_shown(self) -> bool:
            """A new row has been nowhere yet."""
            return bool(self.instance.pk)


class SynonymCreateView(CreateView):
    """The word may come from the report of what was not found."""

    def get_initial(self) -> dict[str, Any]:
        """`?short=…`."""
        return {**super().get_initial(), "short": self.request.GET.get("short", "")[:LONGEST_SHORT]}


PANELS = [FieldPanel("short"), FieldPanel("relation"), FieldPanel("full"), FieldPanel("active"), HintsPanel()]
