"""Rows of registers and files."""

from __future__ import annotations

import datetime
import io

import factory
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from factory.django import DjangoModelFactory
from PIL import Image as Picture

from cms.models import PortalDocument, PortalImage
from cms.registers.models import Organisation, Place, TargetArea, Unit
from cms.registers.models.organisation import OrganisationKind
from cms.registers.models.place import PlaceKind


class OfWard(DjangoModelFactory):
    """A row that the ward given as `ward` keeps; without one it is shared."""

    class Meta:
        abstract = True

    class Params:
        ward = None
        full = factory.Trait(aliases="Tên cũ\nTên viết tắt", ended_on=datetime.date(2030, 1, 2))

    site = factory.LazyAttribute(lambda row: row.ward.site if row.ward else None)


class PlaceFactory(OfWard):
    """A neighbourhood (tổ dân phố)."""

    class Meta:
        model = Place

    name = factory.Sequence(lambda number: f"Tổ dân phố số {number + 1}")
    kind = PlaceKind.NEIGHBOURHOOD


class OrganisationFactory(OfWard):
    """An authority."""

    class Meta:
        model = Organisation

    class Params:
        full = factory.Trait(
            aliases="Tên cũ\nTên viết tắt",
            ended_on=datetime.date(2030, 1, 2),
            address="Số 1, đường Thử",
            phone="0213 000 000",
            website="https://vi-du.vn/",
        )

    name = factory.Sequence(lambda number: f"Sở Thử nghiệm số {number + 1}")
    kind = OrganisationKind.AUTHORITY


class UnitFactory(OfWard):
    """A unit of the ward."""

    class Meta:
        model = Unit

    class Params:
        full = factory.Trait(
            aliases="Tên cũ\nTên viết tắt",
            ended_on=datetime.date(2030, 1, 2),
            duty="Hướng dẫn hồ sơ",
            address="Số 2, đường Thử",
            phone="0213 000 001",
            email="don-vi@vi-du.vn",
            hours="Sáng thứ hai",
        )

    name = factory.Sequence(lambda number: f"Phòng Thử nghiệm số {number + 1}")


class TargetAreaFactory(OfWard):
    """A target area."""

    class Meta:
        model = TargetArea

    class Params:
        full = factory.Trait(
            aliases="Tên cũ\nTên viết tắt", ended_on=datetime.date(2030, 1, 2), groups="Công nhân\nViên chức"
        )

    name = factory.Sequence(lambda number: f"Khu vực thử số {number + 1}")


class InCollection(DjangoModelFactory):
    """What lies in the ward's collection when a `ward` is given."""

    class Meta:
        abstract = True

    class Params:
        ward = None

    @classmethod
    def _adjust_kwargs(cls, **kwargs: object) -> dict[str, object]:
        collection = kwargs.pop("of_collection", None)
        return {**kwargs, **({"collection": collection} if collection else {})}

    of_collection = factory.LazyAttribute(lambda row: row.ward.ward.collection if row.ward else None)


class PortalDocumentFactory(InCollection):
    """A file with content of its own."""

    class Meta:
        model = PortalDocument

    class Params:
        content = factory.Sequence(lambda number: f"%PDF-1.4 tệp số {number}".encode())

    title = factory.Sequence(lambda number: f"Tệp số {number + 1}")
    file = factory.LazyAttributeSequence(lambda row, number: ContentFile(row.content, name=f"tep-{number + 1}.pdf"))


class PortalImageFactory(InCollection):
    """A picture of one colour, each of another."""

    class Meta:
        model = PortalImage

    title = factory.Sequence(lambda number: f"Ảnh số {number + 1}")
    file = factory.Sequence(lambda number: ImageFile(io.BytesIO(picture(number)), name=f"anh-{number + 1}.png"))


def picture(number: int) -> bytes:
    """The bytes of a small PNG whose colour is `number`."""
    drawn = io.BytesIO()
    Picture.new("RGB", (20, 20), number % 0xFFFFFF).save(drawn, "PNG")
    return drawn.getvalue()
