"""The shape of the source tree: who imports whom, how long a file is, what must not stand in one."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bin.lib.environment import ROOT

# From the lowest to the highest: a module imports its own line and the lines above it in this list, nothing below.
# What stands nowhere here is wiring (settings, addresses, hooks, commands): it knows everything, nobody imports it.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("search",),
    ("cms.values",),
    ("cms.registers",),
    ("cms.disclosure",),
    ("cms.models",),
    ("cms.listing",),
    ("cms.publishing", "cms.tenancy", "cms.extraction", "cms.open_data"),
    ("cms.measuring",),
    ("home", "projects_pages"),
)
WIRING = len(LAYERS)
OURS = ("bin", "cms", "home", "projects_pages", "search", "tests")

# Built from parts, so that this file does not hold what it forbids.
REGISTRY_HOSTS = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "deb.deb" + "ian.org")
MACHINE_PATHS = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/")
UNFINISHED = "TO" + "DO|FIX" + "ME|XX" + "X"
FORBIDDEN = re.compile(
    "|".join(
        [
            *(re.escape(host) for host in REGISTRY_HOSTS),
            *(rf"(?<![\w.:/{{}}-]){re.escape(path)}[A-Za-z]" for path in MACHINE_PATHS),
            rf"\b(?:{UNFINISHED})\b",
        ]
    )
)
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".ico", ".pdf", ".woff2", ".mo", ".gz", ".zip", ".xlsx", ".docx"}


def files(*suffixes: str) -> list[Path]:
    """Files of the project with one of `suffixes`, relative to its root; those not committed yet are seen as well."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    paths = {Path(name) for name in listed.split("\0") if name}
    return sorted(path for path in paths if (not suffixes or path.suffix in suffixes) and (ROOT / path).is_file())


def text(path: Path) -> str:
    """The content of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def lines(path: Path) -> int:
    """How many lines a file of the project has."""
    return len(text(path).splitlines())


def written_by_hand(path: Path) -> bool:
    """Migrations are written by Django."""
    return "migrations" not in path.parts


def module_name(path: Path) -> str:
    """The dotted name under which a file is imported."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer(module: str) -> int:
    """The line of `LAYERS` that `module` belongs to; `WIRING` when none."""
    for number, names in enumerate(LAYERS):
        if any(module == name or module.startswith(name + ".") for name in names):
            return number
    return WIRING


def imports(module: str, source: str, *, package: bool = False) -> Iterator[str]:
    """Every module of ours that `source` imports, at its top or inside a function, as a full name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".")
                parents = parts[: len(parts) - node.level + (1 if package else 0)]
                base = ".".join([*parents, base] if base else parents)
            # `from cms import publishing` names a module, `from cms.publishing import disclose` something in it.
            found = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in found if name.split(".")[0] in OURS)


def upward_imports(module: str, source: str, *, package: bool = False) -> list[str]:
    """The imports of `source` that go against the direction of `LAYERS`, as sentences."""
    top = module.split(".")[0]
    if top == "tests":
        return []
    found = []
    for name in imports(module, source, package=package):
        if top == "bin":
            wrong = not name.startswith("bin.")  # it runs before anything is installed
        elif layer(module) == WIRING:
            wrong = name.startswith(("tests.", "bin."))
        else:
            wrong = layer(name) > layer(module)
        if wrong:
            found.append(f"{module} imports {name}")
    return found


def test_imports_go_one_way() -> None:
    upward = [
        sentence
        for path in files(".py")
        if written_by_hand(path)
        for sentence in upward_imports(module_name(path), text(path), package=path.name == "__init__.py")
    ]
    assert upward == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("search.views", "from cms.models import BasePage"),
        ("search.models", "import cms.values"),
        ("cms.values.money", "def f():\n    from cms.registers.models import Unit"),
        ("cms.disclosure.log", "from cms import publishing"),
        ("cms.disclosure.log", "from ..publishing import disclose"),
        ("cms.models.base", "from cms.listing import Listing"),
        ("cms.publishing", "from projects_pages.models import ProjectPage"),
        ("home.models", "from cms.settings.env import env"),
        ("home.models", "import tests.factories"),
        ("cms.urls", "from tests import factories"),
        ("bin.lib.demo", "from cms.settings import base"),
    ],
)
def test_an_import_against_the_direction_is_seen(module: str, source: str) -> None:
    assert len(upward_imports(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("cms.publishing", "from cms.disclosure.log import append\nfrom search.models import PublicRecord"),
        ("projects_pages.models", "from cms.tenancy import ward_of\nimport home.models"),
        ("cms.urls", "from projects_pages import views\nfrom search import views as search_views"),
        ("cms.models.base", "from .fields import Area\nfrom django.db import models"),
    ],
)
def test_an_import_along_the_direction_is_allowed(module: str, source: str) -> None:
    assert upward_imports(module, source) == []


def test_no_module_is_longer_than_400_lines() -> None:
    long = {str(path): lines(path) for path in files(".py") if written_by_hand(path) and lines(path) > 400}
    assert long == {}


def test_no_template_is_longer_than_500_lines() -> None:
    assert {str(path): lines(path) for path in files(".html") if lines(path) > 500} == {}


def test_the_settings_together_stay_under_300_lines() -> None:
    settings = [path for path in files(".py") if path.parts[:2] == ("cms", "settings")]
    assert settings
    assert sum(map(lines, settings)) < 300


def forbidden(content: str) -> list[str]:
    """What stands in `content` and must not: registry hosts, paths of a machine, marks of the unfinished."""
    return [match.group() for match in FORBIDDEN.finditer(content)]


def test_no_file_names_a_registry_a_machine_or_unfinished_work() -> None:
    found = {}
    for path in files():
        if path.suffix not in BINARY and (names := forbidden(text(path))):
            found[str(path)] = names
    assert found == {}


@pytest.mark.parametrize(
    "content",
    [
        "--index-url https://" + REGISTRY_HOSTS[0] + "/simple",
        "see " + MACHINE_PATHS[0] + "main/x.py",
        'open("' + MACHINE_PATHS[1] + 'x")',
        "# " + "TO" + "DO: later",
    ],
)
def test_what_is_forbidden_is_seen(content: str) -> None:
    assert len(forbidden(content)) == 1


@pytest.mark.parametrize("content", ["/van-ban/home/", "the root/cause", "todos", "https://example.vn/home/x"])
def test_what_only_looks_alike_is_allowed(content: str) -> None:
    assert forbidden(content) == []


def changed_or_unnamed(folder: Path) -> list[str]:
    """Files below a folder of others' code without a licence beside them or a checksum in the list of dependencies."""
    listed = (ROOT / "docs/decisions/001-dependencies.md").read_text(encoding="utf-8")
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "LICENSE"]
    return [
        path.name
        for path in found
        if hashlib.sha256(path.read_bytes()).hexdigest() not in listed or not (path.parent / "LICENSE").is_file()
    ]


def test_vendored_files_are_unmodified_and_have_their_licence(tmp_path: Path) -> None:
    vendored = ROOT / "cms/static/vendor"
    assert any(vendored.iterdir())
    assert changed_or_unnamed(vendored) == []
    (tmp_path / "htmx.min.js").write_text("changed", encoding="utf-8")
    assert changed_or_unnamed(tmp_path) == ["htmx.min.js"]
