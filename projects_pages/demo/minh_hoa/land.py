"""Land sites of every kind and in every state, on a map that the ward drew itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cms.models import BasePage, FigureSource, LegalBasis
from cms.registers.models import TargetArea
from projects_pages.demo.building import Built, section
from projects_pages.demo.minh_hoa.days import written_for
from projects_pages.demo.minh_hoa.drawing import line, outline, picture, point
from projects_pages.demo.minh_hoa.land_documents import (
    CALL,
    HANDOVER,
    SITE_PLANNING,
    SURVEY,
    land_documents,
)
from projects_pages.demo.minh_hoa.land_sites import ASSIGNED, CRITERIA, SiteData, sites
from projects_pages.demo.minh_hoa.places import NORTH, SOUTH
from projects_pages.demo.minh_hoa.units import ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import (
    Feature,
    FormerPlanning,
    IndexTargetArea,
    Landmark,
    LandOrder,
    LandSitePage,
    ProjectKind,
    ProjectPage,
    ReadinessCriterion,
    SiteCriterion,
    SitePhoto,
    Stage,
)

AREAS = {
    NORTH: "Cán bộ, công chức, viên chức\nLực lượng vũ trang nhân dân",
    SOUTH: "Công nhân, người lao động trong khu công nghiệp",
}
LANDMARKS = (
    (
        "Ranh giới phường Minh Họa",
        Feature.BORDER,
        outline((60, 180), (520, 40), (1180, 90), (1640, 260), (1720, 760), (1380, 1080), (760, 1120), (180, 900)),
    ),
    ("Sông Mẫu", Feature.WATER, line((20, 520), (380, 600), (720, 500), (1080, 560), (1420, 460), (1760, 500))),
    ("Đường trục phường", Feature.ROAD, line((120, 820), (600, 800), (1100, 830), (1660, 700))),
    ("Đường Mẫu", Feature.ROAD, line((760, 1110), (820, 800), (860, 480), (900, 70))),
    ("Khu công nghiệp", Feature.PLACE, outline((1120, 150), (1500, 250), (1460, 400), (1090, 320))),
    ("UBND phường", Feature.PLACE, point((790, 850))),
)


def land(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Documents, the list with its map, the sites, and a project on one of them."""
    yield from land_documents(built)
    areas = {
        name: TargetArea.objects.create(
            site=built.ward.site, name=name, place=built.registers.places[name], groups=groups
        )
        for name, groups in AREAS.items()
    }
    yield "khu-dat", _list(built, list(areas.values()))
    for data in sites(written_for(built.today)):
        yield "khu-dat", _site(built, data, areas)
    yield "du-an", _project(built)


def _list(built: Built, areas: list[TargetArea]) -> Any:
    plan = built.published[PLAN]
    index = section(built, "khu-dat")
    index.title = "Khu đất"
    index.intro = "Mỗi khu đất: rộng bao nhiêu, quy hoạch gì, sẵn sàng đến đâu, nộp hồ sơ ở đâu và đến bao giờ."
    index.other_names = "Danh mục khu đất sạch\nKhu đất kêu gọi đầu tư"
    index.how_to_apply = (
        "Nhà đầu tư nộp văn bản đăng ký tại nơi và trong hạn ghi ở từng khu đất, trực tiếp hoặc qua bưu chính. Phòng "
        "Kinh tế, Hạ tầng và Đô thị trả lời câu hỏi trong 3 ngày làm việc."
    )
    index.contact = built.registers.units[ECONOMY]
    index.criteria = [SiteCriterion(name=name, document=plan, passage="mục II") for name in CRITERIA]
    index.target_areas = [IndexTargetArea(area=area, document=plan, passage="mục II") for area in areas]
    index.orders = [
        LandOrder(
            text="Công khai dự án, khu đất, giá và các đợt nhận hồ sơ; xếp việc về nhà ở xã hội vào nhóm luồng ưu "
            "tiên; rà soát quỹ đất 20%.",
            document=plan,
            passage="mục II",
        )
    ]
    index.landmarks = [Landmark(name=name, feature=feature, shape=shape) for name, feature, shape in LANDMARKS]
    return index


def _site(built: Built, data: SiteData, areas: dict[str, TargetArea]) -> LandSitePage:
    published = built.published
    values = {**data.values}
    if release := values.pop("release_decision", None):
        values["release_decision"] = published[release]
    page = LandSitePage(
        title=data.title,
        summary=data.summary,
        site_kind=data.kind,
        state=data.state,
        reference_code=data.code,
        unit=built.registers.units[ECONOMY],
        contact=built.registers.units[ECONOMY],
        target_area=areas[data.area_name] if data.area_name else None,
        boundary=data.shape,
        surveyed_in=data.surveyed_in,
        **values,
    )
    if data.place:
        page.places = [built.registers.places[data.place]]
    page.readiness = [
        ReadinessCriterion(
            criterion=name, met=met, note=note, document=published[HANDOVER] if data.handed_over and met else None
        )
        for name, met, note in data.readiness
    ]
    page.former_planning = [
        FormerPlanning(document=published[SITE_PLANNING], passage="Điều 1", **former) for former in data.former
    ]
    sourced = [("area", SURVEY), *((name, SITE_PLANNING) for name in data.planned)]
    page.sources = [FigureSource(fact=fact, document=published[number]) for fact, number in sourced]
    page.legal_bases = [LegalBasis(document=published[SURVEY], note="Trích đo địa chính")]
    if data.values.get("apply_until"):
        page.legal_bases.add(LegalBasis(document=published[CALL], note="Mời nhà đầu tư"))
    page.photos = [
        SitePhoto(image=picture(built.ward, alt, ground, roofs), alt=alt, caption=caption)
        for alt, caption, ground, roofs in data.photos
    ]
    return page


def _project(built: Built) -> ProjectPage:
    """A project stands on the site that has its investor."""
    site = built.published[ASSIGNED]
    return ProjectPage(
        title="Khu nhà ở xã hội bên hồ Minh Họa",
        summary="Khoảng 150 căn hộ trên khu đất Minh Họa 5; nhà đầu tư đã được giao, đang làm thủ tục xây dựng.",
        project_kind=ProjectKind.INDEPENDENT,
        stage=Stage.INVESTOR_ASSIGNED,
        unit=built.registers.units[ECONOMY],
        location="Tổ dân phố Mẫu 5, phường Minh Họa",
        land_site=site,
        homes_total=150,
        homes_total_approximate=True,
    )
