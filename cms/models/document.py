"""Documents (tệp): served to the public only while a public record carries them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from wagtail.documents.models import AbstractDocument, Document

from cms.models.checksum import sha256_of


class TextState(models.TextChoices):
    """What came of reading a file's text."""

    WAITING = "", "Chưa đọc"
    READ = "read", "Đã đọc"
    SCAN = "scan", "Bản chụp, không có lớp chữ: người dân không tìm được theo chữ trong tệp"
    UNREADABLE = "unreadable", "Không đọc được: tệp hỏng hoặc có mật khẩu"
    OTHER = "other", "Không phải PDF, DOCX"


class PortalDocument(AbstractDocument):
    """A file with its checksum and, once extracted, its text."""

    sha256 = models.CharField("Mã kiểm chứng (SHA-256)", max_length=64, blank=True, editable=False)
    extracted_text = models.TextField("Chữ trong tệp", blank=True, editable=False)
    text_state = models.CharField(
        "Đọc chữ trong tệp",
        max_length=20,
        choices=TextState.choices,
        default=TextState.WAITING,
        blank=True,
        editable=False,
    )

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "tệp"
        verbose_name_plural = "tệp"
        permissions: ClassVar = [("choose_portaldocument", "Được chọn tệp")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the checksum of the file that is saved; text that was read of another content goes."""
        if self.file and (sha256 := sha256_of(self.open_file())) != self.sha256:
            self.sha256, self.extracted_text, self.text_state = sha256, "", TextState.WAITING
        super().save(*args, **kwargs)

    @property
    def is_scan(self) -> bool:
        """Whether nobody can find it by its words."""
        return self.text_state == TextState.SCAN
