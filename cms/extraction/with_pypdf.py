"""`python -m cms.extraction.with_pypdf <file> <pages>`: text of a PDF where there is no pdftotext."""

from __future__ import annotations

import sys

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def main(path: str, most_pages: int) -> int:
    """Write the text with a form feed after each page; 1 when the file cannot be read."""
    try:
        pages = PdfReader(path).pages[:most_pages]
        for page in pages:
            sys.stdout.write(page.extract_text() + "\f")
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # A broken file breaks its reader in many ways; which one is told to whoever looks at the process.
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
