# SPDX-License-Identifier: GPL-2.0-or-later
"""What is shipped runs no code of others, calls nobody, and hides nothing from the checks of the upload."""

from __future__ import annotations

import ast
import configparser
import re
from pathlib import Path

import pytest

from support.shared import ROOT

SHIPPED = sorted((ROOT / "vru_need_plugin").rglob("*.py"))
BUILT_IN = {"eval", "exec", "compile", "__import__", "breakpoint", "input", "globals", "vars"}
MODULES = {
    "asyncio", "code", "codeop", "ctypes", "dill", "ftplib", "http", "imaplib", "joblib", "marshal",
    "multiprocessing", "nntplib", "pdb", "pickle", "poplib", "pty", "requests", "runpy", "shelve", "smtplib",
    "socket", "socketserver", "ssl", "subprocess", "telnetlib", "urllib", "urllib2", "urllib3", "webbrowser",
    "xml", "xmlrpc",
}  # fmt: skip
"""Modules that run programs, unpack objects that run code, or go to the network."""
QT_NETWORK = {
    "QNetworkAccessManager", "QNetworkRequest", "QTcpSocket", "QgsNetworkAccessManager", "QgsFileDownloader",
    "QgsBlockingNetworkRequest", "QgsNetworkContentFetcher", "QProcess", "QWebEngineView", "QWebView",
    "QgsRunProcess", "QgsPythonRunner",
}  # fmt: skip
EVERY = {"Exception", "BaseException"}
OF_OS = {"system", "popen", "startfile", "fork", "putenv"}
SKIPS = re.compile(r"#\s*nosec|pragma:\s*(allowlist|whitelist)|allowlist nextline secret", re.IGNORECASE)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def found_in(path: Path) -> list[str]:
    """What a module of ours must not hold, with its line."""
    told = []
    for node in ast.walk(tree(path)):
        what = _wrong(node)
        if what:
            told.append(f"{path.name}:{getattr(node, 'lineno', 0)}: {what}")
    return told


def _wrong(node: ast.AST) -> str:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BUILT_IN:
        return f"{node.func.id}()"
    if isinstance(node, ast.Assert):
        return "assert"
    if isinstance(node, ast.Import):
        names = [alias.name.split(".")[0] for alias in node.names]
        return ", ".join(name for name in names if name in MODULES)
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        imported = {alias.name for alias in node.names} & (QT_NETWORK | OF_OS)
        module = (node.module or "").split(".")[0]
        return module if module in MODULES else ", ".join(imported)
    if isinstance(node, (ast.Name, ast.Attribute)):
        name = node.id if isinstance(node, ast.Name) else node.attr
        of_os = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
        return name if name in QT_NETWORK or (of_os and name in OF_OS | {"execv", "spawnv"}) else ""
    if isinstance(node, ast.ExceptHandler):
        return _swallowed(node)
    if isinstance(node, ast.keyword) and node.arg == "shell":
        return "shell="
    return ""


def _swallowed(node: ast.ExceptHandler) -> str:
    """A handler that takes everything, or does nothing about what it takes."""
    if node.type is None:
        return "except: without a kind"
    only = node.body[0] if len(node.body) == 1 else None
    is_nothing = isinstance(only, ast.Pass) or (
        isinstance(only, ast.Expr) and isinstance(only.value, ast.Constant)
    )
    return "except that does nothing" if is_nothing else ""


@pytest.mark.parametrize("path", SHIPPED, ids=[path.relative_to(ROOT).as_posix() for path in SHIPPED])
def test_no_module_runs_calls_or_swallows(path):
    assert found_in(path) == []


@pytest.mark.parametrize(
    "text",
    [
        "eval('1')", "exec(x)", "compile(x, y, z)", "import pickle", "from urllib.request import urlopen",
        "import subprocess as s", "import os\nos.system('x')", "assert x", "f(shell=True)",
        "try:\n    x\nexcept OSError:\n    pass", "try:\n    x\nexcept:\n    y()",
        "from qgis.core import QgsNetworkAccessManager", "import xml.etree.ElementTree",
        "from os import system", "QProcess.startDetached(x)",
    ],
)  # fmt: skip
def test_what_is_looked_for_is_found(tmp_path, text):
    (tmp_path / "m.py").write_text(text)
    assert found_in(tmp_path / "m.py")


def test_no_place_but_the_task_keeps_every_exception():
    """The task turns what nobody foresaw into a message and a line of the log; others pass it on.

    A look at a database raises what it kept on the thread that asks for its outcome.
    """
    catchers = [
        path.relative_to(ROOT / "vru_need_plugin").as_posix()
        for path in SHIPPED
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} & EVERY
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert catchers == ["layers/writing/postgis/look.py", "session/task.py"]


def test_nothing_is_printed():
    """On Windows QGIS has no standard output: a print there is an error, elsewhere it is seen by nobody."""
    printing = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in SHIPPED
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "pprint"}
    ]
    assert printing == []


def test_nothing_is_hidden_from_bandit_or_detect_secrets():
    for folder in ("vru_need_plugin", "resources"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert not SKIPS.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_bandit_and_detect_secrets_run_by_their_default_rules():
    assert not list(ROOT.glob(".bandit*")) + list(ROOT.glob("*bandit*")) + list(ROOT.glob(".secrets*"))
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "bandit" not in settings
    assert "detect-secrets" not in settings
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (bandit,) = re.findall(r"^.*\$\(VENV\)/bandit (.*)$", makefile, re.MULTILINE)
    assert bandit == "--quiet --recursive build/vru_need_plugin"
    (secrets,) = re.findall(r"\$\(VENV\)/detect-secrets-hook(.*)$", makefile, re.MULTILINE)
    assert secrets == ""


def test_metadata_asks_for_no_rights_of_its_own():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    assert "plugin_dependencies" not in parser["general"]
