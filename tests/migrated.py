"""A migrated SQLite file kept between runs: migrating from nothing takes longer than most test files."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.conf import settings

from bin.lib.environment import ROOT


def template() -> Path:
    """Where the file for the present migrations is kept, whether or not it is there."""
    digest = hashlib.sha256(sqlite3.sqlite_version.encode())
    ours = sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py"))
    triggers = [ROOT / "cms/disclosure/triggers.py", *ROOT.glob("search/engines/*.py")]
    for file in [*ours, *triggers]:
        digest.update(file.name.encode() + file.read_bytes())
    for config in apps.get_app_configs():
        digest.update(config.label.encode())
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(file.name.encode())
    return Path(tempfile.gettempdir()) / f"cong-khai-migrated-{digest.hexdigest()[:20]}.sqlite3"


def take(name: str) -> bool:
    """Put a copy of the kept file at `name`; False when there is none yet."""
    kept = template()
    if not kept.exists():
        return False
    shutil.copyfile(kept, name)
    return True


def keep(name: str) -> None:
    """Keep the migrated database at `name` for later runs; of two runs at once the last one wins whole."""
    kept = template()
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        copy = Path(folder) / kept.name
        with closing(sqlite3.connect(name)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        copy.replace(kept)


def is_sqlite() -> bool:
    """Whether this run tests on SQLite."""
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("sqlite3")
