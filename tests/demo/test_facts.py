"""The facts of the two wards are those of their plans: nothing is added, nothing rounded, blanks stay blank."""

from __future__ import annotations

import re
import unicodedata

import pytest

from cms.disclosure.facts import Rows
from cms.disclosure.missing import MissingKind
from cms.models.identity import identity_of
from cms.registers.models import Organisation, Place, Unit
from projects_pages.models import LegalDocumentPage, PlanPage, ProjectPage
from tests.demo.conftest import Demo
from tests.demo.reading import NUMBER, WARDS, plan_numbers, plan_text, shown_facts

PLAN = "ke-hoach"
PROJECT = "du-an"

DOCUMENTS = [
    ("doan-ket", "07/NQ-CP", "Nghị quyết", "12/01/2026", "Chính phủ", "đẩy mạnh phát triển nhà ở xã hội"),
    ("doan-ket", "258/QĐ-UBND", "Quyết định", "10/02/2026", "UBND tỉnh Lai Châu", "giao chủ đầu tư thực hiện dự án"),
    ("doan-ket", "222/QĐ-UBND", "Quyết định", "24/3/2026", "UBND phường Đoàn Kết", "Quy hoạch chi tiết 1/500"),
    ("doan-ket", "3314/UBND-KTN", "Công văn", "30/4/2026", "UBND tỉnh Lai Châu", "Công điện số 08/CĐ-BXD"),
    ("doan-ket", "08/CĐ-BXD", "Công điện", "", "Bộ Xây dựng", "Công điện số 08/CĐ-BXD"),
    (
        "ha-bac",
        "02-NQ/TU",
        "Nghị quyết",
        "10/12/2025",
        "Ban Chấp hành Đảng bộ thành phố Hải Phòng",
        "sửa đổi, bổ sung một số điều của Nghị quyết 09-NQ/TU",
    ),
    (
        "ha-bac",
        "09-NQ/TU",
        "Nghị quyết",
        "13/11/2023",
        "Ban Chấp hành Đảng bộ thành phố Hải Phòng",
        "phát triển nhà ở xã hội",
    ),
    ("ha-bac", "201/2025/QH15", "Nghị quyết", "29/5/2025", "Quốc hội", "thí điểm một số cơ chế, chính sách đặc thù"),
]


@pytest.mark.parametrize(("ward", "number", "kind", "day", "issuer", "words"), DOCUMENTS)
def test_each_cited_document_is_a_record(
    demo: Demo, ward: str, number: str, kind: str, day: str, issuer: str, words: str
) -> None:
    page = demo.page(ward, number)
    assert isinstance(page, LegalDocumentPage)
    assert page.get_document_type_display() == kind
    assert (str(page.issued_on) if page.issued_on else "") == day
    assert page.issuer is not None
    assert page.issuer.name == issuer
    assert words in page.title
    assert number in plan_text(ward)
    assert day in plan_text(ward)
    assert words in plan_text(ward)


def test_no_other_document_is_there(demo: Demo) -> None:
    shown = {(ward, record.number) for ward in WARDS for record in demo.records(ward) if record.kind == "van-ban"}
    assert shown == {(row[0], row[1]) for row in DOCUMENTS}


@pytest.mark.parametrize("ward", WARDS)
def test_no_document_says_more_than_the_plan(demo: Demo, ward: str) -> None:
    unknown = ("effective_on", "expires_on", "validity", "signer", "gazette_number", "official_url", "unit", "provider")
    for record in demo.records(ward):
        if record.kind == "van-ban":
            page = demo.page(ward, record.number)
            assert [name for name in unknown if getattr(page, name)] == []
            assert page.carried_files == []


@pytest.mark.parametrize(
    ("ward", "number", "relation", "other"),
    [("doan-ket", "3314/UBND-KTN", "thuc-hien", "08/CĐ-BXD"), ("ha-bac", "02-NQ/TU", "sua-doi", "09-NQ/TU")],
)
def test_relations_are_those_of_the_plan(demo: Demo, ward: str, number: str, relation: str, other: str) -> None:
    page = demo.page(ward, number)
    assert isinstance(page, LegalDocumentPage)
    [row] = page.relations.all()
    assert (row.relation, row.document_id) == (relation, demo.record(ward, other).page_id)


@pytest.mark.parametrize(
    ("ward", "issued", "signer", "years", "recipients", "tasks"),
    [
        ("doan-ket", "2026", "Đặng Việt Hưng", (2026, 2028), 6, 24),
        ("ha-bac", "tháng 5/2026", "Nguyễn Đắc Chiếm", (None, 2030), 6, 22),
    ],
)
def test_the_plans_keep_the_blanks_of_the_paper(
    demo: Demo,
    ward: str,
    issued: str,
    signer: str,
    years: tuple[int | None, int | None],
    recipients: int,
    tasks: int,
) -> None:
    plan = demo.page(ward, PLAN)
    assert isinstance(plan, PlanPage)
    assert (plan.number, plan.number_is_blank, plan.shown_number) == ("/KH-UBND", True, "…/KH-UBND")
    assert str(plan.issued_on) == issued
    assert (plan.signer, plan.signer_position, plan.signing_capacity) == (signer, "Phó Chủ tịch", "KT. CHỦ TỊCH")
    assert (plan.year_from, plan.year_to) == years
    assert len(plan.recipients.all()) == recipients
    assert len(plan.tasks.all()) == tasks
    assert plan.carried_files == []
    assert plan.effective_on is None


@pytest.mark.parametrize("ward", WARDS)
def test_the_sections_are_the_plan_word_for_word(demo: Demo, ward: str) -> None:
    plan = demo.page(ward, PLAN)
    assert isinstance(plan, PlanPage)
    assert len(plan.sections.all()) == {"doan-ket": 13, "ha-bac": 9}[ward]
    for section in plan.sections.all():
        assert section.heading in plan_text(ward)
        for paragraph in section.text.splitlines():
            assert paragraph in plan_text(ward)


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("xống cấp", "xuống cấp"),
        ("trường thôn", "Trưởng thôn"),
        ("Đơn độc", "Đôn đốc"),
        ("10/12/2-25", "10/12/2025"),
    ],
)
def test_a_slip_is_quoted_as_printed_and_found_by_its_right_spelling(demo: Demo, slip: str, right: str) -> None:
    plan = demo.page("ha-bac", PLAN)
    assert isinstance(plan, PlanPage)
    assert any(slip in f"{section.heading}\n{section.text}" for section in plan.sections.all())
    assert right in plan.other_names
    assert all(slip not in task.duty for task in plan.tasks.all())


@pytest.mark.parametrize(
    ("passage", "due", "words"),
    [
        ("mục I.2", "15/5/2026", "báo cáo chính thức về Sở Xây dựng"),
        ("mục II.1", "quý II/2026", "tổ chức thi công"),
        ("mục II.1", "2027", "hạ tầng kỹ thuật"),
        ("mục II.2", "2028", "khoảng 587 căn hộ"),
    ],
)
def test_deadlines_of_the_ward_stand_at_their_tasks(demo: Demo, passage: str, due: str, words: str) -> None:
    plan = demo.page("doan-ket", PLAN)
    assert isinstance(plan, PlanPage)
    assert any(task.passage == passage and str(task.due) == due and words in task.duty for task in plan.tasks.all())


def test_the_only_deadline_of_the_commune_is_that_of_the_information_system(demo: Demo) -> None:
    plan = demo.page("ha-bac", PLAN)
    assert isinstance(plan, PlanPage)
    [task] = [task for task in plan.tasks.all() if task.due]
    assert (str(task.due), task.passage) == ("quý II/2026", "mục II.4")
    assert "một cửa, một điểm đến" in task.duty
    assert not plan.targets.exists()


def test_the_target_stays_approximate(demo: Demo) -> None:
    plan = demo.page("doan-ket", PLAN)
    assert isinstance(plan, PlanPage)
    [target] = plan.targets.all()
    assert (target.year, target.planned, target.planned_approximate, target.achieved) == (2028, 587, True, None)


PROJECT_FACTS = [
    ("homes_total", "khoảng 587", "258/QĐ-UBND", ""),
    ("land_area", "32.056,8\N{NO-BREAK SPACE}m²", PLAN, "mục III.1"),
    ("completion_planned", "2028", PLAN, "mục II.2"),
    ("location", "Tổ dân phố số 12 và Quyết Tiến 3, phường Đoàn Kết, tỉnh Lai Châu", PLAN, "mục III.1"),
    ("stage", "Đã giao chủ đầu tư", "258/QĐ-UBND", ""),
    (
        "investment_policy",
        "UBND tỉnh Lai Châu chấp thuận điều chỉnh, đồng thời giao chủ đầu tư",
        "258/QĐ-UBND",
        "",
    ),
    ("detailed_plan", "Tỷ lệ 1/500, UBND phường Đoàn Kết phê duyệt", "222/QĐ-UBND", ""),
    (
        "role_in_plan",
        "Phường đôn đốc để một phần dự án trở thành trọng điểm của tỉnh Lai Châu, hoàn thành chỉ tiêu khoảng 587 căn "
        "hộ",
        PLAN,
        "mục I.2",
    ),
    ("priority_lane", "có", PLAN, "mục I.2"),
]


@pytest.mark.parametrize(("fact", "shown", "source", "passage"), PROJECT_FACTS)
def test_a_figure_of_the_project_has_its_value_and_its_source(
    demo: Demo, fact: str, shown: str, source: str, passage: str
) -> None:
    page = demo.page("doan-ket", PROJECT)
    assert dict(shown_facts(page))[fact].casefold() == shown.casefold()
    found = page.sources_by_fact[fact]
    assert (found.document_id, found.passage) == (demo.record("doan-ket", source).page_id, passage)


def test_every_fact_of_the_project_has_a_source(demo: Demo) -> None:
    """The title and what is made from facts that have their own source need none; rows carry theirs."""
    page = demo.page("doan-ket", PROJECT)
    own = {"title", "summary", "other_names", "legal_bases", "sources", "milestones"}
    told = {path.partition("[")[0] for path, _ in shown_facts(page)}
    assert told - own == set(page.sources_by_fact)
    assert isinstance(page, ProjectPage)
    for row in [*page.milestones.all(), *page.infrastructure.all()]:
        assert row.document_id is not None


@pytest.mark.parametrize(
    ("title", "planned", "actual", "source", "passage"),
    [
        ("Chấp thuận điều chỉnh chủ trương đầu tư, giao chủ đầu tư", None, "10/02/2026", "258/QĐ-UBND", ""),
        ("Phê duyệt Quy hoạch chi tiết 1/500", None, "24/3/2026", "222/QĐ-UBND", ""),
        ("Hoàn thiện thủ tục pháp lý, tổ chức thi công", "quý II/2026", None, PLAN, "mục II.1"),
        (
            "Thi công hạ tầng kỹ thuật, kết nối với giao thông, y tế, giáo dục hiện hữu",
            "2027",
            None,
            PLAN,
            "mục II.1",
        ),
        (
            "Hoàn thành, đưa vào sử dụng khoảng 587 căn hộ; phối hợp xét duyệt đối tượng",
            "2028",
            None,
            PLAN,
            "mục II.2",
        ),
    ],
)
def test_milestones(demo: Demo, title: str, planned: str | None, actual: str | None, source: str, passage: str) -> None:
    page = demo.page("doan-ket", PROJECT)
    assert isinstance(page, ProjectPage)
    assert len(page.milestones.all()) == 5
    row = page.milestones.get(title=title)
    assert (row.planned_first and str(row.planned_first)) == planned
    assert (row.actual and str(row.actual)) == actual
    assert row.planned_now is None
    assert (row.document_id, row.passage) == (demo.record("doan-ket", source).page_id, passage)


OWED = [
    "investor",
    "contact_address",
    "apply_at",
    "applications_expected",
    "homes_for_sale",
    "home_types",
]
UNKNOWN = [
    "project_kind", "operator", "land_origin", "homes_for_rent", "homes_for_rent_to_buy", "buildings", "storeys",
    "basements", "floor_area", "building_density", "land_use_ratio", "population", "total_investment",
    "capital_source", "incentives", "provider", "reference_code", "confirmed_on", "attachments", "obstacles",
    "progress_reports", "corrections",
]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "kind"), [*((name, MissingKind.OWED) for name in OWED), *((name, MissingKind.UNKNOWN) for name in UNKNOWN)]
)
def test_what_the_plan_does_not_say_is_missing(demo: Demo, fact: str, kind: MissingKind) -> None:
    page = demo.page("doan-ket", PROJECT)
    missing = type(page).facts.missing(page, type(page).facts.by_name[fact])
    assert missing is not None
    assert missing.kind is kind
    if kind is MissingKind.OWED:
        assert (missing.owed_by, missing.asked_by) == ("chủ đầu tư", "A1")


def test_587_never_stands_without_khoang(demo: Demo) -> None:
    told = [text for _, text in shown_facts(demo.page("doan-ket", PROJECT)) if "587" in text]
    assert len(told) == 4
    for text in told:
        assert len(re.findall("587", text)) == len(re.findall("khoảng 587", text, re.IGNORECASE))


@pytest.mark.parametrize("ward", WARDS)
def test_every_number_of_every_fact_stands_in_the_plan(demo: Demo, ward: str) -> None:
    written_otherwise = {"5/2026"}  # the commune's paper says "tháng 5 năm 2026"
    assert "tháng 5 năm 2026" in plan_text("ha-bac")
    facts = 0
    for record in demo.records(ward):
        page = demo.page(ward, record.number or record.kind) if record.kind in ("van-ban", PLAN, PROJECT) else None
        if page is None:
            continue
        for path, text in shown_facts(page):
            unheard = set(NUMBER.findall(text)) - plan_numbers(ward) - written_otherwise
            assert not unheard, f"{record.title}, {path}: {text}"
            facts += 1
    assert facts > 100


@pytest.mark.parametrize("ward", WARDS)
def test_every_unit_and_organisation_stands_in_the_plan(demo: Demo, ward: str) -> None:
    site = demo.site_id(ward)
    spelled_otherwise = {
        "Bộ Xây dựng": "08/CĐ-BXD",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường, các đoàn thể": "Ủy ban Mặt trận Tổ quốc Việt Nam phường và các",
        "Tổ trưởng Tổ dân phố": "Tổ trưởng các Tổ dân phố",
        "UBND xã Hà Bắc": "Ủy ban nhân dân xã Hà Bắc",
    }
    for model in (Unit, Organisation):
        for row in model.objects.filter(site_id=site):
            assert spelled_otherwise.get(row.name, row.name).casefold() in plan_text(ward).casefold()
            assert not any(getattr(row, name, "") for name in ("address", "phone", "email", "hours", "website"))


@pytest.mark.parametrize(
    ("ward", "place", "kind", "parent"),
    [
        ("doan-ket", "Tổ dân phố số 12", "to-dan-pho", "Đoàn Kết"),
        ("doan-ket", "Quyết Tiến 3", "to-dan-pho", "Đoàn Kết"),
        ("doan-ket", "Đoàn Kết", "phuong", "Lai Châu"),
        ("doan-ket", "Lai Châu", "tinh", None),
        ("ha-bac", "Hà Bắc", "xa", "Hải Phòng"),
        ("ha-bac", "Hải Phòng", "thanh-pho", None),
        ("ha-bac", "Khu vực phía Đông", "khu-vuc", None),
        ("ha-bac", "Khu vực phía Tây", "khu-vuc", None),
    ],
)
def test_places(demo: Demo, ward: str, place: str, kind: str, parent: str | None) -> None:
    assert Place.objects.filter(site_id=demo.site_id(ward)).count() == 4
    row = Place.objects.get(site_id=demo.site_id(ward), name=place)
    assert (row.kind, row.parent and row.parent.name) == (kind, parent)


@pytest.mark.parametrize("ward", WARDS)
def test_what_nobody_told_of_the_office_stays_empty(demo: Demo, ward: str) -> None:
    said = identity_of(demo.site_id(ward))
    assert said is not None
    assert said.guide_unit is not None
    assert not any([said.address, said.phone, said.email, said.hours, said.responsible])


@pytest.mark.parametrize(
    ("ward", "foreign"),
    [
        ("doan-ket", ("Hà Bắc", "Hải Phòng", "Nguyễn Đắc Chiếm", "NQ/TU", "201/2025/QH15", "2030")),
        ("ha-bac", ("Đoàn Kết", "Lai Châu", "Đặng Việt Hưng", "587", "32.056,8", "QĐ-UBND", "Quyết Tiến")),
    ],
)
def test_a_ward_shows_nothing_of_the_other(demo: Demo, ward: str, foreign: tuple[str, ...]) -> None:
    for record in demo.records(ward):
        text = "\n".join([record.number, record.title, record.summary, record.keys, record.body, record.unit])
        assert [word for word in foreign if word in text] == []
    assert (PROJECT in {record.kind for record in demo.records(ward)}) is (ward == "doan-ket")


def test_every_fact_of_the_wards_is_nfc_and_free_of_markup(demo: Demo) -> None:
    for ward in WARDS:
        for record in demo.records(ward):
            text = "\n".join([record.title, record.summary, record.body])
            assert unicodedata.is_normalized("NFC", text)
            assert not re.search(r"[*#]|</?\w+>", text)


def test_rows_have_an_order_of_their_own(demo: Demo) -> None:
    for ward in WARDS:
        page = demo.page(ward, PLAN)
        for item in type(page).facts.relations:
            assert isinstance(item, Rows)
            orders = [row.sort_order for row in getattr(page, item.name).all()]
            assert orders == sorted(set(orders))
