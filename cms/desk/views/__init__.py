"""Views of the desk."""

from cms.desk.views.home import DeskView
from cms.desk.views.log import LogView
from cms.desk.views.proposal import ActsView, DecideView, ProposeView
from cms.desk.views.review import ReviewView

__all__ = ["ActsView", "DecideView", "DeskView", "LogView", "ProposeView", "ReviewView"]
