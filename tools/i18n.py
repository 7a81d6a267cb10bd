# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation files: ``update`` them from the code, ``check`` that they are, ``compile`` them.

What is translated stands in ``tr("...")``, in ``mark("...")`` or in a .ui file. The files keep no line
numbers and are sorted, so that they change only when a text does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "i18n"
QT_TOOLS = "/usr/lib/qt5/bin"
READY = 0.95
"""What share of the texts a language has to have to be shipped: a dock half in English helps nobody."""


def languages() -> list[Path]:
    """The translation files that there are; a new language is a copy of one of them."""
    return sorted(I18N.glob("vru_need_plugin_*.ts"))


def update(files: list[Path]) -> None:
    """Bring translation files up to date with the code."""
    sources = [*ROOT.glob("vru_need_plugin/**/*.py"), *ROOT.glob("resources/**/*.ui")]
    subprocess.run(
        ["/usr/bin/pylupdate5", "-noobsolete", "-tr-function", "mark"]
        + [str(path) for path in sorted(sources)]
        + ["-ts", *map(str, files)],
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore", "QT_QPA_PLATFORM": "offscreen"},
    )
    for path in files:
        _tidy(path)


def _tidy(path: Path) -> None:
    tree = ElementTree.parse(path).getroot()
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    language = path.stem.replace("vru_need_plugin_", "")
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted(tree.iter("context"), key=lambda found: found.findtext("name") or ""):
        lines += ["<context>", f"    <name>{escape(context.findtext('name') or '')}</name>"]
        for message in sorted(context.iter("message"), key=lambda found: found.findtext("source") or ""):
            lines += _message(message)
        lines.append("</context>")
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def _message(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    text = (translation.text or "") if translation is not None else ""
    state = "" if text else ' type="unfinished"'
    return [
        "    <message>",
        f"        <source>{_text(message.findtext('source') or '')}</source>",
        f"        <translation{state}>{_text(text)}</translation>",
        "    </message>",
    ]


def _text(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def check() -> int:
    """Say which translation files ``update`` would change; how many."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(path, folder)) for path in languages()]
        update(copies)
        stale = [copy.name for copy in copies if copy.read_bytes() != (I18N / copy.name).read_bytes()]
    if stale:
        print(f"Not up to date with the code: {', '.join(stale)}. Run: make i18n", file=sys.stderr)
    return len(stale)


def ready() -> list[Path]:
    """The languages that are translated far enough to be shipped."""
    return [path for path in languages() if share_translated(path) >= READY]


def share_translated(path: Path) -> float:
    """How much of a translation file is translated, 0 to 1."""
    texts = [message.find("translation") for message in ElementTree.parse(path).iter("message")]
    done = sum(text is not None and bool(text.text) and text.get("type") is None for text in texts)
    return done / max(1, len(texts))


def compile_to(folder: Path, files: list[Path]) -> None:
    """Compile translation files to .qm files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    lrelease = shutil.which("lrelease", path=os.pathsep.join([QT_TOOLS, os.environ.get("PATH", "")]))
    if lrelease is None:
        raise SystemExit("lrelease is missing: tools/setup.sh installs it.")
    for path in files:
        target = folder / path.with_suffix(".qm").name
        subprocess.run([lrelease, "-silent", str(path), "-qm", str(target)], check=True)


def main(arguments: list[str]) -> int:
    """Run one of the three verbs."""
    if arguments[:1] == ["update"]:
        update(languages())
        return 0
    if arguments[:1] == ["check"]:
        return 1 if check() else 0
    if arguments[:1] == ["compile"] and len(arguments) == 2:
        compile_to(ROOT / arguments[1], languages())
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
