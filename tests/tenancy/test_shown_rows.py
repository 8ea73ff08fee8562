"""Who changes a register's row that public records show is told which, and says why."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.disclosure.models import LogEntry
from cms.models import Role
from tests.factories import UnitFactory
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body

SHOWN = "Hồ sơ công khai đang hiện dòng này"


def edit(name: str, pk: int) -> str:
    """Where a row is edited."""
    return reverse(f"wagtailsnippets_registers_{name}:edit", args=[pk])


@pytest.mark.parametrize("name", ["place", "unit"])
def test_the_form_names_the_public_records_that_show_the_row(name: str, two: Two, sign_in: SignIn) -> None:
    shown = body(sign_in(Role.EDITOR).get(edit(name, two.a.rows[name].pk)))
    assert SHOWN in shown
    assert two.a.public.title in shown
    assert reverse("desk:acts", args=[two.a.public.pk]) in shown
    assert two.a.draft.title not in shown


def test_a_row_that_only_drafts_show_asks_for_no_reason(two: Two, sign_in: SignIn) -> None:
    client, row = sign_in(Role.EDITOR), two.a.rows["organisation"]
    assert SHOWN not in body(client.get(edit("organisation", row.pk)))
    sent = {"name": "Sở Đổi tên", "kind": row.kind, "aliases": "", "address": "", "phone": "", "website": ""}
    assert client.post(edit("organisation", row.pk), sent).status_code == 302


@pytest.mark.usefixtures("watched_templates")
@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("changed", [{"name": "Phòng Mới"}, {"phone": "0213 999 999"}])
def test_what_the_public_reads_does_not_change_without_a_reason(
    changed: dict[str, str], reason: str, two: Two, sign_in: SignIn
) -> None:
    row, entries = two.a.rows["unit"], LogEntry.objects.count()
    client = sign_in(Role.MANAGER)
    data = querydict_from_html(body(client.get(edit("unit", row.pk))), form_id="w-editor-form")
    for name, value in {**changed, "change_reason": reason}.items():
        data[name] = value
    response = client.post(edit("unit", row.pk), dict(data.lists()))
    assert response.status_code == 200
    assert response.context["form"].errors["change_reason"] == [
        "Ghi lý do: hồ sơ công khai đang hiện dòng này sẽ đổi theo."
    ]
    assert LogEntry.objects.count() == entries
    assert type(row).objects.get(pk=row.pk).name == row.name


def test_the_reason_stands_in_the_entries(two: Two, sign_in: SignIn) -> None:
    row, before = two.a.rows["unit"], LogEntry.objects.count()
    client = sign_in(Role.EDITOR)
    data = querydict_from_html(body(client.get(edit("unit", row.pk))), form_id="w-editor-form")
    data["name"], data["change_reason"] = "Phòng Mới", " sáp nhập  hai phòng "
    assert client.post(edit("unit", row.pk), dict(data.lists())).status_code == 302
    new = LogEntry.objects.order_by("pk")[before:]
    assert {entry.record for entry in new} == {two.a.public.record, two.a.made.home.record}
    assert {entry.content["reason"] for entry in new} == {"sáp nhập hai phòng"}


def test_what_the_public_does_not_read_needs_no_reason(two: Two, sign_in: SignIn) -> None:
    client, row = sign_in(Role.EDITOR), two.a.rows["unit"]
    data = querydict_from_html(body(client.get(edit("unit", row.pk))), form_id="w-editor-form")
    data["aliases"] = "Tên tắt"
    assert client.post(edit("unit", row.pk), dict(data.lists())).status_code == 302


def test_a_new_row_asks_for_none(two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    add = reverse("wagtailsnippets_registers_unit:add")
    assert SHOWN not in body(client.get(add))
    sent = {"name": "Phòng thứ ba", "duty": "", "aliases": "", "address": "", "phone": "", "email": "", "hours": ""}
    assert client.post(add, sent).status_code == 302
    assert UnitFactory._meta.model.objects.filter(name="Phòng thứ ba").exists()
