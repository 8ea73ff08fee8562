"""Records show rows of registers by name: a row that is renamed changes what the public reads, so it is logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save, pre_save
from wagtail.models import Page

from cms.publishing.authority import Authority
from cms.publishing.disclose import disclose
from cms.publishing.mentions import heads_showing, refresh_mentions
from cms.registers.models import LegalReference, NationalRow, WardRegister

BEFORE, REASON = "_shown_before", "_why_changed"
LONGEST_REASON = 500
"""Characters of a reason in an entry."""


@dataclass(frozen=True)
class Shown:
    """What records show of a row, and what they are found by."""

    name: str
    details: tuple[str, ...]
    words: tuple[str, ...]
    """Its name with its kind and its other names: only search and lists show them."""


def connect() -> None:
    """Connect both receivers to every register; called once when the apps are ready."""
    registers: list[type[Model]] = [*WardRegister.__subclasses__(), *NationalRow.__subclasses__(), LegalReference]
    for model in registers:
        pre_save.connect(remember, sender=model, dispatch_uid=f"register-before-{model.__name__}")
        post_save.connect(tell, sender=model, dispatch_uid=f"register-after-{model.__name__}")


def remember(sender: type[Model], instance: Any, raw: bool = False, **_: Any) -> None:
    """Keep what the row said until now; of a new row of law what its code said."""
    before = None if raw else _as_it_stands(sender, instance)
    setattr(instance, BEFORE, _shown(before) if before is not None else None)


def _as_it_stands(sender: type[Any], instance: Any) -> Any:
    if instance.pk:
        return sender._default_manager.filter(pk=instance.pk).first()
    return instance.same_code().first() if isinstance(instance, NationalRow) else None


def tell(sender: type[Model], instance: Any, **_: Any) -> None:
    """Log a new name or way to reach with every public record that shows it; what only search shows is written anew."""
    before: Shown | None = getattr(instance, BEFORE, None)
    now = _shown(instance)
    if before is None or before == now:
        return
    with transaction.atomic():
        if (before.name, before.details) != (now.name, now.details):
            renamed = f"{before.name} thành {now.name}" if before.name != now.name else now.name
            authority = Authority(reason=_reason(instance) or f"Danh mục đổi: {renamed}"[:LONGEST_REASON])
            for head in heads_showing(instance):
                disclose(Page.objects.get(pk=head.page_id).specific, authority)
        refresh_mentions(instance)


def explain(row: Model, reason: str) -> None:
    """Say why a row is about to be changed; the reason stands in the entries that saving it makes."""
    setattr(row, REASON, reason)


def _reason(row: Model) -> str:
    return str(getattr(row, REASON, ""))


def fields_shown(row: Any) -> set[str]:
    """Names of the fields that records show of a row; a row of law is shown with nearly all it says."""
    if isinstance(row, WardRegister):
        return {"name", *row.detail_fields}
    return {field.name for field in row._meta.concrete_fields} - {"aliases", "note", "position"}


def _shown(row: Any) -> Shown:
    return Shown(
        getattr(row, "shown_name", None) or str(row),
        tuple(str(getattr(row, name)) for name in row.detail_fields),
        (str(getattr(row, "full_name", "")), *row.alias_list),
    )
