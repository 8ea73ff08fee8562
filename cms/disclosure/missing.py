"""A missing value says which kind of missing it is."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class MissingKind(enum.StrEnum):
    """The three ways in which the portal may have no value; other words are not used."""

    UNKNOWN = "unknown"
    OWED = "owed"
    NOT_APPLICABLE = "not_applicable"


_TEXTS = {
    MissingKind.UNKNOWN: "chưa có thông tin",
    MissingKind.OWED: "chưa công bố",
    MissingKind.NOT_APPLICABLE: "không áp dụng",
}


@dataclass(frozen=True)
class Missing:
    """Why a value is not there: nobody said, the law makes somebody say it, or there cannot be one."""

    kind: MissingKind
    owed_by: str = ""
    asked_by: str = ""
    why: str = ""

    def __str__(self) -> str:
        return _TEXTS[self.kind]

    @property
    def note(self) -> str:
        """What stands behind the words in brackets: who has to disclose it, or why it does not apply."""
        if self.kind is MissingKind.OWED and self.owed_by:
            return f"phải công bố: {self.owed_by}"
        return self.why


@dataclass(frozen=True)
class Finding:
    """Something that is owed or wanted and not there, or contradictory, as the pre-flight check lists it."""

    level: str
    label: str
    asked_by: str = ""
    field: str = ""
    owed_by: str = ""
    message: str = ""

    def __str__(self) -> str:
        return (
            self.message or f"{self.label}: {_TEXTS[MissingKind.OWED if self.level == 'must' else MissingKind.UNKNOWN]}"
        )
