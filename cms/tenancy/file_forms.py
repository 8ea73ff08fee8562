"""Forms of documents and images: what a public record carries stays as it was approved."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.publishing.errors import FileIsPublic
from cms.publishing.guards import is_carried

FREE = frozenset({"tags", "collection"})
"""What the public does not see of a file."""


class DocumentForm(BaseDocumentForm):
    """`WAGTAILDOCS_DOCUMENT_FORM_BASE`: no other file and no other name while a public record carries it."""

    def clean(self) -> dict[str, Any]:
        """An error at each field that would change what was approved."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if is_carried(self.instance):
            _refuse(self)
        return cleaned


class ImageForm(BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`: no other image and no other text while the public sees it."""

    def clean(self) -> dict[str, Any]:
        """An error at each field that would change what was approved."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if is_carried(self.instance):
            _refuse(self)
        return cleaned


def _refuse(form: Any) -> None:
    for name in set(form.changed_data) - FREE:
        form.add_error(name, str(FileIsPublic()))
