"""Errors, named for what the person can do; their messages are shown as they are."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError

from cms.disclosure.missing import Finding


class NotReady(Exception):
    """The record cannot be published as it is; `findings` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(str(finding) for finding in findings))
        self.findings = list(findings)


class NeedsSecondPerson(PermissionDenied):
    """Somebody tried to change what the public sees alone."""

    def __init__(self, message: str = "Việc này cần người thứ hai duyệt: gửi duyệt hoặc lập đề nghị.") -> None:
        super().__init__(message)


class StaleApproval(Exception):
    """The content is no longer the one that was approved."""

    def __init__(self) -> None:
        super().__init__("Nội dung đã thay đổi sau khi duyệt: xem lại khác biệt rồi duyệt lần nữa.")


class WasPublic(PermissionDenied):
    """A record that was public is ended or withdrawn, never deleted."""

    def __init__(self, message: str = "Hồ sơ đã từng công khai thì kết thúc hoặc gỡ, không xóa.") -> None:
        super().__init__(message)


class AwaitsDecision(PermissionDenied):
    """A record that was hidden at once comes back only when its proposal is decided."""

    def __init__(self) -> None:
        super().__init__("Hồ sơ đang gỡ khẩn cấp: người duyệt phải giải quyết đề nghị trước.")


class AnotherWard(PermissionDenied):
    """A record stays in the log of the ward that published it."""

    def __init__(self) -> None:
        super().__init__("Hồ sơ đã công bố ở cổng khác: lập hồ sơ mới ở cổng này.")


class AnotherRecord(PermissionDenied):
    """Two pages may not be one record."""

    def __init__(self) -> None:
        super().__init__("Trang này mang mã của một hồ sơ khác (bí danh): sao chép thành hồ sơ mới.")


class FileIsPublic(PermissionDenied):
    """The bytes behind a public file do not change."""

    def __init__(self) -> None:
        super().__init__("Tệp đang công khai thì không thay, không xóa: tải tệp mới rồi sửa hồ sơ.")


class FileIsNamed(PermissionDenied):
    """A draft would lose a file that somebody chose for it."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__(f"Trang còn nêu tệp này, bỏ tệp khỏi trang trước rồi xóa: {'; '.join(titles)}.")


def in_words(error: Exception) -> str:
    """What an error says to people; of a ValidationError every message, without the names of fields."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error)
