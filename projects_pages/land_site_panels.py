"""Fields of a land site as the form groups them, what is asked first in front."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

LAND = [
    FieldPanel("summary"),
    MultiFieldPanel([FieldPanel("state"), FieldPanel("site_kind")], heading="Loại, mức sẵn sàng"),
    MultiFieldPanel(
        [FieldPanel("location"), FieldPanel("map_sheet"), FieldPanel("parcel"), FieldPanel("area")],
        heading="Vị trí, diện tích",
    ),
    MultiFieldPanel(
        [
            FieldPanel("present_use"),
            FieldPanel("clean_land"),
            FieldPanel("compensation"),
            FieldPanel("cleared_on"),
            FieldPanel("compensation_note"),
        ],
        heading="Hiện trạng, bồi thường",
    ),
    InlinePanel("readiness", heading="Tiêu chí sẵn sàng", label="Tiêu chí"),
    MultiFieldPanel([FieldPanel("target_area"), FieldPanel("target_groups")], heading="Dành trước cho ai"),
]
APPLY = [
    MultiFieldPanel(
        [
            FieldPanel("selection"),
            FieldPanel("apply_from"),
            FieldPanel("apply_until"),
            FieldPanel("apply_at"),
            FieldPanel("apply_how"),
            FieldPanel("contact"),
        ],
        heading="Chọn nhà đầu tư, nộp hồ sơ",
        help_text="Khi mời nhà đầu tư phải công khai thời hạn, địa chỉ, hình thức tiếp nhận hồ sơ.",
    ),
    MultiFieldPanel(
        [
            FieldPanel("goal"),
            FieldPanel("scale"),
            FieldPanel("preliminary_capital"),
            FieldPanel("schedule"),
            FieldPanel("incentives"),
            FieldPanel("investor_conditions"),
        ],
        heading="Dự án sẽ làm ở đây",
    ),
]
PLANNING = [
    MultiFieldPanel(
        [
            FieldPanel("planning_level"),
            FieldPanel("function_planned"),
            FieldPanel("storeys_planned"),
            FieldPanel("density_planned"),
            FieldPanel("ratio_planned"),
            FieldPanel("homes_planned"),
            FieldPanel("homes_planned_approximate"),
        ],
        heading="Quy hoạch đang áp dụng",
    ),
    InlinePanel("former_planning", heading="Quy hoạch trước điều chỉnh", label="Quy hoạch"),
    MultiFieldPanel(
        [
            FieldPanel("built_as_noxh"),
            PageChooserPanel("release_decision", "projects_pages.LegalDocumentPage"),
            FieldPanel("fund_owed"),
            FieldPanel("fund_paid"),
        ],
        heading="Quỹ đất 20%",
    ),
]
MAP = [
    HelpPanel(template="projects_pages/admin/doubts.html"),
    FieldPanel("surveyed_in"),
    FieldPanel("boundary"),
    InlinePanel("photos", heading="Ảnh", label="Ảnh"),
]
ENGLISH = [FieldPanel("planning_en"), FieldPanel("apply_en")]
