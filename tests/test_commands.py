"""The parts of `bin/` that decide: what to install, what to prepare, what to say when it cannot go on."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bin.lib import environment, suite
from bin.lib.portal import Account, Portal, port_is_free, read_accounts
from bin.lib.saying import Stop
from bin.lib.supervisor import Supervisor
from cms import variables
from tests.conftest import on_database

ROOT = environment.ROOT
LOCKS = (environment.RUNTIME, environment.DEVELOPMENT)


def normal(name: str) -> str:
    """The spelling of a package name that locks use."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: str) -> dict[str, set[str]]:
    """The versions that a lock pins; more than one when the version of Python decides."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s\\;]+)", (ROOT / lock).read_text(), flags=re.MULTILINE):
        pins.setdefault(normal(name), set()).add(version)
    return pins


def required(*, dev: bool) -> dict[str, str]:
    """The direct dependencies of pyproject.toml with their versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = project["dependencies"] + (project["optional-dependencies"]["dev"] if dev else [])
    return {normal(re.split(r"[\[=]", line)[0]): line.rsplit("==", 1)[1] for line in lines}


@pytest.mark.parametrize(("lock", "dev"), [(LOCKS[0], False), (LOCKS[1], True)])
def test_a_lock_pins_what_pyproject_asks_for(lock: str, dev: bool) -> None:
    pins = locked(lock)
    assert {name: pins.get(name) for name in required(dev=dev)} == {
        name: {version} for name, version in required(dev=dev).items()
    }


def test_the_development_lock_holds_the_runtime_lock() -> None:
    development = locked(environment.DEVELOPMENT)
    assert {name: development.get(name) for name in locked(environment.RUNTIME)} == locked(environment.RUNTIME)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_everything_and_no_address(lock: str) -> None:
    content = (ROOT / lock).read_text()
    blocks = re.split(r"\n(?=\S)", content.strip())
    assert [block.split()[0] for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []
    assert not re.search(r"https?:|--(extra-)?index|#", content)


def python_that_says(folder: Path, version: str) -> str:
    """A program that looks to the commands like an old Python."""
    program = folder / "python-old"
    program.write_text(f'#!/bin/sh\ncase "$2" in *sys.exit*) exit 1 ;; esac\necho {version}\n')
    program.chmod(0o755)
    return str(program)


def run_demo(**variables: str) -> subprocess.CompletedProcess[str]:
    """Run `bin/demo` with these variables, in a case that ends before anything is installed or served."""
    return subprocess.run(
        [str(ROOT / "bin" / "demo")],
        env=os.environ | {"PYTHON": sys.executable} | variables,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It failed, and said why in one line that holds `words`."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert [word for word in words if word not in done.stderr] == []


@pytest.mark.parametrize("command", ["demo", "test"])
def test_an_old_python_gets_one_sentence(command: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(ROOT / "bin" / command)],
        env=os.environ | {"PYTHON": python_that_says(tmp_path, "3.9.2")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert_one_sentence(done, "3.11", "3.9.2", f"bin/{command}")


def test_a_missing_python_gets_one_sentence() -> None:
    assert_one_sentence(run_demo(PYTHON="/nowhere/python3"), "Không tìm thấy Python")


@pytest.mark.parametrize(("prepared", "taken"), [(False, "python3.12"), (True, "python3")])
def test_a_well_built_python_is_taken_while_there_is_no_environment(prepared: bool, taken: str, tmp_path: Path) -> None:
    for name, status in (("python3", 1), ("python3.12", 0)):
        program = tmp_path / name
        answers = f"*CONFIG_ARGS*) exit {status} ;; *sys.exit*) exit ;; *) echo 3.12.1 ;;"
        program.write_text(f'#!/bin/sh\ncase "$2" in {answers} esac\n')
        program.chmod(0o755)
    if prepared:
        (tmp_path / ".venv" / "bin").mkdir(parents=True)
        (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    done = subprocess.run(
        ["/bin/sh", "-euc", f'. "{ROOT}/bin/lib/python.sh"; find_python bin/test; echo "$python"'],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{taken}\n", "")


def test_a_taken_port_gets_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not port_is_free(port)
        assert_one_sentence(run_demo(PORT=str(port)), f"Cổng {port} đang được", "PORT=")


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8000 ", "８０００"])
def test_a_port_that_is_none_gets_one_sentence(port: str) -> None:
    assert_one_sentence(run_demo(PORT=port), "PORT phải là một số từ 1 đến 65535")


def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    assert_one_sentence(run_demo(DATA_DIR=str(tmp_path / "file" / "var"), PORT=port), "Không ghi được vào thư mục")


def test_a_python_without_ensurepip_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(Stop, match="thiếu mô-đun venv"):
        environment.require_venv_module()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "không khớp mã băm trong a.lock"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "đĩa đã đầy"),
        ("Failed to establish a new connection: Temporary failure in name resolution", "không tải được từ mạng"),
        ("ERROR: Could not find a version that satisfies the requirement django==5.2.19", "không tải được từ mạng"),
        ("[Errno 30] Read-only file system: 'x'", "không ghi được vào thư mục .venv"),
        ("ERROR: something new", "pip báo lỗi"),
    ],
)
def test_what_pip_says_becomes_one_sentence(said: str, sentence: str, tmp_path: Path) -> None:
    pip = tmp_path / "python"
    pip.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\nexit 1\n")
    pip.chmod(0o755)
    with pytest.raises(Stop, match=sentence):
        environment.install(pip, tmp_path / "a.lock", tmp_path / "log")


def test_an_environment_is_left_alone_until_its_lock_changes(tmp_path: Path) -> None:
    for lock in LOCKS:
        (tmp_path / lock).write_text(f"{lock}==1\n")

    def installed() -> list[bool]:
        return [environment.lock_is_installed(lock, tmp_path, tmp_path) for lock in LOCKS]

    assert installed() == [False, False]
    environment.write_stamp(environment.RUNTIME, tmp_path, tmp_path)
    assert installed() == [True, False]
    environment.write_stamp(environment.DEVELOPMENT, tmp_path, tmp_path)
    assert installed() == [True, True]
    (tmp_path / environment.RUNTIME).write_text("other==1\n")
    assert installed() == [False, True]


def test_the_secret_key_is_random_kept_and_closed_to_others(tmp_path: Path) -> None:
    first, second = Portal(Path(), tmp_path / "a", 1), Portal(Path(), tmp_path / "b", 1)
    assert first.secret_key() == first.secret_key() != second.secret_key()
    assert len(first.secret_key()) >= 50
    assert stat.S_IMODE((tmp_path / "a" / "secret-key").stat().st_mode) == 0o600


def test_the_demo_never_touches_the_database_that_the_shell_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://other/one")
    portal = Portal(Path(), tmp_path, 8123).environment()
    assert "DATABASE_URL" not in portal
    assert portal["DATA_DIR"] == str(tmp_path)


def test_accounts_are_read_from_what_load_demo_prints() -> None:
    output = ["12 trang", "Biên tập viên\tbien-tap\tabc", "a\tb", "Người duyệt\tduyet\tx y\n"]
    assert list(read_accounts(output)) == [
        Account("Biên tập viên", "bien-tap", "abc"),
        Account("Người duyệt", "duyet", "x y"),
    ]


def test_when_one_process_dies_the_others_end(tmp_path: Path) -> None:
    supervisor = Supervisor({"sống lâu": ["sleep", "60"], "chết yểu": ["false"]}, env=os.environ, cwd=tmp_path)
    with pytest.raises(Stop, match="«chết yểu» đã dừng"):
        supervisor.run(lambda: True)
    assert supervisor.processes["sống lâu"].poll() == -signal.SIGTERM


def test_a_signal_ends_all_processes_in_order(tmp_path: Path) -> None:
    supervisor = Supervisor({"một": ["sleep", "60"], "hai": ["sleep", "60"]}, env=os.environ, cwd=tmp_path)
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    supervisor.run(lambda: True)
    assert [process.poll() for process in supervisor.processes.values()] == [-signal.SIGTERM] * 2


@pytest.fixture(autouse=True)
def _handlers_are_put_back() -> Iterator[None]:
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.mark.parametrize("fixture", ["db", "transactional_db", None])
def test_what_asks_for_no_database_is_told_apart(fixture: str | None, request: pytest.FixtureRequest) -> None:
    class Asking(pytest.Item):
        def runtest(self) -> None:
            """Nothing."""

    item = Asking.from_parent(request.node.parent, name="asking")
    assert not on_database(item)
    if fixture:
        item.fixturenames = [fixture]  # type: ignore[attr-defined] # as functions have them
        assert on_database(item)


def test_a_report_of_pytest_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>')
    assert suite.counted(report) == (4, 3, 3)
    assert suite.counted(tmp_path / "none.xml") == (0, 0, 0)


@pytest.mark.parametrize(("switch", "code"), [("0", 0), ("1", 1)])
def test_nothing_skipped_turns_a_skip_into_a_failure(switch: str, code: int) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["tests/test_structure.py", "-k", "templates or longer_than_500"]
    env_ = os.environ | {"SKIP_BECAUSE": "thử", "NOTHING_SKIPPED": switch}
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS"):
        env_.pop(name, None)
    done = subprocess.run(command, cwd=ROOT, env=env_, capture_output=True, encoding="utf-8", check=False)
    assert "1 skipped" in done.stdout
    assert done.returncode == code


def variables_in_settings() -> set[str]:
    """Every variable that a settings module reads."""
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "cms" / "settings").glob("*.py")]
    return {name for source in sources for name in re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', source)}


def test_every_variable_that_the_settings_read_is_in_the_table() -> None:
    assert variables_in_settings() == {variable.name for variable in variables.SERVING}


def test_the_operations_manual_has_the_table_of_variables() -> None:
    manual = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert variables.markdown() in manual, "run python -m cms.variables and put its output into docs/operations.md"
