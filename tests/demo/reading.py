"""Reading the plans as they lie beside these tests, and the portal's facts and pages as people read them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cms.disclosure.facts import Rows
from cms.models import BasePage

WARDS = ("doan-ket", "ha-bac")
"""Those that a plan stands behind."""
MADE_UP = "minh-hoa"
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


@cache
def plan_text(ward: str) -> str:
    """A plan as one line: no marks of layout, no page breaks."""
    text = (Path(__file__).parent / "plans" / f"{ward}.txt").read_text(encoding="utf-8")
    text = unicodedata.normalize("NFC", text).replace("m<sup>2</sup>", "m²")
    return re.sub(r"\s+", " ", re.sub(r"[*#]+", "", text))


def plan_numbers(ward: str) -> set[str]:
    """Every number and date that a plan prints, as it prints them."""
    return set(NUMBER.findall(plan_text(ward)))


def main_text(page: str) -> str:
    """What people read of the main part of a page, as one line."""
    main = page[page.index("<main") : page.index("</main>")]
    main = re.sub(r"<(script|style|template)\b.*?</\1>", " ", main, flags=re.DOTALL)
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())
    return re.sub(r" (?=[.,;:)»])|(?<=[(«]) ", "", text)


def shown_facts(page: BasePage) -> Iterator[tuple[str, str]]:
    """Every fact of a page that says something: its path and its text as people read it."""
    bound = type(page).facts
    canonical = bound.canonical(page)
    for item in bound:
        if isinstance(item, Rows):
            model = bound.row_model(item)
            for number, row in enumerate(canonical[item.name]):
                for fact in item.facts:
                    if text := bound.text(fact, row[fact.name], {}, model):
                        yield f"{item.name}[{number}].{fact.name}", text
        elif text := bound.text(item, canonical[item.name], {}):
            yield item.name, text
