"""Two wards full of everything; whatever belongs to ward B says so in its name."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from django.utils import timezone
from PIL import Image as Picture
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query as Words
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Comment, Page, Revision, TaskState, UploadedFile, Workflow, WorkflowState

from cms.models import Attachment, MissedSearch, PortalImage, Proposal, ProposalAct, Role
from cms.publishing.proposals import propose
from cms.registers.models import LegalReference
from projects_pages.models import ProjectPage
from search.models import Synonym
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    OrganisationFactory,
    PlaceFactory,
    PlanPageFactory,
    PortalDocumentFactory,
    ProjectPageFactory,
    StandardPageFactory,
    UnitFactory,
    make_staff,
    make_ward,
    publish,
)
from tests.factories.law import EligibleGroupFactory, FormTemplateFactory, LegalFigureFactory, TermFactory
from tests.factories.registers import TargetAreaFactory

MARK = "zqmatb"
"""Stands in every name of ward B; the crawler looks for it without regard to case."""
HOST_A, HOST_B = "mot.localhost", "hai.localhost"
Row = tuple[str, Any]


@dataclass
class World:
    """A ward with its people and one of each thing."""

    made: MadeWard
    mark: str
    staff: dict[Role, Any] = field(default_factory=dict)
    draft: Any = None
    public: Any = None
    plan: Any = None
    text: Any = None
    in_review: Any = None
    document: Any = None
    carried: Any = None
    image: Any = None
    rows: dict[str, Any] = field(default_factory=dict)
    proposal: Proposal | None = None
    redirect: Redirect | None = None
    promotion: SearchPromotion | None = None
    upload: UploadedFile | None = None
    session: EditingSession | None = None
    numbers: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    """What the crawler puts into a variable of a view."""

    @property
    def task_state(self) -> TaskState:
        """The step that waits."""
        return TaskState.objects.get(revision__object_id=str(self.in_review.pk))

    @property
    def workflow_state(self) -> WorkflowState:
        """The round of review that waits."""
        return WorkflowState.objects.get(object_id=str(self.in_review.pk))

    @property
    def revision(self) -> Revision:
        """A draft's latest revision."""
        found = self.draft.get_latest_revision()
        assert found is not None
        return found


def make_world(code: str, host: str) -> World:
    """A ward with one of everything, all named with `code`."""
    world = World(make_ward(code, hostname=host), code)
    made = world.made
    for role in Role:
        world.staff[role] = make_staff(
            made, role, first_name=f"{code} {role.label}", last_name=code, email=f"{role.value}@{code}.vn"
        )
        world.staff[role].username = f"{code}-{role.value}"
        world.staff[role].save()
    _make_files(world)
    _make_registers(world)
    _make_pages(world)
    _make_rest(world)
    return world


def _make_files(world: World) -> None:
    editor, code = world.staff[Role.EDITOR], world.mark
    for name in ("document", "carried"):
        document = PortalDocumentFactory(ward=world.made, title=f"{code} {name}", uploaded_by_user=editor)
        document.file.save(f"{code}-{name}.pdf", ContentFile(f"%PDF {code} {name}".encode()))
        document.tags.add(f"{code}-nhan-tep")
        document.save()
        setattr(world, name, document)
    drawn = io.BytesIO()
    Picture.new("RGB", (20, 20), "red").save(drawn, "PNG")
    world.image = PortalImage.objects.create(
        title=f"{code} ảnh",
        file=ImageFile(io.BytesIO(drawn.getvalue()), name=f"{code}.png"),
        collection=world.made.ward.collection,
        uploaded_by_user=editor,
    )
    world.image.tags.add(f"{code}-nhan-anh")
    world.image.get_rendition("max-165x165")


def _make_registers(world: World) -> None:
    for factory in (PlaceFactory, OrganisationFactory, UnitFactory, TargetAreaFactory):
        row = factory(ward=world.made, name=f"{world.mark} {factory._meta.model.__name__}")
        world.rows[row._meta.model_name] = row


def _make_pages(world: World) -> None:
    made, code, editor = world.made, world.mark, world.staff[Role.EDITOR]

    def named(title: str) -> dict[str, Any]:
        return {"ward": made, "title": f"{code} {title}", "owner": editor}

    world.public = publish(
        ProjectPageFactory(
            **named("dự án công khai"),
            places=[world.rows["place"]],
            unit=world.rows["unit"],
            attachments=[Attachment(title=f"{code} tệp", document=world.carried)],
        )
    )
    world.plan = publish(PlanPageFactory(**named("kế hoạch công khai")))
    world.draft = LegalDocumentPageFactory(**named("văn bản nháp"), issuer=world.rows["organisation"])
    world.text = StandardPageFactory(**named("trang nháp"))
    world.in_review = ProjectPageFactory(**named("dự án chờ duyệt"))
    for page in (world.draft, world.text, world.in_review, world.public):
        page.save_revision(user=editor, log_action=True)
        page.save_revision(user=editor, log_action=True)
    home = Page.objects.get(pk=made.home.pk)
    workflow = Workflow.objects.get(workflow_pages__page=home)
    workflow.start(world.in_review, editor)
    Comment.objects.create(
        page=world.draft, user=editor, text=f"{code} ý kiến", contentpath="title", revision_created=world.revision
    )
    world.draft.locked, world.draft.locked_by, world.draft.locked_at = True, editor, timezone.now()
    world.draft.save(update_fields=["locked", "locked_by", "locked_at"])


def _make_rest(world: World) -> None:
    made, code, editor = world.made, world.mark, world.staff[Role.EDITOR]
    home = Page.objects.get(pk=made.home.pk).specific
    home.responsible, home.address, home.emblem = f"{code} người chịu trách nhiệm", code, world.image
    home.guide_unit = world.rows["unit"]
    publish(home)
    world.proposal = propose(world.plan, ProposalAct.WITHDRAW, by=editor, reason=f"{code} lý do")
    world.redirect = Redirect.objects.create(old_path=f"/{code}-cu", site=made.site, redirect_link=f"/{code}-moi/")
    world.promotion = SearchPromotion.objects.create(
        query=Words.get(f"{code} câu gõ"), page=world.public, description=f"{code} vì sao", sort_order=1
    )
    MissedSearch.objects.note(made.site.pk, f"{code} không thấy", timezone.localtime())
    world.upload = UploadedFile.objects.create(
        for_content_type_id=1, file=ContentFile(b"x", name=f"{code}-tai.pdf"), uploaded_by_user=editor
    )
    world.session = EditingSession.objects.create(
        user=editor,
        content_object=ProjectPage.objects.get(pk=world.public.pk),
        last_seen_at=world.public.latest_revision_created_at,
    )


def make_shared() -> dict[str, Any]:
    """What belongs to no ward: shared and national rows, a superuser, a member of the province."""
    users = get_user_model().objects
    return {
        "place": PlaceFactory(name="tỉnh chung", kind="tinh"),
        "legal_reference": LegalReference.objects.create(code="A1", provision="Điều 1", duty="Công khai."),
        "national": [
            *(factory() for factory in (EligibleGroupFactory, FormTemplateFactory, LegalFigureFactory, TermFactory)),
            Synonym.objects.create(short="CTT", full="chữ thử tìm"),
        ],
        "superuser": users.create_superuser("goc", "goc@vi-du.vn", "mat-khau-thu-nghiem"),
    }


IGNORED = {"sessions", "axes", "contenttypes"}


def snapshot() -> dict[Row, tuple[Any, ...]]:
    """Every row of the database by table and key, as the engine has it; sign-ins and the index of words apart."""
    found: dict[Row, tuple[Any, ...]] = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in IGNORED or not model._meta.managed or model._meta.proxy:
                continue
            fields = [model._meta.pk, *(one for one in model._meta.concrete_fields if one.attname != "last_login")]
            columns = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields if one.model is model)
            cursor.execute(f"SELECT {columns} FROM {connection.ops.quote_name(model._meta.db_table)}")
            found.update(((model._meta.label, row[0]), row[1:]) for row in cursor.fetchall())
    return found
