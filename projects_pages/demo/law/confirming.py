"""Papers that offices confirm, and individuals who build to rent."""

from __future__ import annotations

from collections.abc import Iterator

from projects_pages.demo.law.rows import condition, figure, paper, procedure_rules, step
from projects_pages.models import Audience, ChannelForm, Level, ProcedureChannel, ProcedurePage

EVERY_WAY = (ChannelForm.IN_PERSON, ChannelForm.ONLINE, ChannelForm.POST)


def confirming(place: str) -> Iterator[ProcedurePage]:
    """The confirmations; `place` is what the commune is: "phường", "xã"."""
    yield _confirm(
        "Xác nhận người bị thu hồi đất, phá dỡ nhà ở",
        "xac-nhan-thu-hoi-dat",
        f"UBND {place} xác nhận đối tượng khoản 10 Điều 76 Luật Nhà ở.",
        f"UBND {place}",
        "Người bị thu hồi đất, phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở.",
        ("giấy xác nhận đối tượng", "tt05-mau-01"),
        "xac-nhan-thu-hoi",
        ("LNO-76", "ND100-38", "TT08"),
    )
    yield _confirm(
        "Xác nhận diện tích nhà ở bình quân đầu người",
        "xac-nhan-dien-tich",
        "Cho người có nhà ở nhưng chật.",
        f"UBND {place}",
        "Người có nhà ở nhưng diện tích bình quân đầu người thấp hơn mức luật định.",
        ("giấy xác nhận diện tích", "tt05-mau-03"),
        "xac-nhan-dien-tich",
        ("ND100-29.2", "TT05"),
        home=True,
    )
    yield _confirm(
        "Xác nhận điều kiện vay ưu đãi để tự xây nhà ở",
        "xac-nhan-vay",
        "Cho người vay vốn ưu đãi để tự xây nhà.",
        f"UBND {place}",
        "Người vay vốn ưu đãi để tự xây nhà ở.",
        ("giấy tờ để vay tại Ngân hàng Chính sách xã hội", "tt05-mau-06"),
        "xac-nhan-vay",
        ("ND100-48", "TT05"),
    )
    yield _confirm(
        "Xác nhận người thu nhập thấp không có hợp đồng lao động",
        "xac-nhan-thu-nhap",
        f"Công an {place} xác nhận; người dân tự kê khai thu nhập.",
        f"Công an {place}",
        "Người thu nhập thấp ở đô thị, không có hợp đồng lao động.",
        ("giấy kê khai thu nhập", "tt05-mau-05"),
        "xac-nhan-thu-nhap",
        ("ND100-30.2", "TT08"),
    )
    yield _confirm(
        "Xác nhận chưa có nhà ở",
        "xac-nhan-chua-co-nha",
        "Cơ quan đăng ký đất đai xác nhận, không phải UBND.",
        "Cơ quan đăng ký đất đai",
        "Người đăng ký mua, thuê mua chưa có nhà ở trong tỉnh, thành phố nơi có dự án.",
        ("giấy xác nhận chưa có nhà ở", "tt05-mau-02"),
        "xac-nhan-chua-co-nha",
        ("ND100-29.1", "TT08"),
        level=Level.PROVINCE,
    )
    yield _build_to_rent(place)


def _confirm(
    title: str,
    slug: str,
    summary: str,
    office: str,
    applicants: str,
    form: tuple[str, str],
    limit: str,
    law: tuple[str, ...],
    *,
    home: bool = False,
    level: Level = Level.COMMUNE,
) -> ProcedurePage:
    page = ProcedurePage(
        title=title,
        slug=slug,
        summary=summary,
        level=level,
        field_of_work="Nhà ở",
        applicants=applicants,
        carried_out_by=office,
        submit_at=office,
        result="Giấy xác nhận, dùng để nộp cùng đơn đăng ký.",
    )
    page.papers = [paper(*form)]
    page.channels = [ProcedureChannel(form=way, figure=figure(limit)) for way in EVERY_WAY]
    page.steps = [step("Nộp giấy đã ghi đủ", f"Tại {office}."), step("Nhận giấy xác nhận", "", limit)]
    page.conditions = [condition("Giấy có giá trị", "tat-ca", limit="gia-tri-giay-to")]
    if home:
        page.conditions = [condition("Nhà ở", "tat-ca", limit="dien-tich-nha-chat"), *page.conditions.all()]
    page.rules_of_law = procedure_rules([*law, "ND54-31"])
    return page


def _build_to_rent(place: str) -> ProcedurePage:
    page = ProcedurePage(
        title="Cá nhân xây nhà ở xã hội để cho thuê: báo cáo, công khai",
        slug="ca-nhan-xay-cho-thue",
        summary=f"Người xây báo cáo UBND {place}; UBND {place} công khai tại trụ sở và trên cổng này.",
        audience=Audience.BOTH,
        level=Level.COMMUNE,
        field_of_work="Nhà ở",
        applicants="Cá nhân xây nhà ở xã hội để cho thuê.",
        carried_out_by=f"UBND {place}",
        submit_at=f"UBND {place}",
        result="Thông tin được công khai: địa điểm, tiến độ, quy mô, số căn, số căn cho thuê, thời gian bắt đầu cho "
        "thuê.",
        other_names="Cá nhân xây nhà trọ cho thuê",
    )
    page.steps = [
        step("Báo cáo bằng văn bản", "Địa điểm, tiến độ, quy mô, số căn hộ, số căn cho thuê, thời gian cho thuê."),
        step(f"UBND {place} công khai", "Tại trụ sở và trên cổng này."),
        step("Gửi danh sách người thuê và bảng giá thuê", f"Cho UBND {place} để kiểm tra."),
    ]
    page.rules_of_law = procedure_rules(["ND100-43", "ND100-34.3"])
    return page
