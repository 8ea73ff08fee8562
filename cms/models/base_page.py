"""What every page of a portal has: a permanent id, facts, a reason for each change, and two people behind it."""

from __future__ import annotations

import datetime
import unicodedata
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet
from django.forms import TextInput
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PagePermissionTester, PageViewRestriction, Revision
from wagtail.url_routing import RouteResult

from cms.disclosure import canonical, kinds
from cms.disclosure.cited import Cited, cite
from cms.disclosure.facts import BoundFacts, Facts, must
from cms.disclosure.missing import Finding
from cms.models.checks import personal_doubts
from cms.models.dangling import without_gone
from cms.models.existing import existing, pointing_fields
from cms.models.forms import RecordPageForm
from cms.models.held import leave_unchanged
from cms.models.image import PortalImage
from cms.models.permissions import tester_for
from cms.models.references import references_once
from cms.models.review import is_settled
from cms.values.fields import LineField
from cms.values.text import slugify_vi
from search.files import FileText
from search.models import PublicRecord

UNSEARCHED = frozenset({"sources"})
"""Relations whose words are not the record's own."""

PORTAL_DEPTH = 2
ADDRESSES_BELOW_A_PAGE = frozenset({"lich-su"})
ADDRESSES_OF_PORTAL = frozenset({"api", "quan-tri", "so-do-cong", "tim-kiem"})
"""Addresses that are not pages (cms/urls.py): the history of each record, the administration, the API, the search."""


def title_panel(heading: str, help_text: str = "") -> FieldPanel:
    """The field of a page's title; Wagtail draws it without a frame, so that only the words in it show an empty one."""
    widget = TextInput(attrs={"placeholder": f"{heading}*"})
    return FieldPanel("title", heading=heading, classname="title", help_text=help_text, widget=widget)


class BasePage(Page):
    """A page whose every public state is logged; abstract."""

    kind: ClassVar[str]
    kind_label: ClassVar[str]
    title: str  # Wagtail's fields have no types
    slug: str
    base_form_class = RecordPageForm
    exclude_fields_in_copy: ClassVar = ["record", "change_reason", "change_decision"]
    is_creatable = False

    _restrictions: QuerySet[PageViewRestriction] | None = None

    record = models.UUIDField("Mã hồ sơ", default=uuid.uuid4, editable=False)
    change_reason = LineField(
        "Lý do của lần công bố này",
        max_length=500,
        blank=True,
        help_text="Người dân đọc được trong Lịch sử công bố. Bắt buộc khi sửa điều đã công khai.",
    )
    change_decision = models.ForeignKey(
        "cms.DisclosurePage",
        verbose_name="Văn bản làm căn cứ cho thay đổi",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    facts = Facts(must("title", label="Tên"))
    not_disclosed: ClassVar[dict[str, str]] = {
        "change_reason": "stands in the log entry itself, not among the facts",
        "change_decision": "stands in the log entry itself, not among the facts",
        "slug": "the address stands in the log entry itself",
        "go_live_at": "when to publish; the entry's time says when it happened",
        "comment_notifications": "who of the staff is told of comments within the administration",
    }

    content_panels: ClassVar = [title_panel("Tên")]
    promote_panels: ClassVar[list[Any]] = []
    settings_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("change_reason"), FieldPanel("change_decision")],
            heading="Vì sao công bố lần này",
        ),
        FieldPanel("slug", help_text="Để trống thì lấy theo tên, không dấu. Đổi địa chỉ cũng phải có người duyệt."),
        FieldPanel("go_live_at", heading="Hẹn giờ công khai"),
    ]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Make the type known by its kind."""
        super().__init_subclass__(**kwargs)
        if "kind" in cls.__dict__:
            cls.is_creatable = True
            kinds.register(cls)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """NFC titles."""
        self.title = unicodedata.normalize("NFC", self.title or "").strip()
        self.draft_title = self.title
        super().full_clean(*args, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        """As Django, but what the page points to is looked for in one statement; what is not there Django refuses."""
        out = set(exclude or ())
        pointers = [(field, getattr(self, field.attname)) for field in pointing_fields(self._meta.model)]
        wanted: dict[type[models.Model], set[int]] = defaultdict(set)
        for field, number in pointers:
            if field.name not in out and type(number) is int:
                wanted[field.related_model].add(number)
        there = existing(wanted)
        out |= {field.name for field, number in pointers if number in there.get(field.related_model, set())}
        super().clean_fields(exclude=out)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """As Wagtail, but the index of references takes the page up once, not anew with each of its rows."""
        with references_once(self, kwargs.get("update_fields")):
            super().save(*args, **kwargs)

    def save_base(self, raw: bool = False, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        """As Django; of the rows that are saved next those are left out that stand so already."""
        new = self.pk is None
        super().save_base(raw, *args, update_fields=update_fields, **kwargs)
        if update_fields is None and not raw:
            leave_unchanged(self, new=new)

    def _set_core_field_defaults(self) -> None:
        """As Wagtail, but with its address from ours: a draft is not cleaned fully, and Django's slug drops each đ."""
        if not self.slug and self.title and (self.path or getattr(self, "_cached_parent_obj", None)):
            self.slug = self._get_autogenerated_slug(slugify_vi(self.title, max_length=100))
        super()._set_core_field_defaults()

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Page | None, page: Page | None = None) -> bool:
        """As Wagtail, and nothing else of the portal answers at the address: a page there would never be seen."""
        below_home = parent_page is not None and parent_page.depth == PORTAL_DEPTH
        taken = slug in ADDRESSES_BELOW_A_PAGE or (below_home and slug in ADDRESSES_OF_PORTAL)
        return not taken and bool(Page._slug_is_available(slug, parent_page, page))

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail, but a page deep below is found by its whole path: two queries, however deep. Raises Http404."""
        if not path_components:
            return super().route(request, path_components)
        path = f"{self.url_path}{'/'.join(path_components)}/"
        page = self.get_descendants().filter(url_path=path).first()
        if page is None:
            raise Http404
        return page.specific.route(request, [])

    @property
    def site_id_of_portal(self) -> int:
        """The site in whose tree the page stands; no query while the roots of the sites are in the cache."""
        parts = self.get_url_parts()
        assert parts is not None  # every page of ours stands below a home page
        return int(parts[0])

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """As Wagtail, in one query and read once: who refuses and who asks for a login both want to know.

        Wagtail first asks for the ancestors, since one may be the alias of another page; here no alias is ever saved.
        """
        if self._restrictions is None:
            steps = range(self.steplen, len(self.path) + 1, self.steplen)
            self._restrictions = PageViewRestriction.objects.filter(page__path__in=[self.path[:step] for step in steps])
        return self._restrictions

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """A new revision; autosave rewrites its last one in place, but never one that was approved or published.

        Wagtail would rewrite what is public under the same id, with the time of the rewriting: the editor would no
        longer count among those who edited since, and undoing a hiding would publish what nobody saw.
        """
        if overwrite_revision is not None and is_settled(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    @classmethod
    def from_serializable_data(
        cls, data: Mapping[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> BasePage | None:
        """A revision's content as a page; what it points to and was deleted since is left out."""
        asks = check_fks and not strict_fks
        content = without_gone(cls, data) if asks else data
        page: BasePage | None = super().from_serializable_data(content, check_fks and not asks, strict_fks)
        return page

    def with_content_json(self, content: Mapping[str, Any]) -> BasePage:
        """As Wagtail; what stands above the page was read for its address and is not asked for again."""
        page: BasePage = super().with_content_json(content)
        page._cached_parent_obj = self.get_parent()
        return page

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        """Two people for every act."""
        return tester_for(self, user)

    # What the public record says of the page; types override what they know better.

    @property
    def public_number(self) -> str:
        """The document number or reference code by which people ask for the record."""
        return ""

    @property
    def public_summary(self) -> str:
        """One or two sentences under the title in lists."""
        return ""

    @property
    def public_date(self) -> datetime.date | None:
        """The record's own date; of a partial date the first day."""
        return None

    @property
    def public_date_as(self) -> str:
        """The record's own date as precise as it is known (EDTF): "2026" is not the first of January."""
        day = self.public_date
        return day.isoformat() if day else ""

    @property
    def doubts(self) -> list[Finding]:
        """What does not fit together or names people, but may be right: staff are told before it becomes public."""
        return personal_doubts(self)

    @property
    def public_state(self) -> tuple[str, str]:
        """Key and label of the state that lists show."""
        return "", ""

    @classmethod
    def read_together(cls, pages: Sequence[Any]) -> None:
        """Read for many pages of the type at once what their states rest on besides their own facts."""

    @classmethod
    def decides(cls, facts: Mapping[str, Any]) -> set[str]:
        """Permanent ids of the other records whose state a record with these facts decides."""
        return set()

    @property
    def public_places(self) -> list[dict[str, str]]:
        """Key and label of each place the record lies in."""
        return []

    @property
    def public_unit(self) -> str:
        """The unit in charge."""
        return ""

    @property
    def search_keys(self) -> list[str]:
        """Words that should find the record and that no fact spells so: other names, aliases of registers."""
        return []

    @property
    def ended(self) -> bool:
        """Whether the record was ended; it stays readable."""
        return False

    @property
    def public_open(self) -> bool:
        """Whether lists and search put the record before those that are over; types know what else ends it."""
        return not self.ended

    @property
    def carried_files(self) -> list[Any]:
        """Documents that are public as long as the record is."""
        return []

    @property
    def file_texts(self) -> list[FileText]:
        """The words of its public files, each under the name that the public sees."""
        return []

    @property
    def carried_images(self) -> list[PortalImage]:
        """Images that are public as long as the record is: all that its facts name, each once."""
        bound: BoundFacts = type(self).facts
        found: list[PortalImage | None] = [
            getattr(self, fact.name) for fact in bound.singles if _points_to(bound.field(fact.name), PortalImage)
        ]
        for relation in bound.relations:
            model = bound.row_model(relation)
            columns = [
                fact.name for fact in relation.facts if _points_to(model._meta.get_field(fact.name), PortalImage)
            ]
            if columns:
                found += [getattr(row, column) for row in getattr(self, relation.name).all() for column in columns]
        return list(dict.fromkeys(image for image in found if image is not None))

    @property
    def shared_picture(self) -> tuple[PortalImage, str] | None:
        """The image that stands for the record where its address is shared, and what it shows; types know theirs."""
        return None

    def public_text(self, facts: Mapping[str, Any], names: canonical.Names) -> str:
        """All public facts as text, for search; each line once, and where figures come from left out.

        A source names another record, which is found by itself; here it would only repeat that one's title.
        """
        bound: BoundFacts = type(self).facts
        lines = [bound.text(fact, facts[fact.name], names) for fact in bound.singles if fact.name in facts]
        for relation in bound.relations:
            if relation.name in UNSEARCHED:
                continue
            model = bound.row_model(relation)
            lines += [
                bound.text(fact, row[fact.name], names, model)
                for row in facts.get(relation.name, [])
                for fact in relation.facts
            ]
        return "\n".join(dict.fromkeys(line for line in lines if line))

    # Relations to other records: shown only while those are public.

    @property
    def links_beside(self) -> Q:
        """Which public records a page shows besides those that its facts point to: its own, and what types add."""
        return Q(page_id__in={self.pk, self.change_decision_id} - {None})

    @cached_property
    def public_links(self) -> dict[int, PublicRecord]:
        """Public records of this page and of all that its facts point to, by page id; one query."""
        ids = {*self._referenced_page_ids(), self.pk}
        return {
            record.page_id: record
            for record in PublicRecord.objects.filter(page_id__in=ids).order_by().defer("body", "files_text", "keys")
        }

    @cached_property
    def cited(self) -> dict[int, Cited]:
        """What those records last published, by page id; one query more."""
        return cite(self.public_links.values())

    def _referenced_page_ids(self) -> set[int]:
        bound: BoundFacts = type(self).facts
        found = {self.change_decision_id}
        for fact in bound.singles:
            if _points_to(bound.field(fact.name), Page):
                found.add(getattr(self, bound.field(fact.name).attname))
        for relation in bound.relations:
            model = bound.row_model(relation)
            fields: list[Any] = [model._meta.get_field(fact.name) for fact in relation.facts]
            columns = [field.attname for field in fields if _points_to(field, Page)]
            if columns:
                found |= {getattr(row, column) for row in getattr(self, relation.name).all() for column in columns}
        return {ident for ident in found if ident}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The template's context: the page, and its own public record when it has one."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["public_record"] = self.public_links.get(self.pk)
        return context


def _points_to(field: Any, model: type[models.Model]) -> bool:
    return bool(
        field.is_relation and field.many_to_one and field.related_model and issubclass(field.related_model, model)
    )
