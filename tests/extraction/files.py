"""Small PDF and DOCX files with Vietnamese words, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF whose pages hold these lines; its font is named, not embedded, and maps each code to its letter."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    mapped = "\n".join(f"<{ord(letter):04X}> <{ord(letter):04X}>" for letter in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{mapped}\nendbfchar endcmap end end"
    )
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        shown = " ".join(f"<{''.join(f'{ord(letter):04X}' for letter in line)}> Tj T*" for line in page)
        content = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET" if page else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {first + 2 * number + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{out.rfind(b'xref')}\n%%EOF".encode()


def docx(*paragraphs: str, body: bytes | None = None) -> bytes:
    """A DOCX with these paragraphs, or with `body` as its document part."""
    rows = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    part = body or f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{rows}</w:body></w:document>'.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part)
    return out.getvalue()


DECISION = (
    "UBND TỈNH LAI CHÂU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 258/QĐ-UBND",
    "Lai Châu, ngày 10 tháng 02 năm 2026",
    "QUYẾT ĐỊNH",
    "Về việc giao chủ đầu tư thực hiện dự án",
    "Khu nhà ở xã hội Đoàn Kết",
    "Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;",
)
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Thử")
