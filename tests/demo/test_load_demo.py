"""`manage.py load_demo`: what it makes, and that it makes it once."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from cms.disclosure import kinds
from cms.disclosure.models import LogEntry, PublishedFacts
from cms.disclosure.verification import verify
from cms.models import Role, Ward, WardGroup
from cms.models.ward import PROVINCE_GROUP
from cms.publishing.authority import Authority
from cms.publishing.by_command import publish_saved
from cms.registers.models import LegalReference, Place, Unit
from cms.tenancy.wards import NewWard
from projects_pages.demo import loader
from projects_pages.demo.accounts import make_ward_accounts
from projects_pages.demo.wards import WARDS as DATA
from projects_pages.models import ProjectPage
from search.models import PublicRecord, Synonym
from tests.demo.conftest import Demo
from tests.demo.reading import MADE_UP, WARDS

ROLE_NAMES = {
    "bien-tap": Role.EDITOR,
    "nguoi-duyet": Role.APPROVER,
    "quan-tri": Role.MANAGER,
    "kiem-tra": Role.INSPECTOR,
}


def everything() -> dict[str, Any]:
    """What a second run must leave as it is."""
    models: tuple[type[Any], ...] = (
        *(LogEntry, PublishedFacts, PublicRecord, Page, Place, Unit),
        *(User, Group, Synonym, LegalReference, Ward),
    )
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def run_again() -> str:
    """The output of one more run."""
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_a_second_run_changes_and_prints_nothing(demo: Demo, undone: None) -> None:
    before = everything()
    with CaptureQueriesContext(connection) as queries:
        assert run_again() == ""
    assert everything() == before
    assert len(queries) <= 16


def test_the_logs_are_whole_and_name_the_office_and_the_reason(demo: Demo) -> None:
    for code, office in (("doan-ket", "UBND phường Đoàn Kết"), ("ha-bac", "UBND xã Hà Bắc")):
        assert verify(demo.site_id(code)) == []
        entries = [entry.content for entry in LogEntry.objects.filter(site_id=demo.site_id(code))]
        assert {entry["office"] for entry in entries} == {office}
        assert all(entry["reason"] for entry in entries)


def test_a_record_is_public_before_those_that_point_to_it(demo: Demo) -> None:
    first: dict[str, tuple[int, int]] = {}
    pointing = 0
    for entry in LogEntry.objects.order_by("site_id", "number"):
        first.setdefault(str(entry.record), (entry.site_id, entry.number))
        facts = PublishedFacts.objects.filter(record=entry.record, version=entry.version).first()
        for pointed in references(facts.facts if facts else None):
            assert first[pointed] < (entry.site_id, entry.number)
            pointing += 1
    assert pointing > 20


def references(value: Any) -> list[str]:
    """Ids of records in canonical facts."""
    if isinstance(value, dict):
        own = [value["record"]] if set(value) == {"record"} else []
        return own + [found for part in value.values() for found in references(part)]
    return [found for part in value for found in references(part)] if isinstance(value, list) else []


def test_the_first_ward_answers_on_a_host_name_that_nobody_has(demo: Demo) -> None:
    hosts = {site.hostname: site.is_default_site for site in Site.objects.all()}
    assert hosts == {"doan-ket.localhost": True, "ha-bac.localhost": False, "minh-hoa.localhost": False}


def test_each_role_gets_an_account_without_a_persons_name(demo: Demo) -> None:
    lines = [line.split("\t") for line in demo.printed]
    assert [username for _, username, _ in lines] == [
        *(f"{name}.{code}" for code in (*WARDS, MADE_UP) for name in ROLE_NAMES),
        "quan-tri-tinh",
    ]
    assert len({password for _, _, password in lines}) == len(lines)
    for role, username, password in lines:
        user = User.objects.get(username=username)
        assert user.check_password(password)
        assert len(password) >= 16
        assert user.get_full_name() == role
        assert not user.is_superuser
        name, _, code = username.partition(".")
        wanted = (
            [WardGroup.objects.get(ward=demo.wards[code], role=ROLE_NAMES[name]).group]
            if code
            else [Group.objects.get(name=PROVINCE_GROUP)]
        )
        assert list(user.groups.all()) == wanted


def test_what_staff_changed_stays(demo: Demo, undone: None) -> None:
    real = ProjectPage.objects.filter(url_path__startswith="/doan-ket/")
    project = real.get()
    project.summary = "Tóm tắt mà cán bộ đã sửa."
    publish_saved(project, Authority(reason="Sửa cho rõ"))
    User.objects.get(username="bien-tap.doan-ket").delete()
    LegalReference.objects.filter(code="A1").update(duty="Nghĩa vụ mà tỉnh đã sửa.")
    before = everything()
    assert run_again() == ""
    assert everything() == before
    assert real.get().summary == "Tóm tắt mà cán bộ đã sửa."


TRIAL = replace(DATA[0], new=NewWard("thu", "phường Thử", "tỉnh Thử", "thu.localhost", is_default=True))


def test_a_ward_that_fails_leaves_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("injected")

    before = everything()
    monkeypatch.setattr(loader, "make_ward_accounts", fail)
    with pytest.raises(RuntimeError, match="injected"):
        loader.load_ward(TRIAL)
    assert everything() == before


def test_a_portal_that_is_the_default_stays_the_default(demo: Demo, undone: None) -> None:
    loader.load_ward(TRIAL)
    assert Site.objects.get(is_default_site=True).hostname == "doan-ket.localhost"
    assert make_ward_accounts(Ward.objects.get(code="thu")) == []  # they are there


def test_a_host_name_that_is_taken_is_said_in_one_sentence(demo: Demo, undone: None) -> None:
    Ward.objects.filter(code="ha-bac").update(code="noi-khac")
    with pytest.raises(CommandError, match=r"ha-bac\.localhost"):
        run_again()


@pytest.mark.parametrize(
    ("code", "starts", "words"), [("A1", "2026-02-09", "54/2026"), ("A3", "2023-07-01", "10/2022")]
)
def test_rules_that_facts_cite_are_in_the_register(demo: Demo, code: str, starts: str, words: str) -> None:
    reference = LegalReference.objects.get(code=code)
    assert str(reference.valid_from) == starts
    assert words in reference.provision
    assert reference.duty


def test_every_code_that_facts_cite_is_in_the_register(demo: Demo) -> None:
    cited = {item.asked_by for model in kinds.all_kinds().values() for item in model.facts if item.asked_by}
    assert cited
    assert cited <= set(LegalReference.objects.values_list("code", flat=True))
