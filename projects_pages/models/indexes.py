"""Index pages of the record types."""

from __future__ import annotations

from typing import ClassVar

from cms.listing.index_page import IndexPage


class ProjectIndexPage(IndexPage):
    """All projects of the ward, at /du-an/."""

    kind = "muc-du-an"
    lists = "projects_pages.ProjectPage"
    icon = "key"
    question = "Bao nhiêu căn, ở đâu, tiến độ tới đâu, hỏi ai?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục dự án"
        verbose_name_plural = "mục dự án"


class LegalDocumentIndexPage(IndexPage):
    """All documents of the ward, at /van-ban/."""

    kind = "muc-van-ban"
    lists = "projects_pages.LegalDocumentPage"
    question = "Quyết định, nghị quyết, công văn nào làm căn cứ?"

    class Meta:
        verbose_name = "mục văn bản"
        verbose_name_plural = "mục văn bản"


class PlanIndexPage(IndexPage):
    """All plans of the ward, at /ke-hoach/."""

    kind = "muc-ke-hoach"
    lists = "projects_pages.PlanPage"
    icon = "steps"
    question = "Chỉ tiêu năm nào, ai làm việc gì, hạn khi nào?"

    class Meta:
        verbose_name = "mục kế hoạch"
        verbose_name_plural = "mục kế hoạch"


class NoticeIndexPage(IndexPage):
    """All notices of the ward, at /thong-bao/."""

    kind = "muc-thong-bao"
    lists = "projects_pages.NoticePage"
    icon = "flag"
    question = "Đang niêm yết gì, ở đâu, đến ngày nào?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục thông báo"
        verbose_name_plural = "mục thông báo"


class SupervisionIndexPage(IndexPage):
    """All supervision by the community, at /giam-sat/."""

    kind = "muc-giam-sat"
    lists = "projects_pages.SupervisionPage"
    icon = "check"
    question = "Ai giám sát, phát hiện gì, báo tin ở đâu?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục giám sát cộng đồng"
        verbose_name_plural = "mục giám sát cộng đồng"


class DemandIndexPage(IndexPage):
    """All surveys of demand, at /nhu-cau/."""

    kind = "muc-nhu-cau"
    lists = "projects_pages.DemandPage"
    icon = "steps"
    question = "Bao nhiêu hộ cần nhà, khảo sát ra sao?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục nhu cầu nhà ở"
        verbose_name_plural = "mục nhu cầu nhà ở"


class GuideIndexPage(IndexPage):
    """All guides of the ward, at /huong-dan/."""

    kind = "muc-huong-dan"
    lists = "projects_pages.GuidePage"
    icon = "check"
    question = "Tôi có được mua, thuê không? Điều kiện gì?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục hướng dẫn"
        verbose_name_plural = "mục hướng dẫn"


class PriceIndexPage(IndexPage):
    """All prices of the ward, at /gia/."""

    kind = "muc-gia"
    lists = "projects_pages.PricePage"
    icon = "price"
    question = "Giá bán, thuê mua, thuê là bao nhiêu, theo quyết định nào?"
    nothing_yet: ClassVar = (
        "Giá do chủ đầu tư của dự án quyết định và phải công bố. Khi có quyết định giá được công khai, giá từng loại "
        "căn hiện ở đây cùng nguồn và ngày."
    )
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục giá"
        verbose_name_plural = "mục giá"


class ResultListIndexPage(IndexPage):
    """All result lists of the ward, at /ket-qua/."""

    kind = "muc-ket-qua"
    lists = "projects_pages.ResultListPage"
    icon = "check"
    question = "Bao nhiêu hồ sơ đủ điều kiện, ai được chọn, danh sách ở đâu?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục kết quả, danh sách"
        verbose_name_plural = "mục kết quả, danh sách"


class ProcedureIndexPage(IndexPage):
    """All procedures of the ward, at /thu-tuc/."""

    kind = "muc-thu-tuc"
    lists = "projects_pages.ProcedurePage"
    icon = "doc"
    question = "Giấy tờ nào, nộp ở đâu, bao lâu?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục thủ tục"
        verbose_name_plural = "mục thủ tục"
