"""What is public on a site: as a tree for people, as sitemap and robots.txt for search engines; from PublicRecord."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.templatetags.portal import portal_of
from cms.values.number import format_integer
from search.illustrative import illustrative
from search.models import PublicRecord, PublicRecordQuerySet

NEWEST_OF_A_KIND = 20
ADDRESSES_OF_A_FILE = 50_000
"""What one sitemap file may hold (sitemaps.org)."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass
class Branch:
    """A section with its newest records; `rest` says how many more it has, in words."""

    label: str
    url: str
    records: list[PublicRecord] = field(default_factory=list)
    total: int = 0

    @property
    def rest(self) -> str:
        """Empty when all are shown."""
        more = self.total - len(self.records)
        return f"và {format_integer(more)} hồ sơ khác" if more else ""


def site_tree(request: HttpRequest) -> HttpResponse:
    """`/so-do-cong/`: all sections, below each its newest records. Raises Http404 on a host without a portal."""
    site_id = _site(request).pk
    portal = portal_of(request)
    sections = [Branch(link.label, link.url) for link in [*portal.menu[1:], *portal.pages]]
    for record in _newest(site_id):
        branch = next((one for one in sections if record.url != one.url and record.url.startswith(one.url)), None)
        if branch is not None:
            branch.records.append(record)
    totals = _totals(site_id)
    for branch in sections:
        branch.total = sum(totals.get(kind, 0) for kind in {record.kind for record in branch.records})
    return render(request, "cms/site_tree.html", {"branches": sections, "total": sum(totals.values())})


def _totals(site_id: int) -> dict[str, int]:
    shown = PublicRecord.objects.on_site(site_id).order_by()
    return dict(shown.values_list("kind").annotate(count=Count("pk")))


def _newest(site_id: int) -> list[PublicRecord]:
    """The newest records of each kind but the sections; one query."""
    place = Window(RowNumber(), partition_by="kind", order_by=[F("dated_on").desc(nulls_last=True), F("pk").desc()])
    shown = PublicRecord.objects.on_site(site_id).exclude(kind__startswith="muc-").annotate(place=place)
    return list(shown.filter(place__lte=NEWEST_OF_A_KIND).only("kind", "number", "title", "url").order_by("place"))


def sitemap(request: HttpRequest, number: int = 0) -> HttpResponseBase:
    """`/sitemap.xml`: every public address with its last change; more than a file may hold become an index of files.

    `/sitemap-2.xml` is the second file. Raises Http404 for a file that there is not.
    """
    site = _site(request)
    records = PublicRecord.objects.on_site(site.pk).order_by("pk")
    files = -(-records.count() // ADDRESSES_OF_A_FILE) or 1
    if number > files:
        raise Http404
    if number == 0 and files > 1:
        locations = [f"{site.root_url}{reverse('sitemap-file', args=[one])}" for one in range(1, files + 1)]
        lines = _document("sitemapindex", (f"<sitemap><loc>{escape(one)}</loc></sitemap>" for one in locations))
    else:
        first = (max(number, 1) - 1) * ADDRESSES_OF_A_FILE
        lines = _document(
            "urlset", _addresses(site, records[first : first + ADDRESSES_OF_A_FILE]), illustrative(site.pk)
        )
    return StreamingHttpResponse(lines, content_type="application/xml; charset=utf-8")


def _addresses(site: Site, records: PublicRecordQuerySet) -> Iterator[str]:
    root = site.root_url
    for url, changed_at in records.values_list("url", "changed_at").iterator(chunk_size=2_000):
        changed = timezone.localtime(changed_at).isoformat(timespec="seconds")
        yield f"<url><loc>{escape(root + url)}</loc><lastmod>{changed}</lastmod></url>"


def _document(root: str, rows: Iterator[str], notice: str = "") -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    if notice:
        yield f"<!-- {notice} -->\n"
    yield f'<{root} xmlns="{NAMESPACE}">\n'
    for row in rows:
        yield f"{row}\n"
    yield f"</{root}>\n"


def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: pages yes; administration, search and combinations of filters no; where the sitemap lies."""
    site = Site.find_for_request(request)
    if site is None:
        rules = ["User-agent: *", "Disallow: /"]
    else:
        rules = [
            "User-agent: *",
            "Disallow: /quan-tri/",
            f"Disallow: {reverse('search:search')}",
            "Disallow: /*?",
            "Allow: /*?trang=",
            "Disallow: /*?trang=*&",
            "",
            f"Sitemap: {site.root_url}{reverse('sitemap')}",
        ]
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


def _site(request: HttpRequest) -> Site:
    site: Site | None = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site
