"""Small PDF files with Vietnamese words, written without any font: letters of Courier, which every reader has, and
strokes for the marks that it lacks; each letter tells its word, so the text can be found and copied.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence
from typing import Final

WIDTH, SIZE, LEADING = 600, 11, 17
"""Of a letter in thousandths; of the text and its lines in points."""
LONGEST_LINE: Final = 76
"""Characters that fit between the margins."""

_MARKS: Final[dict[str, str]] = {
    "\u0301": "250 {0} m 370 {1} l",
    "\u0300": "370 {0} m 250 {1} l",
    "\u0309": "250 {1} m 380 {2} 380 {0} 300 {0} c",
    "\u0303": "190 {0} m 270 {2} 330 {0} 410 {1} c",
    "\u0323": "280 -150 m 330 -150 l",
    "\u0302": "190 {0} m 300 {1} l 410 {0} l",
    "\u0306": "190 {1} m 230 {0} 370 {0} 410 {1} c",
    "\u031b": "{3} {4} m 560 {4} 590 {5} 560 {5} c",
}
_TONES: Final = frozenset("\u0301\u0300\u0309\u0303")


def _glyph(letter: str) -> str:
    """How a letter is drawn: the plain one, then its marks from below upwards."""
    if letter in "đĐ":
        plain, strokes = ("d", ["330 520 m 560 520 l"]) if letter == "đ" else ("D", ["20 290 m 250 290 l"])
    else:
        plain, *marks = list(unicodedata.normalize("NFD", letter))
        small = plain.islower()
        low = 500 if small else 620
        strokes = []
        for mark in sorted(marks, key=lambda one: one in _TONES):
            base = low + 130 if mark in _TONES and len(set(marks) - {"\u031b", "\u0323"}) > 1 else low
            right, top = (470, 380) if small else (500, 520)
            strokes.append(_MARKS[mark].format(base, base + 110, base + 150, right, top, top + 110))
    byte = plain.encode("cp1252", "replace").hex()
    drawn = " S ".join(["", *strokes]).strip() + (" S" if strokes else "")
    return f"{WIDTH} 0 d0 1 J 1 j 48 w BT /C 1000 Tf <{byte}> Tj ET {drawn.removeprefix('S ')}"


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LONGEST_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def write_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF whose pages hold these paragraphs; an empty one is a line's space."""
    sheets = [[line for text in page for line in _wrapped(unicodedata.normalize("NFC", text))] for page in pages]
    letters = sorted({letter for lines in sheets for line in lines for letter in line})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    named = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    spelled = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{named}\nendbfchar endcmap end end"
    )
    file = _File()
    courier = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    drawn = " ".join(f"/g{codes[letter]} {file.stream(_glyph(letter))} 0 R" for letter in letters)
    order = " ".join(f"/g{code}" for code in codes.values())
    font = file.add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 600 950] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << {drawn} >> /Encoding << /Type /Encoding /Differences [1 {order}] >> /FirstChar 1 "
        f"/LastChar {len(codes)} /Widths [{' '.join([str(WIDTH)] * len(codes))}] "
        f"/Resources << /Font << /C {courier} 0 R >> >> /ToUnicode {file.stream(spelled)} 0 R >>"
    )
    shown = []
    for lines in sheets:
        text = " ".join(f"<{''.join(f'{codes[letter]:02X}' for letter in line)}> Tj T*" for line in lines)
        shown.append((file.stream(f"BT /F {SIZE} Tf {LEADING} TL 50 780 Td {text} ET"), f"/Font << /F {font} 0 R >>"))
    return file.finish(shown)


def write_scan(width: int, height: int, pixels: bytes) -> bytes:
    """A PDF of one page that is a grey picture, as an office's scanner makes it: nothing in it is text."""
    file = _File()
    picture = file.stream(
        pixels,
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    return file.finish([(file.stream("595 0 0 842 0 0 cm /P Do"), f"/XObject << /P {picture} 0 R >>")])


class _File:
    """Objects of a PDF in their order; the first two are kept for the catalogue and the list of pages."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"", b""]

    def add(self, body: str | bytes) -> int:
        """The object's number."""
        self.objects.append(body if isinstance(body, bytes) else body.encode("ascii"))
        return len(self.objects)

    def stream(self, content: str | bytes, head: str = "") -> int:
        """The number of a packed stream."""
        packed = zlib.compress(content if isinstance(content, bytes) else content.encode("ascii"))
        start = f"<< {head} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode("ascii")
        return self.add(start + packed + b"\nendstream")

    def finish(self, pages: Sequence[tuple[int, str]]) -> bytes:
        """The file; each page is the number of its content and what that uses."""
        kids = [
            self.add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {uses} >> "
                f"/Contents {content} 0 R >>"
            )
            for content, uses in pages
        ]
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>"
        listed = " ".join(f"{kid} 0 R" for kid in kids)
        self.objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode("ascii")
        out, places = b"%PDF-1.4\n", []
        for number, body in enumerate(self.objects, 1):
            places.append(f"{len(out):010d} 00000 n \n")
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        count = len(self.objects) + 1
        table = f"xref\n0 {count}\n0000000000 65535 f \n{''.join(places)}".encode("ascii")
        end = f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode("ascii")
        return out + table + end
