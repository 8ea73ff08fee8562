"""The typists of this suite type as people do."""

from __future__ import annotations

import pytest

from tests.search.contract import typists


@pytest.mark.parametrize(
    ("typist", "text", "typed"),
    [
        ("telex", "nhà ở xã hội", "nhaf owr xax hooij"),
        ("telex", "Đoàn Kết", "ddoanf keets"),
        ("telex", "người hưởng", "nguowif huowngr"),
        ("vni", "nhà ở xã hội", "nha2 o73 xa4 ho6i5"),
        ("vni", "Đặng", "d9a8ng5"),
        ("plain", "Đoàn Kết", "doan ket"),
        ("partly", "Đoàn Kết", "Doan Kêt"),
        ("old_tone", "hài hòa", "hài hoà"),
        ("one_i", "hạ tầng kỹ thuật", "hạ tầng kĩ thuật"),
        ("chat", "nhà ở xã hội", "nha o xa hoj"),
        ("chat", "Đoàn Kết Lai Châu", "doan ket laj chau"),
        ("glued", "quy hoach", "quyhoach"),
        ("decomposed", "ế", "e\u0302\u0301"),
        ("half_composed", "ế", "ê\u0301"),
    ],
)
def test_a_typist_types_as_people_do(typist: str, text: str, typed: str) -> None:
    assert getattr(typists, typist)(text) == typed
