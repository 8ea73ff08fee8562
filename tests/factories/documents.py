"""Documents (văn bản)."""

from __future__ import annotations

from typing import Any

import factory

from cms.values.dates import PartialDate
from projects_pages.models import (
    DocumentRelation,
    DocumentType,
    LegalDocumentPage,
    Recipient,
    RelationKind,
    Validity,
)
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import OrganisationFactory


class LegalDocumentPageFactory(DraftFactory):
    """A decision."""

    class Meta:
        model = LegalDocumentPage

    title = factory.Sequence(lambda number: f"Về việc thử số {number + 1}")
    document_type = DocumentType.DECISION
    number = factory.Sequence(lambda number: f"{number + 1}/QĐ-UBND")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of documents."""
        return ward.documents

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            **full_document(ward),
            "reference_code": "VB-01",
            "validity": Validity.IN_FORCE,
            "field_of_work": "Nhà ở",
            "scope": "Toàn phường",
            "gazette_number": "12",
            "gazette_date": PartialDate(2026, 4),
            "official_url": "https://vi-du.vn/van-ban/1",
            "relations": [
                DocumentRelation(relation=RelationKind.AMENDS, document=source, text="Điều 1"),
                DocumentRelation(relation=RelationKind.BASED_ON, document=source, text="Điều 2"),
            ],
        }


def full_document(ward: Any) -> dict[str, Any]:
    """A value for every fact that documents and plans share."""
    return {
        "number": "258/QĐ-UBND",
        "issued_on": PartialDate(2026, 3, 24),
        "effective_on": PartialDate(2026, 4, 1),
        "expires_on": PartialDate(2030),
        "issuer": OrganisationFactory(ward=ward),
        "signer": "Nguyễn Văn Thử",
        "signer_position": "Phó Chủ tịch",
        "signing_capacity": "KT. CHỦ TỊCH",
        "recipients": [
            Recipient(name="Sở Xây dựng", purpose="b/c"),
            Recipient(name="Lưu: VT", purpose="lưu"),
        ],
    }
