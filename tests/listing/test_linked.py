"""A filter by another record offers and takes only what is public on the same site."""

from __future__ import annotations

import pytest

from cms.listing.filters import Linked
from projects_pages.listings import ProjectListing
from projects_pages.models import LegalDocumentPage, ProjectPage
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory
from tests.listing.conftest import MARK, Portal
from tests.listing.test_counts import found


def test_only_public_records_are_offered_and_taken(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProjectListing, "filters", (Linked("can-cu", "Căn cứ", "change_decision"),))
    public = LegalDocumentPage.objects.get(title="Văn bản số 0")
    draft = LegalDocumentPageFactory(ward=portal.made, title=f"{MARK} chưa công khai", slug="chua-cong-khai")
    first, second, third, *_ = portal.projects
    for page, document in ((first, public), (second, public), (third, draft)):
        ProjectPage.objects.filter(pk=page.pk).update(change_decision=document)
    (control,) = [one for one in found(portal, []).controls if one.filter.param == "can-cu"]
    assert [(option.value, option.label, option.count) for option in control.options] == [
        (public.slug, "Văn bản số 0", 2)
    ]
    chosen = found(portal, [("can-cu", public.slug)])
    assert {record.page_id for record in chosen.page(0, 100)} == {first.pk, second.pk}
    assert [chip.label for chip in chosen.chips] == ["Văn bản số 0"]
    hidden = found(portal, [("can-cu", draft.slug)])
    assert (hidden.total, len(hidden.asked.notices)) == (5, 1)
    PublicRecord.objects.filter(page_id=public.pk).update(site_id=portal.made.site.pk + 1_000)
    assert found(portal, [("can-cu", public.slug)]).asked.active == []
