"""«Tôi có được mua không?»: what is answered follows the rows of law, and nothing that cannot be read is an error."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from cms.registers.figures import figures
from cms.registers.models import EligibleGroup, LegalFigure
from projects_pages.demo.law import rows
from projects_pages.models import GuidePage
from projects_pages.self_check import SelfCheck, income_brackets, self_check
from tests.factories import MadeWard, make_ward, publish
from tests.factories.procedures import GuidePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
DAY = datetime.date(2026, 11, 22)
FINE = {"hon-nhan": "doc-than", "thu-nhap": "den-25000000", "nha-o": "chua-co"}


def asked(**answers: str) -> SelfCheck:
    """The answers to the law as it is loaded."""
    return self_check(
        EligibleGroup.objects.current(DAY), figures(on=DAY), {k.replace("_", "-"): v for k, v in answers.items()}
    )


def tones(check: SelfCheck) -> list[str]:
    """Buy, rent to buy, rent."""
    return [verdict.tone for verdict in check.verdicts]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"nhom": "khoan-8", **FINE}, ["ok", "ok", "ok"]),
        ({"nhom": "khoan-8", **FINE, "thu-nhap": "den-35000000"}, ["bad", "bad", "ok"]),
        ({"nhom": "khoan-8", **FINE, "thu-nhap": "den-35000000", "hon-nhan": "nuoi-con"}, ["ok", "ok", "ok"]),
        ({"nhom": "khoan-8", **FINE, "thu-nhap": "den-50000000", "hon-nhan": "vo-chong"}, ["ok", "ok", "ok"]),
        ({"nhom": "khoan-8", **FINE, "thu-nhap": "tren-50000000", "hon-nhan": "vo-chong"}, ["bad", "bad", "ok"]),
        ({"nhom": "khoan-8", **FINE, "nha-o": "nha-chat"}, ["ok", "ok", "ok"]),
        ({"nhom": "khoan-8", **FINE, "nha-o": "co-nha"}, ["bad", "bad", "ok"]),
        ({"nhom": "khoan-8"}, ["warn", "warn", "ok"]),
        ({"nhom": "khoan-1", "nha-o": "chua-co"}, ["ok", "ok", "ok"]),
        ({"nhom": "khoan-2", **FINE}, ["warn", "warn", "warn"]),
        ({"nhom": "khoan-4", **FINE}, ["warn", "warn", "ok"]),
        ({"nhom": "khoan-7", **FINE}, ["warn", "warn", "ok"]),
        ({"nhom": "khoan-11", **FINE}, ["bad", "bad", "ok"]),
        ({"nhom": "khoan-99", **FINE}, []),
        ({}, []),
    ],
)
def test_the_answer_follows_group_home_and_income(answers: dict[str, str], expected: list[str]) -> None:
    assert tones(asked(**answers)) == expected


def test_every_reason_against_names_its_provision() -> None:
    check = asked(**{"nhom": "khoan-8", **FINE, "thu-nhap": "tren-50000000", "nha-o": "co-nha"})
    reasons = [reason for reason in check.verdicts[0].reasons if "phải" in reason.text or "chưa đáp" in reason.text]
    assert len(reasons) == 2
    assert all("Nghị định" in reason.source for reason in reasons)


@pytest.mark.parametrize("value", ["khoan-0", "\x00", "x" * 10_000, "25", "' or 1=1"])
def test_what_cannot_be_read_is_told_and_ignored(value: str) -> None:
    check = asked(nhom="khoan-8", **{"thu-nhap": value, "hon-nhan": value, "nha-o": value})
    assert check.notices
    assert tones(check) == ["warn", "warn", "ok"]


def test_the_ranges_of_income_are_those_of_the_register() -> None:
    LegalFigure.objects.filter(code="thu-nhap-doc-than").update(money=30_000_000)
    labels = [label.replace("\N{NO-BREAK SPACE}", " ") for label, _ in income_brackets(figures(on=DAY)).values()]
    assert labels == [
        "Đến 30 triệu đồng/tháng",
        "Trên 30 triệu đồng/tháng đến 35 triệu đồng/tháng",
        "Trên 35 triệu đồng/tháng đến 50 triệu đồng/tháng",
        "Trên 50 triệu đồng/tháng",
    ]
    assert income_brackets({}) == {}


def guide_in(ward: MadeWard) -> GuidePage:
    """A guide with the loaded law and the self-check."""
    page = GuidePageFactory(ward=ward, self_check=True, slug="ai-duoc")
    page.groups, page.figures = rows.all_groups(), rows.figures_about(["thu-nhap", "nha-o"])
    made: GuidePage = publish(page)
    return made


def test_the_page_answers_without_a_script_and_keeps_nothing(client: Client) -> None:
    ward = make_ward()
    guide_in(ward)
    query = "?nhom=khoan-8&hon-nhan=doc-than&thu-nhap=den-25000000&nha-o=chua-co"
    answer = client.get(f"/huong-dan/ai-duoc/{query}", HTTP_HOST=ward.host)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Có thể được mua" in text
    assert "136/2026/NĐ-CP" in text
    assert "Đây không phải quyết định" in text
    assert 'content="noindex"' in text
    assert 'content="noindex"' not in client.get("/huong-dan/ai-duoc/", HTTP_HOST=ward.host).content.decode()


def test_a_new_value_is_logged_with_the_guide_that_shows_the_code() -> None:
    from cms.disclosure.models import LogEntry
    from cms.publishing.projections import problems

    page = guide_in(make_ward())
    other = publish(GuidePageFactory(ward=make_ward("phuong-khac")))
    row = LegalFigure.objects.get(code="thu-nhap-doc-than")
    row.pk, row._state.adding, row.money, row.valid_from = None, True, 30_000_000, datetime.date(2027, 1, 1)
    row.save()
    entries = LogEntry.objects.filter(record=page.record).order_by("version")
    assert [entry.act for entry in entries] == ["published", "changed"]
    assert entries[1].content["reason"] == "Danh mục đổi: Thu nhập của người độc thân"
    assert LogEntry.objects.filter(record=other.record).count() == 1
    assert problems() == []


def test_a_provision_that_is_corrected_is_logged_with_what_rests_on_it() -> None:
    from cms.disclosure.models import LogEntry
    from cms.registers.models import LegalReference

    page = guide_in(make_ward())
    reference = LegalReference.objects.get(code="ND136-1")
    reference.provision = "Điều 1 Nghị định 136/2026/NĐ-CP"
    reference.save()
    assert LogEntry.objects.filter(record=page.record).count() == 2
