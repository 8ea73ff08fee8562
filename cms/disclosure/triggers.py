"""The database itself refuses to change, replace or remove log entries (measured: technical notes, §8).

SQLite: INSERT OR REPLACE passes UPDATE and DELETE triggers, so inserting is guarded as well; remaking a table drops
its triggers, so they are put back after every migration and a check looks for them. PostgreSQL: TRUNCATE passes row
triggers, so it has one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, connections

ENTRY, FACTS = "disclosure_logentry", "disclosure_publishedfacts"
_REFUSAL = "nhật ký công bố không sửa, không xóa"

_SQLITE = {
    f"{table}_{event}": f"CREATE TRIGGER {table}_{event} BEFORE {event} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for table in (ENTRY, FACTS)
    for event in ("update", "delete")
}
_SQLITE[f"{ENTRY}_insert"] = f"""
CREATE TRIGGER {ENTRY}_insert BEFORE INSERT ON {ENTRY}
WHEN NEW.number <> (SELECT COALESCE(MAX(number) + 1, 0) FROM {ENTRY} WHERE site_id = NEW.site_id)
  OR NEW.previous_hash <> COALESCE((SELECT leaf_hash FROM {ENTRY} WHERE site_id = NEW.site_id
                                    ORDER BY number DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM {ENTRY} WHERE id = NEW.id OR (record = NEW.record AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"""
_SQLITE[f"{FACTS}_insert"] = f"""
CREATE TRIGGER {FACTS}_insert BEFORE INSERT ON {FACTS}
WHEN EXISTS (SELECT 1 FROM {FACTS} WHERE id = NEW.id OR (record = NEW.record AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"""

_POSTGRES_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION disclosure_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$;
CREATE OR REPLACE FUNCTION disclosure_next_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT number, leaf_hash INTO last FROM {ENTRY} WHERE site_id = NEW.site_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> COALESCE(last.number + 1, 0) OR NEW.previous_hash <> COALESCE(last.leaf_hash, '') THEN
    RAISE EXCEPTION '{_REFUSAL}';
  END IF;
  RETURN NEW;
END $$;"""
_POSTGRES = {
    f"{table}_keep": f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION disclosure_refuse()"
    for table in (ENTRY, FACTS)
}
_POSTGRES |= {
    f"{table}_keep_all": f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION disclosure_refuse()"
    for table in (ENTRY, FACTS)
}
_POSTGRES[f"{ENTRY}_next"] = (
    f"CREATE TRIGGER {ENTRY}_next BEFORE INSERT ON {ENTRY} FOR EACH ROW EXECUTE FUNCTION disclosure_next_entry()"
)


def wanted(vendor: str) -> dict[str, str]:
    """Name and statement of each trigger on a database of `vendor`."""
    return _POSTGRES if vendor == "postgresql" else _SQLITE


def installed(using: str = DEFAULT_DB_ALIAS) -> set[str]:
    """Names of the log's triggers that the database has now."""
    connection = connections[using]
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()} & set(wanted(connection.vendor))


def install(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the triggers that are not there."""
    connection = connections[using]
    have = installed(using)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTIONS)
        for name, statement in wanted(connection.vendor).items():
            if name not in have:
                cursor.execute(statement)


def remove(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take the triggers away, for the flush between tests that commit; never called by the portal."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for name in installed(using):
            table = ENTRY if name.startswith(ENTRY) else FACTS
            cursor.execute(
                f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"
            )


def reinstall(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """After migrations: put back what a remade table has lost."""
    tables = set(connections[using].introspection.table_names())
    if {ENTRY, FACTS} <= tables:
        install(using)


def check_installed(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """System check: the log is guarded by its triggers."""
    errors: list[CheckMessage] = []
    for using in databases or []:
        tables = set(connections[using].introspection.table_names())
        if not {ENTRY, FACTS} <= tables:
            continue
        if lost := sorted(set(wanted(connections[using].vendor)) - installed(using)):
            errors.append(
                Error(
                    f"Nhật ký công bố thiếu khóa bảo vệ: {', '.join(lost)}.",
                    hint="Chạy manage.py migrate để dựng lại.",
                    id="disclosure.E001",
                )
            )
    return errors
