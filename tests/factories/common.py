"""Pages of every portal, and what the factories of all pages share."""

from __future__ import annotations

import datetime
from typing import Any

import factory
import wagtail_factories

from cms.models import Attachment, Correction, FigureSource, LegalBasis
from home.models import HomePage, StandardPage
from projects_pages.models import ProjectIndexPage
from tests.factories.registers import (
    OrganisationFactory,
    PlaceFactory,
    PortalDocumentFactory,
    PortalImageFactory,
    UnitFactory,
)
from tests.factories.wards import make_ward


class DraftFactory(wagtail_factories.PageFactory):
    """A draft below the page that the type stands under in the `ward` given; `tests.factories.publish` makes it public.

    `full=True` fills every fact, children included.
    """

    class Meta:
        abstract = True

    class Params:
        ward = None
        full = False

    live = False
    slug = ""

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """The parent of the type's pages: the home page, where no section is theirs."""
        return ward.home

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """A value for every fact, children included."""
        return {}

    @classmethod
    def _generate(cls, strategy: str, params: dict[str, Any]) -> Any:
        ward = params.pop("ward", None)
        if strategy == "create" and ward is None and not params.get("parent"):
            ward = make_ward()
        if ward is not None and not params.get("parent"):
            params["parent"] = cls.stands_under(ward)
        if params.pop("full", False):
            params = {**cls.full_values(ward), **params}
        return super()._generate(strategy, params)


class HomePageFactory(DraftFactory):
    """The home page has no parent but the root and is made with its ward; this gives unsaved ones."""

    class Meta:
        model = HomePage

    title = "Phường Thử"
    ward_name = "phường Thử"
    province_name = "tỉnh Thử"

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the root."""
        return ward.home.get_parent()

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        from tests.factories.projects import ProjectPageFactory

        return {
            "question": "Ông, bà cần biết gì?",
            "intro": "Nơi công khai của phường.",
            "headline": ProjectPageFactory(ward=ward),
            "ward_name": "phường Thử",
            "province_name": "tỉnh Thử",
            "emblem": PortalImageFactory(ward=ward),
            "notice": "Cổng bảo trì tối nay.",
            "guide_unit": UnitFactory(ward=ward),
            "address": "Số 1, đường Thử",
            "phone": "0213 000 002",
            "email": "phuong@vi-du.vn",
            "hours": "Sáng thứ ba",
            "responsible": "Chủ tịch UBND phường",
            "search_examples": "nha o xa hoi, 258/QD-UBND",
        }


class IndexPageFactory(DraftFactory):
    """An index page; `model` may be any type of index (`IndexPageFactory.of(PlanIndexPage)`)."""

    class Meta:
        model = ProjectIndexPage

    title = factory.Sequence(lambda number: f"Mục số {number + 1}")

    @classmethod
    def of(cls, model: type[Any]) -> type[IndexPageFactory]:
        """The factory of another type of index."""
        meta = type("Meta", (), {"model": model})
        return type(f"{model.__name__}Factory", (cls,), {"Meta": meta})

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        return {"intro": "Tất cả hồ sơ của mục này."}


class StandardPageFactory(DraftFactory):
    """A page of plain text."""

    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda number: f"Trang số {number + 1}")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        return {
            "intro": "Lời dẫn của trang.",
            "body": [("heading", "Đầu mục"), ("text", "<p>Đoạn văn <b>đậm</b>.</p>")],
        }


def full_record(ward: Any, source: Any) -> dict[str, Any]:
    """A value for every fact that all disclosed records share; `source` is the document that they rest on."""
    return {
        "title_en": "A record",
        "summary": "Một hồ sơ để thử.",
        "summary_en": "A record for tests.",
        "other_names": "Tên gọi khác",
        "places": [PlaceFactory(ward=ward), PlaceFactory(ward=ward)],
        "unit": UnitFactory(ward=ward),
        "provider": OrganisationFactory(ward=ward),
        "posted_from": datetime.date(2026, 3, 24),
        "posted_until": datetime.date(2026, 4, 24),
        "confirmed_on": datetime.date(2026, 5, 1),
        "confirm_again_by": datetime.date(2027, 5, 1),
        "ended_on": datetime.date(2028, 6, 1),
        "ended_reason": "Đã hoàn thành",
        "legal_bases": [LegalBasis(document=source, note="Khoản 1"), LegalBasis(document=source, note="Khoản 2")],
        "attachments": [
            Attachment(title=f"Phụ lục {number}", document=PortalDocumentFactory(ward=ward)) for number in (1, 2)
        ],
        "sources": [
            FigureSource(fact="summary", document=source, passage="mục I"),
            FigureSource(fact="title_en", document=source, passage="mục II"),
        ],
        "corrections": [
            Correction(corrected_on=datetime.date(2026, 7, 1), text="Sửa lỗi chính tả"),
            Correction(corrected_on=datetime.date(2026, 7, 2), text="Sửa số liệu"),
        ],
    }


def page_source(ward: Any) -> Any:
    """A public document, for what points to one."""
    from tests.factories.documents import LegalDocumentPageFactory
    from tests.factories.wards import publish

    return publish(LegalDocumentPageFactory(ward=ward))
