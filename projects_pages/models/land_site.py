"""Land sites (khu đất) that are offered or reserved for social housing."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.missing import Finding
from cms.disclosure.states import ENDED_STATE
from cms.disclosure.uses import uses_by_kind
from cms.models import DisclosurePage, PortalImage
from cms.models.images import with_renditions
from cms.values.fields import (
    AreaField,
    CountField,
    LineField,
    MoneyField,
    PartialDateField,
    ProseField,
    RatioField,
    ShareField,
)
from cms.values.shape import ShapeKind
from cms.values.shape_field import ShapeField
from cms.values.vn2000 import CHOICES as COORDINATE_SYSTEMS
from projects_pages import land_site_panels as panels
from projects_pages import land_site_presentation as presentation
from projects_pages.forms import LandSiteForm
from projects_pages.land_site_rules import LAND_SITE_RULES, doubts
from projects_pages.map_drawing import Landmark
from projects_pages.models.land_site_words import TAKEN, Compensation, PlanningLevel, Selection, SiteKind, SiteState

OFFICE = "UBND cấp xã"
PROVINCE = "UBND cấp tỉnh, Sở Xây dựng"
CALL = {"asked_by": "C2", "owed_by": PROVINCE}
CLEAN_LIST = {"asked_by": "A16", "owed_by": OFFICE}


def _taken(site: Any) -> str:
    """A site that has an investor takes no applications."""
    return site.get_state_display().lower() if site.state in TAKEN else ""


def _not_open(site: Any) -> str:
    """Nor does one that is still prepared."""
    return _taken(site) or ("chưa mời nhà đầu tư" if site.state == SiteState.PREPARING else "")


def _no_homes(site: Any) -> str:
    """A site that is sold for other purposes gets no social homes."""
    return "không xây nhà ở xã hội" if site.built_as_noxh is False else ""


def _of_20_percent(site: Any) -> str:
    """Only land out of the 20 % of a commercial project can be set free of social housing against money."""
    if site.site_kind and site.site_kind != SiteKind.SHARE_OF_COMMERCIAL:
        return "không thuộc quỹ đất 20%"
    return "dùng để xây nhà ở xã hội" if site.built_as_noxh else ""


class LandSitePage(DisclosurePage):
    """A site with what an investor has to know (NĐ 192/2025 Điều 7.2) and what the ward's plan wants public (A16)."""

    kind = "khu-dat"
    kind_label = "Khu đất"
    template = "projects_pages/land_site_page.html"
    parent_page_types: ClassVar = ["projects_pages.LandSiteIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = LandSiteForm

    card_facts: ClassVar = ("area", "homes_planned", "site_kind", "apply_until", "apply_at")
    key_figures: ClassVar = ("area", "storeys_planned", "density_planned", "homes_planned")

    site_kind = models.CharField("Loại khu đất", max_length=20, choices=SiteKind.choices, blank=True)
    state = models.CharField("Sẵn sàng đến đâu", max_length=20, choices=SiteState.choices, blank=True)

    # Where it is
    location = LineField("Vị trí", max_length=255, blank=True)
    map_sheet = LineField("Tờ bản đồ", max_length=60, blank=True)
    parcel = LineField("Thửa đất", max_length=120, blank=True)
    area = AreaField("Diện tích", null=True, blank=True, help_text="m² hoặc ha, theo quyết định hoặc trích đo.")
    surveyed_in = models.CharField(
        "Hệ tọa độ của bản vẽ",
        max_length=20,
        choices=COORDINATE_SYSTEMS,
        blank=True,
        help_text="Hệ tọa độ ghi trên trích đo. Tọa độ VN-2000 (mét) được đổi sang WGS 84 khi lưu.",
    )
    boundary = ShapeField(
        "Ranh giới",
        kinds=(ShapeKind.POINT, ShapeKind.POLYGON),
        null=True,
        blank=True,
        help_text="Mỗi dòng một đỉnh: vĩ độ rồi kinh độ (20,940123 106,551234), hoặc x rồi y của VN-2000 "
        "(2316789,12 599999,34). Một dòng là một điểm. Dán GeoJSON cũng được.",
    )

    # The land as it is
    present_use = ProseField("Hiện trạng sử dụng đất", blank=True)
    clean_land = models.BooleanField(
        "Đất sạch", null=True, blank=True, help_text="Không còn bồi thường, thu hồi, tranh chấp."
    )
    compensation = models.CharField("Bồi thường", max_length=20, choices=Compensation.choices, blank=True)
    cleared_on = PartialDateField("Bồi thường xong", null=True, blank=True)
    compensation_note = ProseField("Ghi chú về bồi thường", blank=True)

    # What may be built, by the planning in force
    planning_level = models.CharField("Quy hoạch áp dụng", max_length=20, choices=PlanningLevel.choices, blank=True)
    function_planned = LineField("Chức năng đất theo quy hoạch", max_length=255, blank=True)
    storeys_planned = CountField("Tầng cao tối đa", null=True, blank=True)
    density_planned = ShareField("Mật độ xây dựng tối đa", null=True, blank=True)
    ratio_planned = RatioField("Hệ số sử dụng đất tối đa", null=True, blank=True)
    homes_planned = CountField("Số căn dự kiến", null=True, blank=True)
    homes_planned_approximate = models.BooleanField("Số căn dự kiến là số «khoảng»", default=False)

    # Land out of the 20 % of a commercial project
    built_as_noxh = models.BooleanField("Dùng để xây nhà ở xã hội", null=True, blank=True)
    release_decision = models.ForeignKey(
        DisclosurePage,
        verbose_name="Quyết định không xây nhà ở xã hội",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    fund_owed = MoneyField("Tiền phải nộp vào Quỹ nhà ở", null=True, blank=True)
    fund_paid = MoneyField("Tiền đã nộp vào Quỹ nhà ở", null=True, blank=True)

    # The investment
    goal = ProseField("Mục tiêu", blank=True)
    scale = ProseField("Quy mô sơ bộ", blank=True)
    preliminary_capital = MoneyField("Sơ bộ tổng vốn đầu tư", null=True, blank=True)
    schedule = LineField("Tiến độ dự kiến", max_length=255, blank=True)
    incentives = ProseField("Ưu đãi", blank=True)
    investor_conditions = ProseField("Điều kiện với nhà đầu tư", blank=True)

    # Applying
    selection = models.CharField("Cách chọn nhà đầu tư", max_length=20, choices=Selection.choices, blank=True)
    apply_from = models.DateField("Nhận hồ sơ từ ngày", null=True, blank=True)
    apply_until = models.DateField("Hạn nộp hồ sơ", null=True, blank=True)
    apply_at = LineField("Nơi nộp hồ sơ", max_length=255, blank=True)
    apply_how = LineField("Hình thức nộp", max_length=255, blank=True, help_text="Trực tiếp, bưu chính, trực tuyến.")
    contact = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đầu mối giải đáp",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    # For whom
    target_area = models.ForeignKey(
        "registers.TargetArea",
        verbose_name="Khu vực mục tiêu",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    target_groups = ProseField(
        "Dành trước cho nhóm nào", blank=True, help_text="Để trống thì lấy theo khu vực mục tiêu; mỗi dòng một nhóm."
    )

    # For investors who read English
    planning_en = ProseField("Quy hoạch, tiếng Anh", blank=True)
    apply_en = ProseField("Cách nộp hồ sơ, tiếng Anh", blank=True)

    facts = Facts(
        should("site_kind"),
        must("state", **CLEAN_LIST),
        must("location", **CALL),
        may("map_sheet"),
        may("parcel"),
        must("area", **CLEAN_LIST),
        may("surveyed_in"),
        should("boundary"),
        must("present_use", **CALL),
        must("clean_land", **CLEAN_LIST),
        should("compensation"),
        may("cleared_on"),
        may("compensation_note"),
        may("planning_level"),
        must("function_planned", **CALL),
        should("storeys_planned"),
        should("density_planned"),
        may("ratio_planned"),
        should("homes_planned", approximate="homes_planned_approximate", not_applicable=_no_homes),
        may("built_as_noxh"),
        may("release_decision", not_applicable=_of_20_percent),
        may("fund_owed", not_applicable=_of_20_percent),
        may("fund_paid", not_applicable=_of_20_percent),
        should("goal"),
        should("scale"),
        must("preliminary_capital", **CALL),
        should("schedule"),
        should("incentives"),
        may("investor_conditions"),
        should("selection"),
        may("apply_from"),
        must("apply_until", not_applicable=_not_open, **CALL),
        must("apply_at", not_applicable=_not_open, **CALL),
        must("apply_how", not_applicable=_not_open, **CALL),
        should("contact", with_details=True),
        may("target_area", with_details=True),
        may("target_groups"),
        may("planning_en"),
        may("apply_en"),
        rows(
            "former_planning",
            "Quy hoạch trước đây",
            must("title"),
            may("replaced_on"),
            may("function"),
            may("storeys"),
            may("density"),
            may("ratio"),
            may("homes"),
            may("document"),
            may("passage"),
            key="title",
        ),
        rows(
            "readiness",
            "Tiêu chí sẵn sàng",
            must("criterion"),
            may("met"),
            may("note"),
            may("document"),
            may("passage"),
            key="criterion",
            level="should",
        ),
        rows("photos", "Ảnh", must("image"), must("alt"), may("caption"), key="alt"),
    )
    rules = LAND_SITE_RULES

    content_panels: ClassVar = [*DisclosurePage.content_panels, *panels.LAND]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Khu đất"),
            ObjectList(panels.APPLY, heading="Nộp hồ sơ, dự án"),
            ObjectList(panels.PLANNING, heading="Quy hoạch"),
            ObjectList(panels.MAP, heading="Bản đồ, ảnh"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList([*DisclosurePage.record_panels, *panels.ENGLISH], heading="Nhãn hồ sơ, tiếng Anh"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "khu đất"
        verbose_name_plural = "khu đất"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what the page says beyond single facts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        with_renditions(row.image for row in self.photos.all())
        used = uses_by_kind(self)
        context.update(
            state_tone="" if self.ended_on else presentation.STATE_TONES.get(self.state, ""),
            window=presentation.window(self, today),
            readiness=presentation.readiness(self),
            planning=presentation.planning_rows(self),
            groups=presentation.groups(self),
            area_check=presentation.area_check(self),
            map=presentation.site_map(self, self._landmarks()),
            english=presentation.english(self),
            vertices=presentation.vertices(self),
            projects=used.pop("du-an", []),
            used=[cited for several in used.values() for cited in several],
        )
        return context

    @property
    def links_beside(self) -> Q:
        """The list above the site as well, which knows the landmarks."""
        above = Page.objects.filter(path=self.path[: -self.steplen]).values("pk")
        return super().links_beside | Q(page_id__in=above)

    @property
    def shared_picture(self) -> tuple[PortalImage, str] | None:
        """The first photo."""
        return next(((row.image, row.alt) for row in self.photos.all()), None)

    def _landmarks(self) -> list[Landmark]:
        """What the ward has drawn around its sites, as the list last published it."""
        lists = [self.cited[pk] for pk, record in self.public_links.items() if record.kind == "muc-khu-dat"]
        return presentation.landmarks_of(lists)

    @property
    def doubts(self) -> list[Finding]:
        """What of the site's figures and shape does not fit together, too."""
        return [*super().doubts, *doubts(self)]

    @property
    def unknown_in_rows(self) -> list[str]:
        """Criteria of which nobody has said whether they are met."""
        return [f"Tiêu chí «{row.criterion}»: đạt hay chưa" for row in self.readiness.all() if not row.met]

    @property
    def public_state(self) -> tuple[str, str]:
        """How far it is; once the ward ended the record, that: the site is no longer offered."""
        if self.ended_on and self.state not in TAKEN:
            return ENDED_STATE
        return (self.state, self.get_state_display()) if self.state else ("", "")

    @property
    def public_date(self) -> datetime.date | None:
        """A deadline is not the date of the record; it has none of its own."""
        return None

    @property
    def ended(self) -> bool:
        """Ended by the ward, or taken by an investor."""
        return super().ended or self.state in TAKEN

    @property
    def search_keys(self) -> list[str]:
        """Sheet and parcel, and the words by which investors ask."""
        parcel = " ".join(
            part for part in (self.map_sheet and f"tờ {self.map_sheet}", self.parcel and f"thửa {self.parcel}") if part
        )
        area = [self.target_area.name, *self.target_area.group_list] if self.target_area else []
        return [*super().search_keys, *([parcel] if parcel else []), *(["đất sạch"] if self.clean_land else []), *area]

    def clean(self) -> None:
        """Refuse values that contradict each other."""
        super().clean()
        for rule in self.rules:
            rule(self)
