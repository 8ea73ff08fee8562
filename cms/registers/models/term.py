"""Terms (thuật ngữ): words of the law in words of the street."""

from __future__ import annotations

from typing import ClassVar

from cms.registers.models.national import NationalRow, code_once
from cms.values.fields import ProseField


class Term(NationalRow):
    """A term and what it means; `aliases` are what people say instead."""

    meaning = ProseField("Nghĩa")

    class Meta:
        verbose_name = "thuật ngữ"
        verbose_name_plural = "thuật ngữ"
        ordering: ClassVar = ["name", "valid_from"]
        constraints: ClassVar = code_once("term")

    @property
    def shown_text(self) -> str:
        """The meaning."""
        return self.meaning
