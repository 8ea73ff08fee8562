"""Registers of law whose rows share a code: what a code says changes, and all its rows stay."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models import Q


class CodedQuerySet(models.QuerySet[Any]):
    """Rows by their code."""

    def all_of(self, codes: Collection[str], pks: Collection[int]) -> Self:
        """All rows of the given codes and of the codes of the given rows, with what is shown beside them; one query."""
        wanted = Q(code__in=codes)
        if pks:
            wanted |= Q(code__in=self.model._default_manager.filter(pk__in=pks).values("code"))
        return self.filter(wanted).select_related(*self.model.shown_with)
