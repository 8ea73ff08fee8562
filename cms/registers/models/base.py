"""What every register of a ward has in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models, transaction
from wagtail.models import Site

from cms.values.fields import LineField, ProseField
from cms.values.text import slugify_vi


class RegisterQuerySet(models.QuerySet[Any]):
    """Rows of a register, by the ward that keeps them."""

    def usable_on(self, site_id: int) -> RegisterQuerySet:
        """Rows that a ward may refer to: its own and the shared ones."""
        return self.filter(models.Q(site_id=site_id) | models.Q(site__isnull=True))

    def in_use(self) -> RegisterQuerySet:
        """Rows that have not been ended."""
        return self.filter(ended_on__isnull=True)


def key_once(name: str) -> list[models.BaseConstraint]:
    """A key is used once in a ward, and once among the shared rows: to a database two empty wards are not equal."""
    return [
        models.UniqueConstraint(fields=["site", "key"], name=f"{name}_key_once"),
        models.UniqueConstraint(fields=["key"], condition=models.Q(site__isnull=True), name=f"{name}_shared_key_once"),
    ]


class WardRegister(models.Model):
    """A row that one ward keeps (`site` set) or that all share (`site` empty); rows are ended, never deleted."""

    detail_fields: ClassVar[tuple[str, ...]] = ()
    """What records show of a row beside its name, where their facts say `with_details`."""

    site = models.ForeignKey(
        Site, verbose_name="Cổng", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    key = models.SlugField("Mã", max_length=120, editable=False)
    name = LineField("Tên", max_length=255)
    aliases = ProseField("Tên khác", blank=True, help_text="Tên cũ, tên viết tắt, cách viết khác; mỗi dòng một tên.")
    ended_on = models.DateField("Ngừng dùng từ ngày", null=True, blank=True)

    objects = models.Manager.from_queryset(RegisterQuerySet)()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Give a new row its permanent key, made from the name it has first.

        In one transaction with what its receivers do: records that show the row are logged under its new name.
        """
        if not self.key:
            self.key = self._free_key()
        with transaction.atomic():
            super().save(*args, **kwargs)

    def _free_key(self) -> str:
        base = slugify_vi(self.name, max_length=100) or str(self._meta.model_name)
        taken = set(
            type(self)._default_manager.filter(site=self.site, key__startswith=base).values_list("key", flat=True)
        )
        key, number = base, 2
        while key in taken:
            key, number = f"{base}-{number}", number + 1
        return key

    @property
    def alias_list(self) -> list[str]:
        """The other names, one a line in the form."""
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]
