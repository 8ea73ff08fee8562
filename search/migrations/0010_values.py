"""Kinds, states, units and places of the index as numbers of one table; what is indexed stays so."""

from hashlib import sha256

from django.db import migrations, models

_NAMED = (("kind", "kind_word", "kind_label"), ("state", "state_word", "state_label"), ("unit", "unit_word", "unit_word"))
_INTO = "INSERT INTO search_indexedvalue (facet, value, label)"


def number(apps, schema_editor):
    """Plain SQL, because an installation has hundreds of thousands of rows."""
    run = schema_editor.execute
    for facet, value, label in _NAMED:
        run(f"{_INTO} SELECT DISTINCT '{facet}', {value}, {label} FROM search_indexedrecord WHERE {value} <> ''")
        run(
            f"UPDATE search_indexedrecord SET {facet} = (SELECT v.id FROM search_indexedvalue v WHERE"
            f" v.facet = '{facet}' AND v.value = search_indexedrecord.{value} AND v.label = search_indexedrecord.{label})"
        )
    run(f"{_INTO} SELECT DISTINCT 'place', key, label FROM search_indexedplace")


def gather(apps, schema_editor):
    """The places of each record, as a set that it shares with others."""
    sets = {}
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.record_id, v.id FROM search_indexedplace p JOIN search_indexedvalue v"
            " ON v.facet = 'place' AND v.value = p.key AND v.label = p.label"
        )
        places = {}
        for record, place in cursor.fetchall():
            places.setdefault(record, []).append(place)
        for record, numbers in places.items():
            sets.setdefault(tuple(sorted(numbers)), []).append(record)
        cursor.execute("DELETE FROM search_indexedplace")
        for numbers, records in sets.items():
            digest = sha256(" ".join(map(str, numbers)).encode()).hexdigest()
            cursor.execute(f"{_INTO} VALUES ('places', %s, '') RETURNING id", [digest])
            ((ident,),) = cursor.fetchall()
            cursor.executemany(
                "INSERT INTO search_indexedplace (record_id, key, label, places, place) VALUES (0, %s, '', %s, %s)",
                [(f"{ident} {place}", ident, place) for place in numbers],
            )
            cursor.executemany(
                "UPDATE search_indexedrecord SET places = %s WHERE id = %s", [(ident, record) for record in records]
            )


class Migration(migrations.Migration):
    dependencies = [("search", "0009_unseen")]

    operations = [
        migrations.CreateModel(
            name="IndexedValue",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("facet", models.CharField(max_length=8, verbose_name="Bộ lọc")),
                ("value", models.CharField(max_length=255, verbose_name="Giá trị")),
                ("label", models.CharField(max_length=800, verbose_name="Tên")),
            ],
            options={
                "verbose_name": "giá trị trong chỉ mục",
                "verbose_name_plural": "giá trị trong chỉ mục",
                "constraints": [
                    models.UniqueConstraint(fields=("value", "facet", "label"), name="search_value_once")
                ],
            },
        ),
        *(migrations.RenameField("indexedrecord", facet, f"{facet}_word") for facet, _, _ in _NAMED),
        migrations.AddField("indexedrecord", "kind", models.BigIntegerField(null=True, verbose_name="Loại")),
        migrations.AddField("indexedrecord", "state", models.BigIntegerField(null=True, verbose_name="Trạng thái")),
        migrations.AddField("indexedrecord", "unit", models.BigIntegerField(null=True, verbose_name="Đơn vị")),
        migrations.AddField("indexedrecord", "places", models.BigIntegerField(null=True, verbose_name="Các địa bàn")),
        migrations.AddField("indexedplace", "places", models.BigIntegerField(null=True, verbose_name="Các địa bàn")),
        migrations.AddField("indexedplace", "place", models.BigIntegerField(null=True, verbose_name="Địa bàn")),
        migrations.RunPython(number, elidable=True),
        migrations.RunPython(gather, elidable=True),
        migrations.AlterField("indexedrecord", "kind", models.BigIntegerField(verbose_name="Loại")),
        migrations.AlterField("indexedplace", "places", models.BigIntegerField(verbose_name="Các địa bàn")),
        migrations.AlterField("indexedplace", "place", models.BigIntegerField(verbose_name="Địa bàn")),
        migrations.RemoveConstraint("indexedplace", "search_place_once"),
        *(
            migrations.RemoveField("indexedrecord", name)
            for name in ("kind_word", "kind_label", "state_word", "state_label", "unit_word")
        ),
        *(migrations.RemoveField("indexedplace", name) for name in ("record_id", "key", "label")),
        migrations.AddConstraint(
            "indexedplace", models.UniqueConstraint(fields=("places", "place"), name="search_place_once")
        ),
    ]
