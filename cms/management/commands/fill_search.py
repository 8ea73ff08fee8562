"""`manage.py fill_search`: many public records in this database, for `manage.py measure_search`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.measuring.records import fill
from cms.measuring.searches import words_of
from search.models import PublicRecord
from search.synonyms import ensure_default_synonyms


class Command(BaseCommand):
    """Fills an empty database; writes one JSON object: how many wards, and what to ask for."""

    help = "Cho bin/bench search: điền bản ghi vào một cơ sở dữ liệu trống."

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("templates", type=Path, help="bản ghi mẫu, do dumpdata ghi ra")
        parser.add_argument("--records", type=int, required=True)
        parser.add_argument("--wards", type=int, required=True)
        parser.add_argument("--seed", default="do")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run. Raises CommandError where the database has records already."""
        if PublicRecord.objects.exists():
            raise CommandError("Cơ sở dữ liệu này đã có bản ghi: chỉ đo trong cơ sở dữ liệu trống.")
        with options["templates"].open(encoding="utf-8") as file:
            read = (found.object for found in serializers.deserialize("json", file))
            templates = [record for record in read if isinstance(record, PublicRecord)]
        ensure_default_synonyms()
        fill(templates, options["records"], options["wards"], options["seed"])
        found = {"wards": options["wards"], "words": asdict(words_of(templates))}
        self.stdout.write(json.dumps(found, ensure_ascii=False))
