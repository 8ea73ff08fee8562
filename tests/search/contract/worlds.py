"""The example records, as they are or with every name, number, date and place exchanged by a seeded generator."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

EXAMPLES: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "examples.json").read_text(encoding="utf-8")
)
SITES: Final = ("doan-ket", "ha-bac")

_BEGINNINGS = ("Đồng", "Tân", "Vĩnh", "Thạnh", "Bình", "Phước", "Xuân", "Yên", "Hưng", "Quảng", "Trường", "Lộc", "Đức")
_ENDS = ("Lập", "Mỹ", "Thuận", "Phong", "Điền", "Khê", "Hậu", "Thắng", "Cường", "Nghĩa", "Tráng", "Đạo", "Huệ", "Lễ")
_WITH_I = ("Thái Hưng", "Đồng Mai", "Hoài Thuận", "Bãi Sậy", "Lợi Bình", "Cái Bần", "Mai Thượng", "Hải Thịnh")
_FAMILIES = ("Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Bùi", "Đỗ", "Hồ", "Dương", "Lý")
_MIDDLES = ("Thị", "Quốc", "Hữu", "Minh", "Công", "Đình", "Xuân")
_GIVEN = ("Lượng", "Thảo", "Khuê", "Tuấn", "Đạt", "Nhàn", "Trí", "Oanh", "Vượng", "Sáu")
_TYPES = (
    ("Kết luận", "KL"), ("Hướng dẫn", "HD"), ("Báo cáo", "BC"), ("Thông báo", "TB"),
    ("Chỉ thị", "CT"), ("Quyết định", "QĐ"), ("Nghị định", "NĐ"), ("Thông tư", "TT"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class World:
    """What the examples name. The defaults are the examples' own."""

    seed: int | None = None
    ward: str = "Đoàn Kết"
    province: str = "Lai Châu"
    commune: str = "Hà Bắc"
    city: str = "Hải Phòng"
    hamlet: str = "Quyết Tiến"
    hamlet_number: int = 3
    group_number: int = 12
    signer: str = "Đặng Việt Hưng"
    other_signer: str = "Nguyễn Đắc Chiếm"
    granted: tuple[str, str] = ("Quyết định", "QĐ")
    granted_number: int = 258
    granted_on: date = date(2026, 2, 10)
    planned: tuple[str, str] = ("Quyết định", "QĐ")
    planned_number: int = 222
    planned_on: date = date(2026, 3, 24)
    letter_number: int = 3314
    letter_code: str = "KTN"
    letter_on: date = date(2026, 4, 30)
    wire: tuple[str, str] = ("Công điện", "CĐ")
    wire_number: int = 8
    resolution: tuple[str, str] = ("Nghị quyết", "NQ")
    resolution_number: int = 7
    resolution_on: date = date(2026, 1, 12)
    law_number: int = 201
    law_on: date = date(2025, 5, 29)
    assembly: int = 15
    party: tuple[str, str] = ("Nghị quyết", "NQ")
    party_number: int = 2
    old_party_number: int = 9
    whole: int = 32056
    fraction: int = 8
    homes: int = 587
    percent: int = 20
    form_number: int = 1
    scale: int = 500
    income: int = 25
    """Million đồng: what the record about money names."""

    def vietnamese_area(self) -> str:
        """32.056,8"""
        return f"{self.whole:,}".replace(",", ".") + f",{self.fraction}"

    def english_area(self) -> str:
        """32,056.8"""
        return f"{self.whole:,}.{self.fraction}"

    def exchanged(self, text: str) -> str:
        """A text of the examples with this world's names, numbers, dates and places."""
        own = World()
        pairs = sorted(zip(own._written(), self._written(), strict=True), key=lambda pair: -len(pair[0]))
        new = dict(pairs)
        pattern = "|".join(rf"(?<!\w){re.escape(old)}(?!\w)" for old, _ in pairs)
        return re.sub(pattern, lambda found: new[found[0]], text)

    def _written(self) -> list[str]:
        """Everything that is exchanged, as the examples write it; in one order for all worlds."""
        documents = [
            (self.granted, f"{self.granted_number}/{self.granted[1]}-UBND"),
            (self.planned, f"{self.planned_number}/{self.planned[1]}-UBND"),
            (("Công văn", ""), f"{self.letter_number}/UBND-{self.letter_code}"),
            (self.wire, f"{self.wire_number:02}/{self.wire[1]}-BXD"),
            (self.resolution, f"{self.resolution_number:02}/{self.resolution[1]}-CP"),
            (("Nghị quyết", ""), f"{self.law_number}/{self.law_on.year}/QH{self.assembly}"),
            (self.party, f"{self.party_number:02}-{self.party[1]}/TU"),
            (self.party, f"{self.old_party_number:02}-{self.party[1]}/TU"),
        ]
        days = (self.granted_on, self.planned_on, self.letter_on, self.resolution_on, self.law_on)
        return [
            *(f"{kind[0]} số {number}" for kind, number in documents),
            *(f"{kind[0]} {number}" for kind, number in documents),
            *(written_day(day) for day in days),
            *(self.ward, self.province, self.commune, self.city, self.signer, self.other_signer),
            f"{self.hamlet} {self.hamlet_number}",
            f"Tổ dân phố số {self.group_number}",
            self.vietnamese_area(),
            f"{self.homes} căn hộ",
            f"quỹ đất {self.percent}%",
            f"mẫu số {self.form_number:02}",
            f"1/{self.scale}",
        ]


def written_day(day: date) -> str:
    """As documents print it: two digits for days below ten and for the months January and February."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def exchanged(seed: int) -> World:
    """A world of its own: no name or number of it is the examples', and no number stands twice."""
    random = Random(seed)
    names = [f"{a} {b}" for a, b in zip(random.sample(_BEGINNINGS, 4), random.sample(_ENDS, 4), strict=True)]
    numbers = iter(random.sample(range(31, 499), 6))
    types = random.sample(_TYPES, 4)
    small = iter(random.sample(range(1, 30), 6))
    first = date(2024, 1, 1)
    days = [first + timedelta(days=at) for at in sorted(random.sample(range(1000), 5))]
    people = [
        f"{family} {random.choice(_MIDDLES)} {given}"
        for family, given in zip(random.sample(_FAMILIES, 2), random.sample(_GIVEN, 2), strict=True)
    ]
    return World(
        seed=seed,
        ward=names[0],
        commune=names[1],
        hamlet=names[2],
        city=names[3],
        province=random.choice(_WITH_I),
        hamlet_number=next(small),
        group_number=next(small),
        signer=people[0],
        other_signer=people[1],
        granted=types[0],
        granted_number=next(numbers),
        granted_on=days[0],
        planned=types[1],
        planned_number=next(numbers),
        planned_on=days[1],
        letter_number=random.randrange(1000, 10_000),
        letter_code=random.choice(("VX", "TH", "NC", "KTTH", "QHXD")),
        letter_on=days[2],
        wire_number=next(small),
        resolution_number=next(small),
        resolution_on=days[3],
        law_number=next(numbers),
        law_on=days[4],
        assembly=random.choice((14, 16)),
        party_number=next(small),
        old_party_number=next(small),
        whole=random.randrange(10_000, 900_000),
        fraction=random.randrange(1, 10),
        homes=next(numbers),
        percent=random.choice((10, 15, 25, 30)),
        form_number=random.randrange(1, 12),
        scale=random.choice((200, 2000, 5000)),
        income=random.choice((33, 41, 52)),
    )
