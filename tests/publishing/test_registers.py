"""A row of a register that is renamed changes the records that show it, with an entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cms.disclosure import history, log
from cms.disclosure.models import LogEntry, RecordHead
from cms.models import LegalBasis
from cms.publishing import registers
from cms.publishing.projections import problems
from cms.registers.models.place import PlaceKind
from projects_pages.models import ProjectContact
from search.models import PublicRecord
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    OrganisationFactory,
    PlaceFactory,
    ProjectPageFactory,
    UnitFactory,
    make_ward,
    publish,
)

pytestmark = pytest.mark.django_db


def entries(page: Any) -> list[LogEntry]:
    """The record's entries in order."""
    return list(LogEntry.objects.filter(record=page.record).order_by("version"))


Give = Callable[[Any, Any], object]

USES: dict[str, tuple[type[Any], Give, list[str]]] = {
    "the unit of a record": (UnitFactory, lambda page, row: setattr(page, "unit", row), ["unit"]),
    "an investor": (OrganisationFactory, lambda page, row: setattr(page, "investor", row), ["investor"]),
    "a place": (PlaceFactory, lambda page, row: setattr(page, "places", [row]), ["places"]),
    "a child's unit, by which the row is known": (
        UnitFactory,
        lambda page, row: setattr(page, "contacts", [ProjectContact(unit=row)]),
        ["contacts.unit"],
    ),
}


@pytest.mark.parametrize("use", USES)
def test_a_renamed_row_is_logged_with_every_record_that_shows_it(use: str, ward: MadeWard) -> None:
    factory, give, paths = USES[use]
    row = factory(ward=ward, name="Tên trước")
    page = ProjectPageFactory(ward=ward)
    give(page, row)
    page = publish(page)
    other = publish(ProjectPageFactory(ward=ward))
    row.name = "Tên sau"
    row.save()
    assert [entry.act for entry in entries(page)] == ["published", "changed"]
    assert entries(page)[-1].content["reason"] == "Danh mục đổi: Tên trước thành Tên sau"
    head = RecordHead.objects.get(record=page.record)
    changes = history.publications(head, entries(page)[-1:], {})[0].changes
    assert [change.path for change in changes] == paths
    facts = log.last_facts(page.record)
    assert facts is not None
    assert "Tên sau" in facts.body
    assert "Tên trước" not in facts.body
    shown = PublicRecord.objects.get(record=page.record)
    assert "Tên sau" in shown.body
    assert len(entries(other)) == 1
    assert problems() == []


def test_what_lists_and_search_show_of_a_row_follows_without_an_entry(ward: MadeWard) -> None:
    place = PlaceFactory(ward=ward, name="Quyết Tiến 3")
    page = ProjectPageFactory(ward=ward)
    page.places = [place]
    page = publish(page)
    place.aliases, place.kind = "Bản cũ", PlaceKind.HAMLET
    place.save()
    shown = PublicRecord.objects.get(record=page.record)
    assert "Bản cũ" in shown.keys
    assert shown.places == [{"key": place.key, "label": "thôn Quyết Tiến 3"}]
    assert len(entries(page)) == 1
    assert problems() == []


def test_saving_a_row_without_a_change_writes_nothing(ward: MadeWard) -> None:
    unit = UnitFactory(ward=ward)
    page = publish(ProjectPageFactory(ward=ward, unit=unit))
    unit.phone = "0213 999 999"
    unit.save()
    assert len(entries(page)) == 1


def test_drafts_withdrawn_records_and_hidden_names_are_left_alone(ward: MadeWard) -> None:
    from tests.publishing.test_acts import withdraw

    unit = UnitFactory(ward=ward)
    draft = ProjectPageFactory(ward=ward, unit=unit)
    withdrawn = publish(ProjectPageFactory(ward=ward, unit=unit))
    withdraw(withdrawn)
    unit.name = "Tên sau"
    unit.save()
    assert entries(draft) == []
    assert len(entries(withdrawn)) == 2


def test_a_shared_row_is_logged_in_every_ward_that_shows_it(ward: MadeWard) -> None:
    other = make_ward("phuong-khac")
    shared = OrganisationFactory(name="Sở Xây dựng")
    pages = [publish(ProjectPageFactory(ward=one, investor=shared)) for one in (ward, other)]
    shared.name = "Sở Xây dựng và Giao thông"
    shared.save()
    assert [[entry.site_id for entry in entries(page)] for page in pages] == [
        [ward.site.pk] * 2,
        [other.site.pk] * 2,
    ]
    assert problems() == []


def test_a_renaming_that_cannot_be_logged_does_not_happen(ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = UnitFactory(ward=ward, name="Tên trước")
    publish(ProjectPageFactory(ward=ward, unit=unit))

    def fail(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(registers, "disclose", fail)
    unit.name = "Tên sau"
    with pytest.raises(RuntimeError):
        unit.save()
    unit.refresh_from_db()
    assert unit.name == "Tên trước"


def test_a_record_with_another_title_is_called_so_by_those_that_cite_it(ward: MadeWard) -> None:
    cited = publish(LegalDocumentPageFactory(ward=ward, title="Tên trước"))
    citing = ProjectPageFactory(ward=ward)
    citing.legal_bases = [LegalBasis(document=cited.disclosurepage_ptr)]
    citing = publish(citing)
    cited.title = "Tên sau"
    publish(cited)
    body = PublicRecord.objects.get(record=citing.record).body
    assert "Tên sau" in body
    assert "Tên trước" not in body
    assert len(entries(citing)) == 1
    assert problems() == []


def test_a_units_telephone_is_a_fact_of_the_records_that_show_it_and_of_no_other(ward: MadeWard) -> None:
    unit = UnitFactory(ward=ward, name="Trung tâm", phone="0213 111")
    page = ProjectPageFactory(ward=ward)
    page.contacts = [ProjectContact(unit=unit)]
    page = publish(page)
    named = ProjectPageFactory(ward=ward)
    named.unit = unit
    named = publish(named)

    unit.phone = "0213 222"
    unit.save()

    assert [entry.act for entry in entries(page)] == ["published", "changed"]
    assert entries(page)[-1].content["reason"] == "Danh mục đổi: Trung tâm"
    facts = log.last_facts(page.record)
    assert facts is not None
    assert facts.facts["contacts"][0]["unit"]["details"]["phone"] == "0213 222"
    head = RecordHead.objects.get(record=page.record)
    (change,) = history.publications(head, entries(page)[-1:], {})[0].changes
    assert (change.path, change.label) == ("contacts.unit", "Hỏi ở đâu: Trung tâm: Đơn vị, đầu mối")
    assert "0213 111" in change.old
    assert "0213 222" in change.new
    assert [entry.act for entry in entries(named)] == ["published"]
    assert problems() == []
