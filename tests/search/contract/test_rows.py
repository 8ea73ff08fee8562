"""Every row of the collected examples, as they are and with every name, number, date and place exchanged."""

from __future__ import annotations

import unicodedata

import pytest

from tests.search.contract.conftest import SEEDS, Contract
from tests.search.contract.rows import ROWS, Row
from tests.search.contract.worlds import EXAMPLES, World, exchanged

WORLDS = (World(), *(exchanged(seed) for seed in SEEDS))


def name(world: World) -> str:
    """How a world is called in the output."""
    return "examples" if world.seed is None else f"seed {world.seed}"


def test_the_rules_of_this_suite_make_the_rows_of_the_examples() -> None:
    assert len(ROWS) == 61
    for row, example in zip(ROWS, EXAMPLES["queries"], strict=True):
        typed = unicodedata.normalize("NFC", row.typed(World()))
        assert (row.site, list(row.first)) == (example["site"], example["first"])
        assert typed == unicodedata.normalize("NFC", example["query"])


def test_the_worlds_differ_in_everything_they_name() -> None:
    for row in EXAMPLES["records"].values():
        assert World().exchanged(row["title"]) == row["title"]
    for one in WORLDS[1:]:
        assert one == exchanged(one.seed or 0)
        own, other = World(), one
        assert not {own.ward, own.province, own.commune, own.city} & {other.ward, other.province, other.commune}
        assert len({row.typed(one) for row in ROWS} - {row.typed(own) for row in ROWS}) > 35


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.number} {row.typed(World())}" for row in ROWS])
@pytest.mark.parametrize("world", WORLDS, ids=[name(world) for world in WORLDS])
def test_the_record_that_was_meant_stands_first(contract: Contract, world: World, row: Row) -> None:
    typed = row.typed(world)
    found = contract.found(typed, world, row.site)
    assert found, f"{name(world)}: nothing for «{typed}»"
    assert found[0] in row.first, f"{name(world)}: «{typed}» gives {found}"
