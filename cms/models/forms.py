"""The form in which staff edit a page."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm

from cms.disclosure.facts import Level
from cms.disclosure.models import RecordHead
from cms.models.portal import portal_of
from cms.models.unreadable import refuse_unreadable
from cms.registers.models import LegalReference


class RecordPageForm(WagtailAdminPageForm):
    """Asks anew for a reason at each round of changes, and demands one where something public changes."""

    defer_required_on_fields = ("change_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "change_reason" in self.fields:
            if not self.instance.has_unpublished_changes:
                self.initial["change_reason"] = ""
                self.initial["change_decision"] = None
            self.fields["change_reason"].required = self._was_public()

        self.rules_of_rows: dict[str, str] = {}
        self._name_rules()
        self.portal = portal_of(self.instance) or (portal_of(self.parent_page) if self.parent_page else None)
        if self.portal is not None:
            self.portal.confine(self)
        refuse_unreadable(self)

    def clean(self) -> dict[str, Any]:
        """A reference code is used once in a portal, and a time that is newly set for publication is yet to come.

        Here, because the page itself does not know its parent before it is saved, nor what it was set to before.
        """
        from cms.models.checks import code_taken

        cleaned: dict[str, Any] = super().clean()
        if self.portal is not None:
            self.portal.refuse_foreign(self)
        code = cleaned.get("reference_code")
        if code and self.parent_page is not None:
            self.instance.reference_code = code
            if code_taken(self.instance, self.parent_page):
                self.add_error("reference_code", "Mã này đã dùng cho hồ sơ khác trong cổng.")
        planned = cleaned.get("go_live_at")
        if planned and "go_live_at" in self.changed_data and planned <= timezone.now():
            self.add_error("go_live_at", "Giờ hẹn đã qua: để trống thì công khai ngay khi duyệt.")
        return cleaned

    def _name_rules(self) -> None:
        """Let each field say which provision in force asks for it, and who owes it; one query."""
        asked = [item for item in type(self.instance).facts if item.asked_by]
        in_force = LegalReference.objects.in_force_on(timezone.localdate())
        provisions = {row.code: row.provision for row in in_force.filter(code__in={item.asked_by for item in asked})}
        for item in asked:
            if item.asked_by not in provisions:
                continue
            rule = f"Phải công bố theo {provisions[item.asked_by]}{f' ({item.owed_by})' if item.owed_by else ''}."
            if item.level is not Level.MUST:
                rule = f"Nên có: {provisions[item.asked_by]} nêu mục này."
            if item.name in self.fields:
                field = self.fields[item.name]
                field.help_text = " ".join(part for part in (str(field.help_text), rule) if part)
            else:
                self.rules_of_rows[item.name] = rule

    def _was_public(self) -> bool:
        return bool(self.instance.pk) and RecordHead.objects.filter(page_id=self.instance.pk).exists()
