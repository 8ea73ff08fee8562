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


def test_every_kind_has_a_factory() -> None:
    assert without_factory() == []


@pytest.mark.parametrize("kind", FACTORIES)
@pytest.mark.parametrize("full", [False, True])
def test_what_a_factory_makes_can_be_published(kind: str, full: bool, ward: MadeWard) -> None:
    page = publish(draft_or_only(kind, ward, full=full), reason="thử")
    assert page.live
    if full:
        facts = type(page).facts.canonical(page)
        assert [name for name, value in facts.items() if canonical.is_empty(value)] == []


def test_staff_belongs_to_the_group_of_its_role(ward: MadeWard) -> None:
    assert make_staff(ward, Role.APPROVER).groups.get().ward_group.role == Role.APPROVER
