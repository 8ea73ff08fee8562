"""Log an act and bring the public record in line, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from cms.disclosure import log
from cms.disclosure.models import Act, LogEntry, PublicFile, RecordHead, RecordState
from cms.disclosure.models.entry import GOING_PRIVATE
from cms.models import BasePage, PortalSettings
from cms.publishing.authority import Authority
from cms.publishing.errors import NotReady
from cms.publishing.projection import write_projection
from cms.publishing.purge import purge_after_commit
from search.models import PublicRecord


def disclose(page: BasePage, authority: Authority) -> LogEntry | None:
    """Log what happened to `page`, and make public record, files and index mark agree with it.

    The act is the authority's, or what differs from the last entry. Gives None when the public sees no difference.
    Raises NotReady before anything is written when the page contradicts itself; must run in a transaction.
    """
    fresh = type(page).objects.get(pk=page.pk)
    head = RecordHead.objects.filter(record=fresh.record).first()
    place = address_of(fresh)
    if place is None or not fresh.live or is_private(fresh):
        return conceal(fresh, authority, head)
    site_id, address = place
    _refuse_problems(fresh)
    facts = type(fresh).facts.canonical(fresh)
    act = _act(fresh, facts, address, head, authority)
    entry = None
    if act is not None:
        entry = log.append(
            log.Statement(
                site_id=site_id,
                record=fresh.record,
                page_id=fresh.pk,
                kind=fresh.kind,
                act=act,
                address=address,
                office=authority.office or office_of(site_id),
                facts=facts if act is not Act.MOVED or _facts_changed(fresh, facts) else None,
                ended=fresh.ended,
                reason=authority.reason,
                decision=authority.decision,
                files=[document.sha256 for document in fresh.carried_files],
            )
        )
    write_projection(fresh, facts, RecordHead.objects.get(record=fresh.record))
    _write_files(fresh, site_id)
    if entry is not None:
        purge_after_commit(site_id, address, head.address if head else address)
    if head is not None and head.address != address:
        follow(fresh, authority)
    return entry


def conceal(page: BasePage, authority: Authority, head: RecordHead | None = None) -> LogEntry | None:
    """Take a record from the public with a log entry; None when it was not public."""
    head = head or RecordHead.objects.filter(record=page.record).first()
    if head is None:
        return None
    confirming = authority.act is Act.HIDING_CONFIRMED and head.state == RecordState.HIDDEN
    if not head.visible and not confirming:
        return None
    act = authority.act if authority.act in GOING_PRIVATE else Act.WITHDRAWN
    entry = log.append(
        log.Statement(
            site_id=head.site_id,
            record=head.record,
            page_id=head.page_id,
            kind=head.kind,
            act=act,
            address=head.address,
            office=authority.office or office_of(head.site_id),
            reason=authority.reason,
            decision=authority.decision,
        )
    )
    for record in PublicRecord.objects.filter(record=page.record):
        record.delete()
    PublicFile.objects.filter(record=page.record).delete()
    purge_after_commit(head.site_id, head.address)
    return entry


def follow(page: BasePage, authority: Authority) -> list[LogEntry]:
    """Log what a page's new address or privacy does to the records below it."""
    entries = []
    below = page.get_descendants().order_by("path").values_list("pk", flat=True)
    known = RecordHead.objects.filter(page_id__in=list(below)).values_list("page_id", flat=True)
    for child in Page.objects.filter(pk__in=list(known)).order_by("path").specific():
        told = Authority(authority.office, None, authority.reason, authority.decision)
        entry = disclose(child, told)
        if entry is not None:
            entries.append(entry)
    return entries


def address_of(page: BasePage) -> tuple[int, str] | None:
    """Site and path of a page; None where no site shows it."""
    parts = page.get_url_parts()
    return None if parts is None or parts[2] is None else (parts[0], parts[2])


def is_private(page: BasePage) -> bool:
    """Whether the page or one above it is only for people with an account."""
    return bool(page.get_view_restrictions().exists())


def office_of(site_id: int) -> str:
    """In whose name a site's entries are logged."""
    return PortalSettings.for_site(Site.objects.get(pk=site_id)).office


def _refuse_problems(page: BasePage) -> None:
    from cms.disclosure.missing import Finding

    if not page.title.strip():
        raise NotReady([Finding("must", "Tên", field="title")])


def _facts_changed(page: BasePage, facts: Mapping[str, Any]) -> bool:
    last = log.last_facts(page.record)
    return last is None or last.facts != facts


def _act(
    page: BasePage, facts: Mapping[str, Any], address: str, head: RecordHead | None, authority: Authority
) -> Act | None:
    """What the difference to the last entry amounts to; None for no difference."""
    last = log.last_facts(page.record)
    if head is None or last is None:
        return Act.PUBLISHED
    if not head.visible:
        return Act.RESTORED
    if authority.act is not None:
        return authority.act
    before = last.facts
    if before == facts:
        return Act.MOVED if head.address != address else None
    if page.ended and head.state != RecordState.ENDED:
        return Act.ENDED
    if not page.ended and head.state == RecordState.ENDED:
        return Act.REOPENED
    if len(facts.get("corrections", [])) > len(before.get("corrections", [])):
        return Act.CORRECTED
    return Act.CHANGED


def _write_files(page: BasePage, site_id: int) -> None:
    wanted = {document.pk: document.sha256 for document in page.carried_files}
    PublicFile.objects.filter(record=page.record).exclude(document_id__in=wanted).delete()
    for document_id, sha256 in wanted.items():
        PublicFile.objects.update_or_create(
            record=page.record, document_id=document_id, defaults={"site_id": site_id, "sha256": sha256}
        )


def require_transaction() -> None:
    """Raise when nothing would roll back together."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act on what is public runs in one transaction")
