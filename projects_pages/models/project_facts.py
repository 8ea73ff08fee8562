"""What a project discloses of its children; the models are in project_rows and round."""

from __future__ import annotations

from cms.disclosure.facts import may, must, rows

INVESTOR = "chủ đầu tư"

MILESTONES = rows(
    "milestones",
    "Mốc",
    must("title"),
    may("planned_first"),
    may("planned_now"),
    may("actual"),
    may("reason"),
    may("document"),
    may("passage"),
    key="title",
    level="must",
    asked_by="A1",
    owed_by=INVESTOR,
)

HOME_TYPES = rows(
    "home_types",
    "Loại căn hộ",
    must("name"),
    may("count"),
    may("area_from"),
    may("area_to"),
    may("sale_price"),
    may("rent_price"),
    may("price_note"),
    key="name",
    level="must",
    asked_by="A1",
    owed_by=INVESTOR,
)

INFRASTRUCTURE = rows(
    "infrastructure",
    "Hạ tầng",
    must("name"),
    must("category"),
    may("requirement"),
    may("required_share"),
    may("required_by_planning"),
    may("state"),
    may("done_share"),
    may("evidence"),
    may("document"),
    may("passage"),
    key="name",
)

CONTACTS = rows("contacts", "Hỏi ở đâu", must("unit", with_details=True), may("matter"), key="unit")

PROGRESS_REPORTS = rows(
    "progress_reports",
    "Báo cáo tiến độ",
    must("reported_on"),
    may("done_share"),
    must("text"),
    may("unit"),
    may("document"),
    key="reported_on",
)

OBSTACLES = rows(
    "obstacles",
    "Khó khăn, vướng mắc",
    must("title"),
    may("text"),
    may("solution"),
    may("raised_on"),
    may("resolved_on"),
    may("unit"),
    key="title",
)
