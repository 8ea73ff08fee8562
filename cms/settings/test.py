"""For the test suite: same engines as production, quicker password hashing."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403 - a settings module is its names
from cms.settings.base import DATABASES

# Each process of the suite has a folder of its own and takes it away again.
SCRATCH = Path(tempfile.mkdtemp(prefix="cong-khai-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

SECRET_KEY = "for tests only, not a secret at all, fifty characters"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SEARCH_INDEX = SCRATCH.name.lower()  # one server for all processes: each has an index of its own
MEDIA_ROOT = SCRATCH / "media"
STATIC_ROOT = SCRATCH / "static"
STATIC_ROOT.mkdir()  # WhiteNoise warns when it is missing
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {name: {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"} for name in ("default", "files")}
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "fragments")
}
AXES_ENABLED = False

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file as in production: in memory SQLite has neither WAL nor the locks that writers wait for.
    # Only the wait for the disk is left out, which a power failure alone would miss.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}
