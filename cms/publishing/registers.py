"""Records show rows of registers by name: a row that is renamed changes what the public reads, so it is logged."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from wagtail.models import Page

from cms.publishing.authority import Authority
from cms.publishing.disclose import disclose
from cms.publishing.mentions import heads_showing, refresh_mentions
from cms.registers.models.base import WardRegister

BEFORE = "_shown_before"


def connect() -> None:
    """Connect both receivers to every register; called once when the apps are ready."""
    for model in WardRegister.__subclasses__():
        pre_save.connect(remember, sender=model, dispatch_uid=f"register-before-{model.__name__}")
        post_save.connect(tell, sender=model, dispatch_uid=f"register-after-{model.__name__}")


def remember(sender: type[WardRegister], instance: WardRegister, raw: bool = False, **_: Any) -> None:
    """Keep what the row said until now."""
    before = None if raw or not instance.pk else sender._default_manager.filter(pk=instance.pk).first()
    setattr(instance, BEFORE, before)


def tell(sender: type[WardRegister], instance: WardRegister, **_: Any) -> None:
    """Log a new name or way to reach with every public record that shows it; what only search shows is written anew."""
    before: WardRegister | None = getattr(instance, BEFORE, None)
    if before is None or _shown(before) == _shown(instance):
        return
    with transaction.atomic():
        if str(before) != str(instance) or _details(before) != _details(instance):
            renamed = f"{before} thành {instance}" if str(before) != str(instance) else str(instance)
            authority = Authority(reason=f"Danh mục đổi: {renamed}"[:500])
            for head in heads_showing(instance):
                disclose(Page.objects.get(pk=head.page_id).specific, authority)
        refresh_mentions(instance)


def _details(row: WardRegister) -> list[str]:
    return [str(getattr(row, name)) for name in row.detail_fields]


def _shown(row: WardRegister) -> tuple[str, str, list[str], list[str]]:
    """What a record shows of a row, or is found by: its name, its name with its kind, its other names, its details."""
    return str(row), str(getattr(row, "full_name", "")), row.alias_list, _details(row)
