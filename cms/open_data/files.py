"""The catalogue and the data dictionary as files, and the dictionary of one dataset as a page."""

from __future__ import annotations

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from cms.listing.files.as_csv import BOM, defused
from cms.listing.files.as_json import made_up
from cms.open_data import dictionary
from cms.open_data.answers import site_of
from cms.open_data.api import answer
from cms.open_data.catalogue import Catalogue, catalogue_of, open_data_page
from cms.open_data.dcat import catalogue_as_dcat
from search.illustrative import LABEL

NOT_PUBLIC = "Cổng này chưa công khai trang dữ liệu mở."


def _catalogue(request: HttpRequest) -> Catalogue:
    """Of the portal that is asked. Raises Http404 while its page of open data is not public."""
    site: Site = site_of(request)
    page = open_data_page(site)
    if page is None:
        raise Http404(NOT_PUBLIC)
    return catalogue_of(site, page)


def dcat(request: HttpRequest) -> HttpResponse:
    """`/du-lieu-mo/dcat.jsonld`."""
    return _for_all(answer(request, catalogue_as_dcat(_catalogue(request)), "application/ld+json"))


def dictionary_json(request: HttpRequest) -> HttpResponse:
    """`/du-lieu-mo/tu-dien.json`: the columns of all datasets."""
    catalogue, provisions = _catalogue(request), dictionary.provisions()
    body = {
        "tieu-de": f"Từ điển dữ liệu, {catalogue.office}",
        "dung-chung": [{"ten": name, "nhan": label, "kieu": kind} for name, label, kind in dictionary.ENVELOPE],
        "bo-du-lieu": [
            {
                "ten": one.kind,
                "nhan": one.title,
                "cot": dictionary.as_json(dictionary.columns_of(one.listing.model().facts, provisions)),
            }
            for one in catalogue.datasets
        ],
        **made_up(catalogue.notice),
    }
    return _for_all(answer(request, body))


def dictionary_csv(request: HttpRequest) -> HttpResponse:
    """`/du-lieu-mo/tu-dien.csv`: the same, a line a column."""
    catalogue, provisions = _catalogue(request), dictionary.provisions()
    text = io.StringIO()
    writer = csv.writer(text)
    mark = [LABEL] if catalogue.notice else []
    writer.writerow([*mark, *dictionary.HEADS])
    for one in catalogue.datasets:
        for column in dictionary.columns_of(one.listing.model().facts, provisions):
            line = [defused(cell) for cell in dictionary.as_line(one.kind, column)]
            writer.writerow([*["có" for _ in mark], *line])
    response = HttpResponse(f"{BOM}{text.getvalue()}", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tu-dien-du-lieu.csv"'
    return _for_all(response)


def dictionary_page(request: HttpRequest, kind: str) -> HttpResponse:
    """`/du-lieu-mo/tu-dien/<kind>/`: the columns of one dataset for people. Raises Http404 for an unknown one."""
    catalogue = _catalogue(request)
    dataset = next((one for one in catalogue.datasets if one.kind == kind), None)
    if dataset is None:
        raise Http404
    shown = {
        "page": catalogue.page,
        "dataset": dataset,
        "catalogue": catalogue,
        "columns": dictionary.columns_of(dataset.listing.model().facts, dictionary.provisions()),
        "envelope": dictionary.ENVELOPE,
    }
    return render(request, "open_data/dictionary_page.html", shown)


def _for_all(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response
