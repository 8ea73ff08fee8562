"""Text of PDF files: pdftotext where the machine has it, pypdf otherwise; each in a process that can be ended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cms.extraction.errors import Unreadable

LONGEST_TIME = 60  # seconds
MOST_PAGES = 1000
MOST_BYTES = 20_000_000
"""Of text; a bomb writes more."""


def read(path: Path) -> str:
    """The text, pages parted by form feeds; empty when no page has a text layer. Raises `Unreadable`."""
    program = shutil.which("pdftotext")
    if program:
        command = [program, "-q", "-enc", "UTF-8", "-eol", "unix", "-l", str(MOST_PAGES), str(path), "-"]
    else:
        command = [sys.executable, "-m", "cms.extraction.with_pypdf", str(path), str(MOST_PAGES)]
    return _run(command)


def _run(command: list[str]) -> str:
    root = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryFile() as output:
        try:
            done = subprocess.run(
                command,
                stdout=output,
                stderr=subprocess.DEVNULL,
                stdin=subprocess.DEVNULL,
                timeout=LONGEST_TIME,
                check=False,
                cwd=root,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable("Đọc tệp quá lâu: tệp có thể bị hỏng.") from error
        if done.returncode:
            raise Unreadable("Không đọc được tệp PDF: tệp hỏng hoặc có mật khẩu.")
        output.seek(0)
        return output.read(MOST_BYTES).decode("utf-8", "replace")
