"""What nobody may write or delete, on whatever way: a save outside of an act fails before anything is written."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page, Site

from cms.disclosure.models import PublicFile, PublicImage, RecordHead
from cms.models import BasePage, PortalDocument, PortalImage
from cms.publishing.authority import current
from cms.publishing.errors import AnotherRecord, FileIsNamed, FileIsPublic, NeedsSecondPerson, WasPublic
from cms.publishing.mentions import pages_showing
from cms.publishing.named_files import pages_naming

PortalFile = PortalDocument | PortalImage
SEEN_BY_THE_PUBLIC = frozenset({"live", "slug"})


def connect() -> None:
    """Connect all guards; called once when the apps are ready."""
    pre_save.connect(saving_page, dispatch_uid="guard-page")
    pre_delete.connect(deleting_page, dispatch_uid="guard-page-delete")
    for model in (PortalDocument, PortalImage):
        pre_save.connect(saving_file, sender=model, dispatch_uid=f"guard-{model.__name__}")
        pre_delete.connect(deleting_file, sender=model, dispatch_uid=f"guard-{model.__name__}-delete")
    pre_save.connect(saving_site, sender=Site, dispatch_uid="guard-site")
    pre_delete.connect(deleting_site, sender=Site, dispatch_uid="guard-site-delete")


def saving_page(
    sender: type[Any], instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **_: Any
) -> None:
    """Going live, going from the public and a new slug need an act; `copy(keep_live=True)` and aliases end here.

    Wagtail sends its own signals too late or not at all for these (technical notes, §8).
    """
    if raw or not isinstance(instance, Page) or not issubclass(instance.specific_class or Page, BasePage):
        return
    if update_fields is not None and not SEEN_BY_THE_PUBLIC & set(update_fields):
        return
    if instance.alias_of_id is not None:
        raise AnotherRecord
    if current() is not None:
        return
    before = Page.objects.filter(pk=instance.pk).values("live", "slug").first() if instance.pk else None
    if instance.live is not (before is not None and before["live"]):
        raise NeedsSecondPerson
    if before is not None and before["slug"] != instance.slug and _shown_below(instance):
        raise NeedsSecondPerson


def _shown_below(page: Page) -> bool:
    below = Page.objects.descendant_of(page, inclusive=True).values("pk")
    return RecordHead.objects.visible().filter(page_id__in=below).exists()


def deleting_page(sender: type[Any], instance: Any, **_: Any) -> None:
    """What was public is not deleted, by nobody and on no way."""
    if isinstance(instance, Page) and RecordHead.objects.filter(page_id=instance.pk).exists():
        raise WasPublic


def saving_file(sender: type[PortalFile], instance: PortalFile, raw: bool = False, **_: Any) -> None:
    """Replacing the bytes of a public file would change what the public reads without an act."""
    if raw or not instance.pk or not is_carried(instance):
        return
    if sender._default_manager.filter(pk=instance.pk).exclude(sha256=instance.sha256).exists():
        raise FileIsPublic


def deleting_file(sender: type[PortalFile], instance: PortalFile, **_: Any) -> None:
    """A file stays as long as a public record carries it or a draft names it."""
    if is_carried(instance):
        raise FileIsPublic
    if naming := pages_naming(instance):
        raise FileIsNamed([page.get_admin_display_title() for page in naming])


def is_carried(file: PortalFile) -> bool:
    """Whether a public record carries the file, or one that is only for staff now and comes back as it was."""
    if not file.pk:
        return False
    public = (
        PublicImage.objects.filter(image_id=file.pk)
        if isinstance(file, PortalImage)
        else PublicFile.objects.filter(document_id=file.pk)
    )
    return public.exists() or Page.objects.filter(pk__in=pages_showing(file), live=True).exists()


def saving_site(sender: type[Site], instance: Site, raw: bool = False, **_: Any) -> None:
    """Another root page would give every record of the site another address at once."""
    before = Site.objects.filter(pk=instance.pk).values_list("root_page_id", flat=True).first()
    if not raw and before not in (None, instance.root_page_id) and _has_records(instance):
        raise WasPublic("Cổng đã công bố hồ sơ thì không đổi trang gốc.")


def deleting_site(sender: type[Site], instance: Site, **_: Any) -> None:
    """A site that published something keeps its log and its addresses."""
    if _has_records(instance):
        raise WasPublic("Cổng đã công bố hồ sơ thì không xóa.")


def _has_records(site: Site) -> bool:
    return RecordHead.objects.filter(site_id=site.pk).exists()
