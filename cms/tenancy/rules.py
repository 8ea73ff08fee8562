"""Which addresses of the administration a ward's staff may open, and whose things each of them may name.

Deny by default: an address that stands nowhere here is refused to everybody whom a ward confines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from wagtail.models import UploadedFile

from cms.models import Role
from cms.registers.models import (
    EligibleGroup,
    FormTemplate,
    LegalFigure,
    LegalReference,
    Organisation,
    Place,
    TargetArea,
    Term,
    Unit,
)
from cms.tenancy.scope import Scope
from search.models import Synonym

Check = Callable[[Scope, int], bool]
READING = frozenset({"GET", "HEAD", "OPTIONS"})
ANY_METHOD = READING | {"POST"}

ANYBODY: frozenset[Role] | None = None
"""Whoever is signed in, also without a role in a ward."""
ALL = frozenset(Role)
WRITERS = frozenset({Role.EDITOR, Role.APPROVER, Role.MANAGER})
KEEPERS = frozenset({Role.EDITOR, Role.MANAGER})


@dataclass(frozen=True)
class Rule:
    """Who may open an address, how, and what its numbers mean."""

    roles: frozenset[Role] | None
    kwargs: Mapping[str, Check | None] = field(default_factory=dict)
    """The address's own variables: a check of a number, None for a word that names nothing of anybody's."""
    parameters: Mapping[str, Check] = field(default_factory=dict)
    """Numbers in the query or in what is sent, besides those of `EVERYWHERE`."""
    methods: frozenset[str] = ANY_METHOD
    together: Callable[[Scope, Mapping[str, Any]], bool] | None = None
    """A check of several variables at once."""


page, site, document, image = Scope.has_page, Scope.has_site, Scope.has_document, Scope.has_image
revision, task_state, workflow_state = Scope.has_revision, Scope.has_task_state, Scope.has_workflow_state
collection, proposal = Scope.has_collection, Scope.has_proposal

_PAGE_PARAMETERS = (
    "ancestor_of",
    "childOf",
    "child_of",
    "descendant_of",
    "destination",
    "new_parent_page",
    "page_id",
    "parent_page",
    "parent_page_id",
    "target_pages[]",
    "translation_of",
)
EVERYWHERE: Mapping[str, Check] = {
    **dict.fromkeys(_PAGE_PARAMETERS, page),
    "collection_id": collection,
    "overwrite_revision_id": revision,
}
"""Parameters that mean the same wherever they stand."""


def _word(*names: str) -> dict[str, Check | None]:
    return dict.fromkeys(names)


def _own_revisions(scope: Scope, kwargs: Mapping[str, Any]) -> bool:
    numbers = (kwargs["revision_id_a"], kwargs["revision_id_b"])
    return all(scope.has_revision(int(number)) for number in numbers if str(number).isdecimal())


def _own_object(scope: Scope, kwargs: Mapping[str, Any]) -> bool:
    """Whoever else has the object open is named to those who may edit it."""
    from wagtail.models import Page

    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError:
        return False
    ident = str(kwargs["object_id"])
    if not ident.isdecimal():
        return False
    if issubclass(model, Page):
        return scope.has_page(int(ident))
    return model in REGISTERS and scope.has_row(model, int(ident))


def _own_upload(scope: Scope, ident: int) -> bool:
    """Wagtail itself compares the uploader; who is no member of the ward's staff uploaded nothing here."""
    return UploadedFile.objects.filter(pk=ident, uploaded_by_user__in=scope.staff).exists()


NATIONAL_REGISTERS = (EligibleGroup, FormTemplate, LegalFigure, LegalReference, Synonym, Term)
"""Kept by the province; wards read them."""
REGISTERS = (Place, Organisation, TargetArea, Unit, *NATIONAL_REGISTERS)

RULES: dict[str, Rule] = {
    # The person himself
    "wagtailadmin_account": Rule(ANYBODY),
    "wagtailadmin_logout": Rule(ANYBODY),
    "wagtailadmin_login": Rule(ANYBODY),
    "wagtailadmin_password_reset": Rule(ANYBODY),
    "wagtailadmin_password_reset_done": Rule(ANYBODY),
    "wagtailadmin_password_reset_confirm": Rule(ANYBODY, _word("uidb64", "token")),
    "wagtailadmin_password_reset_complete": Rule(ANYBODY),
    "wagtailadmin_sprite": Rule(ANYBODY, methods=READING),
    "wagtailadmin_javascript_catalog": Rule(ANYBODY, methods=READING),
    "wagtailadmin_dismissibles": Rule(ANYBODY, methods=frozenset({"PATCH"})),
    "wagtailadmin_home": Rule(ALL, methods=READING),
    # The desk
    "desk:home": Rule(WRITERS),
    "desk:review": Rule(WRITERS, {"task_state_id": task_state}),
    "desk:acts": Rule(WRITERS, {"page_id": page}),
    "desk:propose": Rule(WRITERS, {"page_id": page, "act": None}, {"target": page}),
    "desk:decide": Rule(WRITERS, {"proposal_id": proposal}),
    "desk:log": Rule(ALL, methods=READING),
    # Documents from files
    "from_file:new": Rule(WRITERS, {"page_id": page}),
    "from_file:propose": Rule(WRITERS, {"page_id": page}),
    # What people search for
    **{f"goi-y:{name}": Rule(KEEPERS) for name in ("index", "index_results", "add")},
    **{
        f"goi-y:{name}": Rule(KEEPERS, {"pk": Scope.has_promotion})
        for name in ("edit", "delete", "history", "history_results")
    },
    **{f"tim-khong-thay:{name}": Rule(WRITERS, methods=READING) for name in ("index", "index_results")},
    # Finding pages
    "wagtailadmin_explore_root": Rule(WRITERS, methods=READING),
    "wagtailadmin_explore": Rule(WRITERS, {"parent_page_id": page}, methods=READING),
    "wagtailadmin_explore_results": Rule(WRITERS, {"parent_page_id": page}, methods=READING),
    "wagtailadmin_pages:search": Rule(WRITERS, methods=READING),
    "wagtailadmin_pages:search_results": Rule(WRITERS, methods=READING),
    "wagtailadmin_api:pages:listing": Rule(WRITERS, methods=READING),
    "wagtailadmin_api:pages:detail": Rule(WRITERS, {"pk": page}, methods=READING),
    "wagtailadmin_choose_page": Rule(WRITERS, methods=READING),
    "wagtailadmin_choose_page_child": Rule(WRITERS, {"parent_page_id": page}, methods=READING),
    "wagtailadmin_choose_page_search": Rule(WRITERS, methods=READING),
    "wagtailadmin_choose_page_chosen_multiple": Rule(WRITERS, parameters={"id": page}, methods=READING),
    "wagtailadmin_choose_page_external_link": Rule(WRITERS),
    "wagtailadmin_choose_page_email_link": Rule(WRITERS),
    "wagtailadmin_choose_page_phone_link": Rule(WRITERS),
    "wagtailadmin_choose_page_anchor_link": Rule(WRITERS),
    # Writing pages
    **{
        f"wagtailadmin_pages:{name}": Rule(
            WRITERS,
            {**_word("content_type_app_name", "content_type_model_name"), "parent_page_id": page},
        )
        for name in ("add", "preview_on_add")
    },
    "wagtailadmin_pages:add_subpage": Rule(WRITERS, {"parent_page_id": page}, methods=READING),
    **{
        f"wagtailadmin_pages:{name}": Rule(WRITERS, {"page_id": page})
        for name in (
            "edit",
            "preview_on_edit",
            "view_draft",
            "delete",
            "copy",
            "lock",
            "unlock",
            "usage",
            "history",
            "history_results",
            "workflow_history",
            "confirm_workflow_cancellation",
            "revisions_index",
        )
    },
    "wagtailadmin_pages:move": Rule(WRITERS, {"page_to_move_id": page}),
    "wagtailadmin_pages:move_confirm": Rule(WRITERS, {"page_to_move_id": page, "destination_id": page}),
    **{
        f"wagtailadmin_pages:{name}": Rule(WRITERS, {"page_id": page, "revision_id": revision})
        for name in ("revisions_view", "revisions_revert", "revisions_unschedule")
    },
    "wagtailadmin_pages:revisions_compare": Rule(
        WRITERS, {"pk": page, **_word("revision_id_a", "revision_id_b")}, methods=READING, together=_own_revisions
    ),
    "wagtailadmin_pages:workflow_history_detail": Rule(
        WRITERS, {"page_id": page, "workflow_state_id": workflow_state}, methods=READING
    ),
    "wagtailadmin_block_preview": Rule(WRITERS),
    "wagtailadmin_editing_sessions:ping": Rule(
        WRITERS, _word("app_label", "model_name", "object_id", "session_id"), together=_own_object
    ),
    "wagtailadmin_editing_sessions:release": Rule(WRITERS, _word("session_id")),
    # Files
    "ward_file": Rule(WRITERS, {"document_id": document}, methods=READING),
    "ward_image": Rule(WRITERS, {"image_id": image, "name": None}, methods=READING),
    **{f"wagtaildocs:{name}": Rule(WRITERS) for name in ("index", "index_results", "add", "add_multiple")},
    **{
        f"wagtaildocs:{name}": Rule(WRITERS, {"document_id": document}) for name in ("edit", "delete", "document_usage")
    },
    **{f"wagtaildocs:{name}": Rule(WRITERS, {"doc_id": document}) for name in ("edit_multiple", "delete_multiple")},
    **{
        f"wagtaildocs:{name}": Rule(WRITERS, {"uploaded_file_id": _own_upload})
        for name in ("create_multiple_from_uploaded_document", "delete_upload_multiple")
    },
    **{f"wagtaildocs_chooser:{name}": Rule(WRITERS) for name in ("choose", "choose_results", "create")},
    "wagtaildocs_chooser:chosen": Rule(WRITERS, {"pk": document}, methods=READING),
    "wagtaildocs_chooser:chosen_multiple": Rule(WRITERS, parameters={"id": document}, methods=READING),
    **{f"wagtailimages:{name}": Rule(WRITERS) for name in ("index", "index_results", "add", "add_multiple")},
    **{
        f"wagtailimages:{name}": Rule(WRITERS, {"image_id": image})
        for name in ("edit", "delete", "image_usage", "edit_multiple", "delete_multiple")
    },
    "wagtailimages:preview": Rule(WRITERS, {"image_id": image, "filter_spec": None}, methods=READING),
    **{
        f"wagtailimages:{name}": Rule(WRITERS, {"uploaded_file_id": _own_upload})
        for name in ("create_multiple_from_uploaded_image", "delete_upload_multiple")
    },
    **{f"wagtailimages_chooser:{name}": Rule(WRITERS) for name in ("choose", "choose_results", "create")},
    "wagtailimages_chooser:chosen": Rule(WRITERS, {"pk": image}, methods=READING),
    "wagtailimages_chooser:chosen_multiple": Rule(WRITERS, parameters={"id": image}, methods=READING),
    "wagtailimages_chooser:select_format": Rule(WRITERS, {"image_id": image}),
}


def _register_rules(model: type[Any]) -> dict[str, Rule]:
    """Addresses of one register: its list and chooser, and its rows."""

    def readable(scope: Scope, ident: int) -> bool:
        return scope.has_row(model, ident, shared=True)

    def own(scope: Scope, ident: int) -> bool:
        return scope.has_row(model, ident)

    name = f"{model._meta.app_label}_{model._meta.model_name}"
    views, chooser = f"wagtailsnippets_{name}", f"wagtailsnippetchoosers_{name}"
    rules = {
        f"{views}:list": Rule(WRITERS, methods=READING),
        f"{views}:list_results": Rule(WRITERS, methods=READING),
        f"{views}:inspect": Rule(WRITERS, {"pk": readable}, methods=READING),
        f"{chooser}:choose": Rule(WRITERS, methods=READING),
        f"{chooser}:choose_results": Rule(WRITERS, methods=READING),
        f"{chooser}:chosen": Rule(WRITERS, {"pk": readable}, methods=READING),
        f"{chooser}:chosen_multiple": Rule(WRITERS, parameters={"id": readable}, methods=READING),
    }
    if model not in NATIONAL_REGISTERS:
        rules |= {
            f"{views}:add": Rule(KEEPERS),
            f"{views}:edit": Rule(KEEPERS, {"pk": own}),
            f"{views}:history": Rule(KEEPERS, {"pk": own}, methods=READING),
            f"{views}:history_results": Rule(KEEPERS, {"pk": own}, methods=READING),
        }
    return rules


for _model in REGISTERS:
    RULES |= _register_rules(_model)
