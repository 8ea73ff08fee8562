"""Times for publication are written and read as people here write them."""

from __future__ import annotations

import datetime
import html

import pytest
from django.utils import timezone

from tests.desk.office import Office

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def page_form(office: Office, planned: str) -> object:
    model = type(office.project)
    form_class = model.get_edit_handler().get_form_class()
    return form_class(
        {"title": office.project.title, "go_live_at": planned},
        instance=model.objects.get(pk=office.project.pk),
        for_user=office.people["editor"],
        parent_page=office.project.get_parent(),
    )


@pytest.mark.parametrize(("ahead", "refused"), [(2 * HOUR, False), (-2 * HOUR, True)], ids=["to come", "passed"])
def test_a_time_in_vietnamese_spelling_is_taken_and_one_that_has_passed_is_not(
    office: Office, ahead: datetime.timedelta, refused: bool
) -> None:
    planned = (timezone.localtime() + ahead).replace(second=0, microsecond=0)
    form = page_form(office, planned.strftime("%d/%m/%Y %H:%M"))
    told = form.errors.get("go_live_at", [])  # type: ignore[attr-defined] # the form's class is made at run time
    assert list(told) == (["Giờ hẹn đã qua: để trống thì công khai ngay khi duyệt."] if refused else [])
    if not refused:
        assert form.cleaned_data["go_live_at"] == planned  # type: ignore[attr-defined] # as above


def test_the_calendar_writes_the_same_spelling(office: Office) -> None:
    told = html.unescape(office.get("editor", "wagtailadmin_pages:edit", office.project.pk).content.decode())
    assert '"format": "d/m/Y H:i"' in told


@pytest.mark.parametrize(
    ("ahead", "button"), [(HOUR, "Duyệt, hẹn giờ công khai"), (-HOUR, "Duyệt và công khai")], ids=["to come", "passed"]
)
def test_the_approver_is_told_whether_it_goes_public_at_once(
    office: Office, ahead: datetime.timedelta, button: str
) -> None:
    state = office.submit(go_live_at=timezone.now() + ahead)
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert button in told
