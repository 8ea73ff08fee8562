from __future__ import annotations

import secrets

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EVERY_SITE = 0


def begin(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Without its token nothing of a site is kept: sites that publish nothing for a while begin at once."""
    rows = apps.get_model("disclosure", "Generation")
    logged = apps.get_model("disclosure", "LogHead").objects.values_list("pk", flat=True)
    rows.objects.bulk_create(rows(site_id=one, token=secrets.token_hex(8)) for one in (EVERY_SITE, *logged))


class Migration(migrations.Migration):

    dependencies = [
        ('disclosure', '0002_image'),
    ]

    operations = [
        migrations.CreateModel(
            name='Generation',
            fields=[
                ('site_id', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('token', models.CharField(max_length=32)),
            ],
            options={
                'verbose_name': 'đời nội dung',
                'verbose_name_plural': 'đời nội dung',
            },
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
