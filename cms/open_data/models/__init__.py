"""The page of open data."""

from cms.open_data.models.open_data_page import OpenDataPage

__all__ = ["OpenDataPage"]
