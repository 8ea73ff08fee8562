"""The index of the database engine: FTS5 on SQLite, tsvectors on PostgreSQL."""

from django.db import migrations

from search.engines import DATABASES, database_engine


def create(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor in DATABASES:
        database_engine(connection.alias).create()


def destroy(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor in DATABASES:
        database_engine(connection.alias).destroy()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, destroy, elidable=False)]
