"""Who keeps which rows of the registers: a ward its own, the province the shared and national ones; nobody deletes."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.db.models import QuerySet
from django.forms import CharField
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.models import Ward
from cms.models.portal import portal_of_site
from cms.models.unreadable import refuse_unreadable
from cms.publishing.mentions import heads_showing
from cms.publishing.registers import LONGEST_REASON, explain, fields_shown
from cms.registers.models import WardRegister
from cms.tenancy.rules import REGISTERS
from cms.tenancy.scope import scope_of


class RegisterPolicy(ModelPermissionPolicy):
    """Rows that pages point to are ended, never deleted; a ward's staff changes its own rows and reads the shared."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the person's groups say, except deleting."""
        return action != "delete" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether one of the actions is allowed at all."""
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether the row is the person's to change, or to read."""
        scope = scope_of(user)
        mine = scope is None or scope.has_row(self.model, instance.pk, shared=action == "view")
        return mine and self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        """Whether one of the actions is allowed for the row."""
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        """The rows that the person may see."""
        rows: QuerySet[Any] = self.model._default_manager.all()
        if not self.user_has_any_permission(user, actions):
            return rows.none()
        scope = scope_of(user)
        return rows if scope is None else scope.rows(self.model)


def register_policies() -> None:
    """Make the policies known; called once when the apps are ready."""
    for model in REGISTERS:
        register_permission_policy(model, RegisterPolicy(model))


def rows_for(model: type[Any], request: HttpRequest) -> QuerySet[Any]:
    """The rows of a register that lists and choosers show to the person."""
    scope = scope_of(request.user)
    rows: QuerySet[Any] = model._default_manager.all()
    return rows if scope is None else scope.rows(model)


class RegisterForm(WagtailAdminModelForm):
    """A new row belongs to the ward of the person who makes it; what the province makes is shared.

    Who changes what public records show of a row says why: the reason stands in their entries.
    """

    change_reason = CharField(
        label="Lý do",
        max_length=LONGEST_REASON,
        required=False,
        help_text="Bắt buộc khi sửa điều mà hồ sơ công khai hiện ra; người dân đọc được trong Lịch sử công bố.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        refuse_unreadable(self)
        scope = scope_of(self.for_user) if self.for_user else None
        if self.instance._state.adding and isinstance(self.instance, WardRegister) and scope and scope.ward:
            self.instance.site = scope.ward.site
        self._confine()

    def clean(self) -> dict[str, Any]:
        """A reason where public records change with the row."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        reason = unicodedata.normalize("NFC", " ".join(cleaned.get("change_reason", "").split()))
        changed = bool(self.instance.pk) and fields_shown(self.instance) & set(self.changed_data)
        if changed and not reason and heads_showing(self.instance):
            self.add_error("change_reason", "Ghi lý do: hồ sơ công khai đang hiện dòng này sẽ đổi theo.")
        explain(self.instance, reason)
        return cleaned

    def _confine(self) -> None:
        site = getattr(self.instance, "site", None)
        if site is not None and Ward.objects.filter(site=site).exists():
            portal_of_site(site).confine(self)
        elif isinstance(self.instance, WardRegister) and "parent" in self.fields:
            parents: Any = self.fields["parent"]
            parents.queryset = parents.queryset.filter(site__isnull=True)
