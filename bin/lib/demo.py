"""`bin/demo`: from a fresh checkout to the portals of the wards in the browser."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bin.lib import environment
from bin.lib.portal import ADMIN, HOST, WARDS, Account, Portal, port_is_free
from bin.lib.saying import Stop, say, seconds
from bin.lib.supervisor import Supervisor


def main(arguments: Sequence[str]) -> int:
    """Serve until stopped; `manage …` runs one management command on the demo's data instead."""
    begun = time.monotonic()
    try:
        if arguments and arguments[0] != "manage":
            raise Stop("Cách dùng: bin/demo để mở cổng; bin/demo manage LỆNH để chạy một lệnh quản trị.")
        port = chosen_port()
        if not arguments and not port_is_free(port):
            raise Stop(
                f"Cổng {port} đang được chương trình khác dùng: hãy tắt chương trình đó, "
                f"hoặc chạy PORT={port % 65535 + 1} bin/demo"
            )
        data_dir = Path(os.environ.get("DATA_DIR") or environment.ROOT / "var").resolve()
        environment.writable(data_dir)
        portal = Portal(environment.ready(environment.RUNTIME), data_dir, port)
        if arguments:
            return manage(portal, arguments[1:])
        show_accounts(portal.prepare())
        portal.use_port()
        serve(portal, begun)
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    except KeyboardInterrupt:
        say("\nĐã dừng theo yêu cầu; chạy lại bin/demo để làm tiếp.")
        return 130
    return 0


def chosen_port() -> int:
    """The port from the environment, 8000 by default."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise Stop(f"PORT phải là một số từ 1 đến 65535, không phải «{text}».")
    return int(text)


def manage(portal: Portal, arguments: Sequence[str]) -> int:
    """Become `manage.py` with the environment of the demo."""
    os.chdir(environment.ROOT)
    os.execve(portal.python, [str(portal.python), "manage.py", *arguments], portal.environment())


def show_accounts(accounts: Sequence[Account]) -> None:
    """Show the passwords, at once: they are stored nowhere and a later step may fail."""
    if not accounts:
        return
    say("\nTài khoản vào trang quản trị. Mật khẩu chỉ hiện một lần này, hãy chép lại:\n")
    rows = [("Vai trò", "Tài khoản", "Mật khẩu"), *((one.role, one.username, one.password) for one in accounts)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        say("  " + "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say()


def serve(portal: Portal, begun: float) -> None:
    """Run the web server and what is due until a signal comes; say the addresses when the portal answers."""
    say("→ Mở cổng thông tin …")

    def announce() -> bool:
        if not portal.answers():
            return False
        say(f"  trả lời sau {seconds(time.monotonic() - begun)}\n")
        for host, name in WARDS.items():
            say(f"  {portal.address(host):<34} {name}")
        say(f"  {portal.address(next(iter(WARDS)), ADMIN):<34} Trang quản trị")
        say(f"\n{portal.address(HOST)} cũng mở {next(iter(WARDS.values()))}, khi trình duyệt không hiểu *.localhost.")
        say("Nhấn Ctrl+C để dừng.")
        return True

    Supervisor(portal.commands(), env=portal.environment(), cwd=environment.ROOT).run(announce)
    say("\nĐã dừng.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
