"""The administration speaks Vietnamese."""

from __future__ import annotations

import html
import re

import pytest

from cms.models import Role
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body

ENGLISH = re.compile(r"\b(?:the|you|your|this|are|with|from|have|been|for|is)\b", re.IGNORECASE)


def english(page: str) -> list[str]:
    """Texts of a page that people see and that have English words."""
    page = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page, flags=re.DOTALL | re.IGNORECASE)
    texts = [" ".join(html.unescape(text).split()) for text in re.sub(r"<[^>]+>", "\n", page).split("\n")]
    return [text for text in texts if " " in text and ENGLISH.search(text)]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "account/",
        "pages/{page}/edit/",
        "pages/{page}/history/",
        "pages/{page}/delete/",
        "documents/delete/{document}/",
        "documents/multiple/add/",
        "images/{image}/delete/",
        "images/multiple/add/",
        "snippets/registers/unit/edit/{unit}/",
    ],
)
def test_a_screen_has_no_english(address: str, two: Two, sign_in: SignIn) -> None:
    a = two.a
    numbers = {"page": a.text.pk, "document": a.document.pk, "image": a.image.pk, "unit": a.rows["unit"].pk}
    response = sign_in(Role.MANAGER).get("/quan-tri/" + address.format(**numbers))
    assert response.status_code == 200
    assert english(body(response)) == []


def test_english_is_noticed() -> None:
    assert english("<p>Xóa tệp?</p><p>Are you sure?</p><script>this is code</script>") == ["Are you sure?"]
