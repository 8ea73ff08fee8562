"""Accounts by role, not by person: who works in a ward is nobody's business here."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher
from django.contrib.auth.models import Group, User

from cms.models import Role, Ward
from cms.models.ward import PROVINCE_GROUP
from cms.tenancy.wards import ensure_province_group

USERNAMES = {
    Role.EDITOR: "bien-tap",
    Role.APPROVER: "nguoi-duyet",
    Role.MANAGER: "quan-tri",
    Role.INSPECTOR: "kiem-tra",
}
PROVINCE_USERNAME = "quan-tri-tinh"


@dataclass(frozen=True)
class NewAccount:
    """An account just made; its password is stored nowhere and cannot be read again."""

    role: str
    username: str
    password: str


def make_ward_accounts(ward: Ward) -> list[NewAccount]:
    """One account for each role of a new ward; a user name that is taken stays with whom it belongs to."""
    made = []
    for membership in ward.groups.select_related("group").order_by("pk"):
        role = Role(membership.role)
        made += _make(f"{USERNAMES[role]}.{ward.code}", f"{role.label} {ward.name}", membership.group)
    return made


def make_province_account() -> list[NewAccount]:
    """The account that runs the installation, unless somebody runs it already."""
    group = ensure_province_group()
    return [] if group.user_set.exists() else _make(PROVINCE_USERNAME, PROVINCE_GROUP, group)


def _make(username: str, role: str, group: Group) -> list[NewAccount]:
    if User.objects.filter(username=username).exists():
        return []
    password = secrets.token_urlsafe(15)
    user = User.objects.create(username=username, password=_hashed(password), first_name=role)
    user.groups.add(group)
    return [NewAccount(role, username, password)]


def _hashed(password: str) -> str:
    """A random password hashed once: stretching is for those that can be guessed. Who signs in has it stretched."""
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=1)
    return hasher.encode(password, hasher.salt())
