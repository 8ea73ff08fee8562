"""Log an act and bring the public record in line, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from cms.disclosure import generations, log
from cms.disclosure.missing import Finding
from cms.disclosure.models import Act, LogEntry, RecordHead, RecordState
from cms.disclosure.models.entry import GOING_PRIVATE
from cms.models import BasePage
from cms.models.held import hold
from cms.models.identity import office_called, public_ward_name
from cms.publishing.addresses import address_of, below_with_old_address, is_private
from cms.publishing.authority import Authority
from cms.publishing.carried import checksums_of, close_files, write_files
from cms.publishing.errors import AnotherRecord, AnotherWard, AwaitsDecision, NotReady
from cms.publishing.mentions import name_before, refresh_mentions
from cms.publishing.projection import write_projection
from cms.publishing.purge import purge_after_commit
from cms.publishing.renewal import renew_decided
from search.models import PublicRecord


def disclose(page: BasePage, authority: Authority) -> LogEntry | None:
    """Log what happened to `page`, and make public record, files and index mark agree with it.

    The act is what differs from the last entry, or the authority's where the content cannot tell it. Records below
    whose address changed with the page's are logged as well. Gives None when the public sees no difference.
    Raises NotReady before anything is written when the page contradicts itself, AwaitsDecision, AnotherWard and
    AnotherRecord; must run in a transaction.
    """
    entry = _disclose_one(page, authority)
    _follow_addresses(page, authority)
    return entry


def _disclose_one(page: BasePage, authority: Authority) -> LogEntry | None:
    require_transaction()
    place = address_of(Page.objects.only("url_path").get(pk=page.pk))
    if place is None:
        return conceal(page, authority)
    site_id, address = place
    # Whoever waited here for another act reads what that one left.
    end = log.lock(site_id)
    fresh = type(page).objects.get(pk=page.pk)
    head = RecordHead.objects.filter(record=fresh.record).first()
    _refuse_stranger(fresh, site_id, head)
    if not fresh.live or is_private(fresh):
        return conceal(fresh, authority, head)
    if head is not None and head.state == RecordState.HIDDEN and authority.act is not Act.RESTORED:
        raise AwaitsDecision
    _refuse_problems(fresh)
    named = name_before(fresh.record)
    hold(fresh)
    facts = type(fresh).facts.canonical(fresh)
    last = log.last_facts(fresh.record)
    before = last.facts if last else None
    act = _act(fresh, facts, before, address, head, authority)
    entry = None
    with generations.renewed(site_id):
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
                    facts=facts if before != facts or act is not Act.MOVED else None,
                    ended=fresh.ended,
                    reason=authority.reason,
                    decision=authority.decision,
                    files=checksums_of(fresh),
                ),
                head=end,
            )
        record = write_projection(fresh, facts, RecordHead.objects.get(record=fresh.record))
        write_files(fresh, site_id)
        renew_decided(type(fresh).decides(before or {}) | type(fresh).decides(facts))
        if named != (record.number, record.title):
            refresh_mentions(fresh)
    if entry is not None:
        purge_after_commit(site_id, address, head.address if head else address)
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
    close_files(head.site_id, page.record)
    last = log.last_facts(page.record)
    renew_decided(page.decides(last.facts) if last else ())
    refresh_mentions(page)
    purge_after_commit(head.site_id, head.address)
    return entry


def follow(page: BasePage, authority: Authority) -> list[LogEntry]:
    """Log what a page's new address or privacy does to the records below it."""
    below = page.get_descendants().order_by("path").values_list("pk", flat=True)
    known = RecordHead.objects.filter(page_id__in=list(below)).values_list("page_id", flat=True)
    return _disclose_each(list(known), authority)


def _follow_addresses(page: Page, authority: Authority) -> None:
    if not page.numchild:
        return
    below = page.get_descendants().values("pk")
    known = RecordHead.objects.visible().filter(page_id__in=below).values_list("page_id", "address")
    _disclose_each(below_with_old_address(page, known), authority)


def _disclose_each(page_ids: Iterable[int], authority: Authority) -> list[LogEntry]:
    told = Authority(authority.office, None, authority.reason, authority.decision)
    entries = []
    for pk in Page.objects.filter(pk__in=list(page_ids)).order_by("path").values_list("pk", flat=True):
        entry = _disclose_one(Page.objects.get(pk=pk).specific, told)
        if entry is not None:
            entries.append(entry)
    return entries


def office_of(site_id: int) -> str:
    """In whose name a site's entries are logged; the site's own name while the portal does not say it in public."""
    name = public_ward_name(site_id)
    return office_called(Site.objects.get(pk=site_id).site_name if name is None else name)


def _refuse_stranger(page: BasePage, site_id: int, head: RecordHead | None) -> None:
    if head is not None and head.page_id != page.pk:
        raise AnotherRecord
    if head is not None and head.site_id != site_id:
        raise AnotherWard


def _refuse_problems(page: BasePage) -> None:
    if not page.title.strip():
        raise NotReady([Finding("must", "Tên", field="title")])


def _act(
    page: BasePage,
    facts: Mapping[str, Any],
    before: Mapping[str, Any] | None,
    address: str,
    head: RecordHead | None,
    authority: Authority,
) -> Act | None:
    """What the difference to the last entry amounts to; None for no difference."""
    if head is None or before is None:
        return Act.PUBLISHED
    if not head.visible:
        return Act.RESTORED
    if before == facts:
        return Act.MOVED if head.address != address else None
    if authority.act is not None and authority.act not in GOING_PRIVATE:
        return authority.act
    if page.ended and head.state != RecordState.ENDED:
        return Act.ENDED
    if not page.ended and head.state == RecordState.ENDED:
        return Act.REOPENED
    if len(facts.get("corrections", [])) > len(before.get("corrections", [])):
        return Act.CORRECTED
    return Act.CHANGED


def require_transaction() -> None:
    """Raise when nothing would roll back together."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an act on what is public runs in one transaction")
