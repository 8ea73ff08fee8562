"""Queries of the same kinds as the examples': other spellings, whole questions, money, slips, and what is not found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import pytest

from search.api import search
from tests.search.contract.conftest import Contract
from tests.search.contract.rows import HOUSING, PLACE, PLAN, TOPIC
from tests.search.contract.test_rows import WORLDS, name
from tests.search.contract.typists import decomposed, glued, half_composed, partly, plain, telex, vni
from tests.search.contract.worlds import World

Typed = Callable[[World], str]

FIRST: Final[dict[str, tuple[str, Typed, tuple[str, ...]]]] = {
    "dd for đ": (
        "doan-ket",
        lambda w: f"{w.granted_number}/{w.granted[1].replace('Đ', 'DD')}-UBND",
        ("VB258",),
    ),
    "all glued": ("doan-ket", lambda w: f"{w.granted_number}{w.granted[1]}UBND", ("VB258",)),
    "code glued before": ("doan-ket", lambda w: f"{w.granted[1]}{w.granted_number}", ("VB258",)),
    "type with number and day": (
        "doan-ket",
        lambda w: f"{w.granted[0]} số {w.granted_number}/{w.granted[1]}-UBND ngày {w.granted_on:%d/%m/%Y}",
        ("VB258",),
    ),
    "type, number and issuer": (
        "doan-ket",
        lambda w: f"{plain(w.granted[0])} so {w.granted_number} cua ubnd tinh",
        ("VB258",),
    ),
    "day in ISO": ("doan-ket", lambda w: w.granted_on.isoformat(), ("VB258",)),
    "day with dots": ("doan-ket", lambda w: f"{w.granted_on:%d.%m.%Y}", ("VB258",)),
    "day with a short year": (
        "doan-ket",
        lambda w: f"{w.granted_on.day}/{w.granted_on.month}/{w.granted_on:%y}",
        ("VB258",),
    ),
    "letter by type": ("doan-ket", lambda w: f"công văn {w.letter_number}", ("VB3314",)),
    "letter by code": ("doan-ket", lambda w: f"cv {w.letter_number}", ("VB3314",)),
    "phrase in quotes": ("doan-ket", lambda w: '"quy hoạch chi tiết"', ("VB222",)),
    "phrase in other quotes": ("doan-ket", lambda w: "«Quy Hoach chi tiet»", ("VB222",)),
    "place in quotes": ("doan-ket", lambda w: f"“{w.ward}”", PLACE),
    "no spaces": (
        "doan-ket",
        lambda w: f"{glued(plain(HOUSING))} {glued(plain(w.ward))}",
        PLAN,
    ),
    "signer in Telex": ("doan-ket", lambda w: telex(w.signer), ("KHDK",)),
    "signer in VNI": ("doan-ket", lambda w: vni(w.signer), ("KHDK",)),
    "signer decomposed": ("doan-ket", lambda w: decomposed(w.signer), ("KHDK",)),
    "signer half composed": ("doan-ket", lambda w: half_composed(w.signer).upper(), ("KHDK",)),
    "signer with some marks": ("doan-ket", lambda w: partly(w.signer), ("KHDK",)),
    "signer with office": ("doan-ket", lambda w: f"PCT {w.signer}", ("KHDK",)),
    "group of houses": ("doan-ket", lambda w: f"tổ {w.group_number}", ("DA1",)),
    "group of houses, no marks": ("doan-ket", lambda w: f"to {w.group_number}", ("DA1",)),
    "ward shortened": ("doan-ket", lambda w: f"{w.planned_number} P. {w.ward}", ("VB222",)),
    "ward shortened, no marks": ("doan-ket", lambda w: f"{w.planned_number} p {plain(w.ward)}", ("VB222",)),
    "commune shortened": ("ha-bac", lambda w: f"kế hoạch X.{w.commune}", ("KHHB",)),
    "hỏi for ngã": ("doan-ket", lambda w: "xữ lý nước thải", ("DA1",)),
    "ngã for hỏi": ("doan-ket", lambda w: "giãi phóng mặt bằng", ("GPMB",)),
    "s for x": ("doan-ket", lambda w: "sử lý nước thải", ("DA1",)),
    "s for x, no marks": ("doan-ket", lambda w: plain("nhà ở sã hội"), TOPIC),
    "tr for ch": ("ha-bac", lambda w: "trung cư xuống cấp", ("CC",)),
    "c for t": ("doan-ket", lambda w: "giải phóng mặc bằng", ("GPMB",)),
    "n for ng": ("doan-ket", lambda w: plain("bồi thườn"), ("GPMB",)),
    "k for c": ("doan-ket", lambda w: "tái định kư", ("GPMB",)),
    "where": ("doan-ket", lambda w: f"{HOUSING} {w.ward} ở đâu", PLAN),
    "where, no marks": ("doan-ket", lambda w: plain(f"khu {HOUSING} {w.ward} ở đâu?"), ("DA1",)),
    "when ready": ("doan-ket", lambda w: f"khu {HOUSING} {w.ward} bao giờ xong", ("DA1",)),
    "when ready, no marks": ("doan-ket", lambda w: plain(f"khi nào xong {HOUSING} {w.ward}"), PLAN),
    "may I": ("doan-ket", lambda w: "tôi là công nhân có được mua nhà ở xã hội không", ("DT",)),
    "may I, no marks": ("doan-ket", lambda w: "toi la cong nhan co duoc mua nha o xa hoi khong", ("DT",)),
    "how": ("doan-ket", lambda w: "cho tôi hỏi thủ tục đăng ký mua nhà ở xã hội như thế nào", ("HD",)),
    "what is": ("doan-ket", lambda w: f"mẫu số {w.form_number:02} là gì?", ("HD",)),
    "who": ("doan-ket", lambda w: "chủ đầu tư khu nhà ở xã hội là ai", ("DA1", "VB258")),
    "words between": ("doan-ket", lambda w: f"các căn hộ của khu nhà ở xã hội ở {w.ward}", ("DA1",)),
    "millions, short": ("doan-ket", lambda w: f"{w.income}tr", ("TIEN",)),
    "millions": ("doan-ket", lambda w: f"{w.income} triệu", ("TIEN",)),
    "millions, no marks, with đồng": ("doan-ket", lambda w: f"{w.income} trieu dong", ("TIEN",)),
    "millions in digits": ("doan-ket", lambda w: f"{w.income}.000.000", ("TIEN",)),
    "millions in digits, no dots": ("doan-ket", lambda w: f"{w.income}000000 đồng", ("TIEN",)),
    "price a metre in millions": ("doan-ket", lambda w: f"{w.income - 9},2 triệu/m2", ("TIEN",)),
    "price a metre as spoken": ("doan-ket", lambda w: f"{w.income - 9}tr2", ("TIEN",)),
    "price a metre in digits": ("doan-ket", lambda w: f"{w.income - 9}.200.000", ("TIEN",)),
    "billions": ("doan-ket", lambda w: f"{w.income},5 tỷ", ("TIEN",)),
    "billions in millions": ("doan-ket", lambda w: f"{w.income}500 triệu", ("TIEN",)),
}


@pytest.mark.parametrize("kind", FIRST)
@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_a_query_of_this_kind_puts_the_record_that_was_meant_first(contract: Contract, world: World, kind: str) -> None:
    site, typist, wanted = FIRST[kind]
    typed = typist(world)
    found = contract.found(typed, world, site)
    assert found, f"{name(world)}: nothing for «{typed}»"
    assert found[0] in wanted, f"{name(world)}: «{typed}» gives {found}"


AMONG: Final[dict[str, tuple[str, Typed, str]]] = {
    "month": ("doan-ket", lambda w: f"tháng {w.granted_on.month}/{w.granted_on.year}", "VB258"),
    "month, no marks": ("doan-ket", lambda w: f"thang {w.granted_on.month} nam {w.granted_on.year}", "VB258"),
    "month, no slash": ("doan-ket", lambda w: f"thang {w.granted_on.month} {w.granted_on.year}", "VB258"),
    "month with a short year": ("doan-ket", lambda w: f"tháng {w.granted_on.month}/{w.granted_on:%y}", "VB258"),
    "quarter": ("doan-ket", lambda w: f"quý {(w.granted_on.month + 2) // 3}/{w.granted_on.year}", "VB258"),
    "Roman quarter": (
        "doan-ket",
        lambda w: f"quý {('I', 'II', 'III', 'IV')[(w.granted_on.month - 1) // 3]} năm {w.granted_on.year}",
        "VB258",
    ),
    "quarter of a text": ("doan-ket", lambda w: "quy 2/2026", "DA1"),
    "year": ("doan-ket", lambda w: f'"chủ trương đầu tư" năm {w.granted_on.year}', "VB258"),
    "city shortened": ("ha-bac", lambda w: f"TP.{w.city}", "VB02"),
    "homes": ("doan-ket", lambda w: f"{w.homes} căn", "DA1"),
}


@pytest.mark.parametrize("kind", AMONG)
@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_a_query_of_this_kind_finds_the_record(contract: Contract, world: World, kind: str) -> None:
    site, typist, wanted = AMONG[kind]
    assert wanted in contract.found(typist(world), world, site, size=100), f"{name(world)}: «{typist(world)}»"


NOT_FOUND: Final[dict[str, tuple[str, Typed, str]]] = {
    "a digit more": ("doan-ket", lambda w: f"{w.granted_number}0", "VB258"),
    "a digit before": ("doan-ket", lambda w: f"1{w.granted_number}/{w.granted[1]}-UBND", "VB258"),
    "a digit less": ("doan-ket", lambda w: f"{w.granted_number // 10}/{w.granted[1]}-UBND", "VB258"),
    "the next number": ("ha-bac", lambda w: f"{w.party_number + 50}-{w.party[1]}/TU", "VB02"),
    "the next day": ("doan-ket", lambda w: f"{w.granted_on + timedelta(days=1):%d/%m/%Y}", "VB258"),
    "another area": ("doan-ket", lambda w: f"{w.whole},{w.fraction}1", "DA1"),
    "another ward's number": ("ha-bac", lambda w: f"{w.granted_number}/{w.granted[1]}-UBND", "VB258"),
    "words of a phrase in another order": ("doan-ket", lambda w: '"nhà xã hội ở"', "DA1"),
    "another group of houses": ("doan-ket", lambda w: f"tổ {w.group_number + 60}", "DA1"),
    "a word for a group of houses": ("doan-ket", lambda w: f"tổ quốc {w.group_number}", "DA1"),
    "another amount": ("doan-ket", lambda w: f"{w.income + 1} triệu", "TIEN"),
}


@pytest.mark.parametrize("kind", NOT_FOUND)
@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_what_only_looks_alike_is_not_found(contract: Contract, world: World, kind: str) -> None:
    site, typist, other = NOT_FOUND[kind]
    assert other not in contract.found(typist(world), world, site, size=100), f"{name(world)}: «{typist(world)}»"


@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_another_wards_records_are_never_found(contract: Contract, world: World) -> None:
    for site, typed in (("ha-bac", world.ward), ("ha-bac", world.signer), ("doan-ket", world.commune)):
        for query in (typed, plain(typed), telex(typed), f'"{typed}"'):
            hits = search(query, site_id=contract.site(world, site), size=100).hits
            assert {hit.record.site_id for hit in hits} <= {contract.site(world, site)}
            assert not {contract.names.get(hit.record.pk) for hit in hits} & {"DA1", "KHDK", "VB222", "QD"}


@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_an_abbreviation_finds_all_that_its_full_name_finds(contract: Contract, world: World) -> None:
    site = contract.site(world, "doan-ket")

    def found(query: str) -> set[int]:
        return {hit.record.pk for hit in search(query, site_id=site, size=100).hits}

    assert found(f'"{HOUSING}" "{world.ward}"') <= found(f"NOXH {world.ward}")
