"""Generated wards are as whole as wards that people filled."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from cms.disclosure.verification import verify
from cms.measuring.generate import SHARES, generate
from cms.measuring.names import Namer
from cms.measuring.templates import read_source
from cms.measuring.variation import Variations, World
from cms.models import Ward
from cms.publishing.projections import problems
from search.models import PublicRecord

pytestmark = pytest.mark.django_db


def test_generated_wards_are_whole(minh_hoa: Ward, client: Client) -> None:
    source = read_source(minh_hoa)
    made = list(generate(source, wards=2, pages=90, seed="thu"))
    assert sum(sum(one.records.values()) for one in made) == 90
    assert Page.find_problems() == ([], [], [], [], [])
    for one in made:
        assert verify(one.ward.site_id) == []
        assert problems(one.ward.site_id) == []
        shown = PublicRecord.objects.on_site(one.ward.site_id)
        for record in shown:
            answer = client.get(record.url, HTTP_HOST=one.ward.site.hostname)
            assert answer.status_code == 200, record.url
            assert "Dữ liệu minh họa" in answer.content.decode()


def test_each_record_is_as_full_as_its_template(minh_hoa: Ward) -> None:
    source = read_source(minh_hoa)
    (made,) = generate(source, wards=1, pages=120, seed="day")
    home = made.ward.site.root_page
    for template in source.templates:
        pages = type(template.page)._default_manager.descendant_of(home).order_by("-pk")
        if not pages:
            continue
        last = pages[0]
        for name, rows in template.rows.items():
            of_same_kind = all(_own(row) for row in rows)
            if of_same_kind:
                assert getattr(last, name).count() == len(rows), (template.page.kind, name)


def _own(row: object) -> bool:
    """Whether a row points to no other record, of which a small ward may have none."""
    fields = type(row)._meta.concrete_fields  # type: ignore[attr-defined] # a row is a model
    return not any(one.related_model and issubclass(one.related_model, Page) and one.name != "page" for one in fields)


def test_what_is_generated_would_be_accepted_by_a_form(minh_hoa: Ward) -> None:
    source = read_source(minh_hoa)
    (made,) = generate(source, wards=1, pages=60, seed="hop-le")
    for page in Page.objects.descendant_of(made.ward.site.root_page).specific():
        page.full_clean()


def test_the_same_seed_gives_the_same_records(minh_hoa: Ward) -> None:
    template = next(one for one in read_source(minh_hoa).templates if one.page.kind == "du-an")
    titles = [Variations(template).draw(World(Namer("x"), "Phúc Lộc")).title for _ in range(2)]
    assert titles[0] == titles[1]


@pytest.mark.parametrize(("wards", "pages"), [("0", "10"), ("5", "3")])
def test_too_little_is_refused_in_one_sentence(minh_hoa: Ward, wards: str, pages: str) -> None:
    with pytest.raises(CommandError, match="Không sinh được"):
        call_command("generate_content", wards=int(wards), pages=int(pages))


def test_without_the_ward_to_copy_nothing_is_made(db: None) -> None:
    Ward.objects.filter(code="minh-hoa").update(code="khac")
    with pytest.raises(CommandError, match="load_demo"):
        call_command("generate_content", wards=1, pages=1)


def test_shares_name_known_kinds() -> None:
    from cms.disclosure import kinds

    assert set(SHARES) <= set(kinds.all_kinds())


def test_what_is_measured_is_told_of_generated_wards(minh_hoa: Ward) -> None:
    with pytest.raises(CommandError, match="generate_content"):
        call_command("measure_pages")
    list(generate(read_source(minh_hoa), wards=1, pages=60, seed="do"))
    out = StringIO()
    call_command("measure_pages", stdout=out)
    told = json.loads(out.getvalue())
    assert told["problems"] == [[], [], [], [], []]
    assert set(told["addresses"]) == {"project", "list", "home"}
    assert all(0 < told["queries"][name]["warm"] <= told["queries"][name]["cold"] for name in told["addresses"])
    (projects,) = (one for one in told["distribution"] if one["kind"] == "du-an")
    assert projects["rows"] > 0
    assert told["fullest_project"]["rows"] > 20
