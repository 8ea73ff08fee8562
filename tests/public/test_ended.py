"""What is over is said to be over: in the title, where one would apply, and by which document."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.disclosure.states import ENDED_STATE
from projects_pages.land_site_presentation import window
from projects_pages.models import (
    ApplicationRound,
    BuildingState,
    DocumentRelation,
    LandSitePage,
    LegalDocumentPage,
    NoticePage,
    OldBuildingPage,
    ProjectPage,
    RelationKind,
    SiteState,
    Stage,
    Validity,
)
from projects_pages.presentation import answers, halted
from projects_pages.rules import rounds_agree
from tests.factories import LegalDocumentPageFactory, MadeWard, publish
from tests.public.test_pages import read, words

pytestmark = pytest.mark.django_db

ENDED_ON = datetime.date(2026, 11, 20)
LATER = datetime.date(2100, 1, 1)


@pytest.mark.parametrize(
    ("model", "values", "state"),
    [
        (LandSitePage, {"state": SiteState.READY}, "Đã kết thúc"),
        (LandSitePage, {"state": SiteState.HAS_INVESTOR}, "Đã có nhà đầu tư"),
        (LegalDocumentPage, {"validity": Validity.IN_FORCE}, "Đã kết thúc"),
        (LegalDocumentPage, {"validity": Validity.EXPIRED}, "Hết hiệu lực"),
        (OldBuildingPage, {"state": BuildingState.MOVING}, "Đã kết thúc"),
        (OldBuildingPage, {"state": BuildingState.DONE}, "Đã cải tạo, xây dựng lại xong"),
        (NoticePage, {"posted_from": ENDED_ON, "posted_until": LATER}, "Đã kết thúc"),
    ],
)
def test_a_record_that_the_ward_ended_promises_nothing_by_its_state(
    model: type[Any], values: dict[str, Any], state: str
) -> None:
    page = model(**values)
    assert page.public_state[1] != ENDED_STATE[1]
    page.ended_on = ENDED_ON
    assert page.public_state[1] == state


def test_nobody_applies_for_a_site_that_is_no_longer_offered() -> None:
    site = LandSitePage(state=SiteState.READY, apply_until=LATER)
    assert window(site, ENDED_ON)
    site.ended_on = ENDED_ON
    assert window(site, ENDED_ON) is None


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"stage": Stage.CANCELLED}, "dự án đã hủy"),
        ({"stage": Stage.PAUSED}, "dự án đang tạm dừng"),
        ({"stage": Stage.COMPLETED, "ended_on": ENDED_ON}, "hồ sơ dự án đã kết thúc"),
    ],
)
def test_a_project_that_takes_no_applications_names_no_place_to_apply(values: dict[str, Any], told: str) -> None:
    project = ProjectPage(apply_at="Bộ phận một cửa", **values)
    where = next(one for one in answers(project, [], [], ENDED_ON) if one.question == "Nộp đơn ở đâu?")
    assert (where.strong, where.text) == ("Không nhận hồ sơ", f": {told}.")
    assert not halted(ProjectPage(stage=Stage.BUILDING))


def test_a_project_ends_only_after_its_rounds() -> None:
    today = timezone.localdate()
    open_now = ApplicationRound(name="Đợt 1", opens_on=today, closes_on=today)
    project = ProjectPage(stage=Stage.SIGNING)
    rounds_agree(project, [open_now])
    project.ended_on = today
    with pytest.raises(ValidationError) as refused:
        rounds_agree(project, [open_now])
    assert "ended_on" in refused.value.message_dict


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (RelationKind.REPLACES, "Văn bản này đã bị thay thế."),
        (RelationKind.REPEALS, "Văn bản này đã bị bãi bỏ."),
        (RelationKind.AMENDS, ""),
    ],
)
def test_a_document_leads_to_the_one_that_ended_its_force(
    client: Client, ward: MadeWard, relation: RelationKind, told: str
) -> None:
    old = publish(LegalDocumentPageFactory(ward=ward, slug="van-ban-cu", number="1/QĐ-UBND"))
    new = LegalDocumentPageFactory(ward=ward, number="2/QĐ-UBND", title="Quyết định mới")
    new.relations = [DocumentRelation(relation=relation, document=old.disclosurepage_ptr)]
    ReferenceIndex.create_or_update_for_object(publish(new))
    text = words(read(client, ward, "/van-ban/van-ban-cu/"))
    assert ("Văn bản này đã bị" in text) == bool(told)
    if told:
        assert f"{told} {'Thay bằng' if 'thay thế' in told else 'Theo'}: 2/QĐ-UBND Quyết định mới" in text
