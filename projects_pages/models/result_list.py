"""Results and lists (kết quả, danh sách): counts, and where the responsible body publishes the list itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.values.fields import CountField, LineField, ProseField
from cms.values.personal import refuse_personal_numbers
from projects_pages import result_presentation
from projects_pages.models.checked_rows import CheckedRows
from projects_pages.rules import (
    listed_names_allowed,
    name_is_no_number,
    names_have_ground,
    no_personal_numbers,
    result_total_agrees,
)

NO_NAMES = "Chỉ khi phường bật việc đăng họ tên; không bao giờ ghi số căn cước, điện thoại, thu nhập, sức khỏe."


class ListKind(models.TextChoices):
    """What a list is a list of."""

    ELIGIBLE = "du-dieu-kien", "Hồ sơ đủ điều kiện"
    NOT_ELIGIBLE = "khong-du-dieu-kien", "Hồ sơ không đủ điều kiện"
    PRIORITY = "uu-tien", "Hồ sơ được ưu tiên"
    DRAWN = "boc-tham", "Kết quả bốc thăm"
    SIGNED = "da-ky-hop-dong", "Đã ký hợp đồng"


class ResultListPage(CheckedRows, DisclosurePage):
    """A result of a round: the commune shows counts and links; the lists themselves are others' duty (B4, B6, C6)."""

    kind = "ket-qua"
    kind_label = "Kết quả, danh sách"
    template = "projects_pages/result_list_page.html"
    parent_page_types: ClassVar = ["projects_pages.ResultListIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    checked_relations = frozenset({"groups", "names"})

    card_facts: ClassVar = ("round_name", "total", "published_on")
    not_disclosed: ClassVar = {
        "names": "personal data: on the page only, never in the log, search, JSON or exports, and gone at its end"
    }

    project = models.ForeignKey(
        DisclosurePage, verbose_name="Dự án", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round_name = LineField("Đợt", max_length=120, blank=True, help_text="Tên đợt như ghi ở dự án, ví dụ: Đợt 1.")
    list_kind = models.CharField("Loại danh sách", max_length=20, choices=ListKind.choices)
    body = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Bên lập danh sách",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_on = models.DateField("Bên lập công bố ngày", null=True, blank=True)
    official_url = models.URLField("Nơi công bố danh sách", blank=True, help_text="Trang của bên có trách nhiệm.")
    where_posted = LineField("Nơi niêm yết danh sách", max_length=255, blank=True)
    ground = models.ForeignKey(
        DisclosurePage,
        verbose_name="Văn bản làm căn cứ",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ground_passage = LineField("Điều khoản", max_length=255, blank=True)
    total = CountField("Tổng số", null=True, blank=True)
    note = ProseField("Ghi chú", blank=True)

    # Names, which a ward has to switch on (HomePage.names_allowed)
    names_ground = LineField("Căn cứ pháp lý để đăng họ tên", max_length=255, blank=True, help_text=NO_NAMES)
    names_approver = LineField("Người quyết định đăng họ tên", max_length=255, blank=True)
    names_as_of = models.DateField("Danh sách họ tên tính đến ngày", null=True, blank=True)
    names_until = models.DateField(
        "Đăng họ tên đến hết ngày", null=True, blank=True, help_text="Qua ngày này họ tên không còn trên trang."
    )

    facts = Facts(
        must("project"),
        should("round_name"),
        must("list_kind"),
        should("body"),
        should("published_on"),
        should("official_url"),
        may("where_posted"),
        should("ground"),
        may("ground_passage"),
        should("total"),
        may("note"),
        may("names_ground"),
        may("names_approver"),
        may("names_as_of"),
        may("names_until"),
        rows("groups", "Theo nhóm đối tượng", must("group"), may("count"), key="group"),
    )
    rules = (no_personal_numbers,)

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                PageChooserPanel("project", ["projects_pages.ProjectPage"]),
                FieldPanel("round_name"),
                FieldPanel("list_kind"),
            ],
            heading="Kết quả của đợt nào",
        ),
        MultiFieldPanel([FieldPanel("total")], heading="Số lượng"),
        InlinePanel("groups", heading="Theo nhóm đối tượng", label="Nhóm"),
        MultiFieldPanel(
            [
                FieldPanel("body"),
                FieldPanel("published_on"),
                FieldPanel("official_url"),
                FieldPanel("where_posted"),
                PageChooserPanel("ground"),
                FieldPanel("ground_passage"),
                FieldPanel("note"),
            ],
            heading="Ai lập, công bố ở đâu, theo căn cứ nào",
        ),
    ]
    names_panels: ClassVar = [
        HelpPanel(NO_NAMES),
        MultiFieldPanel(
            [
                FieldPanel("names_ground"),
                FieldPanel("names_approver"),
                FieldPanel("names_as_of"),
                FieldPanel("names_until"),
            ],
            heading="Vì sao, ai quyết định, đến bao giờ",
        ),
        InlinePanel("names", heading="Họ tên", label="Người"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(names_panels, heading="Họ tên"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "kết quả, danh sách"
        verbose_name_plural = "kết quả, danh sách"

    @property
    def public_state(self) -> tuple[str, str]:
        """What the list is a list of."""
        return (self.list_kind, self.get_list_kind_display()) if self.list_kind else ("", "")

    @property
    def public_date(self) -> datetime.date | None:
        """When the responsible body published it."""
        return self.published_on

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds counts, who is responsible for the list, and the names while they may be shown."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["result"] = result_presentation.result_view(self, timezone.localdate())
        context["uses"] = uses_of(self)
        return context

    def clean(self) -> None:
        """Refuse numbers that belong to a person."""
        super().clean()
        for rule in self.rules:
            rule(self)

    def check_rows(self, rows: Mapping[str, Sequence[Any]], portal: Any = None) -> None:
        """Refuse groups that are more than the total, and names without ground, end or the ward's consent."""
        result_total_agrees(self, rows["groups"])
        names = rows.get("names", ())
        names_have_ground(self, names)
        if portal is not None:
            listed_names_allowed(names, allowed=result_presentation.names_allowed(portal.site_id))


class ResultGroup(Orderable):
    """How many of one group of people are in the list."""

    page = ParentalKey(ResultListPage, on_delete=models.CASCADE, related_name="groups")
    group = LineField("Nhóm đối tượng", max_length=255, validators=[refuse_personal_numbers])
    count = CountField("Số lượng", null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "nhóm trong kết quả"
        verbose_name_plural = "nhóm trong kết quả"


class ListedName(Orderable):
    """A person in a list: no number, no address beyond thôn/TDP; two of one name are told apart by three digits."""

    page = ParentalKey(ResultListPage, on_delete=models.CASCADE, related_name="names")
    full_name = LineField("Họ và tên", max_length=120, validators=[refuse_personal_numbers])
    place = LineField("Thôn, tổ dân phố", max_length=120, blank=True, validators=[refuse_personal_numbers])
    group = LineField("Nhóm đối tượng", max_length=255, blank=True, validators=[refuse_personal_numbers])
    last_digits = models.CharField(
        "Ba số cuối căn cước",
        max_length=3,
        blank=True,
        help_text="Chỉ hiện khi hai người trùng họ tên; không ghi cả dãy số.",
    )

    class Meta(Orderable.Meta):
        verbose_name = "họ tên trong danh sách"
        verbose_name_plural = "họ tên trong danh sách"

    def __str__(self) -> str:
        return f"người thứ {self.sort_order}"

    def clean(self) -> None:
        """Refuse numbers where a name belongs."""
        super().clean()
        name_is_no_number(self)
