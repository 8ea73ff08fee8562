"""Whatever engine answers, it answers as the reference does: the same records, counts and facets, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from django.conf import settings

from search.api import NEWEST_FIRST, ORDERS, search, understood
from search.engines.base import DatabaseEngine
from search.engines.choice import Answering, answering
from search.facets import NAMES, Filters
from tests.search.contract.conftest import Contract
from tests.search.contract.noise import words_of
from tests.search.contract.reference import Known, answer
from tests.search.contract.rows import ROWS
from tests.search.contract.test_kinds import AMONG, FIRST, NOT_FOUND
from tests.search.contract.test_rows import WORLDS, name
from tests.search.contract.typists import chat, decomposed, old_tone, partly, plain, telex, vni
from tests.search.contract.worlds import SITES, World

QUERIES = 40
SHOWN = 30
"""Made up on each site."""
_TYPISTS = (str, str, plain, plain, str.upper, decomposed, partly, telex, vni, chat, old_tone)


def compare(
    contract: Contract, text: str, site_id: int, filters: Filters, *, newest: bool, context: str
) -> tuple[int, ...]:
    """Search, assert that the answer is the reference's, and return the ids."""
    order = NEWEST_FIRST if newest else next(iter(ORDERS))
    got = search(text, site_id=site_id, filters=filters, order=order, size=SHOWN)
    query = understood(text)
    want = answer(contract.known(site_id), query, filters, newest=newest) if query else None
    ids = tuple(hit.record.pk for hit in got.hits)
    if want is None:
        assert (ids, got.count) == ((), 0), context
        return ids
    facets = {facet: {value.value: value.count for value in got.summary.facets[facet]} for facet in NAMES}
    assert list(ids) == want.ids[:SHOWN], context
    assert (got.count, got.summary.unfiltered, facets) == (len(want.ids), want.unfiltered, want.facets), context
    return ids


def made_up(contract: Contract, site_id: int, random: Random) -> Iterator[str]:
    """Queries of words of the site: in any order, side by side, as numbers, in quotes, in any spelling."""
    records = [record for record in contract.records[site_id] if record.pk]
    vocabulary = words_of(record.title for record in records)
    for _ in range(QUERIES):
        words = random.sample(vocabulary, random.randint(1, 3))
        record = random.choice(records)
        along = record.title.split()
        if random.random() < 0.5:
            at = random.randrange(len(along))
            words = along[at : at + random.randint(1, 5)]
        if record.number and random.random() < 0.3:
            words.append(record.number)
        text = random.choice(_TYPISTS)(" ".join(words))
        yield f'"{text}"' if random.random() < 0.1 else text


def some_filters(contract: Contract, site_id: int, random: Random) -> Filters:
    """None, one or several filters, with values of the site."""
    record = random.choice(contract.records[site_id])
    return Filters(
        kind=(record.kind, "van-ban") if random.random() < 0.3 else (),
        place=tuple(place["key"] for place in record.places) if random.random() < 0.3 else (),
        year=(record.year,) if record.year and random.random() < 0.3 else (),
        state=(record.state,) if record.state and random.random() < 0.2 else (),
        unit=(record.unit,) if record.unit and random.random() < 0.2 else (),
    )


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_made_up_queries_are_answered_as_the_reference_answers_them(
    contract: Contract, world: World, site: str
) -> None:
    site_id = contract.site(world, site)
    random = Random(f"{world.seed} {site}")
    found = 0
    for text in made_up(contract, site_id, random):
        filters = some_filters(contract, site_id, random)
        newest = random.random() < 0.2
        context = f"{name(world)}, {site}: «{text}» {filters}{' newest' if newest else ''}"
        found += bool(compare(contract, text, site_id, filters, newest=newest, context=context))
    assert found > QUERIES / 3


@pytest.mark.parametrize("world", WORLDS[:2], ids=[name(world) for world in WORLDS[:2]])
def test_collected_queries_are_answered_as_the_reference_answers_them(contract: Contract, world: World) -> None:
    collected = [(row.site, row.typed) for row in ROWS]
    for group in (FIRST, AMONG, NOT_FOUND):
        collected += [(site, typist) for site, typist, _ in group.values()]
    assert len(collected) > 120
    for site, typist in collected:
        text = typist(world)
        context = f"{name(world)}, {site}: «{text}»"
        compare(contract, text, contract.site(world, site), Filters(), newest=False, context=context)


def test_the_reference_itself_tells_records_apart(contract: Contract) -> None:
    world = World()
    known = contract.known(contract.site(world, "doan-ket"))
    query = understood(f"{world.granted_number}/{world.granted[1]}-UBND")
    best = answer(known, query, Filters(), newest=False)
    assert contract.names[best.ids[0]] == "VB258"
    assert len(best.ids) < 5 < len(known)
    assert isinstance(known[0], Known)


def test_the_engine_of_the_run_is_the_one_that_answers(contract: Contract) -> None:
    for site_id in contract.sites.values():
        assert isinstance(answering(site_id), Answering if settings.SEARCH_ENGINE else DatabaseEngine)
