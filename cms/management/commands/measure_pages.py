"""`manage.py measure_pages`: what only the portal itself can tell of a measured database; for `bin/bench`."""

from __future__ import annotations

import cProfile
import json
import platform
import pstats
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import django
import wagtail
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import Client
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, ReferenceIndex, Site

from cms.disclosure import kinds
from cms.disclosure.models import PublicFile, PublicImage
from cms.measuring.templates import read_source
from cms.models import Ward
from search.models import PublicRecord

ADDRESSES = 100
"""Of each kind of page, each in another ward as far as there are so many."""
PROFILED = 15
PARTS = {
    "templates": ("template/base.py", "render"),
    "database, statements run": ("db/backends/utils.py", "execute"),
    "database, statements composed": ("db/models/sql/compiler.py", "as_sql"),
    "finding the page": ("cms/serving.py", "_public_route"),
    "the frame (name, menu)": ("cms/templatetags/portal.py", "portal_of"),
}
Visit = Callable[[], Any]


class Command(BaseCommand):
    """Writes one JSON object: versions, problems of the tree, fullness, addresses, queries, parts of the time."""

    help = "Cho bin/bench: nội dung đã sinh đầy tới đâu, trang nào để đo, mỗi trang mấy truy vấn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask and write."""
        addresses = _addresses()
        found = {
            "versions": {
                "Python": platform.python_version(),
                "Django": django.__version__,
                "Wagtail": wagtail.__version__,
            },
            "problems": [list(found) for found in Page.find_problems()],
            "distribution": list(_distribution()),
            "fullest_project": _fullest_project(),
            "addresses": addresses,
            "queries": {name: _queries(pages) for name, pages in addresses.items()},
            "parts": {name: _parts(pages[0]) for name, pages in addresses.items()},
        }
        self.stdout.write(json.dumps(found))


def _addresses() -> dict[str, list[tuple[str, str]]]:
    """Host and path of the pages to visit: projects, their lists, homes."""
    wards = list(Ward.objects.filter(code__startswith="do-").select_related("site").order_by("pk"))
    if not wards:
        raise CommandError("Chưa có phường sinh ra để đo: chạy generate_content --seed do trước.")
    chosen = wards[:: max(1, len(wards) // ADDRESSES)][:ADDRESSES]
    of_each = -(-ADDRESSES // len(chosen))
    projects = [
        (ward.site.hostname, url)
        for ward in chosen
        for url in PublicRecord.objects.on_site(ward.site_id)
        .of_kind("du-an")
        .order_by("pk")
        .values_list("url", flat=True)[:of_each]
    ]
    return {
        "project": projects[:ADDRESSES],
        "list": [(ward.site.hostname, "/du-an/") for ward in chosen],
        "home": [(ward.site.hostname, "/") for ward in chosen],
    }


def _visit(address: tuple[str, str]) -> Visit:
    host, path = address
    client = Client(HTTP_HOST=host)  # one for all visits: each new one would load the middleware again

    def visit() -> None:
        answer = client.get(path)
        if answer.status_code != 200:
            raise CommandError(f"{host}{path}: {answer.status_code}")

    return visit


@contextmanager
def _counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield statements


def _forget() -> None:
    for alias in settings.CACHES:
        caches[alias].clear()


def _queries(addresses: list[tuple[str, str]]) -> dict[str, int]:
    """Statements of a first visit with empty caches, and of a later one."""
    visit = _visit(addresses[0])
    _forget()
    Site.clear_site_root_paths_cache()
    with _counted() as cold:
        visit()
    with _counted() as warm:
        visit()
    return {"cold": len(cold), "warm": len(warm)}


def _parts(address: tuple[str, str]) -> dict[str, float]:
    """Where the time of a visit goes that finds nothing kept: seconds of the profile, as shares of the whole."""
    visit, profile = _visit(address), cProfile.Profile()
    visit()
    for _ in range(PROFILED):
        caches["fragments"].clear()
        profile.enable()
        visit()
        profile.disable()
    stats: Any = pstats.Stats(profile)
    spent = dict.fromkeys(PARTS, 0.0)
    for (file, _, function), (*_, cumulative, _callers) in stats.stats.items():
        for name, (tail, wanted) in PARTS.items():
            if file.endswith(tail) and function == wanted:
                spent[name] = max(spent[name], cumulative)
    return {name: round(seconds / stats.total_tt, 3) for name, seconds in spent.items()}


def _distribution() -> Iterator[dict[str, Any]]:
    """How full the records of each kind are: rows below, links to records, images and files, on average."""
    page = ContentType.objects.get_for_model(Page)
    for kind, model in kinds.all_kinds().items():
        public = PublicRecord.objects.of_kind(kind)
        count = public.count()
        if count == 0 or kind.startswith("muc-") or not get_all_child_relations(model):
            continue
        rows = sum(_rows_below(model, relation) for relation in get_all_child_relations(model))
        rows += sum(
            field.remote_field.through.objects.count()
            for field in get_all_child_m2m_relations(model)
            if field.model is model
        )
        content_type = ContentType.objects.get_for_model(model)
        links = ReferenceIndex.objects.filter(content_type=content_type, to_content_type=page).count()
        records = public.values("record")
        yield {
            "kind": kind,
            "records": count,
            "rows": rows / count,
            "links": links / count,
            "images": PublicImage.objects.filter(record__in=records).count() / count,
            "files": PublicFile.objects.filter(record__in=records).count() / count,
        }


def _rows_below(model: type[Any], relation: Any) -> int:
    manager = relation.related_model._base_manager
    if relation.field.related_model is model:
        return int(manager.count())
    pages = model._base_manager.values("pk")
    return int(manager.filter(**{f"{relation.field.name}__in": pages}).count())


def _fullest_project() -> dict[str, float]:
    """The project of the demonstration's made-up ward that generated ones are like."""
    template = next(one for one in read_source(Ward.objects.get(code="minh-hoa")).templates if one.page.kind == "du-an")
    page = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(object_id=str(template.page.pk), base_content_type=page)
    return {
        "rows": sum(map(len, template.rows.values())),
        "links": references.filter(to_content_type=page).count(),
        "images": len(template.page.carried_images),
        "files": len(template.page.carried_files),
    }
