"""What the text of a document proposes for its record; a person accepts or corrects each value.

The form of official documents is laid down in NĐ 30/2020/NĐ-CP, Phụ lục I: number and place with date in the head, then
the type and the abstract (trích yếu), at the end capacity, position and name of who signed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cms.extraction.reading import PAGE_BREAK
from cms.values.dates import PartialDate
from cms.values.mistakes import ValueMistake
from projects_pages.models.document_fields import DocumentType

HEAD_LINES, TAIL_LINES = 40, 80
LONGEST_SUBJECT = 255

_NUMBER = re.compile(r"Số\s*:?\s*(\d{0,5}\s*(?:/\s*[\dA-ZĐƯ][\w/.-]*|-\s*[A-ZĐƯ]{1,4}/[A-ZĐƯ]{2,}))", re.UNICODE)
_DATE = re.compile(r"ngày\s*(\d{1,2})?[\s.…]*tháng\s*(\d{1,2})?[\s.…]*năm\s*(\d{4})", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:về việc|v/v)\s*:?\s*", re.IGNORECASE)
_ABOUT_IN_LETTER = re.compile(r"\bV/v\s*:?\s*(.+)", re.IGNORECASE)
_END_OF_SUBJECT = re.compile(
    r"^(?:căn cứ|kính gửi|thực hiện|theo |xét |ủy ban|uỷ ban|hội đồng|chủ tịch|[IVX]+\.|điều \d|_{3}|-{3})",
    re.IGNORECASE,
)
_CAPACITY = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\s*\.\s*.+")
_POSITION = re.compile(
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|"
    r"CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|CỤC TRƯỞNG)"
)
_NAME = re.compile(r"^(?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+\s+){1,4}[A-ZÀ-ỸĐ][a-zà-ỹđ]+$")
_TYPES = sorted(((str(label).upper(), DocumentType(value)) for value, label in DocumentType.choices), reverse=True)


@dataclass(frozen=True)
class Proposed:
    """Values found in a text; what was not found is empty."""

    number: str = ""
    issued_on: PartialDate | None = None
    document_type: str = ""
    title: str = ""
    signer: str = ""
    signer_position: str = ""
    signing_capacity: str = ""

    @property
    def found(self) -> dict[str, object]:
        """The values that are there, by the names of the record's fields."""
        return {name: value for name, value in vars(self).items() if value}


def propose(text: str) -> Proposed:
    """What a document's text says of itself; never an error, whatever the text is."""
    lines = [line.strip(" \t#*_") for line in text.replace(PAGE_BREAK, "\n").splitlines()]
    head, tail = lines[:HEAD_LINES], lines[-TAIL_LINES:]
    kind, subject = _type_and_subject(head)
    return Proposed(_number(head), _date(head), kind, subject, *_signature(tail))


def _number(head: Sequence[str]) -> str:
    match = _NUMBER.search("\n".join(head))
    return re.sub(r"\s+", "", match.group(1)).rstrip(".-/") if match else ""


def _date(head: Sequence[str]) -> PartialDate | None:
    match = _DATE.search(" ".join(head))
    if match is None:
        return None
    day, month, year = (int(part) if part else None for part in match.groups())
    try:
        return PartialDate(year or 0, month, day if month else None)
    except (ValueMistake, ValueError):
        return None


def _type_and_subject(head: Sequence[str]) -> tuple[str, str]:
    for place, line in enumerate(head):
        kind = next((kind for label, kind in _TYPES if line.rstrip(":").strip() == label), None)
        if kind is not None:
            return str(kind), _subject(head[place + 1 :])
    for place, line in enumerate(head):
        if match := _ABOUT_IN_LETTER.search(line):
            return str(DocumentType.LETTER), _subject([match.group(1), *head[place + 1 :]])
    return "", ""


def _subject(lines: Sequence[str]) -> str:
    """The lines up to an empty one or to the first sentence of the text, as one; "Về việc" is left out."""
    taken: list[str] = []
    for line in lines:
        if not line and taken:
            break
        if taken and _END_OF_SUBJECT.match(line):
            break
        if line:
            taken.append(line)
        if len(taken) == 6:
            break
    subject = _ABOUT.sub("", " ".join(taken)).strip(" .-_")[:LONGEST_SUBJECT]
    return subject[:1].upper() + subject[1:]


def _signature(tail: Sequence[str]) -> tuple[str, str, str]:
    """Name, position and capacity: those of the last position that a name follows."""
    for place in range(len(tail) - 1, -1, -1):
        if not _POSITION.fullmatch(tail[place]):
            continue
        name = next((line for line in tail[place + 1 : place + 12] if _NAME.match(line)), "")
        if name:
            above = next((line for line in reversed(tail[max(0, place - 3) : place]) if _CAPACITY.match(line)), "")
            return name, tail[place].capitalize().replace("chủ tịch", "Chủ tịch"), above
    return "", "", ""
