"""A ward's editors promote public pages of their own ward, and see what people did not find on their portal."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import ModelLogEntry

from cms.models import MissedSearch, Role
from search.models import Synonym
from search.promotions import promoted
from search.query import understand
from tests.tenancy.conftest import SignIn, Two

ADD = "/quan-tri/goi-y-tim-kiem/new/"


def sent(page: Any, words: str = "NƠXH thử", **values: Any) -> dict[str, Any]:
    """The form as a browser sends it."""
    return {"words": words, "page": page.pk, "description": "Xem ở đây trước.", "position": 1, **values}


def test_what_an_editor_promotes_is_shown_and_logged(two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    assert client.post(ADD, sent(two.a.public)).status_code == 302
    (shown,) = promoted(understand("noxh thu"), two.a.made.site.pk)
    assert (shown.title, shown.description) == (two.a.public.title, "Xem ở đây trước.")
    row = SearchPromotion.objects.get(description="Xem ở đây trước.")
    entry = ModelLogEntry.objects.for_instance(row).get(action="wagtail.create")
    assert entry.user == two.a.staff[Role.EDITOR]

    edit = reverse("goi-y:edit", args=[row.pk])
    assert "nơxh thử" in client.get(edit).content.decode()
    assert client.post(edit, sent(two.a.public, "giá thuê mua thử")).status_code == 302
    assert promoted(understand("noxh thu"), two.a.made.site.pk) == ()
    assert client.post(reverse("goi-y:delete", args=[row.pk])).status_code == 302
    assert promoted(understand("gia thue mua thu"), two.a.made.site.pk) == ()
    assert ModelLogEntry.objects.filter(object_id=row.pk, action="wagtail.delete").exists()


@pytest.mark.parametrize(
    ("which", "values", "said"),
    [
        ("foreign", {}, "phường, xã mình"),
        ("draft", {}, "chưa công khai"),
        ("public", {"words": '"-"'}, "không có chữ"),
        ("public", {"words": "gọi 0912 345 678"}, "điện thoại"),
        ("public", {"description": "CCCD 012345678901"}, "căn cước"),
        ("public", {"words": "WARDA CÂU GÕ"}, "đã được gợi ý"),
        ("public", {"words": "wcg"}, "đã được gợi ý"),
        ("public", {"position": 0}, "1"),
    ],
)
def test_what_cannot_be_promoted_is_refused_at_the_field(
    which: str, values: dict[str, Any], said: str, two: Two, sign_in: SignIn
) -> None:
    Synonym.objects.create(short="wcg", full="warda câu gõ")
    page = {"foreign": two.b.public, "draft": two.a.draft, "public": two.a.public}[which]
    before = SearchPromotion.objects.count()
    response = sign_in(Role.EDITOR).post(ADD, sent(page, **values))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert SearchPromotion.objects.count() == before


@pytest.mark.parametrize("role", [Role.APPROVER, Role.INSPECTOR])
def test_others_promote_nothing(role: Role, two: Two, sign_in: SignIn) -> None:
    assert sign_in(role).post(ADD, sent(two.a.public)).status_code == 403


def test_the_report_names_what_was_missed_and_leads_on(two: Two, sign_in: SignIn) -> None:
    for text in ("bể bơi công cộng", "Bể Bơi  công cộng", "=1+1 bể"):
        MissedSearch.objects.note(two.a.made.site.pk, text, timezone.localtime())
    client = sign_in(Role.EDITOR)
    content = client.get(reverse("tim-khong-thay:index")).content.decode()
    assert content.index("bể bơi công cộng") < content.index("=1+1 bể")  # two times before one
    assert '<a href="/tim-kiem/?q=b%E1%BB%83+b%C6%A1i' in content
    assert f'<a href="{reverse("goi-y:add")}?words=b%E1%BB%83+b' in content
    assert "synonym/add" not in content  # the register is the province's
    assert 'value="bể bơi công cộng"' in client.get(ADD, {"words": "bể bơi công cộng"}).content.decode()
    found = client.get(reverse("tim-khong-thay:index"), {"q": "BE BOI"}).content.decode()
    assert "bể bơi" in found
    assert "=1+1 bể" not in found

    csv = client.get(reverse("tim-khong-thay:index"), {"export": "csv"})
    text = b"".join(csv.streaming_content).decode()  # type: ignore[attr-defined] # a streamed answer
    assert "bể bơi công cộng" in text
    assert "'=1+1 bể" in text
    xlsx = client.get(reverse("tim-khong-thay:index"), {"export": "xlsx"})
    rows = list(load_workbook(BytesIO(b"".join(xlsx.streaming_content))).active.values)  # type: ignore[attr-defined] # as above
    assert rows[0] == ("Cổng", "Người dân gõ", "Tháng", "Số lần", "Lần cuối")
    assert rows[1][1:4:2] == ("bể bơi công cộng", 2)


def test_the_province_reads_all_portals_and_keeps_the_synonyms(two: Two, sign_in: SignIn) -> None:
    content = sign_in(two.shared["superuser"]).get(reverse("tim-khong-thay:index")).content.decode()
    for world in (two.a, two.b):
        assert f"{world.mark} không thấy" in content
    assert "/quan-tri/snippets/search/synonym/add/?short=" in content


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bể bơi", True),
        ("012345678901", False),
        ("gọi 0912345678", False),
        ("a@b.vn", False),
        ('"?!', False),
        ("đ" * 201, False),
    ],
)
def test_only_words_are_kept(text: str, kept: bool, db: None) -> None:
    assert MissedSearch.objects.note(1, text, timezone.localtime()) is kept
    assert MissedSearch.objects.filter(site_id=1).exists() is kept


def test_a_month_holds_so_many_and_old_ones_go(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.models.missed.MOST_A_MONTH", 2)
    now = timezone.localtime()
    kept = [MissedSearch.objects.note(1, f"câu {number}", now) for number in (1, 2, 3, 2)]
    assert kept == [True, True, False, True]
    assert MissedSearch.objects.note(2, "câu 3", now)
    for month in (date(2025, 11, 1), date(2025, 10, 1)):
        MissedSearch.objects.create(site_id=1, month=month, key="cũ", words="cũ", last_at=now)
    assert MissedSearch.objects.forget(date(2026, 11, 23), 12) == 1
    assert not MissedSearch.objects.filter(month=date(2025, 10, 1)).exists()
