"""The project's own virtual environment, filled from a lock file and left alone while the lock stays the same."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

from bin.lib.saying import Stop, step

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"

# The development lock is made under the constraint of the runtime lock: who installed it has both.
SATISFIES = {RUNTIME: (RUNTIME,), DEVELOPMENT: (RUNTIME, DEVELOPMENT)}

# What pip writes when something went wrong, and what a person can do about it; the first that fits is said.
CAUSES = (
    (r"DO NOT MATCH THE HASHES", "gói tải về không khớp mã băm trong {lock}, nên không được cài"),
    (r"No space left on device", "ổ đĩa đã đầy: hãy giải phóng chỗ trống rồi chạy lại"),
    (r"Permission denied|Read-only file system", "không ghi được vào thư mục .venv: hãy cấp quyền ghi rồi chạy lại"),
    (
        r"Connection|ConnectTimeout|ReadTimeout|name resolution|Could not find a version|ProxyError|SSLError",
        "không tải được từ mạng: hãy kiểm tra kết nối (hoặc proxy) rồi chạy lại",
    ),
)


def ready(lock: str, folder: Path = ROOT / ".venv", root: Path = ROOT) -> Path:
    """The Python of `folder`, in which everything that `lock` pins is installed.

    Raises `Stop` when the environment cannot be made: no venv module, no right to write, no network.
    """
    python = folder / "bin" / "python"
    if lock_is_installed(lock, folder, root) and works(python):
        return python
    if not works(python, "import pip"):
        create(folder)
    with step(f"Cài {pinned(root / lock)} gói phần mềm theo {lock} (lần đầu mất khoảng một phút)"):
        install(python, root / lock, folder / "install.log")
    write_stamp(lock, folder, root)
    return python


def create(folder: Path) -> None:
    """Make an empty environment in `folder`, in place of a broken one."""
    require_venv_module()
    writable(folder)
    with step(f"Tạo môi trường Python riêng trong {folder.name}"):
        # From inside another environment the interpreter behind it is taken: the new one must outlive it.
        interpreter = getattr(sys, "_base_executable", sys.executable)
        made = subprocess.run(
            [interpreter, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
        )
    if made.returncode:
        said = (made.stderr or made.stdout).strip().splitlines() or ["không rõ lý do"]
        raise Stop(f"Không tạo được môi trường Python trong {folder}: {said[-1]}")


def require_venv_module() -> None:
    """Debian ships `venv` without `ensurepip`: then an environment would be made without pip."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Stop(
            "Bản Python này thiếu mô-đun venv: hãy cài thêm (Debian, Ubuntu: apt install python3-venv) rồi chạy lại."
        )


def writable(folder: Path) -> None:
    """Make `folder` if it is missing and prove that files can be written there."""
    proof = folder / ".ghi-thu"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        proof.touch()
        proof.unlink()
    except OSError as error:
        raise Stop(
            f"Không ghi được vào thư mục {folder} ({error.strerror}): hãy cấp quyền ghi rồi chạy lại."
        ) from error


def install(python: Path, lock: Path, log: Path) -> None:
    """Install `lock`; pip's own words go to `log`."""
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-input"]
    command += ["--disable-pip-version-check", "--retries", "2", "--requirement", str(lock)]
    with log.open("w", encoding="utf-8") as out:
        failed = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False).returncode
    if failed:
        said = log.read_text(encoding="utf-8", errors="replace")
        cause = next((words for pattern, words in CAUSES if re.search(pattern, said)), "pip báo lỗi")
        raise Stop(f"Chưa cài được các gói phần mềm, {cause.format(lock=lock.name)} (chi tiết trong {log}).")


def pinned(lock: Path) -> int:
    """How many packages `lock` pins."""
    return sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())


def stamp_lines(lock: str, root: Path) -> set[str]:
    """What the stamp says once `lock` is installed: each satisfied lock with the hash of its content."""
    return {f"{name} {hashlib.sha256((root / name).read_bytes()).hexdigest()}" for name in SATISFIES[lock]}


def lock_is_installed(lock: str, folder: Path, root: Path) -> bool:
    """Whether `folder` was filled from `lock` as it is now."""
    stamp = folder / "installed.txt"
    if not stamp.is_file():
        return False
    wanted = f"{lock} {hashlib.sha256((root / lock).read_bytes()).hexdigest()}"
    return wanted in stamp.read_text(encoding="utf-8").splitlines()


def write_stamp(lock: str, folder: Path, root: Path) -> None:
    """Remember what was installed."""
    (folder / "installed.txt").write_text("\n".join(sorted(stamp_lines(lock, root))) + "\n", encoding="utf-8")


def works(python: Path, statement: str = "import django") -> bool:
    """Whether `python` still runs and finds its packages: an upgrade of the system's Python takes them away."""
    if not os.access(python, os.X_OK):
        return False
    return subprocess.run([str(python), "-c", statement], capture_output=True, check=False).returncode == 0
