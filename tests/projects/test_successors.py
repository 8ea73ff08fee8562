"""What replaces or repeals a document decides how lists show it, in each way to the public, while it is so."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.publishing.disclose import conceal
from cms.publishing.projections import problems
from cms.publishing.renewal import renew_states
from cms.values.dates import PartialDate
from projects_pages.models import DocumentRelation, LegalDocumentPage, RelationKind, Validity
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory, MadeWard, PlanPageFactory, publish

pytestmark = pytest.mark.django_db
REPLACED, REPEALED, IN_FORCE = ("Đã bị thay thế", False), ("Đã bị bãi bỏ", False), ("", True)


def told(page: Any) -> tuple[str, bool]:
    record = PublicRecord.objects.get(record=page.record)
    return record.state_label, record.is_open


def ending(ward: MadeWard, page: Any, relation: RelationKind = RelationKind.REPLACES) -> Any:
    return LegalDocumentPageFactory.build(
        title="Văn bản mới", relations=[DocumentRelation(relation=relation, document_id=page.pk)]
    )


@pytest.mark.parametrize(
    ("relation", "state"),
    [
        (RelationKind.REPLACES, REPLACED),
        (RelationKind.REPEALS, REPEALED),
        (RelationKind.AMENDS, IN_FORCE),
    ],
)
def test_a_plan_is_shown_as_what_a_document_made_of_it(
    ward: MadeWard, relation: RelationKind, state: tuple[str, bool]
) -> None:
    plan = publish(PlanPageFactory(ward=ward))
    newer = ending(ward, plan, relation)
    ward.documents.add_child(instance=newer)
    assert told(plan) == IN_FORCE, "a draft says nothing to the public"
    publish(newer)
    assert told(plan) == state
    assert problems(ward.site.pk) == []
    newer = LegalDocumentPage.objects.get(pk=newer.pk)
    with transaction.atomic():
        conceal(newer, Authority(reason="Đăng nhầm"))
    assert told(plan) == IN_FORCE


def test_a_relation_that_is_taken_back_ends_nothing(ward: MadeWard) -> None:
    plan = publish(PlanPageFactory(ward=ward))
    newer = publish(
        LegalDocumentPageFactory(ward=ward, relations=[DocumentRelation(relation="thay-the", document=plan)])
    )
    assert told(plan) == REPLACED
    newer.relations = []
    publish(newer)
    assert told(plan) == IN_FORCE


def test_a_plan_replaces_a_plan_in_bulk_too(ward: MadeWard) -> None:
    older = publish(PlanPageFactory(ward=ward))
    middle = PlanPageFactory.build(title="Kế hoạch giữa", replaces_id=older.pk)
    add_and_publish_many(ward.plans, [middle], Authority(reason="Thử"))
    assert (told(older), told(middle)) == (REPLACED, IN_FORCE)
    publish(PlanPageFactory(ward=ward, replaces_id=middle.pk))
    assert told(middle) == REPLACED
    assert problems(ward.site.pk) == []


@pytest.mark.parametrize(
    ("validity", "state"),
    [
        (Validity.IN_FORCE, REPLACED),
        (Validity.PARTLY, ("Hết hiệu lực một phần", True)),
        (Validity.EXPIRED, ("Hết hiệu lực", False)),
    ],
)
def test_a_document_says_how_much_of_it_is_replaced(
    ward: MadeWard, validity: Validity, state: tuple[str, bool]
) -> None:
    document = publish(LegalDocumentPageFactory(ward=ward, validity=validity))
    newer = ending(ward, document)
    ward.documents.add_child(instance=newer)
    publish(newer)
    assert told(document) == state


def test_a_plan_is_over_from_the_day_that_it_says(ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = publish(PlanPageFactory(ward=ward, expires_on=PartialDate(2040, 5, 1)))
    for day, state in ((datetime.date(2040, 4, 30), IN_FORCE), (datetime.date(2040, 5, 1), ("Hết hiệu lực", False))):
        monkeypatch.setattr(timezone, "localdate", lambda *_, day=day, **__: day)
        renew_states(day)
        assert told(plan) == state
        assert problems(ward.site.pk) == []


def test_a_plan_does_not_replace_itself(ward: MadeWard) -> None:
    plan = PlanPageFactory(ward=ward)
    plan.replaces_id = plan.pk
    with pytest.raises(ValidationError, match="chính nó"):
        plan.clean()
