# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text for users can be translated: the tools find it, and nothing is translated too early."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Iterator, List, Tuple
from xml.etree import ElementTree

import pytest

from support.shared import ROOT

MODULES = sorted((ROOT / "vru_need_plugin").rglob("*.py"))


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def literals(path: Path) -> List[Tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (call.lineno, call.args[0].value)
        for call in calls(tree, "tr", "mark")
        if call.args and isinstance(call.args[0], ast.Constant)
    ]


@pytest.fixture(scope="module")
def known() -> set:
    """The texts that the translation files have."""
    found = ElementTree.parse(ROOT / "i18n" / "vru_need_plugin_fr.ts")
    return {source.text for source in found.iter("source")}


def test_every_text_is_in_the_translation_files(known: set) -> None:
    missing = [
        f"{path.relative_to(ROOT)}:{line}: {text!r} (run make i18n; never inside an f-string)"
        for path in MODULES
        for line, text in literals(path)
        if text not in known
    ]
    assert missing == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_marked_texts_are_literals_and_nothing_is_translated_at_import_time(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in calls(tree, "mark"):
        assert isinstance(call.args[0], ast.Constant), f"line {call.lineno}: mark() takes one literal"
    for call in calls(tree, "tr"):
        assert not isinstance(call.args[0], ast.JoinedStr), f"line {call.lineno}: .format() outside tr()"
    early = [call.lineno for node in at_import_time(tree) for call in calls(node, "tr")]
    assert early == []


def at_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a module, and of its classes, that run when it is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from at_import_time(child)
        elif not isinstance(child, (ast.FunctionDef, ast.Lambda)):
            yield child
