"""What is public now, one flat row a record, and the words that stand for other words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q


class PublicRecordQuerySet(models.QuerySet["PublicRecord"]):
    """Verbs over the public records."""

    def on_site(self, site_id: int) -> Self:
        """Only the records of one ward's site."""
        return self.filter(site_id=site_id)

    def of_kind(self, *kinds: str) -> Self:
        """Only records of these kinds; with none given, all of them."""
        return self.filter(kind__in=kinds) if kinds else self

    def awaiting_index(self) -> Self:
        """Records whose present text the search engine has not taken in yet."""
        return self.filter(indexed_at__isnull=True)

    def in_order_of(self, ids: Iterable[int]) -> list[PublicRecord]:
        """These records in the order of `ids`, in one query; an id without a record is left out."""
        wanted = list(ids)
        found = self.in_bulk(wanted)
        return [found[pk] for pk in wanted if pk in found]


class PublicRecord(models.Model):
    """A record that everybody may see now (bản ghi công khai).

    Search, facets, feeds and listings read this table and nothing else, so what is a draft, private or ended by removal
    cannot leak: it is not here. Sites and pages are plain numbers, because this app knows neither.
    Whoever publishes writes the row and then calls `search.indexing.index_after_commit`.
    """

    record = models.UUIDField("Mã bản ghi", unique=True, help_text="Không đổi khi trang chuyển chỗ hay đổi địa chỉ.")
    site_id = models.PositiveIntegerField("Cổng")
    page_id = models.PositiveIntegerField("Trang", unique=True)

    kind = models.SlugField("Loại", max_length=40, db_index=False)
    kind_label = models.CharField("Tên loại", max_length=120)
    number = models.CharField(
        "Số, ký hiệu", max_length=120, blank=True, help_text="Ghi như trong văn bản: 258/QĐ-UBND."
    )
    title = models.CharField("Tiêu đề", max_length=500)
    summary = models.TextField("Tóm tắt", blank=True)
    keys = models.TextField("Từ khóa", blank=True, help_text="Dữ kiện chính, tên khác, nơi chốn, người ký.")
    body = models.TextField("Nội dung", blank=True)
    files_text = models.TextField("Chữ trong tệp", blank=True)

    state = models.SlugField("Trạng thái", max_length=40, blank=True, db_index=False)
    state_label = models.CharField("Tên trạng thái", max_length=120, blank=True)
    is_open = models.BooleanField("Còn hiệu lực, đang mở", default=True)
    places = models.JSONField("Địa bàn", default=list, blank=True, help_text='[{"key": "…", "label": "…"}]')
    unit = models.CharField("Đơn vị", max_length=255, blank=True)

    year = models.PositiveSmallIntegerField("Năm", null=True, blank=True)
    dated_on = models.DateField("Ngày của bản ghi", null=True, blank=True)
    dated_as = models.CharField(
        "Ngày như ghi trên bản ghi",
        max_length=10,
        blank=True,
        help_text="EDTF: 2026, 2026-34 (quý II), 2026-05, 2026-02-10.",
    )
    disclosed_at = models.DateTimeField("Công khai lần đầu")
    changed_at = models.DateTimeField("Công khai lần cuối")
    url = models.CharField("Địa chỉ", max_length=1000, help_text="Đường dẫn trên cổng của bản ghi.")
    version = models.PositiveIntegerField("Bản số")
    indexed_at = models.DateTimeField("Đã vào chỉ mục lúc", null=True, blank=True, help_text="Trống: chưa vào chỉ mục.")

    objects = PublicRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "bản ghi công khai"
        verbose_name_plural = "bản ghi công khai"
        # Without a date of its own a record stands after the dated ones, on every database.
        ordering: ClassVar = [F("dated_on").desc(nulls_last=True), "-disclosed_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["site_id", "kind", "-dated_on"], name="search_record_kind"),
            models.Index(fields=["site_id", "-dated_on"], name="search_record_date"),
            models.Index(fields=["site_id", "-changed_at"], name="search_record_changed"),
            models.Index(fields=["id"], condition=Q(indexed_at__isnull=True), name="search_record_waiting"),
            # Asked at each search while another engine than the database's is in use.
            models.Index(fields=["site_id"], condition=Q(indexed_at__isnull=True), name="search_record_waiting_on"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """Path of the record on its own site."""
        return self.url


class IndexedValue(models.Model):
    """A value of a facet under its label, once for all records: counting groups by its number, not by its letters.

    A set of places is one too, its value made of the numbers of its places. A value that no record has any longer
    stays; nothing counts it.
    """

    id = models.BigAutoField(primary_key=True)
    facet = models.CharField("Bộ lọc", max_length=8)
    value = models.CharField("Giá trị", max_length=255)
    label = models.CharField("Tên", max_length=800)

    class Meta:
        verbose_name = "giá trị trong chỉ mục"
        verbose_name_plural = "giá trị trong chỉ mục"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["value", "facet", "label"], name="search_value_once"),
        ]

    def __str__(self) -> str:
        return self.label


class IndexedRecord(models.Model):
    """What an indexed record is counted, filtered and ordered by; its id is the public record's.

    Written by the index alone, so it says what searching knows and not what was published a moment ago. Without the
    long texts, because counting reads one row for each match; kind, state, unit and the set of places are numbers of
    `IndexedValue`.
    """

    id = models.BigAutoField(primary_key=True)  # SQLite finds rows by it at once only when it is declared so
    kind = models.BigIntegerField("Loại")
    year = models.PositiveSmallIntegerField("Năm", null=True)
    state = models.BigIntegerField("Trạng thái", null=True)
    unit = models.BigIntegerField("Đơn vị", null=True)
    places = models.BigIntegerField("Các địa bàn", null=True)
    is_open = models.BooleanField("Còn hiệu lực, đang mở")
    is_first = models.BooleanField("Loại đứng trước")
    dated_on = models.DateField("Ngày của bản ghi", null=True)
    disclosed_at = models.DateTimeField("Công khai lần đầu")

    class Meta:
        verbose_name = "hàng của chỉ mục"
        verbose_name_plural = "hàng của chỉ mục"

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class IndexedTitle(models.Model):
    """Folded words of number and title, each between spaces: suggestions read a ward's rows of it."""

    id = models.BigAutoField(primary_key=True)  # SQLite finds rows by it at once only when it is declared so
    site_id = models.PositiveIntegerField("Cổng", db_index=True)
    number_words = models.TextField("Số, ký hiệu")
    title_words = models.TextField("Tiêu đề")

    class Meta:
        verbose_name = "tiêu đề trong chỉ mục"
        verbose_name_plural = "tiêu đề trong chỉ mục"

    def __str__(self) -> str:
        return self.title_words.strip()


class IndexedPlace(models.Model):
    """A place of a set of places, both numbers of `IndexedValue`: records share few sets, so counting reads few."""

    places = models.BigIntegerField("Các địa bàn")
    place = models.BigIntegerField("Địa bàn")

    class Meta:
        verbose_name = "địa bàn trong chỉ mục"
        verbose_name_plural = "địa bàn trong chỉ mục"
        constraints: ClassVar = [models.UniqueConstraint(fields=["places", "place"], name="search_place_once")]

    def __str__(self) -> str:
        return f"{self.places} {self.place}"


class Removal(models.Model):
    """A record that is public no longer and that the external engine has not taken out yet.

    Written in the transaction that removes the record; while there is one, the database answers on that site.
    """

    record_id = models.BigIntegerField("Bản ghi", primary_key=True)
    site_id = models.PositiveIntegerField("Cổng", db_index=True)
    at = models.DateTimeField("Lúc", auto_now_add=True)

    class Meta:
        verbose_name = "bản ghi chờ bỏ khỏi chỉ mục"
        verbose_name_plural = "bản ghi chờ bỏ khỏi chỉ mục"

    def __str__(self) -> str:
        return str(self.record_id)


class Unseen(models.Model):
    """The last write of a record, which the external engine has taken in and may not show yet: it does within a second.

    Written in the transaction that takes the record's mark off. Until a look has shown that it can be found, each
    search of the site asks for its stamp, and an answer without it does not count.
    """

    record_id = models.BigIntegerField("Bản ghi", primary_key=True)
    site_id = models.PositiveIntegerField("Cổng", db_index=True)
    stamp = models.CharField("Dấu của lần ghi", max_length=32)

    class Meta:
        verbose_name = "bản ghi vừa vào chỉ mục ngoài"
        verbose_name_plural = "bản ghi vừa vào chỉ mục ngoài"

    def __str__(self) -> str:
        return str(self.record_id)


class ExternalIndex(models.Model):
    """Which indexes of the external engine hold the records: at most one row.

    It stands in the database, so that taking the new index instead of the old one is part of a transaction, and whoever
    writes knows at the end whether it is still so. No row: nothing is known of what an external engine holds.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    current = models.CharField("Chỉ mục đang dùng", max_length=120, blank=True)
    building = models.CharField("Chỉ mục đang lập", max_length=120, blank=True)
    building_seen_at = models.DateTimeField("Lần cuối thấy đang lập", null=True, blank=True)

    class Meta:
        verbose_name = "chỉ mục ngoài"
        verbose_name_plural = "chỉ mục ngoài"

    def __str__(self) -> str:
        return self.current


class Relation(models.TextChoices):
    """How two words of a synonym relate."""

    ONE_WAY = "→", "gõ chữ ngắn thì tìm cả chữ đầy đủ"
    EQUAL = "=", "hai chữ như nhau"


class Synonym(models.Model):
    """A word that people type and the word that records use (từ viết tắt, từ đồng nghĩa).

    One way is the safe choice: the short finds the full, and the full does not find the short's other meanings.
    """

    short = models.CharField("Chữ người dân gõ", max_length=120)
    full = models.CharField("Chữ trong văn bản", max_length=255)
    relation = models.CharField("Quan hệ", max_length=1, choices=Relation.choices, default=Relation.ONE_WAY)
    active = models.BooleanField("Đang dùng", default=True)

    class Meta:
        verbose_name = "từ viết tắt, đồng nghĩa"
        verbose_name_plural = "từ viết tắt, đồng nghĩa"
        ordering: ClassVar = ["short", "full"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["short", "full"], name="search_synonym_once")]

    def __str__(self) -> str:
        return f"{self.short} {self.relation} {self.full}"
