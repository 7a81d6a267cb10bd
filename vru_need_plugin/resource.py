# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the files that come with the plugin are, in a checkout and in the staged plugin."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder with metadata.txt, resources/ and i18n/."""
    staged = (_PACKAGE / "metadata.txt").exists()
    return _PACKAGE if staged else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file under ``resources/``."""
    return root().joinpath("resources", *parts)


def translation_file(locale: str) -> Optional[Path]:
    """The compiled translation for a locale such as ``cy_GB``, or for its language; None without one."""
    for name in (locale, locale.split("_")[0]):
        path = root() / "i18n" / f"vru_need_plugin_{name}.qm"
        if path.exists():
            return path
    return None
