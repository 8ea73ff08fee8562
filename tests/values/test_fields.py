"""Model fields keep values plainly, survive migrations, inheritance and revisions, and show them in Vietnamese."""

from __future__ import annotations

import copy
import datetime
import json
import unicodedata
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.core.serializers import serialize
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.test.utils import isolate_apps
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from cms.values import forms as value_forms
from cms.values.dates import PartialDate
from cms.values.money import MAX_MONEY
from projects_pages.models import ProjectPage
from tests.values.records import Dated, Milestone, Record, SpecialRecord

NBSP = "\u00a0"
NFD_NAME = unicodedata.normalize("NFD", "  Đoàn   Kết ")


@pytest.fixture
def tables(db: None) -> None:
    """The tables of the models above; they go with the test's transaction."""
    editor = connection.schema_editor()
    editor.deferred_sql = []
    for model in (Record, SpecialRecord, Milestone):
        editor.execute(*editor.table_sql(model))


def special(**values: Any) -> SpecialRecord:
    """A record that is filled, unsaved."""
    return SpecialRecord(
        **{
            "name": NFD_NAME,
            "note": "một\r\nhai ",
            "price": 16_207_395,
            "area": Decimal("32056.8"),
            "share": Decimal(20),
            "ratio": Decimal("1.5"),
            "homes": 1587,
            "year": 2026,
            "opens": PartialDate(2026, quarter=2),
            "signed": PartialDate(2026, 2, 10),
            "closes": PartialDate(2026, 5),
            **values,
        }
    )


def field(name: str) -> Any:
    """A field of the record."""
    return SpecialRecord._meta.get_field(name)


VALUES: list[tuple[str, Any, str, Any]] = [
    ("name", NFD_NAME, "Đoàn Kết", "Đoàn Kết"),
    ("note", "một\r\nhai ", "một\nhai", "một\nhai"),
    ("price", 16_207_395, f"16.207.395{NBSP}đồng/m²", 16_207_395),
    ("area", Decimal("32056.80"), f"32.056,8{NBSP}m²", "32056.8"),
    ("area", Decimal("4800.00"), f"4.800{NBSP}m²", "4800"),
    ("area", "32056.80", f"32.056,8{NBSP}m²", "32056.8"),
    ("share", Decimal("20.00"), "20%", "20"),
    ("ratio", Decimal("1.50"), "1,5", "1.5"),
    ("homes", 1587, "1.587", 1587),
    ("year", 2026, "2026", 2026),
    ("opens", PartialDate(2026, quarter=2), "quý II/2026", "2026-34"),
    ("opens", "2026-02-10", "10/02/2026", "2026-02-10"),
    ("signed", datetime.date(2026, 3, 24), "24/3/2026", "2026-03-24"),
]


@pytest.mark.parametrize(("name", "value", "shown", "canonical"), VALUES)
def test_a_value_is_shown_and_has_one_canonical_spelling(name: str, value: Any, shown: str, canonical: Any) -> None:
    assert field(name).display(value) == shown
    spelled = field(name).canonical(value)
    assert spelled == canonical
    assert type(spelled) is type(canonical)
    assert json.loads(json.dumps(spelled)) == canonical
    assert field(name).canonical(field(name).to_python(spelled)) == canonical


@pytest.mark.parametrize("name", sorted({row[0] for row in VALUES}))
def test_nothing_is_shown_as_nothing(name: str) -> None:
    assert field(name).display(None) == ""
    assert field(name).canonical(None) is None


def test_the_unit_of_money_follows_the_field() -> None:
    assert Milestone._meta.get_field("cost").display(5) == f"5{NBSP}đồng"


@pytest.mark.parametrize(
    ("name", "form_class"),
    [
        ("name", value_forms.LineFormField),
        ("note", value_forms.ProseFormField),
        ("price", value_forms.MoneyFormField),
        ("area", value_forms.AreaFormField),
        ("share", value_forms.ShareFormField),
        ("ratio", value_forms.DecimalFormField),
        ("homes", value_forms.VietnameseIntegerField),
        ("year", value_forms.YearFormField),
        ("opens", value_forms.PartialDateFormField),
    ],
)
def test_each_field_is_typed_in_vietnamese(name: str, form_class: type) -> None:
    assert type(field(name).formfield()) is form_class


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("price", -1),
        ("price", MAX_MONEY + 1),
        ("price", 1.5),
        ("area", Decimal("-0.01")),
        ("area", Decimal("0.001")),
        ("share", Decimal("100.01")),
        ("share", Decimal(-1)),
        ("ratio", Decimal(-1)),
        ("homes", -1),
        ("year", 26),
        ("opens", "03/04"),
        ("opens", object()),
        ("name", " "),
    ],
)
def test_a_value_out_of_bounds_does_not_validate(name: str, bad: Any) -> None:
    with pytest.raises(ValidationError):
        field(name).clean(bad, None)


def test_wagtails_form_reads_shows_and_changes_values() -> None:
    class RecordForm(WagtailAdminModelForm):
        class Meta:
            model = Record
            fields: ClassVar = ["name", "note", "price", "area", "share", "homes", "year", "opens", "signed"]

    typed = {
        "name": NFD_NAME,
        "note": "một\r\nhai",
        "price": "16,2 triệu",
        "area": "3,2 ha",
        "share": "20%",
        "homes": "1.587",
        "year": "2026",
        "opens": "quý II/2026",
        "signed": "",
    }
    form = RecordForm(typed, instance=Record())
    assert form.is_valid(), form.errors
    record = form.instance
    assert (record.name, record.note, record.price, record.area) == ("Đoàn Kết", "một\nhai", 16_200_000, Decimal(32000))
    assert (record.opens, record.signed) == (PartialDate(2026, quarter=2), None)
    assert isinstance(form.fields["note"].widget, AdminAutoHeightTextInput)
    assert "opens_sort" not in form.fields

    again = RecordForm(typed, instance=record)
    assert again.changed_data == []
    shown = RecordForm(instance=record).as_p()
    for text in ("16.200.000", "32.000", "1.587", "quý II/2026"):
        assert f'value="{text}"' in shown

    wrong = RecordForm(typed | {"price": "16,2", "opens": "03/04"}, instance=Record())
    assert set(wrong.errors) == {"price", "opens"}


def test_values_come_back_from_the_database(tables: None) -> None:
    record = special()
    record.save()
    assert (record.name, record.note) == ("Đoàn Kết", "một\nhai")
    stored = SpecialRecord.objects.get(pk=record.pk)
    assert (stored.name, stored.note) == ("Đoàn Kết", "một\nhai")
    assert (stored.price, stored.area, stored.share) == (16_207_395, Decimal("32056.80"), Decimal(20))
    assert (stored.opens, stored.signed, stored.closes) == (record.opens, record.signed, record.closes)
    assert (stored.opens_sort, stored.signed_sort, stored.closes_sort) == (
        datetime.date(2026, 4, 1),
        datetime.date(2026, 2, 10),
        datetime.date(2026, 5, 1),
    )


def test_the_day_for_sorting_follows_its_date(tables: None) -> None:
    record = special()
    record.save()
    record.opens, record.signed = PartialDate(2027), None
    record.save()
    stored = Record.objects.get(pk=record.pk)
    assert (stored.opens_sort, stored.signed, stored.signed_sort) == (datetime.date(2027, 1, 1), None, None)


def test_a_date_that_code_writes_as_text_becomes_a_date(tables: None) -> None:
    record = special(opens="2026-05", signed="quý II/2026")
    record.save()
    assert (record.opens, record.signed) == (PartialDate(2026, 5), PartialDate(2026, quarter=2))
    assert record.opens_sort == datetime.date(2026, 5, 1)
    record.opens = "bao giờ xong"
    with pytest.raises(ValidationError):
        record.save()


def test_nothing_is_kept_as_nothing(tables: None) -> None:
    record = Record(name="Đoàn Kết")
    assert (record.opens, record.signed) == (None, None)
    record.save()
    stored = Record.objects.get(pk=record.pk)
    assert (stored.opens, stored.opens_sort, stored.signed, stored.price) == (None, None, None, None)
    assert Record.objects.filter(signed=None).exists()


def test_records_are_found_by_value_and_sorted_by_day(tables: None) -> None:
    for opens in ("2026-12", "2026-34", "2027", "2026-02-10"):
        special(opens=opens).save()
    found = SpecialRecord.objects.order_by("opens_sort")
    assert [str(record.opens) for record in found] == ["10/02/2026", "quý II/2026", "tháng 12/2026", "2027"]
    assert SpecialRecord.objects.get(opens=PartialDate(2027)).opens == PartialDate(2027)
    assert SpecialRecord.objects.get(opens="2027").opens == PartialDate(2027)
    assert SpecialRecord.objects.filter(opens_sort__gte=datetime.date(2026, 12, 1)).count() == 2
    assert SpecialRecord.objects.filter(name=NFD_NAME).count() == 4


@pytest.mark.parametrize("lookup", ["gt", "gte", "lt", "lte", "range"])
def test_the_text_of_a_date_is_not_compared(lookup: str) -> None:
    with pytest.raises(FieldError, match=lookup):
        Record.objects.filter(**{f"opens__{lookup}": PartialDate(2026)})


def test_the_database_refuses_negative_money(tables: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        special(price=-1).save()


def test_text_is_in_one_form_on_every_way_to_the_database(tables: None) -> None:
    Record.objects.bulk_create([Record(name=NFD_NAME)])
    Record.objects.filter(name="Đoàn Kết").update(note=unicodedata.normalize("NFD", "Hà Bắc"))
    assert Record.objects.get().note == "Hà Bắc"


def test_a_revision_gives_the_record_back(tables: None) -> None:
    record = special()
    record.milestones = [Milestone(due=PartialDate(2026, quarter=3), cost=5), Milestone()]
    content = json.loads(record.to_json())
    assert content["opens"] == "2026-34"
    assert content["milestones"][0]["due"] == "2026-35"
    assert content["milestones"][1]["due"] is None

    back = SpecialRecord.from_json(json.dumps(content))
    assert back.opens == PartialDate(2026, quarter=2)
    assert [milestone.due for milestone in back.milestones.all()] == [PartialDate(2026, quarter=3), None]
    assert json.loads(back.to_json()) == content

    back.opens = PartialDate(2027)
    back.save()
    stored = SpecialRecord.objects.get(pk=back.pk)
    assert stored.opens_sort == datetime.date(2027, 1, 1)
    assert [str(row.due_sort) for row in stored.milestones.order_by("pk")] == ["2026-07-01", "None"]


def test_a_fixture_gives_the_record_back(tables: None) -> None:
    record = Record(name="Đoàn Kết", opens=PartialDate(2026, quarter=2))
    record.save()
    data = json.loads(serialize("json", [record]))[0]["fields"]
    assert (data["opens"], data["opens_sort"], data["signed"]) == ("2026-34", "2026-04-01", None)
    Record.objects.all().delete()
    Record(pk=record.pk, **{name: field(name).to_python(value) for name, value in data.items()}).save_base(raw=True)
    stored = Record.objects.get(pk=record.pk)
    assert (stored.opens, stored.opens_sort) == (record.opens, datetime.date(2026, 4, 1))


def test_a_wagtail_revision_gives_a_real_page_back(db: None) -> None:
    page = ProjectPage(title="Khu nhà ở xã hội", slug="khu", land_area="32056.80")
    page.applications_expected = PartialDate(2026, quarter=4)
    content = json.loads(page.to_json())
    assert (content["land_area"], content["applications_expected"]) == ("32056.80", "2026-36")
    back = ProjectPage.from_json(json.dumps(content))
    assert (back.land_area, back.applications_expected) == (Decimal("32056.8"), PartialDate(2026, quarter=4))


def states() -> ProjectState:
    """The migration state of the models above."""
    state = ProjectState()
    for model in (Record, SpecialRecord, Milestone):
        state.add_model(ModelState.from_model(model))
    return state


def test_migrations_list_the_day_beside_the_date_once() -> None:
    state = states()
    assert list(state.models["values", "milestone"].fields) == ["id", "record", "due", "cost", "due_sort"]
    rendered = state.apps.get_model("values", "milestone")
    assert sorted(f.name for f in rendered._meta.local_fields) == ["cost", "due", "due_sort", "id", "record"]
    assert rendered(due=PartialDate(2026)).due == PartialDate(2026)


def test_migrations_see_no_change_where_none_is() -> None:
    changes = MigrationAutodetector(states(), ProjectState.from_apps(states().apps)).changes(graph=MigrationGraph())
    assert changes == {}


@pytest.mark.parametrize("model", [Record, SpecialRecord, Milestone])
def test_every_field_can_be_written_into_a_migration(model: type[models.Model]) -> None:
    for one in model._meta.local_fields:
        text, imports = MigrationWriter.serialize(one)
        scope: dict[str, Any] = {}
        exec("\n".join(sorted(imports)), scope)
        clone = eval(text, scope)
        assert clone.deconstruct()[1:] == one.clone().deconstruct()[1:]


def test_a_table_that_is_remade_has_the_day_once() -> None:
    body = {f.name: f for f in Milestone._meta.local_concrete_fields if f.name in {"id", "due", "due_sort"}}
    with isolate_apps("tests.values"):
        meta = type("Meta", (), {"app_label": "values"})
        copied: Any = type(
            "NewMilestone", (models.Model,), copy.deepcopy(body) | {"Meta": meta, "__module__": __name__}
        )
    assert sorted(f.name for f in copied._meta.local_fields) == ["due", "due_sort", "id"]


def test_the_day_is_read_only_indexed_and_follows_only_a_partial_date() -> None:
    day = field("opens_sort")
    assert (day.editable, day.db_index, day.null) == (False, True, True)
    assert [f.name for f in Dated._meta.local_fields] == ["signed"]
    broken = copy.copy(day)
    broken.source = "name"
    with pytest.raises(TypeError, match="no PartialDateField"):
        broken.pre_save(Record(name="Đoàn Kết"), True)
