"""Forms (mẫu đơn, tờ khai) in force and those they replaced."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from cms.registers.models.national import NationalRow, code_once
from cms.values.fields import LineField, ProseField


class FormTemplate(NationalRow):
    """One version of a form; a later version has the same code, a form that took its place points back to it."""

    shown_with: ClassVar = ("source", "replaces", "file")

    number = LineField("Số mẫu", max_length=60, help_text="Như văn bản ghi: Mẫu số 01.")
    use = ProseField("Dùng để", blank=True)
    issued_by = LineField("Văn bản ban hành", max_length=255, help_text="Ví dụ: Phụ lục I Thông tư 05/2024/TT-BXD.")
    amended_by = LineField("Sửa đổi bởi", max_length=255, blank=True)
    file = models.ForeignKey(
        "cms.PortalDocument", verbose_name="Tệp", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    official_url = models.URLField("Địa chỉ bản chính thức", blank=True)
    replaces = models.ForeignKey(
        "self", verbose_name="Thay mẫu", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    class Meta:
        verbose_name = "mẫu đơn, tờ khai"
        verbose_name_plural = "mẫu đơn, tờ khai"
        ordering: ClassVar = ["position", "code", "valid_from"]
        constraints: ClassVar = code_once("form_template")

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"

    @property
    def issued_text(self) -> str:
        """Who issued and who amended it: "Phụ lục I Thông tư 05/2024/TT-BXD; sửa đổi bởi Thông tư 08/2026/TT-BXD"."""
        return f"{self.issued_by}; sửa đổi bởi {self.amended_by}" if self.amended_by else self.issued_by

    @property
    def shown_text(self) -> str:
        """Number, name, use, documents, the file with its checksum."""
        file: Any = self.file
        parts = (
            str(self),
            self.use,
            self.issued_text,
            f"{file.filename} (SHA-256 {file.sha256})" if file else "",
            self.official_url,
            f"thay {self.replaces}" if self.replaces else "",
        )
        return ", ".join(part for part in parts if part)

    @property
    def chain(self) -> list[FormTemplate]:
        """The forms that this one replaced, the nearest first; a circle, which `clean` refuses, ends it."""
        found: list[FormTemplate] = []
        form = self.replaces
        while form is not None and form not in found and form != self:
            found.append(form)
            form = form.replaces
        return found

    def clean(self) -> None:
        """Refuse a form that replaces itself, be it over others."""
        super().clean()
        if self.replaces is not None and self.pk and (self.replaces == self or self in self.replaces.chain):
            raise ValidationError({"replaces": "Một mẫu không thay chính nó."})
