"""What of a record tells most tiers apart lies beside its vector; it is made of the vector itself."""

from django.db import migrations

from search.engines.base import TABLE
from search.engines.postgres import FILED, NAMES, STORAGE


def add(apps, schema_editor):
    """An index that an older version made has not got them yet."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS names {NAMES}")
        schema_editor.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS filed {FILED}")
        for statement in STORAGE:
            schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS names, DROP COLUMN IF EXISTS filed")


class Migration(migrations.Migration):
    dependencies = [("search", "0007_row_ids")]

    operations = [migrations.RunPython(add, drop)]
