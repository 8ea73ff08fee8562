"""The database itself keeps the log: plain SQL cannot change, replace, forge or empty it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.checks import Error
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from cms.disclosure import triggers
from cms.disclosure.models import Act, LogEntry, PublishedFacts
from tests.disclosure.test_verification import FIRST, append

ENTRY, FACTS = triggers.ENTRY, triggers.FACTS
REFUSED = "nhật ký công bố không sửa"
COLUMNS = "site_id, number, record, version, act, at, body, leaf_hash, previous_hash"
FACT_COLUMNS = "site_id, record, version, kind, body, sha256"


def run(sql: str, params: list[Any] | None = None) -> None:
    """Plain SQL, as somebody with the database's password types it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)


def entry_values(**other: Any) -> list[Any]:
    """Values of an entry that would follow the last one, but for what is given."""
    last = LogEntry.objects.order_by("number").last()
    assert last is not None
    values = {
        "site_id": last.site_id,
        "number": last.number + 1,
        "record": uuid.uuid4().hex,
        "version": 1,
        "act": "published",
        "at": "2026-01-01 00:00:00+00:00",
        "body": "{}",
        "leaf_hash": "0" * 64,
        "previous_hash": last.leaf_hash,
    }
    return list({**values, **other}.values())


CHANGES = {
    "UPDATE of an entry": f"UPDATE {ENTRY} SET body = 'x'",
    "UPDATE of one column": f"UPDATE {ENTRY} SET number = number + 1 WHERE number = 1",
    "UPDATE of facts": f"UPDATE {FACTS} SET body = 'x'",
    "DELETE of entries": f"DELETE FROM {ENTRY}",
    "DELETE of an entry": f"DELETE FROM {ENTRY} WHERE number = 1",
    "DELETE of facts": f"DELETE FROM {FACTS}",
    "ON CONFLICT DO UPDATE": f"INSERT INTO {FACTS} ({FACT_COLUMNS}) SELECT {FACT_COLUMNS} FROM {FACTS} "
    "WHERE true ON CONFLICT (record, version) DO UPDATE SET body = 'x'",
    "a second copy": f"INSERT INTO {ENTRY} ({COLUMNS}) SELECT {COLUMNS} FROM {ENTRY} WHERE true",
}
ON_SQLITE = {
    "REPLACE of an entry by its number": f"INSERT OR REPLACE INTO {ENTRY} ({COLUMNS}) SELECT {COLUMNS} FROM {ENTRY}",
    "REPLACE of an entry by its id": f"REPLACE INTO {ENTRY} SELECT * FROM {ENTRY}",
    "REPLACE of facts": f"INSERT OR REPLACE INTO {FACTS} ({FACT_COLUMNS}) SELECT {FACT_COLUMNS} FROM {FACTS}",
    "REPLACE of facts by their id": f"REPLACE INTO {FACTS} SELECT * FROM {FACTS}",
    "UPDATE OR REPLACE": f"UPDATE OR REPLACE {ENTRY} SET number = 0",
    "UPDATE OR IGNORE": f"UPDATE OR IGNORE {ENTRY} SET body = 'x'",
}
ON_POSTGRES = {
    "TRUNCATE of entries": f"TRUNCATE {ENTRY}",
    "TRUNCATE of facts": f"TRUNCATE {FACTS}",
    "TRUNCATE of both": f"TRUNCATE {ENTRY}, {FACTS} RESTART IDENTITY CASCADE",
    "MERGE": f"MERGE INTO {ENTRY} t USING (SELECT 1 AS one) s ON t.number = 0 WHEN MATCHED THEN DELETE",
}
CASES = [
    *(pytest.param(sql, id=name) for name, sql in CHANGES.items()),
    *(pytest.param(sql, id=name, marks=pytest.mark.sqlite) for name, sql in ON_SQLITE.items()),
    *(pytest.param(sql, id=name, marks=pytest.mark.postgres) for name, sql in ON_POSTGRES.items()),
]


def assert_kept(sql: str, params: list[Any] | None = None) -> None:
    """The statement is refused by a guard and nothing has changed."""
    before = (list(LogEntry.objects.values()), list(PublishedFacts.objects.values()))
    with pytest.raises(DatabaseError, match=REFUSED):
        run(sql, params)
    assert (list(LogEntry.objects.values()), list(PublishedFacts.objects.values())) == before


@pytest.fixture
def _two_entries(db: None) -> None:
    append(FIRST, Act.PUBLISHED, title="Một")
    append(FIRST, title="Một, sửa")


@pytest.mark.usefixtures("_two_entries")
@pytest.mark.parametrize("sql", CASES)
def test_plain_sql_changes_nothing(sql: str) -> None:
    assert_kept(sql)


@pytest.mark.usefixtures("_two_entries")
@pytest.mark.parametrize(
    "forged",
    [{"number": 0}, {"number": 1}, {"number": 5}, {"previous_hash": "f" * 64}, {"previous_hash": ""}],
    ids=str,
)
def test_a_forged_number_or_predecessor_is_refused(forged: dict[str, Any]) -> None:
    marks = ", ".join(["%s"] * 9)
    assert_kept(f"INSERT INTO {ENTRY} ({COLUMNS}) VALUES ({marks})", entry_values(**forged))


@pytest.mark.usefixtures("_two_entries")
def test_the_forged_rows_would_be_taken_if_they_followed() -> None:
    marks = ", ".join(["%s"] * 9)
    run(f"INSERT INTO {ENTRY} ({COLUMNS}) VALUES ({marks})", entry_values())
    assert LogEntry.objects.count() == 3


@pytest.mark.django_db
def test_the_migrations_leave_every_guard_in_place() -> None:
    assert triggers.installed() == set(triggers.wanted(connection.vendor))
    assert triggers.check_installed(databases=["default"]) == []


@pytest.mark.django_db
@pytest.mark.parametrize("lost", sorted({*triggers.wanted("sqlite"), *triggers.wanted("postgresql")}))
def test_the_check_misses_each_guard(lost: str) -> None:
    if lost not in triggers.wanted(connection.vendor):
        assert lost not in triggers.installed()
        return
    table = ENTRY if lost.startswith(ENTRY) else FACTS
    run(f"DROP TRIGGER {lost} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {lost}")
    (error,) = triggers.check_installed(databases=["default"])
    assert isinstance(error, Error)
    assert error.id == "disclosure.E001"
    assert lost in error.msg
    triggers.reinstall()
    assert triggers.check_installed(databases=["default"]) == []


@pytest.mark.usefixtures("committing")
def test_guards_come_back_after_a_table_was_remade() -> None:
    append(FIRST, Act.PUBLISHED, title="Một")
    append(FIRST, title="Một, sửa")
    wider = models.CharField(max_length=41)
    wider.set_attributes_from_name("kind")
    wider.model = PublishedFacts
    longer = models.CharField(max_length=21)
    longer.set_attributes_from_name("act")
    longer.model = LogEntry
    old: Any = {model: model._meta.get_field(name) for model, name in ((LogEntry, "act"), (PublishedFacts, "kind"))}
    with connection.schema_editor() as editor:
        editor.alter_field(LogEntry, old[LogEntry], longer, strict=True)
        editor.alter_field(PublishedFacts, old[PublishedFacts], wider, strict=True)
    try:
        if connection.vendor == "sqlite":
            assert triggers.installed() == set()
            assert triggers.check_installed(databases=["default"]) != []
        call_command("migrate", verbosity=0)
        assert triggers.installed() == set(triggers.wanted(connection.vendor))
        for sql in CHANGES.values():
            assert_kept(sql)
        assert append(FIRST, title="Một, sửa nữa").number == 2
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(LogEntry, longer, old[LogEntry], strict=True)
            editor.alter_field(PublishedFacts, wider, old[PublishedFacts], strict=True)
