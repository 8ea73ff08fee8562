"""Serving citizens: nothing secret has a default."""

from __future__ import annotations

from cms.settings.base import *  # noqa: F403 - a settings module is its names
from cms.settings.base import SECRET_KEY
from cms.settings.env import env

if not SECRET_KEY:
    raise SystemExit("Thiếu SECRET_KEY trong môi trường: đặt một chuỗi ngẫu nhiên từ 50 ký tự.")

SECURE = env.bool("HTTPS", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
