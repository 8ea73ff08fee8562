"""Pages common to every portal."""

from home.models.home_page import HomePage
from home.models.indexes import NewsIndexPage, QuestionIndexPage
from home.models.news_page import NewsPage, NewsRelation
from home.models.question_page import QuestionPage, QuestionRelation
from home.models.standard_page import StandardPage

__all__ = [
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "NewsRelation",
    "QuestionIndexPage",
    "QuestionPage",
    "QuestionRelation",
    "StandardPage",
]
