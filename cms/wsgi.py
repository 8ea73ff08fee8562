"""The WSGI application that gunicorn serves."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = get_wsgi_application()

from cms.rehearsal import keep_for_good, rehearse  # noqa: E402 - imports models, which Django must know first
from cms.serving import read_templates  # noqa: E402 - the same

# Django would import the addresses and all their views at the first request: a citizen would wait for it, and a
# mistake in them would show as an error page instead of a server that does not start.
get_resolver().url_patterns  # noqa: B018 - reading the property is what loads them
read_templates()
rehearse(application)
keep_for_good()

# A server that loads this before it forks its workers must not hand one open connection to all of them.
connections.close_all()
