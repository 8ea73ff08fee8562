"""«Tôi có được mua không?»: four questions answered from the registers; nothing is stored, no number stands here.

The answers travel in the address: a choice among few, never what somebody typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.registers.models import EligibleGroup, LegalFigure
from cms.registers.models.eligible_group import Condition, Permission

SMALL_HOME = "dien-tich-nha-chat"
"""Code of the figure below which a home counts as too small."""
MARITAL = {
    "doc-than": ("Độc thân", "thu-nhap-doc-than"),
    "nuoi-con": ("Độc thân, đang nuôi con chưa thành niên", "thu-nhap-nuoi-con"),
    "vo-chong": ("Đã kết hôn", "thu-nhap-vo-chong"),
}
"""Answer, label, code of the limit of income."""
INCOME_CODES = tuple(code for _, code in MARITAL.values())
TRANSACTIONS = (("Mua", "may_buy"), ("Thuê mua", "may_rent_to_buy"), ("Thuê", "may_rent"))


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One question with its few answers."""

    name: str
    text: str
    options: list[Option]


@dataclass(frozen=True)
class Reason:
    """Why, and by which provision since when."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Verdict:
    """What the law's rows say of one transaction; `tone` is that of a tag."""

    transaction: str
    text: str
    tone: str
    reasons: list[Reason]


@dataclass(frozen=True)
class SelfCheck:
    """The questions, and the verdicts when all that is needed was answered."""

    questions: list[Question]
    verdicts: list[Verdict] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    group: str = ""

    @property
    def asked(self) -> bool:
        """Whether anything was answered."""
        return bool(self.verdicts or self.notices)


@dataclass(frozen=True)
class Answers:
    """What was chosen; empty texts where nothing was, or nothing that can be read."""

    group: str
    marital: str
    income: str
    home: str


def self_check(
    groups: Mapping[str, EligibleGroup], figures: Mapping[str, LegalFigure], asked: Mapping[str, str]
) -> SelfCheck:
    """Questions made from the rows that hold now, and what they say of the answers in `asked`."""
    brackets = income_brackets(figures)
    choices = {
        "nhom": {code: f"{row.clause}. {row.short_name}" for code, row in groups.items()},
        "hon-nhan": {key: label for key, (label, _) in MARITAL.items()},
        "thu-nhap": {key: label for key, (label, _) in brackets.items()},
        "nha-o": home_answers(figures),
    }
    texts = {
        "nhom": "Ông, bà thuộc nhóm nào?",
        "hon-nhan": "Tình trạng hôn nhân",
        "thu-nhap": "Thu nhập thực nhận bình quân một tháng (đã kết hôn: cộng cả hai người)",
        "nha-o": "Nhà ở của ông, bà trong tỉnh, thành phố có dự án",
    }
    chosen = {name: value if (value := asked.get(name, "")) in choices[name] else "" for name in choices}
    questions = [
        Question(name, texts[name], [Option(key, label, key == chosen[name]) for key, label in choices[name].items()])
        for name in choices
        if choices[name]
    ]
    unread = any(asked.get(name) and not chosen[name] for name in choices)
    notices = ["Không đọc được một câu trả lời; hãy chọn lại."] if unread else []
    group = groups.get(chosen["nhom"])
    if group is None:
        if any(chosen.values()):
            notices.append("Chọn nhóm trước: quyền mua, thuê tùy từng nhóm.")
        return SelfCheck(questions, notices=notices)
    answers = Answers(chosen["nhom"], chosen["hon-nhan"], chosen["thu-nhap"], chosen["nha-o"])
    verdicts = [_verdict(label, name, group, figures, brackets, answers) for label, name in TRANSACTIONS]
    return SelfCheck(questions, verdicts, notices, group.name)


def income_brackets(figures: Mapping[str, LegalFigure]) -> dict[str, tuple[str, int]]:
    """Ranges between the limits that hold now: key, label and an income within; none where no limit is known."""
    rows = {row.money: row for code in INCOME_CODES if (row := figures.get(code)) and row.money is not None}
    found: dict[str, tuple[str, int]] = {}
    below = ""
    for limit in sorted(rows):
        text = rows[limit].value_text
        label = f"Trên {below} đến {text}" if below else f"Đến {text}"
        found[f"den-{limit}"] = (label, limit)
        below = text
    if rows:
        highest = max(rows)
        found[f"tren-{highest}"] = (f"Trên {below}", highest + 1)
    return found


def home_answers(figures: Mapping[str, LegalFigure]) -> dict[str, str]:
    """No home, a home below the limit, another one; without the limit there is only the first question."""
    limit = figures.get(SMALL_HOME)
    if limit is None:
        return {"chua-co": "Chưa có nhà ở", "co-nha": "Có nhà ở"}
    return {
        "chua-co": "Chưa có nhà ở",
        "nha-chat": f"Có nhà ở, {limit.shown_text}",
        "co-nha": f"Có nhà ở, từ {limit.value_text} trở lên",
    }


def _verdict(
    transaction: str,
    column: str,
    group: EligibleGroup,
    figures: Mapping[str, LegalFigure],
    brackets: Mapping[str, tuple[str, int]],
    answers: Answers,
) -> Verdict:
    permission = getattr(group, column)
    of_group = Reason(f"{group.short_name}: {Permission(permission).label.lower()}.", _source(group))
    if permission == Permission.NO:
        return Verdict(transaction, "Không thuộc nhóm được", "bad", [of_group])
    if column == "may_rent":
        note = [Reason(f"Chỉ {group.rent_note}.", _source(group))] if group.rent_note else []
        if permission == Permission.PROVINCE:
            return Verdict(transaction, "Tùy UBND cấp tỉnh quyết định", "warn", [_by_province(group), *note])
        return Verdict(transaction, "Có thể được thuê", "ok", [of_group, *note])
    checks = [_home(group, figures, answers.home), _income(group, figures, brackets, answers)]
    reasons = [reason for _, reason in checks if reason is not None]
    states = {state for state, _ in checks}
    first = _by_province(group) if permission == Permission.PROVINCE else of_group
    if False in states:
        return Verdict(transaction, "Chưa đủ điều kiện", "bad", [first, *reasons])
    if permission == Permission.PROVINCE:
        return Verdict(transaction, "Tùy UBND cấp tỉnh quyết định", "warn", [first, *reasons])
    if None in states:
        return Verdict(transaction, "Cần biết thêm", "warn", [first, *reasons])
    return Verdict(transaction, f"Có thể được {transaction.lower()}", "ok", [first, *reasons])


def _by_province(group: EligibleGroup) -> Reason:
    return Reason("Nhóm này được khi UBND cấp tỉnh quyết định.", _source(group))


def _home(group: EligibleGroup, figures: Mapping[str, LegalFigure], answer: str) -> tuple[bool | None, Reason | None]:
    """Whether the condition on housing is met; None where that cannot be told."""
    if group.housing == Condition.NONE:
        return True, Reason("Nhà ở: không xét.", _source(group))
    if group.housing != Condition.REQUIRED:
        return None, Reason(f"Nhà ở: {_special(group.housing, group)}", _source(group))
    limit = figures.get(SMALL_HOME)
    if not answer:
        return None, Reason("Nhà ở: chưa trả lời.")
    if answer == "chua-co":
        return True, Reason("Nhà ở: chưa có nhà là đáp ứng.", _source(group))
    if limit is None:
        return None, Reason("Nhà ở: mức diện tích chưa có thông tin.")
    if answer == "nha-chat":
        return True, Reason(f"Nhà ở: {limit.shown_text} là đáp ứng.", _source(limit))
    return False, Reason(f"Nhà ở: phải {limit.shown_text}.", _source(limit))


def _income(
    group: EligibleGroup,
    figures: Mapping[str, LegalFigure],
    brackets: Mapping[str, tuple[str, int]],
    answers: Answers,
) -> tuple[bool | None, Reason | None]:
    """Whether the condition on income is met; None where that cannot be told."""
    if group.income == Condition.NONE:
        return True, Reason("Thu nhập: không xét.", _source(group))
    if group.income != Condition.REQUIRED:
        return None, Reason(f"Thu nhập: {_special(group.income, group)}", _source(group))
    if not answers.marital or not answers.income:
        return None, Reason("Thu nhập: chưa trả lời tình trạng hôn nhân hoặc mức thu nhập.")
    limit = figures.get(MARITAL[answers.marital][1])
    if limit is None:
        return None, Reason("Thu nhập: mức của trường hợp này chưa có thông tin.")
    met = limit.allows(brackets[answers.income][1])
    word = "đáp ứng" if met else "chưa đáp ứng"
    return met, Reason(f"{limit.name}: {limit.shown_text}, {word}.", _source(limit))


def _special(condition: str, group: EligibleGroup) -> str:
    label = Condition(condition).label.lower() if condition else "chưa có thông tin"
    return f"{label}. {group.condition_note}".strip()


def _source(row: EligibleGroup | LegalFigure) -> str:
    return ", ".join(part for part in (row.source_text, row.validity) if part)
