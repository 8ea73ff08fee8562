"""Whom a ward confines, and what of the installation is that ward's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, Revision, TaskState, WorkflowState

from cms.models import Proposal, Role, Ward
from cms.models.ward import PROVINCE_GROUP
from cms.registers.models import WardRegister

_CACHE = "_tenancy_scope"


@dataclass(frozen=True)
class Own:
    """What makes up a ward: each request asks for it, so it is numbers and paths of trees, not the rows themselves."""

    ward_id: int
    site_id: int
    home: str
    """Path of the ward's first page."""
    files: str
    """Path of its collection."""


@dataclass(frozen=True)
class Scope:
    """What one person of a ward's staff is confined to; without a ward everything is foreign."""

    own: Own | None
    roles: frozenset[Role]

    @cached_property
    def ward(self) -> Ward | None:
        """The ward itself, for what needs more of it than its numbers."""
        return Ward.objects.select_related("site").get(pk=self.own.ward_id) if self.own else None

    @cached_property
    def site_ids(self) -> frozenset[int]:
        """The ward's site."""
        return frozenset({self.own.site_id} if self.own else ())

    @cached_property
    def pages(self) -> QuerySet[Page]:
        """The ward's pages, drafts included."""
        return Page.objects.filter(path__startswith=self.own.home) if self.own else Page.objects.none()

    @cached_property
    def collections(self) -> QuerySet[Collection]:
        """The ward's collection of files and those below it."""
        if self.own is None:
            return Collection.objects.none()
        return Collection.objects.filter(path__startswith=self.own.files)

    @cached_property
    def staff(self) -> QuerySet[Any]:
        """People of the same ward, former ones left out."""
        users = get_user_model()._default_manager.all()
        return users.filter(groups__ward_group__ward_id=self.own.ward_id).distinct() if self.own else users.none()

    def has_role(self, roles: Iterable[Role]) -> bool:
        """Whether the person has one of `roles`."""
        return not self.roles.isdisjoint(roles)

    def has_pages(self, idents: Iterable[int]) -> bool:
        """Whether every page id is the ward's; one query."""
        wanted = set(idents)
        return self.pages.filter(pk__in=wanted).count() == len(wanted)

    def has_page(self, ident: int) -> bool:
        """Whether the page is the ward's."""
        return self.has_pages([ident])

    def has_site(self, ident: int) -> bool:
        """Whether the site is the ward's."""
        return ident in self.site_ids

    def has_collection(self, ident: int) -> bool:
        """Whether the collection is the ward's."""
        return self.collections.filter(pk=ident).exists()

    def has_document(self, ident: int) -> bool:
        """Whether the document lies in the ward's collection."""
        return self._has_file(get_document_model(), ident)

    def has_image(self, ident: int) -> bool:
        """Whether the image lies in the ward's collection."""
        return self._has_file(get_image_model(), ident)

    def _has_file(self, model: Any, ident: int) -> bool:
        return bool(model.objects.filter(pk=ident, collection__in=self.collections).exists())

    def has_revision(self, ident: int) -> bool:
        """Whether the revision is of one of the ward's pages."""
        return self._about_page(Revision.objects.filter(pk=ident).first())

    def has_workflow_state(self, ident: int) -> bool:
        """Whether the round of review is of one of the ward's pages."""
        return self._about_page(WorkflowState.objects.filter(pk=ident).first())

    def has_task_state(self, ident: int) -> bool:
        """Whether the step of review is of one of the ward's pages."""
        state = TaskState.objects.filter(pk=ident).select_related("workflow_state").first()
        return state is not None and self._about_page(state.workflow_state)

    def _about_page(self, row: Any) -> bool:
        return row is not None and issubclass(_model_of(row), Page) and self.has_page(int(row.object_id))

    def has_proposal(self, ident: int) -> bool:
        """Whether the proposal is about one of the ward's pages."""
        return Proposal.objects.filter(pk=ident, page__in=self.pages).exists()

    def has_promotion(self, ident: int) -> bool:
        """Whether the promoted result is a page of the ward."""
        return SearchPromotion.objects.filter(pk=ident, page__in=self.pages).exists()

    def has_row(self, model: type[Model], ident: int, *, shared: bool = False) -> bool:
        """Whether the row of a register is the ward's own, or, with `shared`, one that every ward may read."""
        return self.rows(model, shared=shared).filter(pk=ident).exists()

    def rows(self, model: type[Model], *, shared: bool = True) -> QuerySet[Any]:
        """Rows of a register: the ward's own, with `shared` also those that every ward may read."""
        rows: QuerySet[Any] = model._default_manager.all()
        if not issubclass(model, WardRegister):
            return rows if shared else rows.none()
        own = rows.filter(site_id__in=self.site_ids)
        return own | rows.filter(site__isnull=True) if shared else own


def _model_of(row: Any) -> type[Model]:
    model: type[Model] | None = row.base_content_type.model_class()
    return model or Model


def scope_of(user: Any) -> Scope | None:
    """What confines the person; None for superusers and the province, whom no ward confines.

    Somebody in no ward's group, or in those of two wards, has a scope without a ward: nothing is his.
    """
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, _find(user))
    scope: Scope | None = getattr(user, _CACHE)
    return scope


def _find(user: Any) -> Scope | None:
    if user.is_superuser:
        return None
    ward = "ward_group__ward"
    columns = ("name", "ward_group__role", ward, f"{ward}__site", f"{ward}__site__root_page__path")
    groups = list(user.groups.values_list(*columns, f"{ward}__collection__path"))
    if any(name == PROVINCE_GROUP and ward_id is None for name, _, ward_id, *_ in groups):
        return None
    mine = [(role, Own(*numbers)) for _, role, *numbers in groups if role is not None]
    if len({own.ward_id for _, own in mine}) != 1:
        return Scope(None, frozenset())
    return Scope(mine[0][1], frozenset(Role(role) for role, _ in mine))


def ward_of(user: Any) -> Ward | None:
    """The ward that confines the person; None for those whom none confines and for those who belong to none."""
    scope = scope_of(user)
    return scope.ward if scope else None


def roles_of(user: Any) -> frozenset[Role]:
    """The person's roles in the ward; empty for those whom no ward confines."""
    scope = scope_of(user)
    return scope.roles if scope else frozenset()
