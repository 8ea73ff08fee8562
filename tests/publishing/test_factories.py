"""The factories make what the portal can publish."""

from __future__ import annotations

from typing import Any

import pytest

from cms.disclosure import canonical
from cms.models import Role
from tests.factories import MadeWard, make_staff, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD, without_factory

pytestmark = pytest.mark.django_db


def draft_or_only(kind: str, ward: Any, **values: Any) -> Any:
    """A new draft of the kind, or the ward's only page of it with a factory's values."""
    factory = FACTORIES[kind]
    if kind not in IN_EVERY_WARD:
        return factory(ward=ward, **values)
    model = factory._meta.model
    page = model.objects.descendant_of(ward.home, inclusive=True).get()
    for name, value in (factory.full_values(ward) if values.get("full") else {}).items():
        setattr(page, name, value)
    return page


def lacking(page: Any) -> list[str]:
    """Facts of a page that have no value."""
    return [name for name, value in type(page).facts.canonical(page).items() if canonical.is_empty(value)]


def test_every_kind_has_a_factory() -> None:
    assert without_factory() == []


@pytest.mark.parametrize("kind", FACTORIES)
def test_what_a_factory_makes_can_be_published(kind: str, ward: MadeWard) -> None:
    assert publish(draft_or_only(kind, ward), reason="thử").live


@pytest.mark.parametrize("kind", sorted(IN_EVERY_WARD))
def test_a_full_page_of_a_ward_can_be_published(kind: str, ward: MadeWard) -> None:
    """Full records are published in tests/publishing/test_bulk.py."""
    page = publish(draft_or_only(kind, ward, full=True), reason="thử")
    assert page.live
    assert lacking(page) == []


def test_staff_belongs_to_the_group_of_its_role(ward: MadeWard) -> None:
    assert make_staff(ward, Role.APPROVER).groups.get().ward_group.role == Role.APPROVER
