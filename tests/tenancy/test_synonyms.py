"""The province keeps the synonyms: what it saves counts from the next search on, and what is doubtful is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.tenancy.synonyms import hints
from cms.tenancy.wards import ensure_province_group
from search.api import search
from search.models import Relation, Synonym
from tests.search.factories import make_record

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_search_synonym:add"


@pytest.fixture
def province() -> Client:
    """Somebody of the province."""
    person = get_user_model().objects.create_user("tinh")
    person.groups.add(ensure_province_group())
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def sent(short: str, full: str, relation: str = "→", **values: Any) -> dict[str, Any]:
    return {"short": short, "full": full, "relation": relation, "active": "on", **values}


def found(text: str) -> int:
    return search(text, site_id=1).count


def test_what_is_saved_counts_from_the_next_search_on(province: Client) -> None:
    make_record(title="Bể bơi công cộng")
    assert found("hồ tắm") == 0
    assert 'value="hồ tắm"' in province.get(reverse(ADD), {"short": "hồ tắm"}).content.decode()
    assert province.post(reverse(ADD), sent("hồ tắm", "bể bơi")).status_code == 302
    assert found("ho tam") == 1
    row = Synonym.objects.get(short="hồ tắm")
    edit = reverse("wagtailsnippets_search_synonym:edit", args=[row.pk])
    assert "Câu tìm «hồ tắm» nay tìm cả «bể bơi»: 1 bản ghi công khai" in province.get(edit).content.decode()
    changed = sent("hồ tắm", "bể bơi")
    del changed["active"]
    assert province.post(edit, changed).status_code == 302
    assert found("ho tam") == 0


@pytest.mark.parametrize(
    ("short", "full", "said"),
    [
        ("...", "bể bơi", "chỉ có dấu câu"),
        ("hồ tắm", "–", "chỉ có dấu câu"),
        ("Bể Bơi", "be boi", "khi tìm là một"),
        ("HỒ TẮM", "Bể bơi", "Đã có: hồ tắm → bể bơi"),
    ],
)
def test_what_says_nothing_new_is_refused_at_the_field(short: str, full: str, said: str, province: Client) -> None:
    Synonym.objects.create(short="hồ tắm", full="bể bơi")
    before = Synonym.objects.count()
    response = province.post(reverse(ADD), sent(short, full))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert Synonym.objects.count() == before


def test_words_that_stand_for_each_other_in_a_ring_do_no_harm() -> None:
    make_record(title="Bể bơi công cộng")
    for short, full in (("hồ tắm", "bể bơi"), ("bể bơi", "hồ nước"), ("hồ nước", "hồ tắm")):
        Synonym.objects.create(short=short, full=full, relation=Relation.EQUAL)
    assert found("hồ tắm") == 1
    assert found("bể bơi") == 1
    assert found("hồ nước") == 1
    assert found("hồ tắm bể bơi hồ nước " * 5) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"short": "TT", "full": "trung tâm"}, "có nhiều nghĩa"),
        ({"short": "HĐ", "full": "hợp đồng"}, "có nhiều nghĩa"),
        ({"short": "hồ", "full": "hồ bơi công cộng", "relation": "="}, "Chọn «→»"),
        ({"short": "hồ tắm", "full": "bể bơi", "active": False}, "đang tắt"),
    ],
)
def test_what_is_doubtful_is_told_and_not_refused(row: dict[str, Any], said: str) -> None:
    assert said in " ".join(hints(Synonym.objects.create(**row)))


def test_a_sure_word_is_told_nothing_but_what_it_finds() -> None:
    assert hints(Synonym.objects.create(short="hồ tắm", full="bể bơi")) == [
        "Câu tìm «hồ tắm» nay tìm cả «bể bơi»: 0 bản ghi công khai có chữ này."
    ]


def test_a_row_that_holds_beside_a_number_or_a_name_says_so() -> None:
    assert "chỉ đọc như vậy khi đứng cạnh" in hints(Synonym(short="tổ {số}", full="tổ dân phố {số}"))[0]
