"""Procedures and the guide of the commune: the law's words, the plan's units."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from projects_pages.demo.building import Built
from projects_pages.demo.ha_bac.units import ECONOMY
from projects_pages.demo.law.confirming import confirming
from projects_pages.demo.law.guides import who_may
from projects_pages.demo.law.registering import registering
from projects_pages.demo.shapes import PLAN


def build(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Procedures first: the guide leads to them."""
    economy, plan = built.registers.units[ECONOMY], built.published[PLAN]
    for page in registering():
        page.unit = economy
        page.legal_bases = [LegalBasis(document=plan, note="mục II.4: thủ tục đăng ký mua, thuê và chuyển nhượng")]
        yield "thu-tuc", page
    for page in confirming("xã"):
        yield "thu-tuc", page
    guide = who_may(built.published, [(economy, "Chính sách, thủ tục về nhà ở xã hội")])
    guide.unit = economy
    guide.legal_bases = [LegalBasis(document=plan, note="mục II.4, mục III.1")]
    yield "huong-dan", guide
