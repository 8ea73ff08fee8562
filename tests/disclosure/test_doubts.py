"""Numbers of people are looked for in every text of every kind before it becomes public."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from wagtail.fields import RichTextField, StreamField

from cms.models.checks import personal_doubts
from tests.factories import MadeWard
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD

pytestmark = pytest.mark.django_db

NUMBER = "gọi 0912 345 678"
RECORDS = sorted(set(FACTORIES) - IN_EVERY_WARD)


def full(kind: str, ward: MadeWard) -> Any:
    factory = FACTORIES[kind]
    return factory._meta.model(title="Trang thử", **factory.full_values(ward))


def is_free_text(field: Any) -> bool:
    """Fields that take any words; addresses, codes and choices do not."""
    words = isinstance(field, models.CharField | models.TextField) and not isinstance(field, RichTextField)
    return words and not field.choices and not isinstance(field, models.URLField | models.EmailField | models.SlugField)


@pytest.mark.parametrize("kind", RECORDS)
def test_a_persons_number_in_any_text_is_found_at_its_place(kind: str, ward: MadeWard) -> None:
    page = full(kind, ward)
    bound = type(page).facts
    assert personal_doubts(page) == []
    places = [item.name for item in bound.singles if is_free_text(bound.field(item.name))]
    for name in places:
        before = getattr(page, name)
        setattr(page, name, NUMBER)
        assert [one.field for one in personal_doubts(page)] == [name]
        setattr(page, name, before)
    for relation in bound.relations:
        row = next(iter(getattr(page, relation.name).all()))
        for fact in relation.facts:
            if is_free_text(type(row)._meta.get_field(fact.name)):
                before = getattr(row, fact.name)
                setattr(row, fact.name, NUMBER)
                assert [one.field for one in personal_doubts(page)] == [f"{relation.name}.{fact.name}"]
                setattr(row, fact.name, before)
    assert places


@pytest.mark.parametrize("kind", ["tin-tuc", "trang"])
def test_it_is_found_within_the_blocks_of_a_text(kind: str, ward: MadeWard) -> None:
    page = full(kind, ward)
    assert isinstance(page._meta.get_field("body"), StreamField)
    page.body = [("text", f"<p>Cần mua {NUMBER}.</p>")]
    assert [one.field for one in personal_doubts(page)] == ["body"]


def test_the_telephone_of_the_office_is_no_doubt(ward: MadeWard) -> None:
    ward.home.phone = "0213 387 6543"
    assert personal_doubts(ward.home) == []
    ward.home.notice = "Liên hệ 0213 387 6543"
    assert [one.field for one in personal_doubts(ward.home)] == ["notice"]
