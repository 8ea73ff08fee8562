"""Making people: the province does, but makes no superuser and changes none."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def refuse_escalation(request: HttpRequest, user: Any = None) -> None:
    """Before a person is made, changed or deleted. Raises PermissionDenied where a superuser would be touched."""
    if request.user.is_superuser:
        return
    if request.POST.get("is_superuser") or (user is not None and user.is_superuser):
        raise PermissionDenied("Chỉ quản trị hệ thống làm việc này.")
