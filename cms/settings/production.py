"""Serving citizens: nothing secret has a default."""

from __future__ import annotations

from cms.settings.base import *  # noqa: F403 - a settings module is its names
from cms.settings.base import SECRET_KEY
from cms.settings.env import env

if not SECRET_KEY:
    raise SystemExit("Thiếu SECRET_KEY trong môi trường: đặt một chuỗi ngẫu nhiên từ 50 ký tự.")

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
SECURE = env.bool("HTTPS", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: a ward's domain may carry services that are not ours to bind
    "security.W008",  # the redirect to HTTPS belongs to the server in front, which has the certificate
    "security.W019",  # not DENY: the editor shows its preview in a frame of the same origin
    "security.W021",  # the preload list is the choice of whoever owns the domain
]

# Without this Django writes errors to nobody when DEBUG is off: its own handlers print in DEBUG or send mail.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    # On the handler as well: the worker that reads files lets its own loggers say more than was asked for.
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "level": LOG_LEVEL}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"level": "WARNING"},  # otherwise a line at the start of every command
        "elastic_transport": {"level": "ERROR"},  # otherwise a line for each search; of failures the search tells
    },
}
