"""The synonyms that every installation starts with; staff edit the register afterwards.

A row with ``{số}`` or ``{tên}`` holds only beside a number or a name (`search.register`). Only the sure ones are here.
Codes of kinds of documents (QĐ, NQ, CĐ…) are read beside a number by `search.numbers`; short forms with several
meanings (CC, CN, TT, HĐ, KH, BT, HT, CV …) are left out, because no reading is sure.
"""

from __future__ import annotations

from typing import Final

from search.models import Relation, Synonym

ONE_WAY: Final[tuple[tuple[str, str], ...]] = (
    ("NOXH", "nhà ở xã hội"),
    ("NƠXH", "nhà ở xã hội"),
    ("NXH", "nhà ở xã hội"),
    ("nhà ở XH", "nhà ở xã hội"),
    ("nhà xã hội", "nhà ở xã hội"),
    ("nhà thu nhập thấp", "nhà ở xã hội"),
    ("nhà giá rẻ", "nhà ở xã hội"),
    ("social housing", "nhà ở xã hội"),
    ("UBND", "Ủy ban nhân dân"),
    ("UB", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("GPMB", "giải phóng mặt bằng"),
    ("giải tỏa", "giải phóng mặt bằng"),
    ("TĐC", "tái định cư"),
    ("QSDĐ", "quyền sử dụng đất"),
    ("QSD đất", "quyền sử dụng đất"),
    ("GCN", "giấy chứng nhận"),
    ("GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất"),
    ("sổ đỏ", "giấy chứng nhận"),
    ("sổ hồng", "giấy chứng nhận"),
    ("CĐT", "chủ đầu tư"),
    ("NĐT", "nhà đầu tư"),
    ("CTĐT", "chủ trương đầu tư"),
    ("TDP", "tổ dân phố"),
    ("KP", "khu phố"),
    ("TTHC", "thủ tục hành chính"),
    ("DVC", "dịch vụ công"),
    ("DVCTT", "dịch vụ công trực tuyến"),
    ("DVCQG", "dịch vụ công quốc gia"),
    ("một cửa", "Trung tâm Phục vụ hành chính công"),
    ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
    ("QHCT", "quy hoạch chi tiết"),
    ("QH 1/500", "quy hoạch chi tiết"),
    ("QHPK", "quy hoạch phân khu"),
    ("QHC", "quy hoạch chung"),
    ("KHSDĐ", "kế hoạch sử dụng đất"),
    ("QHSDĐ", "quy hoạch sử dụng đất"),
    ("CBCCVC", "cán bộ, công chức, viên chức"),
    ("CCVC", "công chức, viên chức"),
    ("LLVT", "lực lượng vũ trang"),
    ("NLĐ", "người lao động"),
    ("bộ đội", "lực lượng vũ trang"),
    ("công an", "lực lượng vũ trang"),
    ("KCN", "khu công nghiệp"),
    ("KCX", "khu chế xuất"),
    ("KKT", "khu kinh tế"),
    ("TTDVTH", "Trung tâm Dịch vụ tổng hợp"),
    ("SXD", "Sở Xây dựng"),
    ("Sở XD", "Sở Xây dựng"),
    ("BXD", "Bộ Xây dựng"),
    ("TTĐT", "thông tin điện tử"),
    ("CCCD", "căn cước công dân"),
    ("CMND", "chứng minh nhân dân"),
    ("TNT", "thu nhập thấp"),
    ("HCN", "hộ cận nghèo"),
    ("NCC", "người có công"),
    ("NHCSXH", "Ngân hàng Chính sách xã hội"),
    ("VBSP", "Ngân hàng Chính sách xã hội"),
    ("GPXD", "giấy phép xây dựng"),
    ("XLNT", "xử lý nước thải"),
    ("HTKT", "hạ tầng kỹ thuật"),
    ("HTXH", "hạ tầng xã hội"),
    ("KT-XH", "kinh tế - xã hội"),
    ("TMĐT", "tổng mức đầu tư"),
    ("HĐMB", "hợp đồng mua bán"),
    ("DTTS&MN", "dân tộc thiểu số và miền núi"),
    ("TCTT", "tiếp cận thông tin"),
    ("THDC", "thực hiện dân chủ"),
    ("CSDL", "cơ sở dữ liệu"),
    ("KĐT", "khu đô thị"),
    ("KDC", "khu dân cư"),
    ("trả góp", "thuê mua"),
    ("bán lại", "chuyển nhượng"),
    ("sang tên", "chuyển nhượng"),
    ("chung cư", "căn hộ"),
    ("nộp hồ sơ mua", "đăng ký mua"),
    ("đơn mua", "đăng ký mua"),
    ("trưởng bản", "trưởng thôn"),
    ("xong", "hoàn thành"),
    ("tổ {số}", "tổ dân phố {số}"),
    ("P. {tên}", "phường {tên}"),
    ("X. {tên}", "xã {tên}"),
    ("TP. {tên}", "thành phố {tên}"),
    ("T. {tên}", "tỉnh {tên}"),
    ("CT {tên}", "Chủ tịch {tên}"),
    ("PCT {tên}", "Phó Chủ tịch {tên}"),
    ("QH15", "Quốc hội khóa XV"),
    ("MĐXD", "mật độ xây dựng"),
    ("HSSDĐ", "hệ số sử dụng đất"),
    ("hộ khẩu", "thường trú"),
    ("kêu gọi đầu tư", "thu hút đầu tư"),
    ("kêu gọi đầu tư", "nhà đầu tư"),
    ("mét vuông", "m2"),
    ("câu hỏi thường gặp", "hỏi đáp"),
    ("FAQ", "hỏi đáp"),
    ("bảng giá", "giá bán"),
    ("giấy tờ", "thành phần hồ sơ"),
    # What investors from abroad type.
    ("housing", "nhà ở"),
    ("land", "đất"),
    ("land site", "khu đất"),
    ("land sites", "khu đất"),
    ("clean land", "đất sạch"),
    ("project", "dự án"),
    ("projects", "dự án"),
    ("apartment", "căn hộ"),
    ("apartments", "căn hộ"),
    ("price", "giá"),
    ("prices", "giá"),
    ("rent", "thuê"),
    ("buy", "mua"),
    ("planning", "quy hoạch"),
    ("auction", "đấu giá"),
    ("bidding", "đấu thầu"),
    ("investor", "nhà đầu tư"),
    ("investors", "nhà đầu tư"),
    ("investment", "đầu tư"),
    ("procedure", "thủ tục"),
    ("procedures", "thủ tục"),
    ("application", "hồ sơ"),
    ("deadline", "hạn"),
    ("map", "bản đồ"),
    ("resettlement", "tái định cư"),
    ("compensation", "bồi thường"),
    ("industrial park", "khu công nghiệp"),
)
EQUAL: Final[tuple[tuple[str, str], ...]] = (
    ("đền bù", "bồi thường"),
    ("xóm", "thôn"),
    ("làng", "thôn"),
    ("ấp", "thôn"),
    ("buôn", "thôn"),
    ("bản {tên}", "thôn {tên}"),
    ("rút thăm", "bốc thăm"),
    ("quay số", "bốc thăm"),
)
DEFAULTS: Final[tuple[tuple[str, str, str], ...]] = (
    *((short, Relation.ONE_WAY.value, full) for short, full in ONE_WAY),
    *((short, Relation.EQUAL.value, full) for short, full in EQUAL),
)
"""Short, relation, full."""


def ensure_default_synonyms() -> int:
    """Add the defaults that are not there yet; rows that staff have changed or switched off stay. Returns how many."""
    known = set(Synonym.objects.values_list("short", "full"))
    new = [
        Synonym(short=short, relation=relation, full=full)
        for short, relation, full in DEFAULTS
        if (short, full) not in known
    ]
    Synonym.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
