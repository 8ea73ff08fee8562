"""Many public records for measuring searches: those of generated wards, again and again under other numbers.

Searching reads public records and nothing else, so no pages are made for them.
"""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Iterator, Sequence
from itertools import count, islice

from django.forms.models import model_to_dict

from search.models import PublicRecord

BATCH = 500
_DIGITS = re.compile(r"^\d+")


def fill(templates: Sequence[PublicRecord], records: int, wards: int, seed: str) -> None:
    """Write `records` public records on the sites 1 to `wards`, as many on each as on any other, none indexed.

    Raises ValueError when there is nothing to vary.
    """
    if not templates:
        raise ValueError("no records to vary")
    made = _varied(templates, records, wards, random.Random(seed))
    while batch := list(islice(made, BATCH)):
        PublicRecord.objects.bulk_create(batch)


def _varied(
    templates: Sequence[PublicRecord], records: int, wards: int, chance: random.Random
) -> Iterator[PublicRecord]:
    fields = [model_to_dict(one, exclude=["id"]) for one in templates]
    pages = count(1)
    for at in range(records):
        site, values = 1 + at * wards // records, fields[at % len(fields)]
        number = _DIGITS.sub(lambda found: str(chance.randrange(1, 5000)), values["number"])
        yield PublicRecord(
            **{
                **values,
                "record": uuid.UUID(int=chance.getrandbits(128)),
                "site_id": site,
                "page_id": (page := next(pages)),
                "number": number,
                "places": [{**place, "key": f"{place['key']}-{site}"} for place in values["places"]],
                "unit": f"{values['unit']} {site}" if values["unit"] else "",
                "url": f"{values['url']}{page}/",
                "indexed_at": None,
            }
        )
