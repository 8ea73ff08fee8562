"""The rows of the examples as rules: what a person types for a world, and which record may stand first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from search.text import unmark
from tests.search.contract.typists import chat, decomposed, old_tone, one_i, partly, plain, telex, vni
from tests.search.contract.worlds import World

HOUSING: Final = "nhà ở xã hội"
PLAN: Final = ("DA1", "KHDK")
TOPIC: Final = ("DA1", "KHDK", "HD", "DT")
PLACE: Final = ("DA1", "GPMB", "KHDK", "VB222")


class Row(NamedTuple):
    """One row: its site, what is typed, what may stand first; `number` is the row's place in the examples, if any."""

    site: str
    typed: Callable[[World], str]
    first: tuple[str, ...]
    number: int = 0


def _two(world: World) -> str:
    """A document's day in full."""
    return f"ngày {world.granted_on.day} tháng {world.granted_on.month:02} năm {world.granted_on.year}"


def _code(kind: tuple[str, str]) -> str:
    return unmark(kind[1])


DOAN_KET: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: HOUSING, TOPIC),
    (lambda w: HOUSING.upper(), TOPIC),
    (lambda w: decomposed(w.ward), PLACE),
    (lambda w: plain(f"{HOUSING} {w.ward}"), PLAN),
    (lambda w: f"NOXH {w.ward}", PLAN),
    (lambda w: f"noxh {plain(w.province)}", ("DA1",)),
    (lambda w: telex(HOUSING), TOPIC),
    (lambda w: telex(w.ward), PLACE),
    (lambda w: vni(HOUSING), TOPIC),
    (lambda w: f"{w.granted_number}/{w.granted[1]}-UBND", ("VB258",)),
    (lambda w: f"{w.granted_number}/{_code(w.granted)}-ubnd", ("VB258",)),
    (lambda w: f"{w.granted_number} {w.granted[1]}", ("VB258",)),
    (lambda w: f"{w.granted_number}{_code(w.granted)}-ubnd", ("VB258",)),
    (lambda w: f"{w.granted[1].lower()} {w.granted_number}", ("VB258",)),
    (lambda w: f"{w.granted[0].lower()} {w.granted_number}", ("VB258",)),
    (lambda w: f"{plain(w.planned[0])} so {w.planned_number}", ("VB222",)),
    (lambda w: f"{w.planned_number}/{w.planned[1]}-UBND phường", ("VB222",)),
    (lambda w: f"{w.granted_on.day}/{w.granted_on.month}/{w.granted_on.year}", ("VB258",)),
    (_two, ("VB258",)),
    (lambda w: str(w.letter_number), ("VB3314",)),
    (lambda w: f"{w.letter_number}/ubnd-{w.letter_code.lower()}", ("VB3314",)),
    (lambda w: f"{w.wire[0].lower()} {w.wire_number:02} bxd", ("VB08",)),
    (lambda w: f"{_code(w.wire)} {w.wire_number}", ("VB08",)),
)
HA_BAC: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: f"{w.law_number}/{w.law_on.year}/qh{w.assembly}", ("VB201",)),
    (lambda w: f"nq {w.law_number}", ("VB201",)),
    (lambda w: f"{plain(w.party[0])} {w.party_number:02} {_code(w.party)} tu", ("VB02",)),
    (lambda w: f"{w.party_number:02}-{w.party[1]}/TU", ("VB02",)),
)
DOAN_KET_FACTS: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: f"{_code(w.resolution)} {w.resolution_number:02} chinh phu", ("VB07",)),
    (lambda w: w.vietnamese_area(), ("DA1",)),
    (lambda w: f"{w.whole},{w.fraction} m2", ("DA1",)),
    (lambda w: w.english_area(), ("DA1",)),
    (lambda w: f"{w.homes} can ho", ("DA1",)),
    (lambda w: f"tdp {w.group_number}", ("DA1",)),
    (lambda w: f"to dan pho so {w.group_number}", ("DA1",)),
    (lambda w: f"{plain(w.hamlet)} {w.hamlet_number}", ("DA1",)),
    (lambda w: f"quyhoach 1/{w.scale}", ("VB222",)),
    (lambda w: f"qhct 1/{w.scale}", ("VB222",)),
    (lambda w: "chu dau tu khu noxh", ("DA1", "VB258")),
    (lambda w: f"cđt noxh {w.ward.lower()}", ("DA1", "VB258")),
    (lambda w: f"gpmb {w.ward.lower()}", ("GPMB",)),
    (lambda w: f"den bu dat {plain(w.ward)}", ("GPMB",)),
    (lambda w: "tđc", ("GPMB",)),
)
HA_BAC_LAND: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: f"quỹ đất sạch {w.commune.lower()}", ("QD",)),
    (lambda w: f"quy dat {w.percent}%", ("QD",)),
    (lambda w: "đấu giá qsdđ", ("QD",)),
)
DOAN_KET_TASKS: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: f"thu tuc mua {plain(HOUSING)}", ("HD",)),
    (lambda w: f"mau so {w.form_number:02}", ("HD",)),
    (lambda w: "cong chuc mua noxh", ("DT",)),
    (lambda w: "llvt", ("DT",)),
    (lambda w: "trung tâm dịch vụ tổng hợp", ("HD", "KHDK")),
    (lambda w: "mặt trận giám sát", ("GS",)),
)
HA_BAC_WORDS: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: old_tone("hài hòa"), ("KHHB",)),
    (lambda w: old_tone("văn hóa xã hội"), ("KHHB",)),
)
HA_BAC_SLIPS: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: plain("chung cư xuống cấp"), ("CC",)),
    (lambda w: "trưởng thôn", ("KHHB",)),
    (lambda w: plain(w.other_signer), ("KHHB",)),
)
DOAN_KET_SLIPS: Final[tuple[tuple[Callable[[World], str], tuple[str, ...]], ...]] = (
    (lambda w: plain(w.signer), ("KHDK",)),
    (lambda w: partly(w.ward), PLACE),
    (lambda w: chat(f"{w.ward} {w.province}"), ("DA1",)),
    (lambda w: chat(HOUSING), TOPIC),
)


def _numbered() -> list[Row]:
    rows: list[Row] = []
    for site, pairs in (
        ("doan-ket", DOAN_KET),
        ("ha-bac", HA_BAC),
        ("doan-ket", DOAN_KET_FACTS),
        ("ha-bac", HA_BAC_LAND),
        ("doan-ket", DOAN_KET_TASKS),
        ("ha-bac", HA_BAC_WORDS),
        ("doan-ket", ((lambda w: one_i("hạ tầng kỹ thuật"), ("DA1",)),)),
        ("ha-bac", HA_BAC_SLIPS),
        ("doan-ket", DOAN_KET_SLIPS),
    ):
        rows.extend(Row(site, typed, first, len(rows) + at) for at, (typed, first) in enumerate(pairs, 1))
    return rows


ROWS: Final = tuple(_numbered())
"""The 61 rows, in the order of the examples."""
