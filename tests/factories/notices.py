"""Notices (thông báo)."""

from __future__ import annotations

import datetime
from typing import Any

import factory

from cms.values.dates import PartialDate
from projects_pages.models import Channel, NoticeChannel, NoticeKind, NoticePage, PostedAt, PostingRecord
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import OrganisationFactory, PlaceFactory, PortalDocumentFactory, UnitFactory


class NoticePageFactory(DraftFactory):
    """A notice."""

    class Meta:
        model = NoticePage

    title = factory.Sequence(lambda number: f"Thông báo thử số {number + 1}")
    notice_kind = NoticeKind.APPLICATIONS

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of notices."""
        return ward.index("thong-bao")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "TB-01",
            "number": "14/TB-UBND",
            "issued_on": PartialDate(2026, 3, 20),
            "issuer": OrganisationFactory(ward=ward),
            "signer": "Nguyễn Văn Thử",
            "signer_position": "Phó Chủ tịch",
            "signing_capacity": "KT. CHỦ TỊCH",
            "subject": source,
            "text": "Tiếp nhận hồ sơ.",
            "hours": "sáng 7h30–11h30",
            "contact_at": "Bộ phận một cửa",
            "posted_at": [
                PostedAt(
                    name=f"Bảng tin số {number}",
                    place=PlaceFactory(ward=ward),
                    unit=UnitFactory(ward=ward),
                    posted_from=datetime.date(2026, 3, 24),
                    posted_until=datetime.date(2026, 4, 24),
                    posted_by="Công chức văn phòng",
                    note="cửa chính",
                )
                for number in (1, 2)
            ],
            "channels": [
                NoticeChannel(
                    channel=channel,
                    held_from=datetime.date(2026, 3, 25),
                    held_until=datetime.date(2026, 3, 27),
                    note=f"ba ngày liền, {channel.label}",
                )
                for channel in (Channel.LOUDSPEAKER, Channel.MEETING)
            ],
            "posting_records": [
                PostingRecord(
                    title=f"Biên bản số {number}",
                    recorded_on=datetime.date(2026, 3, 24),
                    document=PortalDocumentFactory(ward=ward),
                )
                for number in (1, 2)
            ],
        }
