# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether all that the plugin takes from Qt is there in Qt 6.

Reads the shipped code and looks up in PyQt6 every name that it imports from ``qgis.PyQt``, and every
name of theirs behind a dot (``Qt.ItemDataRole.EditRole``). Methods of objects it cannot know.

    python tools/check_qt6.py vru_need_plugin
"""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, Iterator, List, Tuple

_BROUGHT_BACK = {"QtWidgets": {"QAction", "QActionGroup", "QShortcut"}}
"""What QGIS's own qgis.PyQt keeps where Qt 5 had it."""
_GONE = {"exec_", "globalX", "globalY", "posF"}
"""Methods of Qt 5 that Qt 6 does not have."""
_OF_QT_5 = {"QVariant.Type", "QVariant.Double", "QVariant.Int"}
"""Asked for only where an older QGIS needs it, which has Qt 5."""


def imports(tree: ast.AST) -> Iterator[Tuple[int, str, str, str]]:
    """Line, module below qgis.PyQt, name, and what it is called here."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            for alias in node.names:
                yield node.lineno, node.module[len("qgis.PyQt.") :], alias.name, alias.asname or alias.name


def found(module: str, name: str) -> Any:
    """What a name is in PyQt6; AttributeError or ImportError where it is not there."""
    if not module:
        return importlib.import_module(f"PyQt6.{name}")
    return getattr(importlib.import_module(f"PyQt6.{module}"), name)


def dotted(node: ast.expr) -> List[str]:
    """A.b.c as its names; empty where it begins with no name."""
    names: List[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) else []


def missing(path: Path) -> Iterator[str]:
    """What of one file is not there in Qt 6."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    never_run = {id(part) for node in nodes for part in _annotation(node)}
    tries = [node for node in nodes if isinstance(node, ast.Try)]
    with_another_way = {line for node in tries for line in range(node.lineno, node.end_lineno + 1)}
    known: Dict[str, Any] = {}
    for line, module, name, here in imports(tree):
        try:
            known[here] = found(module, name)
        except (AttributeError, ImportError):
            if name not in _BROUGHT_BACK.get(module, ()) and line not in with_another_way:
                yield f"{path}:{line}: {module}.{name}"
    for node in nodes:
        if isinstance(node, ast.Attribute) and id(node) not in never_run:
            names = dotted(node)
            said = ".".join(names) or node.attr
            is_gone = node.attr in _GONE or (names[:1] and names[0] in known and not _is_there(known, names))
            if is_gone and said not in _OF_QT_5:
                yield f"{path}:{node.lineno}: {said}"


def _annotation(node: ast.AST) -> Iterator[ast.AST]:
    """What is never looked up at run time."""
    for name in ("annotation", "returns"):
        part = getattr(node, name, None)
        if part is not None:
            yield from ast.walk(part)


def _is_there(known: Dict[str, Any], names: List[str]) -> bool:
    place = known[names[0]]
    for name in names[1:]:
        if not hasattr(place, name):
            # What an object of a class has in __init__ only is not the class's.
            return not isinstance(place, (type, ModuleType))
        place = getattr(place, name)
    return True


def main() -> int:
    """Print what is missing; 1 where something is."""
    files = sorted(Path(sys.argv[1]).rglob("*.py"))
    lines = [line for path in files for line in missing(path)]
    print("\n".join(dict.fromkeys(lines)) or f"Qt 6 has all that {len(files)} files take from Qt.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
