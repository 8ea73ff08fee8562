"""Facts as a page shows them: the value with its source, or which kind of missing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cms.disclosure.cited import Chip, chip_of
from cms.disclosure.facts import BoundFacts, Fact, Level
from cms.disclosure.missing import Missing, MissingKind
from cms.registers.models import LegalReference

if TYPE_CHECKING:
    import datetime

_LEADING = re.compile(r"(khoảng|quý|tháng)\s(?=[\dIV])")


@dataclass(frozen=True)
class Figure:
    """One fact on the page; `text` is spelled from the same value that the record's JSON carries."""

    name: str
    label: str
    text: str = ""
    missing: Missing | None = None
    source: Chip | None = None

    @property
    def before(self) -> str:
        """The small word before the number: "khoảng", "quý"."""
        match = _LEADING.match(self.text)
        return match.group(1) if match else ""

    @property
    def number(self) -> str:
        """The number without the words around it."""
        return self._without_words[0]

    @property
    def unit(self) -> str:
        """The unit after the number: "m²"."""
        return self._without_words[1]

    @property
    def _without_words(self) -> tuple[str, str]:
        rest = self.text[len(self.before) :].lstrip()
        number, _, unit = rest.partition("\N{NO-BREAK SPACE}")
        return (number, unit) if number[:1].isdigit() else (rest, "")

    @property
    def sentence(self) -> str:
        """The text as the beginning of a sentence: "Khoảng 587"."""
        return self.text[:1].upper() + self.text[1:]


def figure(page: Any, name: str) -> Figure:
    """A fact of a record. Raises KeyError for a name that the type does not declare: nothing else is ever shown."""
    bound: BoundFacts = type(page).facts
    item = bound.by_name[name]
    source = page.sources_by_fact.get(name)
    chip = chip_of(page.cited, source.document_id, source.passage) if source else None
    if missing := bound.missing(page, item):
        return Figure(name, bound.label(item), missing=missing)
    text = bound.text(item, bound.value(page, item), {}) if isinstance(item, Fact) else ""
    return Figure(name, bound.label(item), text, source=chip)


def figures(page: Any, names: Iterable[str]) -> list[Figure]:
    """Several facts, in the order asked for."""
    return [figure(page, name) for name in names]


def known_figures(page: Any, names: Iterable[str]) -> list[Figure]:
    """Those of the facts that are there; the others are named among what is lacking."""
    return [one for one in figures(page, names) if one.missing is None]


@dataclass
class Gap:
    """What is missing for one reason: who owes it under which provision, or nobody has said it."""

    kind: MissingKind
    owed_by: str = ""
    provision: str = ""
    duty: str = ""
    labels: list[str] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The kind of missing as a heading: "Chưa công bố"."""
        text = str(Missing(self.kind))
        return text[:1].upper() + text[1:]

    @property
    def who(self) -> str:
        """Who has to disclose it, as a sentence: "Chủ đầu tư phải công bố"."""
        return f"{self.owed_by[:1].upper()}{self.owed_by[1:]} phải công bố" if self.owed_by else ""


def gaps(page: Any, day: datetime.date, more_unknown: Iterable[str] = ()) -> list[Gap]:
    """All that is owed or wanted of a record and not there, grouped by who owes it; one query.

    `more_unknown` are things within rows that nobody has said, named by the type.
    """
    bound: BoundFacts = type(page).facts
    unknown, not_applicable = Gap(MissingKind.UNKNOWN), Gap(MissingKind.NOT_APPLICABLE)
    owed: dict[tuple[str, str], Gap] = {}
    for item in bound:
        missing = bound.missing(page, item) if item.level is not Level.MAY else None
        if missing is None:
            continue
        label = page.gap_labels.get(item.name) or bound.label(item)
        if missing.kind is MissingKind.OWED:
            gap = owed.setdefault((missing.owed_by, missing.asked_by), Gap(MissingKind.OWED, missing.owed_by))
            gap.labels.append(label)
        elif missing.kind is MissingKind.NOT_APPLICABLE:
            not_applicable.labels.append(f"{label}: {missing.why}")
        else:
            unknown.labels.append(label)
    unknown.labels.extend(more_unknown)
    _cite_law(owed, day)
    return [gap for gap in (*owed.values(), unknown, not_applicable) if gap.labels]


def _cite_law(owed: dict[tuple[str, str], Gap], day: datetime.date) -> None:
    codes = {code for _, code in owed if code}
    if not codes:
        return
    references = {row.code: row for row in LegalReference.objects.in_force_on(day).filter(code__in=codes)}
    for (_, code), gap in owed.items():
        if reference := references.get(code):
            gap.provision, gap.duty = reference.provision, reference.duty
