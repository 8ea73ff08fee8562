"""How the desk names people."""

from __future__ import annotations

from typing import Any

from django import template

from cms.desk.people import name_of

register = template.Library()


@register.filter
def person(user: Any) -> str:
    """Family name first, as in Vietnam; the account's name when there is no other."""
    return name_of(user)
