"""The two PostgreSQL indexes that Wagtail's search of pages needs and does not make (measured: technical notes, §1.4)."""

from django.db import migrations

MAKE = (
    'CREATE INDEX IF NOT EXISTS search_admin_words ON wagtailsearch_indexentry USING gin ((title || body))',
    'CREATE INDEX IF NOT EXISTS search_admin_pages ON wagtailcore_page ((id::varchar(50)))',
)
DROP = (
    'DROP INDEX IF EXISTS search_admin_words',
    'DROP INDEX IF EXISTS search_admin_pages',
)


def run(statements):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_narrow"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(run(MAKE), run(DROP))]
