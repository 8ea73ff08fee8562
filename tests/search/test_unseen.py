"""What Elasticsearch was given a moment ago and does not show yet: every search knows it, whoever answers."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from search import external
from search.api import search
from search.engines import choice
from search.engines.elasticsearch.connection import EngineError
from search.engines.elasticsearch.documents import IN_USE
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.facets import EVERYTHING
from search.indexing import catch_up, index, index_waiting, rebuild
from search.models import ExternalIndex, PublicRecord, Unseen
from search.query import understand
from search.rows import row_of
from tests.search.conftest import TAKE, link
from tests.search.factories import build_record, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.engine]


@pytest.fixture(autouse=True)
def _shows_only_what_it_is_told_to(_answered_by_elasticsearch: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Writes as in use; the server makes nothing found by itself, so that no test depends on the clock."""
    monkeypatch.setattr(ElasticsearchEngine, "take", TAKE)
    name = external.state().current
    _every(name, "-1")
    yield
    shared = ElasticsearchEngine(link(), name)
    if shared.exists():
        _every(name, IN_USE["refresh_interval"])
        shared.refresh()


def _every(name: str, interval: str) -> None:
    with link().asking(60) as client:
        client.indices.put_settings(index=name, settings={"refresh_interval": interval})


def titles(site_id: int = 1) -> list[str]:
    """What a person finds."""
    return sorted(hit.record.title for hit in search("khu nhà", site_id=site_id, size=100).hits)


def shows(site_id: int = 1) -> bool:
    """Whether Elasticsearch answers with everything that the site has."""
    found = choice.engine_that_knows(link(), site_id)
    if found is None:
        return False
    try:
        found.summary(understand("khu nhà"), site_id, EVERYTHING)
    except EngineError:
        return False
    return True


def test_a_publication_is_found_at_once_and_by_elasticsearch_once_it_shows_it() -> None:
    first, other = make_record(title="Khu nhà A"), make_record(title="Khu nhà B", site_id=2)
    assert PublicRecord.objects.filter(indexed_at__isnull=False).count() == 2, "it has been taken in"
    assert (titles(1), titles(2)) == (["Khu nhà A"], ["Khu nhà B"])
    assert not shows(1)
    ElasticsearchEngine(link(), external.state().current).refresh()  # as it does each second
    assert shows(1), "nobody need write anything for that"
    assert shows(2)
    assert Unseen.objects.count() == 2
    PublicRecord.objects.filter(pk=first.pk).update(title="Khu nhà đổi tên")
    assert index([first]) == {first.pk}
    assert titles(1) == ["Khu nhà đổi tên"]
    assert search("khu nhà A", site_id=1).count == 0, "what it was before is not found"
    assert not shows(1)
    assert shows(2), "the other ward need not wait"
    other.delete()
    assert set(Unseen.objects.values_list("pk", flat=True)) == {first.pk}
    assert titles(2) == []


def test_each_request_to_elasticsearch_asks_for_what_was_written() -> None:
    make_record(title="Khu nhà A")
    engine, query = choice.engine_that_knows(link(), 1), understand("khu nhà")
    assert engine is not None
    page = partial(engine.page, query, 1, EVERYTHING, newest=False, limit=10, offset=0)
    found = partial(engine.found, query, 1, EVERYTHING, newest=False, limit=10, offset=0)
    requests: tuple[Callable[[], object], ...] = (page, found, partial(engine.first, query, 1, limit=10))
    for ask in requests:
        with pytest.raises(EngineError, match="cannot be found yet"):
            ask()
    engine.refresh()
    assert page() == [PublicRecord.objects.get().pk]
    assert engine.first(understand("không có"), 1, limit=10) == (0, [])


def test_the_next_round_looks_and_forgets() -> None:
    make_record(title="Khu nhà A")
    catch_up()
    assert not Unseen.objects.exists()
    assert shows(1)
    assert titles() == ["Khu nhà A"]


def test_what_somebody_wrote_over_in_a_transaction_that_was_taken_back_is_written_again() -> None:
    record = make_record(title="Khu nhà A")
    wrong = build_record(title="Khu nhà chưa hề công khai")
    wrong.pk = record.pk
    ElasticsearchEngine(link(), external.state().current).take([row_of(wrong)], stamp=uuid.uuid4().hex)
    assert not shows(1)
    assert titles() == ["Khu nhà A"]
    assert index_waiting().indexed == 1
    catch_up()
    assert not Unseen.objects.exists()
    assert shows(1)
    assert search("chưa hề công khai", site_id=1).count == 0


def test_many_at_once_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [make_record(title=f"Khu nhà {at}") for at in range(3)]
    assert not shows(1)
    index(records)
    assert not Unseen.objects.exists()
    assert shows(1)
    monkeypatch.setattr(choice, "MOST_UNSEEN", 1)
    for record in records[:2]:
        index([record])
    assert choice.engine_that_knows(link(), 1) is None, "an answer is not looked through for any number of writes"


def test_a_new_index_knows_nothing_of_stamps_and_everything_of_records() -> None:
    make_record(title="Khu nhà A")
    before = external.state().current
    assert not rebuild().problem
    assert external.state().current != before
    assert titles() == ["Khu nhà A"]
    index_waiting()
    catch_up()
    assert shows(1)
    assert not Unseen.objects.exists()


def test_an_index_whose_documents_were_made_otherwise_counts_for_nothing_and_is_made_anew(settings: Any) -> None:
    make_record(title="Khu nhà A")
    ExternalIndex.objects.update(current=f"{external.prefix()}.20260101-000000-abcdef00")
    assert choice.engine_that_knows(link(), 1) is None
    assert external.state().names == ()
    assert titles() == ["Khu nhà A"]
    for _ in ("make it", "see that it knows no stamps, write again", "see that this is shown"):
        catch_up()
    assert shows(1)
    assert titles() == ["Khu nhà A"]
