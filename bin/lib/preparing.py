"""Makes a portal's database, static files and demo content: `python -m bin.lib.preparing`, in the portal's environment.

One process for all of it, because Django takes longer to start than to do most of it. The accounts that were made are
lines of role, user name and password between tabs; every other line is for a person.
"""

from __future__ import annotations

import django
from django.core.management import call_command

from bin.lib.saying import step


def main() -> None:
    """Migrate, collect the static files, load the demo content."""
    django.setup()
    with step("Chuẩn bị cơ sở dữ liệu"):
        call_command("migrate", interactive=False, verbosity=0)
    with step("Gom các tệp tĩnh"):
        call_command("collectstatic", interactive=False, verbosity=0)
    with step("Nạp nội dung của các phường, xã"):
        call_command("load_demo")


if __name__ == "__main__":
    main()
