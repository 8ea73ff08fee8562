"""What an editor meets in the page form."""

from __future__ import annotations

import re

import html5lib
import pytest
from django.utils.translation import override
from wagtail.models import Page

from tests.desk.office import Office

pytestmark = pytest.mark.django_db


def form(office: Office, who: str = "editor") -> str:
    return str(office.get(who, "wagtailadmin_pages:edit", office.project.pk).content.decode())


@pytest.mark.parametrize("who", ["editor", "approver", "manager"])
def test_the_action_menu_offers_saving_and_sending_only(office: Office, who: str) -> None:
    told = form(office, who)
    assert "Lưu nháp" in told
    assert "Gửi duyệt" in told
    assert not re.search(r'name="action-(publish|unpublish|restart-workflow|workflow-action)"', told)


def test_what_waits_can_only_be_taken_back(office: Office) -> None:
    office.submit()
    told = form(office)
    assert "Đang chờ duyệt, chưa công khai." in told
    assert "Rút lại để sửa" in told
    assert 'name="action-submit"' not in told


@pytest.mark.usefixtures("watched_templates")
def test_the_figure_of_a_source_is_chosen_from_the_facts_of_the_type(office: Office) -> None:
    response = office.get("editor", "wagtailadmin_pages:edit", office.project.pk)
    field = response.context["form"].formsets["sources"].empty_form["fact"]
    offered = dict(field.field.widget.choices)
    assert offered["homes_total"] == "Tổng số căn hộ"
    assert "sources" not in offered


def test_the_address_follows_the_title_without_marks_and_no_script_guesses_it(office: Office) -> None:
    told = office.get("editor", "wagtailadmin_pages:add", "projects_pages", "projectpage", office.ward.projects.pk)
    assert "data-w-sync-target-value" not in told.content.decode()
    page = type(office.project)(title="Nhà ở Đoàn Kết", live=False)
    office.ward.projects.add_child(instance=page)
    assert Page.objects.get(pk=page.pk).slug == "nha-o-doan-ket"


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("wagtailadmin_home", ()),
        ("wagtailadmin_explore", ("projects",)),
        ("wagtailadmin_pages:edit", ("project",)),
        ("wagtailadmin_pages:history", ("project",)),
        ("wagtailadmin_pages:add_subpage", ("projects",)),
        ("wagtailadmin_account", ()),
        ("desk:home", ()),
        ("desk:log", ()),
        ("desk:acts", ("project",)),
    ],
)
def test_the_editors_screens_speak_vietnamese(office: Office, name: str, args: tuple[str, ...]) -> None:
    pages = {"projects": office.ward.projects.pk, "project": office.project.pk}
    told = office.get("editor", name, *(pages[arg] for arg in args)).content.decode()
    root = html5lib.parse(told, treebuilder="etree", namespaceHTMLElements=False)
    for node in root.iter():
        if node.tag in {"script", "style", "template", "svg"}:
            node.clear()
    text = " ".join(root.itertext())
    english = re.findall(r"\b(?:the|this|you|your|with|page|pages|are|and|Save|Edit|Add|Choose|minutes)\b", text)
    assert english == []


def test_intervals_of_time_are_vietnamese() -> None:
    from datetime import timedelta

    from django.utils import timezone
    from django.utils.timesince import timesince

    with override("vi"):
        assert timesince(timezone.now() - timedelta(hours=2)) == "2\xa0giờ"
