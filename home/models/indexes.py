"""Index pages of what every portal has."""

from __future__ import annotations

from typing import ClassVar

from cms.listing.index_page import IndexPage


class NewsIndexPage(IndexPage):
    """All news of the ward, at /tin-tuc/."""

    kind = "muc-tin-tuc"
    lists = "home.NewsPage"
    icon = "feed"
    question = "Có gì mới, cơ quan vừa làm gì, báo gì?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục tin tức"
        verbose_name_plural = "mục tin tức"


class QuestionIndexPage(IndexPage):
    """All questions and answers, at /hoi-dap/."""

    kind = "muc-hoi-dap"
    lists = "home.QuestionPage"
    icon = "info"
    question = "Người khác đã hỏi gì, cơ quan trả lời ra sao?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"

    class Meta:
        verbose_name = "mục hỏi đáp"
        verbose_name_plural = "mục hỏi đáp"
