"""Which state of a site's public content is the present one: what was rendered of an earlier one is not shown."""

from __future__ import annotations

from django.db import models


class Generation(models.Model):
    """A token of the present state of what pages of a site show; row `EVERY` is of what pages of all sites show.

    Whoever writes something that is shown gives the row a new random token in the same transaction. Random, because a
    transaction that is undone may have shown its number to somebody: the next one must not come to the same.
    """

    site_id = models.PositiveIntegerField(primary_key=True)
    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = "đời nội dung"
        verbose_name_plural = "đời nội dung"

    def __str__(self) -> str:
        return f"cổng {self.site_id}: {self.token}"
