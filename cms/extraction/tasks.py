"""Reading a file's text after the upload, so that nobody waits for it."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from django.db import transaction
from django_tasks import task

from cms.extraction.errors import NotAText, Unreadable
from cms.extraction.reading import is_scan, read_text
from cms.models import PortalDocument, TextState
from cms.publishing.mentions import refresh_mentions

logger = logging.getLogger(__name__)


@task(backend="files")
def extract(document_id: int, sha256: str) -> str:
    """Read the file's text, keep it, and bring it into the public records that carry the file; gives the state.

    What was read belongs to the content with this checksum: a file that was replaced meanwhile is read by its own task.
    """
    document = PortalDocument.objects.filter(pk=document_id, sha256=sha256).first()
    if document is None:
        return "replaced"
    state, text = _read(document)
    with transaction.atomic():
        kept = PortalDocument.objects.filter(pk=document_id, sha256=sha256)
        if not kept.update(extracted_text=text, text_state=state):
            return "replaced"
        refresh_mentions(document)
    return str(state)


def _read(document: PortalDocument) -> tuple[TextState, str]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tep"
        with document.open_file() as source, copy.open("wb") as target:
            for chunk in iter(lambda: source.read(1 << 20), b""):
                target.write(chunk)
        try:
            text = read_text(copy)
        except NotAText:
            return TextState.OTHER, ""
        except Unreadable as error:
            logger.warning("document %s: %s", document.pk, error)
            return TextState.UNREADABLE, ""
    scanned = not text or (document.file_extension == "pdf" and is_scan(text))
    return (TextState.SCAN if scanned else TextState.READ), text
