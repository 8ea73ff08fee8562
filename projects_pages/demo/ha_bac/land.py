"""The list of clean sites and the list of old blocks as the plan orders them; it names no site and no building."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage
from cms.registers.models import TargetArea
from projects_pages.demo.building import Built, section
from projects_pages.demo.ha_bac.places import EAST, WEST
from projects_pages.demo.ha_bac.units import ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import BuildingOrder, IndexTargetArea, LandOrder, SiteCriterion

OFFICIALS = ("Cán bộ, công chức, viên chức", "Lực lượng vũ trang nhân dân")
WORKERS = ("Công nhân, người lao động tại các khu công nghiệp",)
ORDERS = (
    (
        "Rà soát quỹ đất 20% nhà ở xã hội trong các dự án nhà ở thương mại trên địa bàn xã (nếu có); xác định quỹ đất "
        "không xây dựng nhà ở xã hội để áp dụng cơ chế đặc thù theo Nghị quyết 201/2025/QH15 ngày 29/5/2025 của Quốc "
        "hội, tổ chức đấu giá quyền sử dụng đất để làm nhà ở thương mại và trích số tiền tương đương giá trị quỹ đất "
        "đấu giá quyền sử dụng đất này vào Quỹ nhà ở.",
        "mục II.1",
    ),
    (
        "Chủ động, thường xuyên rà soát, điều chỉnh quy hoạch các quỹ đất phù hợp với định hướng phát triển nhà ở xã "
        "hội của xã, tránh dư thừa, lãng phí. Công khai danh mục các vị trí, khu đất sạch, đủ điều kiện triển khai "
        "thực hiện ngay trên các phương tiện thông tin đại chúng để thu hút nhà đầu tư.",
        "mục II.1",
    ),
    (
        "Rà soát, kiểm tra điều chỉnh quy hoạch chi tiết các dự án nhà ở xã hội có quy hoạch thấp tầng theo hướng tăng "
        "chiều cao công trình, giảm mật độ xây dựng, nhằm tối ưu hóa hiệu quả sử dụng đất trên địa bàn (nếu có).",
        "mục II.2",
    ),
    (
        "Đẩy nhanh tiến độ lựa chọn nhà đầu tư đối với các dự án đã có chủ trương đầu tư.",
        "mục II.3",
    ),
    (
        "Rà soát hiện trạng sử dụng đất trên địa bàn; rà soát, đề xuất với cấp có thẩm quyền quy hoạch quỹ đất phù hợp "
        "bố trí phát triển nhà ở xã hội; tăng cường quản lý trật tự xây dựng.",
        "mục III.1",
    ),
)
OLD_BLOCKS = (
    "Kiểm tra, rà soát, khuyến khích các hộ dân sinh sống tại các chung cư cũ xống cấp nghiêm trọng, có nguy cơ mất an "
    "toàn hoặc không còn phù hợp quy hoạch đang sinh sống tại các khu nhà ở xã hội đã xây dựng, phục vụ mục tiêu kép "
    "vừa bảo đảm an toàn cho người dân, vừa đáp ứng yêu cầu chỉnh trang đô thị."
)


def land(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The list of sites with the two target areas, and the list of old blocks."""
    plan = built.published[PLAN]
    areas = [
        (
            TargetArea.objects.create(
                site=built.ward.site, name=name, place=built.registers.places[name], groups="\n".join(groups)
            )
        )
        for name, groups in ((EAST, OFFICIALS), (WEST, WORKERS))
    ]
    sites = section(built, "khu-dat")
    sites.title = "Danh mục khu đất sạch"
    sites.intro = (
        "Vị trí, khu đất sạch, đủ điều kiện triển khai ngay, để mời nhà đầu tư. Kế hoạch của xã yêu cầu công khai danh "
        "mục này; Kế hoạch chưa nêu khu đất nào."
    )
    sites.other_names = "Khu đất\nQuỹ đất sạch\nDanh mục các vị trí, khu đất sạch"
    sites.contact = built.registers.units[ECONOMY]
    sites.criteria = [
        SiteCriterion(name="Khu đất sạch", document=plan, passage="mục II.1"),
        SiteCriterion(name="Đủ điều kiện triển khai thực hiện ngay", document=plan, passage="mục II.1"),
    ]
    sites.target_areas = [IndexTargetArea(area=area, document=plan, passage="mục II.2") for area in areas]
    sites.orders = [LandOrder(text=text, document=plan, passage=passage) for text, passage in ORDERS]
    yield "khu-dat", sites

    blocks = section(built, "chung-cu-cu")
    blocks.intro = (
        "Kế hoạch của xã yêu cầu kiểm tra, rà soát các chung cư cũ xuống cấp nghiêm trọng. Kế hoạch chưa nêu tòa nhà "
        "nào; khi có kết quả rà soát, kết quả hiện ở đây."
    )
    blocks.other_names = "Chung cư cũ xuống cấp nghiêm trọng\nChung cư xuống cấp, nguy hiểm\nNhà tập thể cũ"
    blocks.contact = built.registers.units[ECONOMY]
    blocks.orders = [BuildingOrder(text=OLD_BLOCKS, document=plan, passage="mục II.4")]
    yield "chung-cu-cu", blocks
