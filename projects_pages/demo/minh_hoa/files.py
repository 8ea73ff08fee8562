"""Full texts of some of the ward's documents as files: three that can be read and one that is a picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from cms.models import Attachment, BasePage, PortalDocument
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import carried_on, years_on
from projects_pages.demo.minh_hoa.documents import APPROVAL, PLANNING, PLANNING_CHANGED, PRICES
from projects_pages.demo.minh_hoa.pdf import write_pdf, write_scan
from search.illustrative import LABEL

HEAD = (f"{LABEL}: phường Minh Họa không có thật.", "")

TEXTS: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
    (
        APPROVAL,
        "Toàn văn quyết định chấp thuận chủ trương đầu tư",
        (
            (
                "QUYẾT ĐỊNH số 01/QĐ-MH ngày 15/01/2026",
                "",
                "Điều 1. Chấp thuận chủ trương đầu tư, giao Công ty Nhà ở Minh Họa làm chủ đầu tư dự án Khu nhà ở "
                "xã hội Minh Họa 1: 412 căn hộ, diện tích đất 21.450,5 m².",
                "Điều 2. Chủ đầu tư ký quỹ bảo đảm thực hiện dự án trước khi được giao đất.",
            ),
            (
                "Điều 3. Công trình hạ tầng bàn giao cho phường: đường nội bộ, trạm bơm tăng áp, nhà sinh hoạt cộng "
                "đồng 300 m², bãi đỗ xe có 24 chỗ sạc xe điện.",
                "Điều 4. Chủ đầu tư báo cáo tiến độ bằng văn bản trước ngày 20 tháng cuối mỗi quý.",
            ),
        ),
    ),
    (
        PLANNING,
        "Thuyết minh quy hoạch chi tiết 1/500",
        (
            (
                "THUYẾT MINH kèm theo Quyết định số 03/QĐ-MH ngày 12/3/2026",
                "",
                "1. Vị trí: phía Bắc giáp kênh Mẫu 2, phía Nam giáp đường Minh Họa.",
                "2. Mật độ xây dựng toàn khu 34,5%; hệ số sử dụng đất 2,9 lần.",
            ),
            (
                "3. Thoát nước mưa: cống hộp dọc đường nội bộ, xả ra kênh Mẫu 2 qua hồ điều hòa 1.800 m².",
                "4. Nước thải: trạm xử lý nước thải ngầm công suất 450 m³ một ngày, đặt dưới vườn hoa trung tâm.",
            ),
            (
                "5. Phòng cháy: bể nước chữa cháy 216 m³, đường cho xe thang rộng 6 m vòng quanh các tòa nhà.",
                "6. Cây xanh: hàng sao đen dọc trục chính, vườn hoa trung tâm 2.300 m².",
            ),
        ),
    ),
    (
        PRICES,
        "Phụ lục phương án giá bán tạm tính đợt 1",
        (
            (
                "PHỤ LỤC phương án giá kèm theo Quyết định số 06/QĐ-MH ngày 30/10/2026",
                "",
                "Giá bán tạm tính gồm chi phí đầu tư xây dựng, lãi vay và lợi nhuận định mức; chưa gồm thuế giá trị "
                "gia tăng và kinh phí bảo trì.",
                "Hệ số tầng: tầng 2 đến tầng 5 là 1,00; tầng 6 đến tầng 9 là 1,02.",
            ),
        ),
    ),
)
SCANNED = (PLANNING_CHANGED, "Bản chụp quyết định sửa đổi")
REASON = "Bổ sung tệp toàn văn"


def files(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The documents once more, each with its file."""
    for number, title, pages in carried_on(TEXTS, years_on(built.today)):
        yield _with_file(built, number, title, write_pdf([(*HEAD, *page) for page in pages]))
    number, title = SCANNED
    yield _with_file(built, number, title, scan(f"{LABEL}: bản chụp, không có lớp chữ"))


def _with_file(built: Built, number: str, title: str, content: bytes) -> tuple[str, BasePage]:
    page = built.published[number]
    document = PortalDocument.objects.create(
        title=f"{title} ({LABEL})",
        file=ContentFile(content, name=f"{page.slug}.pdf"),
        collection=built.ward.collection,
    )
    page.attachments = [Attachment(title=title, document=document)]
    page.change_reason = REASON
    return "van-ban", page


WIDE, HIGH = 620, 877
_LINES = 24
Spot = tuple[float, float]
_STROKES: dict[str, tuple[Spot, ...]] = {
    "\u0301": ((0.35, 0), (0.7, -0.2)),
    "\u0300": ((0.65, 0), (0.3, -0.2)),
    "\u0309": ((0.4, -0.2), (0.65, -0.2), (0.5, 0)),
    "\u0303": ((0.2, -0.05), (0.4, -0.2), (0.6, -0.05), (0.8, -0.2)),
    "\u0302": ((0.2, 0), (0.5, -0.2), (0.8, 0)),
    "\u0306": ((0.2, -0.2), (0.5, 0), (0.8, -0.2)),
    "\u031b": ((0.85, 0.15), (1.1, 0)),
    "\u0323": ((0.45, 1.1), (0.6, 1.1)),
}


def scan(words: str) -> bytes:
    """A page as a scanner leaves it: one line of words and bars for the rest, all of it a picture."""
    drawn = Image.new("L", (WIDE, HIGH), 236)
    pen = ImageDraw.Draw(drawn)
    _write(pen, words, (60, 70))
    for line in range(_LINES):
        for left in range(60, 520 - (line * 37) % 90, 46):
            pen.line([(left, 150 + line * 26), (left + 22 + (line * left) % 19, 150 + line * 26)], fill=120, width=5)
    pen.ellipse([400, 770, 500, 850], outline=90, width=3)
    return write_scan(WIDE, HIGH, drawn.tobytes())


def _write(pen: ImageDraw.ImageDraw, words: Sequence[str] | str, at: Spot) -> None:
    """Letters with strokes for their marks, which the font that Pillow brings has not got."""
    font, size = ImageFont.load_default(18), 18
    left, top = at
    for letter in words:
        plain, *marks = list(unicodedata.normalize("NFD", letter))
        pen.text((left, top), plain, fill=40, font=font)
        wide = font.getlength(plain)
        for above, mark in enumerate(marks):
            low = top + (4 if plain.islower() else 0) - (above * 4 if len(marks) > 1 else 0)
            strokes = [(left + x * wide, (top if mark == "\u0323" else low) + y * size) for x, y in _STROKES[mark]]
            pen.line(strokes, fill=40, width=2)
        left += wide + 1
