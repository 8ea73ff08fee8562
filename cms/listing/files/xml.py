"""Text in XML files."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def in_xml(text: str) -> str:
    """A text without what XML cannot hold, its markup taken as text."""
    return escape(_NO_XML.sub("", text))
