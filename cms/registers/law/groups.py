"""The groups of the Housing Law, in short words, and what each may and must."""

from __future__ import annotations

from dataclasses import dataclass

from cms.registers.models.eligible_group import Condition, Permission

YES, NO, PROVINCE = Permission.YES, Permission.NO, Permission.PROVINCE
REQUIRED, NONE, POOR, SPECIAL = Condition.REQUIRED, Condition.NONE, Condition.POOR, Condition.SPECIAL


@dataclass(frozen=True)
class GroupData:
    """One clause; `buys` holds for buying and renting to buy; `form` is the code of a form."""

    clause: int
    short_name: str
    name: str
    buys: Permission
    rents: Permission
    housing: Condition | None = None
    income: Condition | None = None
    rent_note: str = ""
    condition_note: str = ""
    confirmed_by: str = ""
    form: str = ""
    aliases: tuple[str, ...] = ()


GROUPS = (
    GroupData(
        1,
        "Người có công, thân nhân liệt sĩ",
        "Người có công với cách mạng, thân nhân liệt sĩ",
        YES,
        YES,
        REQUIRED,
        NONE,
        aliases=("gia đình chính sách", "thương binh"),
    ),
    GroupData(
        2,
        "Hộ nghèo, cận nghèo nông thôn",
        "Hộ nghèo, hộ cận nghèo ở nông thôn",
        PROVINCE,
        PROVINCE,
        SPECIAL,
        SPECIAL,
        condition_note="Theo khoản 8 Điều 78 Luật Nhà ở.",
    ),
    GroupData(
        3,
        "Hộ nghèo, cận nghèo nông thôn vùng thiên tai",
        "Hộ nghèo, hộ cận nghèo ở nông thôn, vùng bị thiên tai, biến đổi khí hậu",
        PROVINCE,
        PROVINCE,
        SPECIAL,
        SPECIAL,
        condition_note="Theo khoản 8 Điều 78 Luật Nhà ở.",
    ),
    GroupData(
        4,
        "Hộ nghèo, cận nghèo đô thị",
        "Hộ nghèo, hộ cận nghèo ở đô thị",
        YES,
        YES,
        REQUIRED,
        POOR,
        aliases=("người nghèo",),
    ),
    GroupData(
        5,
        "Người thu nhập thấp đô thị",
        "Người thu nhập thấp ở đô thị",
        YES,
        YES,
        REQUIRED,
        REQUIRED,
        confirmed_by="Không có hợp đồng lao động: tự kê khai theo Mẫu số 05, Công an cấp xã xác nhận.",
        form="tt05-mau-01a",
        aliases=("lao động tự do",),
    ),
    GroupData(
        6,
        "Công nhân, người lao động",
        "Công nhân, người lao động tại doanh nghiệp, hợp tác xã trong và ngoài khu công nghiệp",
        YES,
        YES,
        REQUIRED,
        REQUIRED,
        form="tt05-mau-01a",
    ),
    GroupData(
        7,
        "Lực lượng vũ trang, công an, cơ yếu",
        "Người thuộc lực lượng vũ trang nhân dân, công an, quốc phòng, cơ yếu",
        YES,
        YES,
        REQUIRED,
        SPECIAL,
        condition_note="Thu nhập so theo lương sĩ quan cấp đại tá (Nghị định 136/2026/NĐ-CP).",
        form="tt05-mau-04",
        aliases=("LLVT", "bộ đội", "quân đội"),
    ),
    GroupData(
        8,
        "Cán bộ, công chức, viên chức",
        "Cán bộ, công chức, viên chức",
        YES,
        YES,
        REQUIRED,
        REQUIRED,
        form="tt05-mau-01a",
        aliases=("CBCCVC", "giáo viên"),
    ),
    GroupData(
        9,
        "Người đã trả nhà ở công vụ",
        "Người đã trả lại nhà ở công vụ",
        YES,
        YES,
        REQUIRED,
        NONE,
        form="tt05-mau-01",
    ),
    GroupData(
        10,
        "Người bị thu hồi đất, phá dỡ nhà",
        "Người bị thu hồi đất, phá dỡ nhà ở mà chưa được bồi thường bằng nhà ở, đất ở",
        YES,
        YES,
        REQUIRED,
        NONE,
        confirmed_by="UBND cấp xã xác nhận.",
        form="tt05-mau-01",
        aliases=("giải tỏa", "tái định cư"),
    ),
    GroupData(
        11,
        "Học sinh, sinh viên",
        "Học sinh, sinh viên; học sinh trường chuyên biệt, dân tộc nội trú",
        NO,
        YES,
        rent_note="trong thời gian học",
        form="tt05-mau-01",
    ),
    GroupData(
        12,
        "Doanh nghiệp, hợp tác xã trong khu công nghiệp",
        "Doanh nghiệp, hợp tác xã trong khu công nghiệp",
        NO,
        YES,
        rent_note="nhà lưu trú công nhân, theo khoản 1 Điều 93 Luật Nhà ở",
    ),
)
