"""The publication log and what is known of each record in it."""

from cms.disclosure.models.entry import Act, LogEntry, LogHead, PublishedFacts
from cms.disclosure.models.generation import Generation
from cms.disclosure.models.public_image import PublicImage
from cms.disclosure.models.record import PublicFile, RecordHead, RecordState

__all__ = [
    "Act",
    "Generation",
    "LogEntry",
    "LogHead",
    "PublicFile",
    "PublicImage",
    "PublishedFacts",
    "RecordHead",
    "RecordState",
]
