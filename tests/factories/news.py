"""News and questions (tin tức, hỏi đáp)."""

from __future__ import annotations

import datetime
from typing import Any

import factory

from home.models import NewsPage, NewsRelation, QuestionPage, QuestionRelation
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import PortalImageFactory, UnitFactory


class NewsPageFactory(DraftFactory):
    """An article."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda number: f"Tin thử số {number + 1}")
    dated_on = datetime.date(2026, 3, 24)

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of news."""
        return ward.index("tin-tuc")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "TT-01",
            "dated_on": datetime.date(2026, 3, 24),
            "author_unit": UnitFactory(ward=ward),
            "body": [
                ("heading", "Đầu mục"),
                ("text", "<p>Đoạn văn.</p>"),
                (
                    "picture",
                    {"image": PortalImageFactory(ward=ward), "alt": "Một khu nhà", "caption": "Của phường"},
                ),
            ],
            "source_credit": "Báo Thử",
            "source_url": "https://vi-du.vn/tin/1",
            "related": [NewsRelation(document=source, note=f"Hồ sơ {number}") for number in (1, 2)],
        }


class QuestionPageFactory(DraftFactory):
    """A question."""

    class Meta:
        model = QuestionPage

    title = factory.Sequence(lambda number: f"Câu hỏi thử số {number + 1}")
    asked_on = datetime.date(2026, 3, 24)
    question = "Ai được mua?"

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of questions."""
        return ward.index("hoi-dap")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "HD-01",
            "asked_on": datetime.date(2026, 3, 24),
            "field_of_work": "Đối tượng",
            "question": "Người thuê trọ có được mua không?",
            "due": datetime.date(2026, 4, 10),
            "answer": "Được, khi đủ điều kiện.",
            "answered_on": datetime.date(2026, 4, 2),
            "answering_unit": UnitFactory(ward=ward),
            "related": [QuestionRelation(document=source, note=f"Hồ sơ {number}") for number in (1, 2)],
        }
