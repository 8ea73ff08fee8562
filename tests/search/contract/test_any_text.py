"""Whatever is typed: no error, nothing of another ward, an answer of bounded work."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.api import understood
from search.facets import Filters
from search.query import MAX_ALTERNATIVES, MAX_CHARACTERS, MAX_UNITS
from search.tiers import tiers_of, together
from tests.search.contract.conftest import Contract
from tests.search.contract.test_reference import compare
from tests.search.contract.worlds import World

SYNTAX = (
    '"', "'", '""', "(", ")", "{", "}", "[", "]", "*", "^", "~2", "+", "-", "/", "\\", "%", "_", ";", "--", ":", "::",
    "\x00", "\x1a", "\ud800", "\u202e", "\ufeff", "\u0301", "🏠", "中文", "AND", "OR", "NOT", "NEAR(", "NEAR/2", "TO",
    "title:", "title :", "site : 0site9001", "0site9001", "0gap", "0no258", "{number title} :", "search_index MATCH",
    "&", "|", "!", "<->", "<2>", ":*", ":A", "::tsquery", "'; DROP TABLE search_index; --", "*:*", "/nha.*/",
    "[a TO z]",
    '{"match_all":{}}', '{"query":{"terms":{"site":["9001"]}}}', "_score:>0", "\\u0022", "%s", "%(a)s", "{0}", "$1",
    "nhà", "xã", "hội", "Đoàn Kết", "258", "258/QĐ-UBND", "10/2/2026", "25tr", "{số}", "{tên}", "P.", "tổ",
)  # fmt: skip
pieces = st.one_of(st.sampled_from(SYNTAX), st.text(max_size=12))
texts = st.builds(lambda parts, glue: glue.join(parts), st.lists(pieces, max_size=8), st.sampled_from(("", " ", "\n")))
SLOW = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(text=texts)
def test_any_text_is_answered_as_the_reference_answers_it(contract: Contract, text: str) -> None:
    # An injection, another ward's record or a lost word would all be another answer than the reference's.
    site_id = contract.site(World(), "ha-bac")
    compare(contract, text, site_id, Filters(), newest=False, context=repr(text))


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(text=texts, value=st.text(max_size=20))
def test_any_value_may_be_asked_of_a_filter(contract: Contract, text: str, value: str) -> None:
    plain = value.replace("\x00", "").encode("utf-8", "ignore").decode() or "0"  # an empty value is no value
    filters = Filters(
        kind=(plain, "van-ban"), place=("to-31", plain), state=(plain, "con-hieu-luc"), unit=(plain, "Văn phòng")
    )
    context = f"{text!r} {filters}"
    compare(contract, f"nhà {text}", contract.site(World(), "doan-ket"), filters, newest=True, context=context)


@pytest.mark.parametrize("piece", ["nhà ", "a", "1", '"', "1,1", "(", "nhà OR ", "\u0301", "25tr ", "tổ 1 ", '"a b" '])
def test_ten_thousand_characters_are_bounded_work(contract: Contract, piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    query = understood(text)
    assert len(query.text) <= MAX_CHARACTERS
    assert len(query.units) <= MAX_UNITS
    assert all(len(unit.alternatives) <= MAX_ALTERNATIVES for unit in query.units)
    assert len(together(query.units)) <= MAX_UNITS
    assert all(len(unit.alternatives) <= 36 for unit in together(query.units))
    assert len(tiers_of(query)) <= 18
    with CaptureQueriesContext(connection) as queries:
        compare(contract, text, contract.site(World(), "ha-bac"), Filters(), newest=False, context=piece)
    assert len(queries) <= 8
