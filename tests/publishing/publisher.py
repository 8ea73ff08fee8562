"""One of two processes that publish at the same time: `python -m tests.publishing.publisher <page id> <times>`."""

from __future__ import annotations

import sys

import django


def main(page_id: int, times: int) -> None:
    """Publish the page's title again and again, from the moment a line comes in on standard input.

    An error ends the process with a code that is not 0.
    """
    django.setup()
    from wagtail.models import Page

    from cms.publishing.authority import Authority
    from cms.publishing.by_command import publish_saved
    from tests.quiet import without_admin_indexes

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    with without_admin_indexes():
        for number in range(times):
            page = Page.objects.get(pk=page_id).specific
            page.title = f"Trang {page_id}, lần {number}"
            publish_saved(page, Authority(reason=f"lần {number}"))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
